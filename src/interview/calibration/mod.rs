//! Calibration: rating answers of known level, and how well ratings agree, with the level and with each other.
//!
//! A scenario may have [`Examples`] beside it. A [`CalibrationRound`] draws ten of them from a seed; the rater gives a level
//! and marks the words that decide it, and only then sees the known level, its reason and its words. What came of it is an
//! [`Agreement`]: how often they were right, in which direction they err, and what that habit is called. The engine is put
//! through the same ([`engine::rated`]), and [`krippendorff`] says how well several raters agree where no level is known.

pub mod agreement;
pub mod between_raters;
pub mod engine;
pub mod examples;
pub mod kappa;
pub mod krippendorff;
pub mod level_pair;
pub mod level_spread;
pub mod passages;
pub mod round;
pub mod tendency;

mod ranks;
#[cfg(test)]
mod simulated;

pub use agreement::Agreement;
pub use examples::{Example, Examples};
pub use level_pair::LevelPair;
pub use round::CalibrationRound;
