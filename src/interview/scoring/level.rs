//! A level on the anchored scale.

use serde::{Deserialize, Serialize};

/// A level on the anchored rating scale, 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u8")]
pub struct Level(u8);

impl From<u8> for Level {
    fn from(number: u8) -> Self {
        Self::new(number)
    }
}

impl Level {
    /// The lowest level.
    pub const LOWEST: Self = Self(1);
    /// The highest level.
    pub const HIGHEST: Self = Self(5);

    /// The level with this number, brought into 1 to 5.
    pub fn new(number: u8) -> Self {
        Self(number.clamp(1, 5))
    }

    /// The level nearest to a mean of levels.
    pub fn nearest(mean: f32) -> Self {
        Self::new(mean.round().clamp(1.0, 5.0) as u8)
    }

    /// Its number, 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }
}
