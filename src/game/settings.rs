//! How the game is shown, whatever is played: it changes no question, no score and no saved session.

use bevy::prelude::*;

use crate::{interview::session::Pace, storage::settings::Remembered};

/// What the player chose about the way things are shown.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presentation {
    /// Whether the panel keeps an exam face: nothing of the answer shows on it.
    pub exam_face: bool,
    /// Whether nothing moves but what must: cross-fades instead of movement.
    pub reduced_motion: bool,
    /// Whether the parts of an answer show while it is typed in the live pace, where nothing is said until the end.
    pub parts_in_live: bool,
}

impl Presentation {
    /// The choices of the last time.
    pub fn remembered(remembered: &Remembered) -> Self {
        Self {
            exam_face: remembered.exam_face,
            reduced_motion: remembered.reduced_motion,
            parts_in_live: remembered.parts_in_live,
        }
    }

    /// These, and what the environment asks for: `HOTSEAT_EXAM_FACE` and `HOTSEAT_REDUCED_MOTION`, set to anything but 0.
    pub fn or_as_the_environment_asks(self) -> Self {
        let asks =
            |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        Self {
            exam_face: self.exam_face || asks("HOTSEAT_EXAM_FACE"),
            reduced_motion: self.reduced_motion || asks("HOTSEAT_REDUCED_MOTION"),
            ..self
        }
    }

    /// Whether the parts of an answer show while it is typed.
    pub fn shows_parts(&self, pace: Pace) -> bool {
        pace == Pace::Coach || self.parts_in_live
    }
}
