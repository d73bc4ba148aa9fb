//! Hands on the table's edge, and what they hold.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::colour::{fade, hex, mix};
use crate::game::stage::paint::Paint;
use crate::game::stage::shape::Shape;
use crate::game::stage::tones::{Tone, Tones};
use crate::interview::look::{Holds, Look};

/// Where the hand lies beside the body's middle; what it holds stands on the table's edge.
const HAND: f32 = 58.0;

/// Forearm, hand and what is held, over the clothes and behind the table's edge.
pub fn paint_props(canvas: &mut Canvas, look: &Look, tones: &Tones) {
    canvas.save();
    match look.holds {
        Holds::Nothing => {}
        Holds::Cup => {
            canvas.translate(-HAND, 0.0);
            paint_sleeve(canvas, &tones.cloth);
            paint_cup(canvas, &tones.accent);
            paint_fingers(canvas, &tones.skin, [-15.0, -31.0], [20.0, 0.0], 4);
        }
        Holds::Pen => {
            canvas.translate(-HAND, 0.0);
            paint_sleeve(canvas, &tones.cloth);
            paint_pen_hand(canvas, &tones.skin, &tones.accent);
        }
        Holds::Tablet => {
            canvas.translate(-HAND + 14.0, 0.0);
            paint_sleeve(canvas, &tones.cloth);
            paint_tablet(canvas);
            paint_fingers(canvas, &tones.skin, [-45.0, -33.0], [14.0, 0.0], 4);
        }
        Holds::Notes => {
            canvas.translate(-HAND + 14.0, 0.0);
            paint_sleeve(canvas, &tones.cloth);
            paint_sheet(canvas);
            paint_fingers(canvas, &tones.skin, [-41.0, -31.0], [13.0, 0.0], 4);
        }
    }
    canvas.restore();
}

/// The forearm from the elbow, hidden below the table's edge, to the wrist.
fn paint_sleeve(canvas: &mut Canvas, cloth: &Tone) {
    let sleeve = Shape::at(-62.0, 40.0)
        .cubic([-60.0, 4.0], [-50.0, -16.0], [-34.0, -27.0])
        .line(-18.0, -6.0)
        .cubic([-24.0, 4.0], [-22.0, 24.0], [-20.0, 40.0]);
    canvas.fill(&sleeve.clone().moved(2.0, -3.0), mix(cloth.base, cloth.shade, 0.7));
    canvas
        .fill(&sleeve, Paint::vertical(-30.0, 20.0, mix(cloth.base, cloth.light, 0.7), cloth.base));
}

/// Fingers one below the other around an edge at `from`, each reaching `along`.
fn paint_fingers(canvas: &mut Canvas, skin: &Tone, from: [f32; 2], along: [f32; 2], count: usize) {
    let palm = Shape::rounded(from[0] - 13.0, from[1] - 5.0, 19.0, 36.0, 9.0);
    canvas.fill(&palm, mix(skin.base, skin.shade, 0.45));
    for index in 0..count {
        let y = from[1] + index as f32 * 7.6;
        let reach = [1.0, 1.12, 1.06, 0.86][index.min(3)];
        let start = [from[0] - 3.0, y];
        let end = [from[0] + along[0] * reach, y + along[1]];
        let finger = Shape::at(start[0], start[1]).line(end[0], end[1]);
        canvas.stroke(&finger.clone().moved(0.6, 1.8), 8.6, mix(skin.shade, hex(0x5A2418), 0.2));
        canvas.stroke(&finger, 8.2, mix(skin.base, skin.light, 0.12));
    }
}

