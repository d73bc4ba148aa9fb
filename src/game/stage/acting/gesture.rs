//! What a gesture does to a body while it lasts.

use crate::{
    game::stage::acting::pose::Pose,
    interview::listening::listener::{Gesture, Performed},
};

/// Lays a gesture over a pose.
pub fn perform(pose: &mut Pose, performed: Performed, seat: usize, now: f32) {
    let (since, length) = (now - performed.began, performed.gesture.seconds());
    if !(0.0..length).contains(&since) {
        return;
    }
    let strength = performed.strength;
    match performed.gesture {
        Gesture::Nod => {
            let bows = (since / length * std::f32::consts::TAU).sin().max(-0.15);
            let twice = (since / length * std::f32::consts::TAU * 2.0).sin();
            pose.nod += 0.9 * strength * (0.35 * bows + 0.65 * twice.max(-0.2));
            pose.brow_raise += 0.2 * strength * held(since, length, 0.2);
        }
        Gesture::Note => {
            let held = held(since, length, 0.45);
            pose.writing = held;
            let strokes = (since * 11.0).sin() * 0.45 + (since * 1.9).sin() * 0.55;
            pose.pen = strokes * held;
            if (0.25..length - 0.6).contains(&since) {
                (pose.gaze_x, pose.gaze_y) = (-0.45, 0.95);
                pose.turn = -0.2;
                pose.nod = 0.85;
                pose.lids *= 0.78;
                pose.tilt *= 0.4;
            }
        }
        Gesture::Watch => {
            pose.watch = held(since, length, 0.4);
            if (0.35..length - 0.5).contains(&since) {
                (pose.gaze_x, pose.gaze_y) = (0.3, 0.95);
                pose.turn = 0.25;
                pose.nod = 0.8;
                pose.lids *= 0.78;
            }
        }
        Gesture::Look(other) => {
            if (0.1..length - 0.2).contains(&since) {
                let side = if other < seat { -1.0 } else { 1.0 };
                pose.gaze_x = 0.95 * side;
                pose.gaze_y = 0.0;
                pose.turn = 0.55 * side;
                pose.brow_raise += 0.25 * strength;
            }
        }
    }
}

/// Up within `edge` seconds, held, and down again before the end: 0 to 1, without corners.
fn held(since: f32, length: f32, edge: f32) -> f32 {
    let t = (since / edge).min((length - since) / edge).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(gesture: Gesture, now: f32) -> Pose {
        let mut pose = Pose::default();
        perform(&mut pose, Performed { gesture, began: 0.0, strength: 1.0 }, 0, now);
        pose
    }

    #[test]
    fn every_gesture_begins_and_ends_with_the_body_at_rest() {
        for gesture in [Gesture::Nod, Gesture::Note, Gesture::Watch, Gesture::Look(1)] {
            assert_eq!(at(gesture, 0.0), Pose::default(), "{gesture:?}");
            assert_eq!(at(gesture, gesture.seconds()), Pose::default(), "{gesture:?}");
            assert_ne!(at(gesture, gesture.seconds() * 0.4), Pose::default(), "{gesture:?}");
        }
    }

    #[test]
    fn a_pen_moves_along_its_line_while_it_writes() {
        let pens: Vec<_> =
            (10..25).map(|tenth| at(Gesture::Note, tenth as f32 / 10.0).pen).collect();
        let (least, most) =
            (pens.iter().copied().fold(1.0, f32::min), pens.iter().copied().fold(-1.0, f32::max));
        assert!(most - least > 0.6, "{pens:?}");
    }
}
