//! A level that was given, and the known one.

use crate::interview::scoring::level::Level;

/// A level that was given beside the one that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelPair {
    /// The known level.
    pub known: Level,
    /// The level that was given.
    pub given: Level,
    /// How many words the answer has.
    pub words: usize,
}

impl LevelPair {
    /// How many levels the rater was above the known one; below it where that is negative.
    pub fn above(&self) -> i8 {
        let number = |level: Level| i8::try_from(level.number()).unwrap_or_default();
        number(self.given) - number(self.known)
    }
}