fn paint_cup(canvas: &mut Canvas, glaze: &Tone) {
    canvas.stroke_closed(
        &Shape::ellipse(21.0, -22.0, 11.0, 11.5),
        5.0,
        mix(glaze.base, glaze.shade, 0.5),
    );
    let cup = Shape::at(-20.0, -46.0)
        .line(20.0, -46.0)
        .line(18.5, -6.0)
        .quad([18.0, 4.0], [10.0, 4.0])
        .line(-10.0, 4.0)
        .quad([-18.0, 4.0], [-18.5, -6.0]);
    canvas.fill(
        &cup,
        Paint::horizontal(
            -20.0,
            20.0,
            mix(glaze.base, glaze.light, 0.7),
            mix(glaze.base, glaze.shade, 0.3),
        ),
    );
    canvas.fill(&Shape::ellipse(0.0, -46.0, 20.0, 4.6), mix(glaze.base, glaze.light, 1.6));
    canvas.fill(&Shape::ellipse(0.0, -45.2, 16.6, 3.2), hex(0x4A2C20));
}

fn paint_pen_hand(canvas: &mut Canvas, skin: &Tone, colour: &Tone) {
    let pen = Shape::at(-22.0, -54.0).line(14.0, 0.0);
    canvas.stroke(&pen, 5.2, colour.base);
    canvas.stroke(
        &Shape::at(-22.0, -54.0).line(-19.6, -50.4),
        5.2,
        mix(colour.base, colour.light, 2.0),
    );
    let fist = Shape::at(-26.0, -20.0)
        .cubic([-22.0, -36.0], [-2.0, -38.0], [8.0, -26.0])
        .cubic([14.0, -18.0], [12.0, -4.0], [8.0, 6.0])
        .line(-24.0, 8.0);
    canvas.fill(
        &fist,
        Paint::vertical(
            -36.0,
            4.0,
            mix(skin.base, skin.light, 0.15),
            mix(skin.base, skin.shade, 0.5),
        ),
    );
    for (from, to) in [
        ([-6.0, -28.0], [7.0, -13.0]),
        ([-14.0, -24.0], [-1.0, -9.0]),
        ([-21.0, -19.0], [-9.0, -4.0]),
    ] {
        let finger = Shape::at(from[0], from[1]).quad([to[0] + 1.0, from[1] + 1.0], to);
        canvas.stroke(&finger.clone().moved(0.6, 1.8), 8.8, mix(skin.shade, hex(0x5A2418), 0.2));
        canvas.stroke(&finger, 8.4, mix(skin.base, skin.light, 0.12));
    }
    canvas.stroke(&Shape::at(2.0, -18.0).line(11.0, -6.0), 5.2, colour.base);
}

fn paint_tablet(canvas: &mut Canvas) {
    canvas.save();
    canvas.rotate(-0.05);
    let back = Shape::rounded(-42.0, -62.0, 86.0, 76.0, 7.0);
    canvas.fill(&back, Paint::vertical(-62.0, 6.0, hex(0x47526E), hex(0x2A3350)));
    let rim = Shape::at(-36.0, -61.0).line(38.0, -61.0);
    canvas.stroke(&rim, 1.6, fade(hex(0xC9D6F5), 0.6));
    canvas.fill(&Shape::circle(36.0, -54.0, 2.6), hex(0x161C30));
    canvas.restore();
}

fn paint_sheet(canvas: &mut Canvas) {
    canvas.save();
    canvas.rotate(0.05);
    canvas.fill(&Shape::rounded(-36.0, -60.0, 72.0, 76.0, 2.0), hex(0xE3DACB));
    canvas.fill(
        &Shape::rounded(-39.0, -58.0, 72.0, 76.0, 2.0),
        Paint::vertical(-58.0, 4.0, hex(0xFFFDF8), hex(0xF1E8DA)),
    );
    for (line, wide) in [(0.0, 40.0), (1.0, 50.0), (2.0, 34.0), (3.0, 46.0)] {
        let bar = Shape::rounded(-22.0, -48.0 + line * 10.0, wide, 3.2, 1.6);
        canvas.fill(&bar, fade(hex(0xCBC4B8), 0.75));
    }
    canvas.restore();
}
