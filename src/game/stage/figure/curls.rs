//! Curly hair: many round curls with one outline.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::mix;
use crate::game::stage::canvas::shape::{Point, Shape};
use crate::game::stage::figure::face::Head;

/// Short curls over the skull and along the forehead.
pub fn paint_curls(canvas: &mut Canvas, head: &Head) {
    let hair = &head.tones.hair;
    let base = hair.base;
    let cap = Shape::at(-58.5, -2.0)
        .cubic([-66.0, -40.0], [-56.0, -84.0], [0.0, -86.0])
        .cubic([56.0, -84.0], [66.0, -40.0], [58.5, -2.0])
        .quad([54.0, 2.0], [52.5, -4.0])
        .cubic([54.0, -14.0], [50.0, -36.0], [36.0, -46.0])
        .cubic([12.0, -54.0], [-12.0, -54.0], [-36.0, -46.0])
        .cubic([-50.0, -36.0], [-54.0, -14.0], [-52.5, -4.0])
        .quad([-54.0, 2.0], [-58.5, -2.0]);
    canvas.fill(&cap, base);
    for (index, puff) in
        puffs(11, 0.0, [0.0, -38.0], [57.0, 50.0], (176.0, 364.0)).into_iter().enumerate()
    {
        let size = 14.0 + (index % 3) as f32 * 2.2;
        canvas.fill(&Shape::circle(puff[0], puff[1], size), base);
    }
    for (x, y, size) in [
        (-38.0, -50.0, 11.0),
        (-20.0, -56.0, 12.0),
        (0.0, -55.0, 11.0),
        (19.0, -57.0, 12.5),
        (38.0, -50.0, 11.0),
    ] {
        canvas.fill(&Shape::circle(x, y, size), base);
    }
    let light = mix(base, hair.light, 0.75);
    for (x, y) in [
        (-34.0, -72.0),
        (-10.0, -80.0),
        (14.0, -76.0),
        (38.0, -66.0),
        (-22.0, -58.0),
        (4.0, -62.0),
        (28.0, -58.0),
        (-48.0, -48.0),
        (50.0, -42.0),
    ] {
        let curl = Shape::at(x - 7.0, y + 3.0).cubic(
            [x - 6.0, y - 7.0],
            [x + 6.0, y - 7.0],
            [x + 6.0, y + 2.0],
        );
        canvas.stroke_tapered(&curl, &[0.8, 2.8, 0.8], light);
    }
}

/// Points along an arc of an ellipse, from one angle to another in degrees, every second one moved out by `wave`.
#[must_use]
pub fn puffs(count: usize, wave: f32, middle: Point, radii: Point, arc: (f32, f32)) -> Vec<Point> {
    let at = |index: usize| {
        let t = index as f32 / (count - 1) as f32;
        let (sin, cos) = (arc.0 + (arc.1 - arc.0) * t).to_radians().sin_cos();
        let out = 1.0 + if index.is_multiple_of(2) { 0.0 } else { wave * 0.004 };
        [middle[0] + cos * radii[0] * out, middle[1] + sin * radii[1] * out]
    };
    (0..count).map(at).collect()
}
