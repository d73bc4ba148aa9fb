//! The mouth, at rest and speaking.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{hex, mix};
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::beard::surrounds_mouth;
use crate::game::stage::figure::face::Head;
use crate::interview::scenario::look::{Beard, Lashes};

/// The height of the middle of the mouth below the eyes.
const MOUTH: f32 = 45.0;

/// The mouth, closed or speaking.
pub fn paint_mouth(canvas: &mut Canvas, head: &Head) {
    let (pose, tones) = (head.pose, head.tones);
    let (curve, open) = (pose.mouth_curve, pose.mouth_open.clamp(0.0, 1.0));
    let half = 16.5 + curve.max(0.0) * 4.5 - open * 2.5;
    let t = |x: f32| (x / half).clamp(-1.0, 1.0);
    let arch = |x: f32| 1.0 - t(x) * t(x);
    let middle = |x: f32| MOUTH + curve * (arch(x) * 8.0 - 4.6) - pose.mouth_skew * t(x) * 3.4;
    // An open smile bares the upper teeth; the upper lip hardly moves, the jaw does.
    let top = |x: f32| middle(x) - open * 2.5 * arch(x);
    let bottom = |x: f32| middle(x) + open * (13.0 + curve.max(0.0) * 3.0) * arch(x).powf(0.7);
    let (upper, lower) = match head.look.lashes {
        Lashes::Long => (4.6, 6.2),
        Lashes::Short => (3.0, 4.8),
    };
    let bow = |x: f32| arch(x) * (1.0 - 0.3 * (-(x / 3.2).powi(2)).exp());
    let bearded = surrounds_mouth(head.look);

    head.enter(canvas, 0.72);
    let lips = tones.lips;
    let pale = mix(lips, tones.skin.base, if upper < 4.0 { 0.42 } else { 0.0 });
    if !bearded {
        let shadow = Shape::between(
            -half * 0.5,
            half * 0.5,
            |x| bottom(x) + lower + 1.6,
            |x| bottom(x) + lower + 1.6 + 3.0 * (1.0 - (x / half * 2.0).powi(2)).max(0.0),
        );
        canvas.fill(&shadow, mix(tones.skin.base, tones.skin.shade, 0.75));
    }
    let lower_lip = Shape::between(-half * 0.88, half * 0.88, bottom, |x| {
        bottom(x) + lower * (1.0 - (x / half / 0.88).powi(2)).max(0.0).powf(0.8)
    });
    canvas.fill(&lower_lip, pale);
    let upper_lip = Shape::between(-half, half, |x| top(x) - upper * bow(x), |x| top(x) + 0.4);
    canvas.fill(&upper_lip, mix(pale, tones.mouth, 0.16));
    if open > 0.02 {
        let inside = Shape::between(-half, half, top, bottom);
        canvas.fill(&inside, tones.mouth);
        let floor = |x: f32| bottom(x).max(top(x));
        let tongue = |x: f32| top(x) + (floor(x) - top(x)) * 0.66;
        if open > 0.25 {
            let tongue = Shape::between(
                -half * 0.62,
                half * 0.62,
                |x| tongue(x) + 3.0 * (x / half / 0.62).powi(2),
                |x| floor(x) - 0.3,
            );
            canvas.fill(&tongue, mix(tones.mouth, hex(0xD9606A), 0.6));
        }
        let edge = |x: f32| top(x) + (floor(x) - top(x)).min(4.8) * (0.78 + 0.2 * arch(x));
        let teeth = Shape::between(
            -half * 0.86,
            half * 0.86,
            |x| top(x) + 0.2,
            |x| edge(x).min(top(x) + (floor(x) - top(x)) * 0.72),
        );
        canvas.fill(&teeth, hex(0xFFFBF5));
    }
    let line = Shape::between(-half, half, top, top);
    let line = Shape { points: line.points[..line.points.len() / 2].to_vec() };
    canvas.stroke_tapered(&line, &[2.0, 2.3, 1.9, 2.3, 2.0], mix(tones.mouth, lips, 0.25));
    // The corners of a smile sink a little into the cheeks.
    if head.look.beard == Beard::None && curve > 0.1 {
        for side in [-1.0, 1.0] {
            let at = [side * (half + 1.4), top(side * half)];
            let dimple = Shape::at(at[0] - side * 0.6, at[1] - 2.4)
                .quad([at[0] + side * 1.2, at[1]], [at[0] - side * 0.4, at[1] + 2.0]);
            let strength = 0.25 + curve * 0.25;
            canvas.stroke_tapered(
                &dimple,
                &[0.6, 1.6, 0.6],
                mix(tones.skin.base, tones.crease, strength),
            );
        }
    }
    canvas.restore();
}
