//! Quiet things along the wall: a plant, a shelf, a lamp, a picture.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;

/// A plant on a wooden stand. `x` is its middle, `floor` where it stands.
pub fn paint_plant(canvas: &mut Canvas, x: f32, floor: f32, unit: f32) {
    canvas.save();
    canvas.translate(x, floor);
    canvas.scale(unit, unit);
    canvas.fill_soft(&Shape::ellipse(0.0, -1.0, 58.0, 9.0), 12.0, fade(hex(0x0A1024), 0.5));
    let wood = hex(0x8C5936);
    for side in [-1.0, 1.0] {
        let leg =
            Shape::at(18.0, -44.0).line(25.0, -44.0).line(32.0, 0.0).line(27.0, 0.0).on_side(side);
        canvas.fill(&leg, Paint::vertical(-44.0, 0.0, wood, hex(0x6E4429)));
    }
    let inner = Shape::rectangle(-22.0, -30.0, 44.0, 4.0);
    canvas.fill(&inner, hex(0x6E4429));
    let seat = Shape::rounded(-33.0, -48.0, 66.0, 8.0, 3.0);
    canvas.fill(&seat, Paint::vertical(-48.0, -40.0, hex(0xB87C4E), wood));
    paint_leaves(canvas);
    let pot = Shape::at(-31.0, -112.0)
        .line(31.0, -112.0)
        .line(24.0, -54.0)
        .quad([23.0, -48.0], [17.0, -48.0])
        .line(-17.0, -48.0)
        .quad([-23.0, -48.0], [-24.0, -54.0]);
    canvas.fill(&pot, Paint::horizontal(-30.0, 30.0, hex(0xF1E4D2), hex(0xC9B79F)));
    let band = Shape::rounded(-34.0, -118.0, 68.0, 15.0, 4.0);
    canvas.fill(&band.clone().moved(0.0, 3.0), fade(hex(0x8C7358), 0.35));
    canvas.fill(&band, Paint::horizontal(-34.0, 34.0, hex(0xFFF6E9), hex(0xD9C8B0)));
    canvas.restore();
}

fn paint_leaves(canvas: &mut Canvas) {
    let leaves: [(f32, f32, f32, f32, u32); 9] = [
        (-78.0, -176.0, -40.0, 11.0, 0x1F6B5C),
        (82.0, -186.0, 44.0, 11.0, 0x1F6B5C),
        (-58.0, -222.0, -14.0, 12.0, 0x26806B),
        (64.0, -234.0, 18.0, 12.0, 0x26806B),
        (-86.0, -140.0, -56.0, 9.0, 0x26806B),
        (88.0, -146.0, 58.0, 9.0, 0x2A8A73),
        (-30.0, -254.0, 4.0, 12.0, 0x2A9A80),
        (36.0, -262.0, -2.0, 12.0, 0x2FB7A3),
        (3.0, -244.0, -10.0, 12.0, 0x3CBF9F),
    ];
    for (x, y, bend, half, colour) in leaves {
        // A blade from the pot's mouth over a bend to its tip.
        let (root, middle) = ([0.0, -112.0], [bend, (y - 112.0) / 2.0 - 22.0]);
        let blade = Shape::at(root[0] - 3.0, root[1])
            .quad([middle[0] - half, middle[1] - half * 0.3], [x, y])
            .quad([middle[0] + half, middle[1] + half * 0.6], [root[0] + 3.0, root[1]]);
        let base = hex(colour);
        canvas.fill(&blade, Paint::vertical(y, -112.0, base, mix(base, hex(0x12403C), 0.5)));
        let vein = Shape::at(root[0], root[1]).quad([middle[0], middle[1]], [x, y]);
        canvas.stroke_tapered(&vein, &[1.4, 1.2, 0.5], mix(base, hex(0xBFF0DC), 0.22));
    }
}

