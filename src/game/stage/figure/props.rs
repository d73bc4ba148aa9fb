//! Hands on the table's edge, and what they hold.

use crate::game::stage::acting::pose::Pose;
use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::tones::{Tone, Tones};
use crate::interview::scenario::look::{Holds, Look};

/// Where the hand lies beside the body's middle; what it holds stands on the table's edge.
const HAND: f32 = 58.0;

/// How far what is out of sight lies below the table's edge.
const HIDDEN: f32 = 96.0;

/// Forearms, hands and what they hold, over the clothes and behind the table's edge.
pub fn paint_props(canvas: &mut Canvas, look: &Look, pose: &Pose, tones: &Tones) {
    let writes = pose.writing > 0.01;
    match look.holds {
        // The free hand takes the pen up, and a pad with it.
        Holds::Nothing if writes => paint_note_taking(canvas, -1.0, pose, tones, 1.0),
        Holds::Nothing => {}
        Holds::Pen => paint_note_taking(canvas, -1.0, pose, tones, 0.0),
        Holds::Cup => {
            if writes {
                paint_note_taking(canvas, 1.0, pose, tones, 1.0);
            }
            canvas.save();
            canvas.translate(-HAND, 0.0);
            paint_sleeve(canvas, &tones.cloth);
            paint_cup(canvas, &tones.accent);
            paint_fingers(canvas, &tones.skin, [-15.0, -31.0], [20.0, 0.0], 4);
            canvas.restore();
        }
        // What is held is what is written on: the other hand comes from behind it.
        Holds::Tablet | Holds::Notes => {
            if writes {
                canvas.save();
                canvas.translate(
                    -HAND + 26.0 + pose.pen * 6.0,
                    -44.0 + HIDDEN * (1.0 - pose.writing),
                );
                canvas.scale(-1.0, 1.0);
                paint_pen_hand(canvas, &tones.skin, &tones.accent);
                canvas.restore();
            }
            canvas.save();
            canvas.translate(-HAND + 14.0, 0.0);
            paint_sleeve(canvas, &tones.cloth);
            let at = if look.holds == Holds::Tablet {
                paint_tablet(canvas);
                -45.0
            } else {
                paint_sheet(canvas);
                -41.0
            };
            paint_fingers(canvas, &tones.skin, [at, -33.0], [14.0, 0.0], 4);
            canvas.restore();
        }
    }
    if pose.watch > 0.01 {
        paint_watch_arm(canvas, pose.watch, tones);
    }
}

/// The hand with the pen, and the pad that leans on the table's edge while it writes. `rises` is how much of the hand
/// itself comes up with the pad.
fn paint_note_taking(canvas: &mut Canvas, side: f32, pose: &Pose, tones: &Tones, rises: f32) {
    let hidden = HIDDEN * (1.0 - pose.writing);
    canvas.save();
    canvas.translate(side * HAND, 0.0);
    canvas.scale(-side, 1.0);
    canvas.save();
    canvas.translate(pose.pen * 7.0 * pose.writing, hidden * rises - pose.writing * 10.0);
    paint_sleeve(canvas, &tones.cloth);
    paint_pen_hand(canvas, &tones.skin, &tones.accent);
    canvas.restore();
    if pose.writing > 0.01 {
        canvas.translate(-4.0, hidden);
        paint_pad(canvas);
    }
    canvas.restore();
}

/// The back of a pad that leans against its writer.
fn paint_pad(canvas: &mut Canvas) {
    let paper = Shape::at(-33.0, -26.0).line(45.0, -26.0).line(50.0, 20.0).line(-38.0, 20.0);
    canvas.fill(&paper, hex(0xFFFDF8));
    let board = Shape::at(-35.0, -20.0).line(47.0, -20.0).line(52.0, 20.0).line(-40.0, 20.0);
    canvas.fill(&board, Paint::vertical(-20.0, 14.0, hex(0x8A6A4C), hex(0x6E5239)));
    canvas.stroke(&Shape::at(-35.0, -20.0).line(47.0, -20.0), 1.6, hex(0xB08E6A));
}

/// The forearm across the body, with the watch towards its wearer.
fn paint_watch_arm(canvas: &mut Canvas, raised: f32, tones: &Tones) {
    let (cloth, skin) = (&tones.cloth, &tones.skin);
    canvas.save();
    canvas.translate(0.0, HIDDEN * (1.0 - raised));
    let hand = Shape::at(20.0, -54.0)
        .cubic([8.0, -58.0], [-6.0, -52.0], [-8.0, -42.0])
        .cubic([-9.0, -30.0], [4.0, -22.0], [24.0, -26.0])
        .line(46.0, -30.0)
        .line(44.0, -50.0);
    canvas.fill(&hand.clone().moved(0.6, 2.6), mix(skin.shade, hex(0x5A2418), 0.2));
    canvas.fill(
        &hand,
        Paint::vertical(
            -58.0,
            -24.0,
            mix(skin.base, skin.light, 0.2),
            mix(skin.base, skin.shade, 0.4),
        ),
    );
    for y in [-47.0, -40.0, -33.0] {
        let finger = Shape::at(-7.0, y + 1.0).quad([0.0, y - 1.5], [9.0, y + 0.5]);
        canvas.stroke_tapered(&finger, &[0.8, 2.0, 0.8], mix(skin.shade, hex(0x5A2418), 0.15));
    }
    let sleeve = Shape::at(42.0, -54.0)
        .cubic([64.0, -52.0], [92.0, -34.0], [112.0, 44.0])
        .line(58.0, 44.0)
        .cubic([60.0, 10.0], [56.0, -14.0], [42.0, -24.0]);
    canvas.fill(&sleeve.clone().moved(-1.0, 3.5), mix(cloth.base, cloth.shade, 0.8));
    canvas.fill(
        &sleeve,
        Paint::vertical(
            -54.0,
            30.0,
            mix(cloth.base, cloth.light, 0.8),
            mix(cloth.base, cloth.shade, 0.2),
        ),
    );
    let strap = Shape::at(29.0, -53.0).line(38.0, -53.0).line(39.0, -27.0).line(30.0, -26.0);
    canvas.fill(&strap, hex(0x33271F));
    canvas.fill(&Shape::ellipse(34.0, -41.0, 10.0, 10.5), hex(0xE3AE45));
    canvas.fill(&Shape::ellipse(34.0, -41.0, 7.6, 8.0), hex(0xFFFDF8));
    canvas.stroke(&Shape::at(34.0, -41.0).line(34.0, -46.5), 1.7, hex(0x27304A));
    canvas.stroke(&Shape::at(34.0, -41.0).line(38.0, -39.0), 1.7, hex(0x27304A));
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
