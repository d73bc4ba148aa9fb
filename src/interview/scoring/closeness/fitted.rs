//! How likely a key point is said, by what was compared: the fitted numbers of `assets/closeness.ron`.
//!
//! `examples/fit_closeness.rs` fits them on graded answers and writes the file. There is one fit with the sentence
//! encoder and one without.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::interview::scoring::closeness::match_features::{MatchFeatures, TRAITS, Trait};

/// Both fits, with where they came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    /// What was fitted on, how, and how well it did.
    pub provenance: Vec<String>,
    /// With words alone.
    pub words: Fits,
    /// With words and meaning.
    pub meaning: Fits,
}

/// The numbers for both kinds of question.
///
/// Where a question has alternative references, each is a line that has to be met closely, and the best of them counts;
/// a single reference is met in many ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fits {
    /// With one reference.
    pub one: MatchFit,
    /// With several.
    pub several: MatchFit,
}

impl Fits {
    /// The numbers for a question with so many references.
    pub fn of(&self, references: usize) -> &MatchFit {
        if references > 1 { &self.several } else { &self.one }
    }
}

/// A logistic regression over traits, each with a slope for every stretch between its knots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchFit {
    /// What stands at nothing.
    pub intercept: f64,
    /// For each trait the slope of each of its stretches, at least 0.
    pub slopes: BTreeMap<String, Vec<f64>>,
}

/// The numbers that ship with the game; a test reads them, so that they can be read.
static SHIPPED: LazyLock<Fitted> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/closeness.ron"));
    ron::from_str(text).expect("the fitted numbers that ship with the game can be read")
});

impl Fitted {
    /// The numbers that ship with the game.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }
}

impl MatchFit {
    /// How far a key point is said, from 0 to 1: how likely it is, beside how likely it is for the model answer itself.
    pub fn score(&self, traits: &MatchFeatures) -> f32 {
        self.probability(traits) / self.probability(&MatchFeatures::WHOLLY)
    }

    fn probability(&self, traits: &MatchFeatures) -> f32 {
        let mut sum = self.intercept;
        for known in &TRAITS {
            if let Some(slopes) = self.slopes.get(known.id) {
                let terms = known.stretches(traits);
                sum += slopes.iter().zip(terms).map(|(slope, term)| slope * term).sum::<f64>();
            }
        }
        (1.0 / (1.0 + (-sum).exp())) as f32
    }
}

impl Trait {
    /// How far the trait's value reaches into each of its stretches.
    pub fn stretches(&self, traits: &MatchFeatures) -> Vec<f64> {
        let value = f64::from(traits.0[self.index]);
        let starts = std::iter::once(0.0).chain(self.knots.iter().copied());
        let ends = self.knots.iter().copied().chain([f64::INFINITY]);
        starts.zip(ends).map(|(start, end)| (value.min(end) - start).max(0.0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_numbers_belong_to_known_traits() {
        let Fitted { words, meaning, .. } = Fitted::shipped();
        for fit in [&words.one, &words.several, &meaning.one, &meaning.several] {
            for (id, slopes) in &fit.slopes {
                let known = TRAITS.iter().find(|t| t.id == id);
                assert_eq!(known.map(|t| t.knots.len() + 1), Some(slopes.len()), "{id}");
                assert!(slopes.iter().all(|slope| *slope >= 0.0), "{id}: more of it never lowers");
            }
        }
    }
}
