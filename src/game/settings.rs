//! How the game is shown, whatever is played: it changes no question, no score and no saved session.

use bevy::prelude::*;

use crate::storage::settings::Remembered;

/// What the player chose about the way things are shown.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presentation {
    /// Whether the panel keeps an exam face: nothing of the answer shows on it.
    pub exam_face: bool,
    /// Whether nothing moves but what must: cross-fades instead of movement.
    pub reduced_motion: bool,
}

impl Presentation {
    /// The choices of the last time.
    pub fn remembered(remembered: &Remembered) -> Self {
        Self { exam_face: remembered.exam_face, reduced_motion: remembered.reduced_motion }
    }

    /// These, and what the environment asks for: `HOTSEAT_EXAM_FACE` and `HOTSEAT_REDUCED_MOTION`, set to anything but 0.
    pub fn or_as_the_environment_asks(self) -> Self {
        let asks =
            |name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        Self {
            exam_face: self.exam_face || asks("HOTSEAT_EXAM_FACE"),
            reduced_motion: self.reduced_motion || asks("HOTSEAT_REDUCED_MOTION"),
        }
    }
}
