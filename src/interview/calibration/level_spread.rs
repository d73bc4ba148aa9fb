//! How a rater's levels are spread, and what they follow.

use serde::Serialize;

use crate::interview::{
    calibration::{
        level_pair::LevelPair,
        ranks::{deviation, rank_correlation},
    },
    scoring::level::Level,
};

/// How far a rater's levels lie from each other, beside the known ones, and what they follow.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelSpread {
    /// The standard deviation of the levels that were given.
    pub given: f64,
    /// The standard deviation of the known levels.
    pub known: f64,
    /// How closely the given levels follow the known ones: Spearman's rank correlation.
    pub follows_level: f64,
    /// How closely they follow how long the answers are.
    pub follows_length: f64,
    /// How closely the known levels follow how long the answers are.
    pub length_tells: f64,
}

impl LevelSpread {
    pub(super) fn of(pairs: &[LevelPair]) -> Self {
        let number = |level: Level| f64::from(level.number());
        let given: Vec<_> = pairs.iter().map(|pair| number(pair.given)).collect();
        let known: Vec<_> = pairs.iter().map(|pair| number(pair.known)).collect();
        let words: Vec<_> = pairs.iter().map(|pair| pair.words as f64).collect();
        Self {
            given: deviation(&given),
            known: deviation(&known),
            follows_level: rank_correlation(&given, &known),
            follows_length: rank_correlation(&given, &words),
            length_tells: rank_correlation(&known, &words),
        }
    }
}