/// A shelf with books and a small frame. `x` is its middle, `y` its board.
pub fn paint_shelf(canvas: &mut Canvas, x: f32, y: f32, unit: f32) {
    canvas.save();
    canvas.translate(x, y);
    canvas.scale(unit, unit);
    let shadow = Shape::rounded(-66.0, 4.0, 132.0, 18.0, 6.0);
    canvas.fill_soft(&shadow, 16.0, fade(hex(0x0A1024), 0.36));
    // Muted, so that nothing here competes with a face.
    let books: [(f32, f32, f32, u32); 6] = [
        (-58.0, 13.0, 52.0, 0x5B6FA0),
        (-44.0, 10.0, 44.0, 0xB58A78),
        (-33.0, 15.0, 58.0, 0x3E6F7E),
        (-17.0, 9.0, 48.0, 0xC9A66B),
        (-7.0, 12.0, 40.0, 0x6C5E94),
        (6.0, 11.0, 53.0, 0x4B5C8A),
    ];
    for (left, width, height, colour) in books {
        let base = mix(hex(colour), hex(0x2F3E66), 0.32);
        let book = Shape::rounded(left, -height, width, height, 2.0);
        canvas.fill(
            &book,
            Paint::horizontal(left, left + width, mix(base, hex(0xFFF1DC), 0.12), base),
        );
        let band = Shape::rectangle(left, -height + 8.0, width, 3.0);
        canvas.fill(&band, fade(hex(0xFFF6E9), 0.3));
    }
    let frame = Shape::rounded(27.0, -36.0, 30.0, 36.0, 2.5);
    canvas.fill(&frame, mix(hex(0xA86F45), hex(0x2F3E66), 0.25));
    canvas.fill(&Shape::rectangle(31.0, -32.0, 22.0, 28.0), hex(0xD8CFC4));
    let hill = Shape::at(31.0, -4.0)
        .line(31.0, -12.0)
        .cubic([38.0, -22.0], [44.0, -8.0], [53.0, -16.0])
        .line(53.0, -4.0);
    canvas.fill(&hill, hex(0x7E93A8));
    canvas.fill(&Shape::circle(46.0, -24.0, 3.4), hex(0xE8B48C));
    let board = Shape::rounded(-72.0, 0.0, 144.0, 9.0, 3.0);
    canvas.fill(&board, Paint::vertical(0.0, 9.0, hex(0xA9734A), hex(0x7A4D30)));
    canvas.restore();
}

/// A floor lamp; its light grows with `night` (0..1).
pub fn paint_lamp(canvas: &mut Canvas, x: f32, floor: f32, unit: f32, night: f32) {
    canvas.save();
    canvas.translate(x, floor);
    canvas.scale(unit, unit);
    let light = hex(0xFFD9A0);
    canvas.glow(0.0, -262.0, 230.0, 210.0, fade(light, 0.16 + 0.24 * night));
    canvas.fill_soft(&Shape::ellipse(0.0, -1.0, 46.0, 8.0), 10.0, fade(hex(0x0A1024), 0.5));
    canvas.fill(
        &Shape::rounded(-3.0, -250.0, 6.0, 248.0, 3.0),
        Paint::horizontal(-3.0, 3.0, hex(0x4C5F8F), hex(0x22304F)),
    );
    canvas.fill(&Shape::ellipse(0.0, -4.0, 30.0, 6.0), hex(0x22304F));
    let lit = mix(hex(0xE9D3B2), hex(0xFFE7BC), night);
    let hood = Shape::at(-34.0, -310.0)
        .quad([-32.0, -313.0], [-28.0, -313.0])
        .line(28.0, -313.0)
        .quad([32.0, -313.0], [34.0, -310.0])
        .line(52.0, -242.0)
        .quad([52.0, -237.0], [46.0, -237.0])
        .line(-46.0, -237.0)
        .quad([-52.0, -237.0], [-52.0, -242.0]);
    canvas.fill(&hood, Paint::vertical(-313.0, -237.0, mix(lit, hex(0xB08A62), 0.4), lit));
    canvas.restore();
}

/// A framed picture. `x` is its middle, `y` its top.
pub fn paint_picture(canvas: &mut Canvas, x: f32, y: f32, unit: f32) {
    canvas.save();
    canvas.translate(x, y);
    canvas.scale(unit, unit);
    let frame = Shape::rounded(-58.0, 0.0, 116.0, 146.0, 5.0);
    canvas.fill_soft(&frame.clone().moved(3.0, 8.0), 18.0, fade(hex(0x0A1024), 0.4));
    canvas.fill(&frame, Paint::vertical(0.0, 146.0, hex(0x9A6A45), hex(0x744A2E)));
    canvas.fill(&Shape::rectangle(-50.0, 8.0, 100.0, 130.0), hex(0xD9D3CB));
    let art = Shape::rectangle(-38.0, 22.0, 76.0, 102.0);
    canvas.fill(&art, Paint::vertical(22.0, 124.0, hex(0x8FA0C4), hex(0xE3B79B)));
    canvas.fill(&Shape::circle(12.0, 60.0, 13.0), hex(0xF0D2A4));
    for (lift, colour) in [(0.0, 0x6F7FA6), (16.0, 0x56679A), (32.0, 0x40517F)] {
        let hill = Shape::at(-38.0, 124.0)
            .line(-38.0, 82.0 + lift)
            .cubic([-18.0, 62.0 + lift], [2.0, 96.0 + lift * 0.6], [38.0, 72.0 + lift])
            .line(38.0, 124.0);
        canvas.fill(&hill.within(&art), hex(colour));
    }
    canvas.restore();
}
