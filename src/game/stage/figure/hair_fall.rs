//! Hair behind the head, and hair that falls over the shoulders.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::curls::puffs;
use crate::game::stage::figure::face::Head;
use crate::game::stage::figure::hair::crown;
use crate::game::stage::figure::scarf;
use crate::interview::scenario::look::Hair;

/// How far hair behind the head moves when the face turns.
const BEHIND: f32 = -0.25;

/// Hair behind the head and the neck, painted before anything else of the figure.
pub fn paint_behind(canvas: &mut Canvas, head: &Head) {
    let hair = &head.tones.hair;
    let dark = Paint::vertical(-80.0, 90.0, mix(hair.base, hair.shade, 0.5), hair.shade);
    head.enter(canvas, BEHIND);
    match head.look.hair {
        Hair::Afro => {
            for puff in puffs(15, 16.0, [0.0, -30.0], [76.0, 66.0], (150.0, 390.0)) {
                canvas.fill(&Shape::circle(puff[0], puff[1], 20.0), hair.base);
            }
            canvas.fill(&Shape::ellipse(0.0, -30.0, 80.0, 70.0), hair.base);
        }
        Hair::Bob => {
            let back = Shape::at(0.0, -86.0)
                .cubic([50.0, -86.0], [70.0, -56.0], [70.0, -10.0])
                .cubic([70.0, 22.0], [72.0, 50.0], [64.0, 76.0])
                .cubic([44.0, 84.0], [24.0, 82.0], [0.0, 80.0]);
            canvas.fill(&back.mirrored(), dark);
        }
        Hair::Long | Hair::Wavy => {
            let back = Shape::at(0.0, -86.0)
                .cubic([52.0, -86.0], [72.0, -54.0], [72.0, 0.0])
                .cubic([72.0, 46.0], [86.0, 84.0], [80.0, 130.0])
                .line(0.0, 130.0);
            canvas.fill(&back.mirrored(), dark);
        }
        Hair::Bun => {
            canvas.fill(
                &Shape::ellipse(0.0, -101.0, 29.0, 26.0),
                Paint::vertical(-126.0, -78.0, mix(hair.base, hair.light, 0.5), hair.shade),
            );
            for (from, to, lift) in [(-20.0, 14.0, -14.0), (-12.0, 22.0, -4.0)] {
                let coil = Shape::at(from, -100.0 + lift * 0.4)
                    .quad([0.0, -116.0 + lift], [to, -100.0 + lift * 0.2]);
                canvas.stroke_tapered(&coil, &[0.8, 2.6, 0.8], hair.shade);
            }
        }
        Hair::Ponytail => {
            let tail = Shape::at(20.0, -84.0)
                .cubic([66.0, -104.0], [98.0, -64.0], [94.0, -8.0])
                .cubic([91.0, 34.0], [70.0, 66.0], [84.0, 112.0])
                .cubic([58.0, 98.0], [48.0, 62.0], [58.0, 20.0])
                .cubic([64.0, -10.0], [60.0, -40.0], [20.0, -50.0]);
            canvas.fill(&tail, Paint::horizontal(40.0, 96.0, hair.shade, hair.base));
            let strand = Shape::at(62.0, -66.0).cubic([92.0, -30.0], [78.0, 20.0], [70.0, 56.0]);
            canvas.stroke_tapered(&strand, &[0.8, 4.0, 0.8], mix(hair.base, hair.light, 0.5));
        }
        Hair::Locs => {
            let back = crown(-86.0, 66.0, 20.0).line(64.0, 120.0).line(0.0, 120.0);
            canvas.fill(&back.mirrored(), hair.shade);
        }
        Hair::Braids => {
            let back = crown(-84.0, 61.0, 16.0).cubic([60.0, 50.0], [48.0, 70.0], [0.0, 74.0]);
            canvas.fill(&back.mirrored(), hair.shade);
        }
        Hair::Headscarf => scarf::paint_behind(canvas, head),
        Hair::Bald
        | Hair::Buzz
        | Hair::Short
        | Hair::SideParting
        | Hair::SweptBack
        | Hair::Curly => {}
    }
    canvas.restore();
}

