//! Whoever tells an answer in the hot seat: what they do, and who looks at them.

use crate::game::stage::acting::{Moment, pose::Pose};

/// What somebody who tells an answer does with head and shoulders.
pub(super) fn telling(moment: Moment, now: f32) -> Pose {
    let mut pose = Pose { turn: 0.4, tilt: 0.1, ..Pose::default() };
    if moment.still {
        return pose;
    }
    if let Some(voice) = moment.telling.filter(|voice| *voice > 0.0) {
        pose.nod = 0.22 * (now * 2.9).sin() + 0.18 * (now * 4.3 + 1.0).sin() + 0.3 * voice;
        pose.tilt += 0.22 * (now * 1.3).sin();
        pose.turn += 0.5 * (now * 0.7).sin();
    }
    let breath = if moment.calm { 0.0 } else { (now * 1.4).sin() };
    pose.breath = 0.5 + 0.5 * breath;
    pose
}

/// Turns a look to whoever tells an answer: they sit at the left, before the table.
pub(super) fn draw_looks(pose: &mut Pose, moment: Moment) {
    if moment.telling.is_some() && pose.gaze_y < 0.6 {
        pose.gaze_x = (pose.gaze_x - 0.62).max(-0.9);
        pose.turn -= 0.34;
    }
}
