//! The eyes: lids, iris, catch-light and lashes.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::face::Head;
use crate::interview::scenario::look::Lashes;

/// Where the middle of each eye lies from the middle of the face.
pub const EYE: f32 = 24.5;

/// Half the width of an eye.
const EYE_HALF: f32 = 13.0;

/// Both eyes.
pub fn paint_eyes(canvas: &mut Canvas, head: &Head) {
    head.enter(canvas, 0.62);
    for side in [-1.0, 1.0] {
        canvas.save();
        canvas.translate(side * EYE, 0.0);
        // The eye on the side the face turns to is seen at a sharper angle.
        canvas.scale(1.0 - 0.13 * (head.pose.turn * side).max(0.0), 1.0);
        paint_eye(canvas, head, side);
        canvas.restore();
    }
    canvas.restore();
}

/// One eye about its own middle; `side` is -1 on the left of the screen and 1 on the right.
fn paint_eye(canvas: &mut Canvas, head: &Head, side: f32) {
    let (pose, tones) = (head.pose, head.tones);
    let open = pose.lids.clamp(0.0, 1.0);
    // Looking down lowers the upper lid with the eye; a smile lifts the lower one.
    let upper = 2.6 - open * 15.6 + pose.gaze_y.max(0.0) * 5.2 * open;
    let smile = (pose.mouth_curve - 0.3).max(0.0) * 3.2;
    let lower = (2.6 + open * 6.6 - smile * open).max(upper + 0.3);
    let corner = |x: f32| 1.6 - x * side / EYE_HALF * 1.4;
    let arch = |x: f32, power: f32| (1.0 - (x.abs() / EYE_HALF).min(1.0).powf(power)).max(0.0);
    // The highest point of the upper lid lies a little towards the nose.
    let top =
        |x: f32| corner(x) + (upper - 1.6) * arch((x + side * 1.2).clamp(-EYE_HALF, EYE_HALF), 2.3);
    let bottom = |x: f32| corner(x) + (lower - 1.6) * arch(x, 2.2);
    let crease = |x: f32| corner(x) + (-14.0 - pose.brow_raise * 1.2) * arch(x, 2.0);

    let skin = &tones.skin;
    let lid = Shape::between(-EYE_HALF - 0.6, EYE_HALF + 0.6, crease, |x| top(x) + 0.4);
    canvas.fill(&lid, mix(skin.base, skin.shade, 0.72));
    let opening = Shape::between(-EYE_HALF, EYE_HALF, top, |x| bottom(x).max(top(x)));
    if open > 0.06 {
        canvas.fill(&opening, Paint::vertical(-10.0, 4.0, hex(0xE7DFE2), hex(0xFFFDFA)));
        let (x, y) = (pose.gaze_x * 4.8, -1.2 + pose.gaze_y * 4.4);
        // What of a disc the lids leave to be seen.
        let disc = |x: f32, y: f32, radius: f32| {
            let reach = |at: f32| (radius * radius - (at - x) * (at - x)).max(0.0).sqrt();
            let upper = |at: f32| (y - reach(at)).max(top(at));
            let lower = |at: f32| (y + reach(at)).min(bottom(at)).max(upper(at));
            let (from, to) = ((x - radius).max(-EYE_HALF), (x + radius).min(EYE_HALF));
            Shape::between(from, to, upper, lower)
        };
        let dark = hex(0x120C14);
        canvas.fill(&disc(x, y, 8.6), mix(tones.iris, dark, 0.5));
        canvas.fill(
            &disc(x, y, 7.4),
            Paint::vertical(
                y - 7.0,
                y + 6.0,
                mix(tones.iris, dark, 0.3),
                mix(tones.iris, hex(0xFFE2B8), 0.25),
            ),
        );
        canvas.fill(&disc(x, y, 4.2), dark);
        if open > 0.3 {
            canvas.fill(&disc(x + 2.8, y - 3.0, 2.6), hex(0xFFFFFF));
            canvas.fill(&disc(x - 2.9, y + 3.2, 1.2), fade(hex(0xFFFFFF), 0.55));
        }
    }
    // The lashes run along the upper lid; long ones leave it with a flick at the outer corner.
    let long = head.look.lashes == Lashes::Long;
    let reach = if long { EYE_HALF - 2.6 } else { EYE_HALF };
    let at = |step: usize| -EYE_HALF + (reach + EYE_HALF) * (step as f32 / 14.0);
    let lid = (0..=14).map(|step| [side * at(step), top(side * at(step))]);
    let mut lashes = Shape { points: lid.collect() };
    if long {
        let lift = top(side * reach);
        lashes = lashes
            .quad([side * (EYE_HALF - 0.2), lift + 1.7], [side * (EYE_HALF + 3.6), lift - 1.4]);
    }
    let widths: &[f32] = if long { &[1.4, 2.6, 3.3, 3.4, 0.8] } else { &[1.3, 2.5, 2.5, 2.2] };
    canvas.stroke_tapered(&lashes, widths, tones.lash);
    let under = mix(skin.base, tones.crease, 0.4);
    let below = Shape::at(side * -7.0, bottom(side * -7.0) + 1.0)
        .quad([0.0, lower + 1.3], [side * 9.0, bottom(side * 9.0) + 0.9]);
    canvas.stroke_tapered(&below, &[0.5, 1.3, 0.7], under);
}
