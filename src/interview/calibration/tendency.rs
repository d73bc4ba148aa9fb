//! What the habits of a rater are called.
//!
//! The names are those of the literature on rating errors (Saal, Downey and Lahey 1980): leniency and severity are a mean
//! too high or too low, central tendency is too little spread, halo is one quality that colours the whole. An answer gets one
//! level here and no profile, so that the quality that can colour it unseen is how much is said: halo is found where levels
//! follow the length of the answers more than their known levels do. The borders are chosen: half a level of bias is what
//! changes one answer in two, six tenths of the known spread leaves no room for a 1 and a 5.

use serde::Serialize;

use crate::interview::calibration::{
    kappa::{FEWEST, WeightedKappa},
    level_spread::LevelSpread,
};

/// A mean so far from the known one is lenient or severe, in levels.
const BIAS: f64 = 0.5;
/// Levels spread over less than this part of the known spread are central.
const NARROW: f64 = 0.6;
/// Levels that follow the length of answers so closely, by rank, may be coloured by it.
const FOLLOWS: f64 = 0.6;
/// And by so much more than the known levels do.
const MORE: f64 = 0.2;
/// Such a part of exact levels is all that can be asked for.
const ACCURATE: f64 = 0.9;

/// A habit of a rater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tendency {
    /// Nine of ten levels are exact.
    Accurate,
    /// Levels are too high.
    Lenient,
    /// Levels are too low.
    Severe,
    /// Levels keep to the middle.
    Central,
    /// Levels follow how much is said.
    Halo,
    /// Levels agree with the known ones no better than chance.
    Random,
}

impl Tendency {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accurate => "accurate",
            Self::Lenient => "lenient",
            Self::Severe => "severe",
            Self::Central => "central tendency",
            Self::Halo => "halo",
            Self::Random => "random",
        }
    }

    /// What it means, in a sentence or two.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Accurate => "Accurate: nine of ten levels or more are the known ones.",
            Self::Lenient => {
                "Lenient: your levels lie half a level or more above. Ask of each answer what the candidate did, and what \
                 came of it; what was not said cannot be rated."
            }
            Self::Severe => {
                "Severe: your levels lie half a level or more below. Read the anchor of the level above before you \
                 decide; no answer has to be perfect for a 5."
            }
            Self::Central => {
                "Central tendency: your levels keep to the middle. A 1 and a 5 are there to be used: compare with the \
                 anchors at both ends first."
            }
            Self::Halo => {
                "Halo: your levels follow how much is said more than what is said. Strike the words that say nothing, then \
                 rate what is left."
            }
            Self::Random => {
                "Random: your levels agree with the known ones no better than chance. Read the five anchors again, and mark \
                 the words that decide before you give the level."
            }
        }
    }

    /// The habits that so many ratings show, of which so many are exact; none of fewer than ten.
    pub(super) fn all_of(
        (ratings, exact): (usize, usize),
        bias: f64,
        spread: &LevelSpread,
        kappa: Option<WeightedKappa>,
    ) -> Vec<Self> {
        if ratings < FEWEST {
            return Vec::new();
        }
        if exact as f64 >= ACCURATE * ratings as f64 {
            return vec![Self::Accurate];
        }
        let mut found = Vec::new();
        let coloured = spread.follows_length >= FOLLOWS
            && spread.follows_length > spread.follows_level
            && spread.follows_length - spread.length_tells >= MORE;
        if coloured {
            found.push(Self::Halo);
        }
        if spread.given <= NARROW * spread.known {
            found.push(Self::Central);
        }
        // What agrees by chance has no direction: its mean is that of the scale.
        if found.is_empty() && kappa.is_some_and(|kappa| kappa.holds_chance()) {
            return vec![Self::Random];
        }
        if bias >= BIAS && !coloured {
            found.push(Self::Lenient);
        } else if bias <= -BIAS && !coloured {
            found.push(Self::Severe);
        }
        found
    }
}
