//! One person at the table, from the table's edge up.

pub mod back;
pub mod beard;
pub mod clothes;
pub mod curls;
pub mod eyes;
pub mod face;
pub mod glasses;
pub mod hair;
pub mod hair_fall;
pub mod mouth;
pub mod portrait;
pub mod props;
pub mod scarf;
pub mod tones;

use crate::game::stage::acting::pose::Pose;
use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::hex;
use crate::game::stage::figure::beard::paint_beard;
use crate::game::stage::figure::clothes::paint_clothes;
use crate::game::stage::figure::eyes::paint_eyes;
use crate::game::stage::figure::face::{Head, paint_brows, paint_ears, paint_nose, paint_skin};
use crate::game::stage::figure::glasses::paint_glasses;
use crate::game::stage::figure::hair::{covers_ears, paint_front};
use crate::game::stage::figure::hair_fall::{paint_behind, paint_over_shoulders};
use crate::game::stage::figure::mouth::paint_mouth;
use crate::game::stage::figure::props::paint_props;
use crate::game::stage::figure::tones::Tones;
use crate::interview::scenario::look::Look;

/// Where the point between the eyes lies above the table's edge.
const EYES: f32 = -190.0;

/// Where the head turns on the neck.
const NECK: f32 = -122.0;

/// The colour of the room when no light falls on a figure, and how much of it such a figure takes on.
const DUSK: (u32, f32) = (0x2C3A66, 0.24);

/// Paints a bust whose origin is the middle of the table's back edge under it; the figure lies at negative y.
///
/// It is about 290 high and 240 wide and reaches 40 below the origin, so the table is painted over it. `lit` is how
/// much light falls on it: 0 dimmer and bluer, 1 in full colour.
pub fn paint_figure(canvas: &mut Canvas, look: &Look, pose: &Pose, lit: f32) {
    let tones = Tones::of(look);
    let pose = pose.clamped();
    let head = Head::new(look, &pose, &tones);
    let before = canvas.tint;
    canvas.tint = (hex(DUSK.0), DUSK.1 * (1.0 - lit.clamp(0.0, 1.0)));
    canvas.save();
    let nearer = 1.0 + pose.lean * 0.022;
    canvas.scale(nearer, nearer);

    enter_head(canvas, &pose);
    paint_behind(canvas, &head);
    canvas.restore();

    canvas.save();
    canvas.translate(0.0, -pose.breath * 1.2);
    canvas.scale(1.0 + pose.breath * 0.006, 1.0);
    paint_clothes(canvas, look, &pose, &tones);
    canvas.restore();

    enter_head(canvas, &pose);
    paint_over_shoulders(canvas, &head);
    if !covers_ears(look.hair) {
        paint_ears(canvas, &head);
    }
    paint_skin(canvas, &head);
    paint_beard(canvas, &head);
    paint_mouth(canvas, &head);
    paint_nose(canvas, &head);
    paint_eyes(canvas, &head);
    paint_front(canvas, &head);
    paint_brows(canvas, &head);
    paint_glasses(canvas, &head);
    canvas.restore();
    paint_props(canvas, look, &pose, &tones);

    canvas.restore();
    canvas.tint = before;
}

/// Goes to the head's own coordinates; ends with the canvas's `restore`.
fn enter_head(canvas: &mut Canvas, pose: &Pose) {
    canvas.save();
    canvas.translate(pose.tilt * 4.0 + pose.turn * 3.0, NECK - pose.breath * 1.8);
    canvas.rotate(pose.tilt * 0.16);
    canvas.translate(0.0, EYES - NECK + pose.nod * 6.5);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::stage::acting::pose::Expression;
    use crate::interview::scenario::look::{
        Beard, Glasses, Hair, Holds, Jewellery, Lashes, Outfit,
    };

    #[track_caller]
    fn check_sound(look: &Look, pose: &Pose) {
        let mut canvas = Canvas::default();
        paint_figure(&mut canvas, look, pose, 0.5);
        assert!(!canvas.indices.is_empty());
        assert!(canvas.indices.iter().all(|i| (*i as usize) < canvas.positions.len()));
        assert!(
            canvas.positions.iter().flatten().all(|part| part.is_finite() && part.abs() < 500.0)
        );
        assert!(canvas.colours.iter().flatten().all(|part| (0.0..=1.0).contains(part)));
    }

    #[test]
    fn every_choice_of_look_is_a_sound_mesh() {
        let look = Look { lashes: Lashes::Long, ..Look::from_name("Ada") };
        let pose = Expression::Warm.pose();
        Hair::ALL.iter().for_each(|&hair| check_sound(&Look { hair, ..look.clone() }, &pose));
        Beard::ALL.iter().for_each(|&beard| check_sound(&Look { beard, ..look.clone() }, &pose));
        Outfit::ALL.iter().for_each(|&outfit| check_sound(&Look { outfit, ..look.clone() }, &pose));
        Holds::ALL.iter().for_each(|&holds| check_sound(&Look { holds, ..look.clone() }, &pose));
        let bald = Look { hair: Hair::Bald, ..look };
        for &glasses in Glasses::ALL {
            for &jewellery in Jewellery::ALL {
                check_sound(&Look { glasses, jewellery, ..bald.clone() }, &pose);
            }
        }
    }

    #[test]
    fn no_pose_breaks_the_mesh() {
        let look = Look { hair: Hair::Short, beard: Beard::Full, ..Look::from_name("Ben") };
        for expression in Expression::ALL {
            check_sound(&look, &expression.pose());
        }
        for corner in 0..64 {
            let end = |bit: i32| if corner >> bit & 1 == 0 { -1.0 } else { 1.0 };
            let pose = Pose {
                brow_raise: end(0),
                brow_tilt: end(1),
                brow_skew: end(2),
                lids: end(3).max(0.0),
                mouth_curve: end(4),
                mouth_open: end(5).max(0.0),
                mouth_skew: end(0),
                gaze_x: end(1),
                gaze_y: end(2),
                tilt: end(3),
                turn: end(4),
                nod: end(5),
                lean: end(0),
                breath: end(1).max(0.0),
                writing: end(2).max(0.0),
                pen: end(3),
                watch: end(4).max(0.0),
            };
            check_sound(&look, &pose);
        }
        check_sound(&look, &Pose { gaze_x: f32::NAN, lids: f32::INFINITY, ..Pose::default() });
    }

    #[test]
    fn the_figure_sits_above_the_tables_edge() {
        let mut canvas = Canvas::default();
        let look = Look { hair: Hair::Short, ..Look::from_name("Ben") };
        paint_figure(&mut canvas, &look, &Pose::default(), 1.0);
        let heights = canvas.positions.iter().map(|position| position[1]);
        let (top, bottom) =
            (heights.clone().fold(f32::MAX, f32::min), heights.fold(f32::MIN, f32::max));
        assert!((-300.0..-270.0).contains(&top), "{top}");
        assert!(bottom > 0.0, "{bottom}");
    }

    #[test]
    fn a_figure_leaves_the_canvas_as_it_was() {
        let mut canvas = Canvas::default();
        paint_figure(&mut canvas, &Look::from_name("Ada"), &Pose::default(), 0.0);
        assert_eq!(canvas.tint.1, 0.0);
        let first = canvas.positions.len();
        paint_figure(&mut canvas, &Look::from_name("Ada"), &Pose::default(), 0.0);
        assert_eq!(canvas.positions[0], canvas.positions[first]);
    }
}
