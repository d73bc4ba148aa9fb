//! Hair in front: the cap over the skull and what frames the face.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{mix, shade};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::{Point, Shape};
use crate::game::stage::figure::curls::{paint_curls, puffs};
use crate::game::stage::figure::face::Head;
use crate::game::stage::figure::scarf;
use crate::interview::scenario::look::Hair;

/// How far hair before the head moves when the face turns.
const FRONT: f32 = 0.14;

/// Whether the ears are hidden under the hair or the cloth.
#[must_use]
pub fn covers_ears(hair: Hair) -> bool {
    matches!(hair, Hair::Afro | Hair::Bob | Hair::Long | Hair::Wavy | Hair::Locs | Hair::Headscarf)
}

/// The top of the head, pulled or combed close: its half outline from the crown to the temple.
#[must_use]
pub fn crown(top: f32, side: f32, end: f32) -> Shape {
    Shape::at(0.0, top).cubic([40.0, top], [side + 2.0, -60.0], [side, end])
}

/// Hair in front: the cap over the skull and what frames the face.
pub fn paint_front(canvas: &mut Canvas, head: &Head) {
    let hair = &head.tones.hair;
    let top = Paint::vertical(-96.0, 10.0, mix(hair.base, hair.light, 0.6), hair.base);
    head.enter(canvas, FRONT);
    match head.look.hair {
        Hair::Bald => {
            let shine = Shape::at(-30.0, -52.0).quad([-14.0, -64.0], [6.0, -64.0]);
            canvas.stroke_tapered(
                &shine,
                &[1.0, 6.0, 1.0],
                mix(head.tones.skin.base, head.tones.skin.light, 0.7),
            );
        }
        Hair::Buzz => {
            let cap = crown(-77.0, 57.5, -2.0)
                .line(52.0, 2.0)
                .cubic([53.0, -12.0], [51.0, -26.0], [46.0, -36.0])
                .cubic([36.0, -46.0], [18.0, -49.0], [0.0, -49.0])
                .mirrored();
            let near = mix(head.tones.skin.shade, hair.base, 0.82);
            canvas.fill(
                &cap,
                Paint::vertical(-78.0, -2.0, near, mix(near, head.tones.skin.shade, 0.3)),
            );
        }
        Hair::Short => {
            let cap = Shape::at(-60.0, 5.0)
                .cubic([-67.0, -34.0], [-62.0, -74.0], [-36.0, -86.0])
                .cubic([-22.0, -98.0], [34.0, -103.0], [50.0, -82.0])
                .cubic([63.0, -66.0], [64.0, -30.0], [60.0, 5.0])
                .line(52.5, 8.0)
                .cubic([54.0, -8.0], [53.0, -24.0], [47.0, -35.0])
                .cubic([40.0, -50.0], [24.0, -57.0], [8.0, -51.0])
                .cubic([-6.0, -45.0], [-26.0, -49.0], [-40.0, -42.0])
                .cubic([-50.0, -34.0], [-54.0, -10.0], [-52.5, 8.0]);
            canvas.fill(&cap, top);
            strands(
                canvas,
                head,
                &[
                    ([-34.0, -54.0], [-38.0, -72.0], [-14.0, -86.0]),
                    ([-10.0, -56.0], [-6.0, -76.0], [18.0, -88.0]),
                    ([18.0, -60.0], [28.0, -74.0], [42.0, -76.0]),
                ],
            );
        }
        Hair::SideParting => {
            let cap = Shape::at(-60.0, 5.0)
                .cubic([-67.0, -38.0], [-60.0, -78.0], [-32.0, -86.0])
                .cubic([10.0, -102.0], [70.0, -88.0], [61.0, 5.0])
                .line(53.0, 8.0)
                .cubic([55.0, -10.0], [55.0, -24.0], [50.0, -32.0])
                .cubic([34.0, -34.0], [-8.0, -40.0], [-29.0, -62.0])
                .cubic([-44.0, -50.0], [-54.0, -30.0], [-52.5, 8.0]);
            canvas.fill(&cap, top);
            let part = Shape::at(-29.0, -61.0).quad([-33.0, -72.0], [-31.0, -84.0]);
            canvas.stroke_tapered(&part, &[3.0, 2.0, 0.6], hair.shade);
            strands(
                canvas,
                head,
                &[
                    ([-20.0, -62.0], [8.0, -48.0], [42.0, -44.0]),
                    ([-18.0, -74.0], [20.0, -66.0], [50.0, -52.0]),
                ],
            );
        }
        Hair::SweptBack => {
            let cap = Shape::at(-59.0, 5.0)
                .cubic([-65.0, -40.0], [-62.0, -82.0], [-34.0, -92.0])
                .cubic([-12.0, -101.0], [22.0, -102.0], [38.0, -91.0])
                .cubic([63.0, -80.0], [65.0, -40.0], [59.0, 5.0])
                .line(52.5, 8.0)
                .cubic([54.0, -16.0], [53.0, -36.0], [42.0, -48.0])
                .cubic([22.0, -62.0], [-22.0, -62.0], [-42.0, -48.0])
                .cubic([-53.0, -36.0], [-54.0, -16.0], [-52.5, 8.0]);
            canvas.fill(&cap, top);
            strands(
                canvas,
                head,
                &[
                    ([-36.0, -54.0], [-42.0, -72.0], [-28.0, -88.0]),
                    ([-12.0, -60.0], [-14.0, -78.0], [-2.0, -94.0]),
                    ([14.0, -60.0], [18.0, -76.0], [22.0, -92.0]),
                    ([38.0, -52.0], [46.0, -66.0], [42.0, -84.0]),
                ],
            );
        }
        Hair::Curly => paint_curls(canvas, head),
        Hair::Afro => {
            let edge = Shape::at(-62.0, 14.0)
                .line(-72.0, -50.0)
                .line(0.0, -90.0)
                .line(72.0, -50.0)
                .line(62.0, 14.0)
                .cubic([54.0, 4.0], [54.0, -16.0], [50.0, -30.0])
                .cubic([42.0, -50.0], [20.0, -54.0], [0.0, -54.0])
                .cubic([-20.0, -54.0], [-42.0, -50.0], [-50.0, -30.0])
                .cubic([-54.0, -16.0], [-54.0, 4.0], [-62.0, 14.0]);
            canvas.fill(&edge, hair.base);
            let light = mix(hair.base, hair.light, 0.8);
            for spot in puffs(9, 0.0, [0.0, -34.0], [62.0, 58.0], (190.0, 350.0)) {
                let curl = Shape::at(spot[0] - 6.0, spot[1])
                    .quad([spot[0], spot[1] - 8.0], [spot[0] + 6.0, spot[1]]);
                canvas.stroke_tapered(&curl, &[0.8, 3.0, 0.8], light);
            }
        }
        Hair::Bob => {
            let front = Shape::at(0.0, -88.0)
                .cubic([48.0, -88.0], [69.0, -60.0], [70.0, -12.0])
                .cubic([70.0, 20.0], [73.0, 48.0], [65.0, 76.0])
                .cubic([56.0, 76.0], [50.0, 70.0], [46.0, 62.0])
                .cubic([54.0, 40.0], [55.0, 8.0], [50.0, -24.0])
                .cubic([40.0, -35.0], [20.0, -38.0], [0.0, -37.0]);
            canvas.fill(&front.mirrored(), top);
            for (from, to) in [(-18.0, -20.0), (4.0, 2.0), (24.0, 26.0)] {
                let strand = Shape::at(from, -78.0).quad([to - 2.0, -60.0], [to, -40.0]);
                canvas.stroke_tapered(&strand, &[0.6, 2.2, 0.8], hair.shade);
            }
        }
        Hair::Long => {
            let front = Shape::at(0.0, -88.0)
                .cubic([46.0, -89.0], [68.0, -58.0], [69.0, -8.0])
                .cubic([70.0, 20.0], [73.0, 42.0], [72.0, 64.0])
                .cubic([60.0, 52.0], [56.0, 22.0], [53.0, -2.0])
                .cubic([49.0, -30.0], [26.0, -50.0], [0.0, -64.0]);
            canvas.fill(&front.mirrored(), top);
            let part = Shape::at(0.0, -63.0).line(0.0, -84.0);
            canvas.stroke_tapered(&part, &[2.8, 1.4], hair.shade);
            paint_side_strands(canvas, head);
        }
        Hair::Wavy => {
            let front = Shape::at(-70.0, 46.0)
                .cubic([-74.0, -10.0], [-72.0, -76.0], [-20.0, -90.0])
                .cubic([30.0, -100.0], [74.0, -70.0], [70.0, -6.0])
                .cubic([74.0, 14.0], [76.0, 34.0], [69.0, 56.0])
                .cubic([56.0, 44.0], [60.0, 18.0], [53.0, -8.0])
                .cubic([52.0, -34.0], [8.0, -34.0], [-22.0, -66.0])
                .cubic([-34.0, -44.0], [-54.0, -34.0], [-53.0, -4.0])
                .cubic([-60.0, 14.0], [-56.0, 34.0], [-70.0, 46.0]);
            canvas.fill(&front, top);
            let part = Shape::at(-22.0, -65.0).quad([-24.0, -76.0], [-20.0, -88.0]);
            canvas.stroke_tapered(&part, &[2.6, 1.2], hair.shade);
            strands(
                canvas,
                head,
                &[
                    ([-14.0, -70.0], [20.0, -48.0], [56.0, -36.0]),
                    ([-10.0, -80.0], [36.0, -72.0], [60.0, -40.0]),
                ],
            );
        }
        Hair::Bun | Hair::Ponytail => {
            let cap = crown(-84.0, 60.5, -4.0)
                .line(55.0, 4.0)
                .cubic([54.0, -30.0], [32.0, -56.0], [0.0, -56.0])
                .mirrored();
            canvas.fill(&cap, top);
            let rise = mix(hair.base, hair.shade, 0.8);
            for x in [-40.0, -20.0, 0.0, 20.0, 40.0_f32] {
                let strand =
                    Shape::at(x, -58.0 + x.abs() * 0.22).quad([x * 0.8, -70.0], [x * 0.42, -81.0]);
                canvas.stroke_tapered(&strand, &[0.6, 2.0, 0.6], rise);
            }
        }
        Hair::Locs => {
            let cap = crown(-90.0, 64.0, 4.0)
                .line(54.0, 8.0)
                .cubic([54.0, -28.0], [34.0, -53.0], [0.0, -56.0])
                .mirrored();
            canvas.fill(&cap, hair.base);
            let pale = mix(hair.base, hair.light, 0.6);
            for side in [-1.0, 1.0] {
                for (index, (from, over, to)) in [
                    ([3.0, -84.0], [52.0, -98.0], [72.0, 96.0]),
                    ([3.0, -76.0], [46.0, -84.0], [64.0, 116.0]),
                    ([3.0, -67.0], [40.0, -68.0], [57.5, 86.0]),
                ]
                .into_iter()
                .enumerate()
                {
                    let loc = Shape::at(from[0], from[1])
                        .cubic(over, [to[0] - 2.0, -48.0], [to[0] - 1.0, 4.0])
                        .quad([to[0] - 1.0, 50.0], to)
                        .on_side(side);
                    let tone = if index == 1 { pale } else { mix(hair.base, hair.light, 0.2) };
                    canvas.stroke_tapered(&loc, &[8.0, 10.0, 11.0, 10.5, 8.0], tone);
                }
            }
            let part = Shape::at(0.0, -57.0).line(0.0, -86.0);
            canvas.stroke_tapered(&part, &[2.6, 1.4], hair.shade);
        }
        Hair::Braids => {
            let cap = crown(-85.0, 61.5, 10.0)
                .cubic([62.0, 30.0], [66.0, 44.0], [62.0, 58.0])
                .line(52.0, 54.0)
                .cubic([57.0, 30.0], [56.0, 0.0], [52.0, -14.0])
                .cubic([47.0, -36.0], [24.0, -50.0], [0.0, -60.0])
                .mirrored();
            canvas.fill(&cap, top);
            let row = mix(hair.base, hair.shade, 0.9);
            let part = Shape::at(0.0, -60.0).line(0.0, -83.0);
            canvas.stroke_tapered(&part, &[2.4, 1.4], shade(head.tones.skin.shade, 0.2));
            for side in [-1.0, 1.0] {
                for (from, over, to) in [
                    ([3.0, -66.0], [38.0, -60.0], [55.0, -26.0]),
                    ([3.0, -73.0], [46.0, -70.0], [59.0, -20.0]),
                    ([3.0, -79.0], [54.0, -82.0], [61.0, -30.0]),
                ] {
                    let line = Shape::at(from[0], from[1]).quad(over, to).on_side(side);
                    canvas.stroke_tapered(&line, &[0.8, 2.2, 0.8], row);
                }
            }
        }
        Hair::Headscarf => scarf::paint_front(canvas, head),
    }
    canvas.restore();
}

/// A few light strands: each from a point over a handle to a point.
fn strands(canvas: &mut Canvas, head: &Head, lines: &[(Point, Point, Point)]) {
    let light = mix(head.tones.hair.base, head.tones.hair.light, 0.95);
    for &(from, handle, to) in lines {
        let strand = Shape::at(from[0], from[1]).quad(handle, to);
        canvas.stroke_tapered(&strand, &[0.6, 3.2, 0.6], light);
    }
}

fn paint_side_strands(canvas: &mut Canvas, head: &Head) {
    for side in [-1.0, 1.0] {
        let light =
            Shape::at(14.0, -74.0).cubic([44.0, -70.0], [58.0, -40.0], [61.0, 10.0]).on_side(side);
        canvas.stroke_tapered(
            &light,
            &[0.6, 3.6, 0.6],
            mix(head.tones.hair.base, head.tones.hair.light, 0.9),
        );
    }
}