/// Hair that falls over the shoulders, painted over the clothes and under the face.
pub fn paint_over_shoulders(canvas: &mut Canvas, head: &Head) {
    let hair = &head.tones.hair;
    let fall = Paint::vertical(20.0, 150.0, hair.base, mix(hair.base, hair.shade, 0.7));
    head.enter(canvas, BEHIND * 0.4);
    match head.look.hair {
        Hair::Long => {
            for side in [-1.0, 1.0] {
                let lock = Shape::at(44.0, 4.0)
                    .cubic([48.0, 50.0], [38.0, 96.0], [42.0, 146.0])
                    .cubic([52.0, 154.0], [64.0, 152.0], [72.0, 142.0])
                    .cubic([86.0, 90.0], [72.0, 46.0], [69.0, 0.0])
                    .on_side(side);
                canvas.fill(&lock, fall);
                let strand = Shape::at(60.0, 30.0)
                    .cubic([62.0, 66.0], [60.0, 100.0], [58.0, 136.0])
                    .on_side(side);
                canvas.stroke_tapered(&strand, &[0.8, 3.0, 0.8], hair.shade);
            }
        }
        Hair::Wavy => {
            for side in [-1.0, 1.0] {
                let lock = Shape::at(46.0, 4.0)
                    .spline(&[
                        [47.0, 40.0],
                        [38.0, 70.0],
                        [46.0, 98.0],
                        [40.0, 124.0],
                        [56.0, 140.0],
                        [74.0, 126.0],
                        [82.0, 100.0],
                        [74.0, 72.0],
                        [78.0, 44.0],
                        [68.0, 0.0],
                    ])
                    .on_side(side);
                canvas.fill(&lock, fall);
                let strand = Shape::at(60.0, 20.0)
                    .spline(&[[66.0, 48.0], [56.0, 76.0], [66.0, 104.0], [58.0, 128.0]])
                    .on_side(side);
                canvas.stroke_tapered(&strand, &[0.8, 3.4, 0.8], hair.shade);
            }
        }
        Hair::Locs => {
            let pale = mix(hair.base, hair.light, 0.6);
            for side in [-1.0, 1.0] {
                for (index, (x, end)) in
                    [(47.0, 106.0), (75.0, 116.0), (56.0, 134.0), (66.0, 128.0)]
                        .into_iter()
                        .enumerate()
                {
                    let loc = Shape::at(x - 6.0, -20.0)
                        .cubic([x + 1.0, 10.0], [x - 3.0, 50.0], [x, end])
                        .on_side(side);
                    let tone = if index.is_multiple_of(2) { hair.base } else { pale };
                    canvas.stroke_tapered(&loc, &[10.0, 11.5, 10.5, 8.0], tone);
                    let cuff =
                        Shape::at(x - 4.0, end - 14.0).line(x + 4.0, end - 14.0).on_side(side);
                    if index == 2 {
                        canvas.stroke(&cuff, 3.4, hex(0xE3AE45));
                    }
                }
            }
        }
        Hair::Braids => {
            for side in [-1.0, 1.0] {
                for index in (0..7).rev() {
                    let y = 52.0 + index as f32 * 14.0;
                    let x = side * (57.0 + (index as f32 * 0.7).sin() * 3.0);
                    canvas.save();
                    canvas.translate(x, y);
                    canvas.rotate(if index % 2 == 0 { 0.45 } else { -0.45 });
                    let size = 10.5 - index as f32 * 0.55;
                    canvas.fill(
                        &Shape::ellipse(0.0, 0.0, size, 9.6),
                        Paint::horizontal(-size, size, mix(hair.base, hair.light, 0.6), hair.shade),
                    );
                    canvas.restore();
                }
                let tuft = Shape::at(side * 53.0, 146.0)
                    .quad([side * 52.0, 158.0], [side * 57.0, 164.0])
                    .quad([side * 62.0, 158.0], [side * 61.0, 146.0]);
                canvas.fill(&tuft, hair.base);
                canvas.fill(
                    &Shape::rounded(side * 57.0 - 6.0, 141.0, 12.0, 7.0, 3.0),
                    head.tones.accent.base,
                );
            }
        }
        Hair::Headscarf => scarf::paint_over_shoulders(canvas, head),
        _ => {}
    }
    canvas.restore();
}
