//! The fitted numbers: `assets/closeness.ron` by `examples/fit_closeness.rs`, `assets/roles.ron` by `examples/fit_roles`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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

/// The numbers for each kind of model answer.
///
/// Where a question has alternative references, each is a line that has to be met closely, and the best of them counts;
/// a single reference is met in many ways; and a story is told in quite other words and still the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fits {
    /// With one reference.
    pub one: MatchFit,
    /// With several.
    pub several: MatchFit,
    /// Where somebody tells it of themselves.
    pub story: MatchFit,
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

/// Situation, Task, Action and Result, in the order of `Role::ALL`.
pub type Parts = [f64; 4];

/// All that is fitted, with where it came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleFit {
    /// What was fitted on, how, and how well it did.
    pub provenance: Vec<String>,
    /// By a sentence's own words.
    pub alone: Weights,
    /// By its words and its place.
    pub placed: Weights,
    /// The share of each part among all sentences.
    pub shares: Parts,
    /// How much likelier than by their shares one part, the row, is followed by another.
    pub transitions: [Parts; 4],
    /// How each part's presence is reckoned.
    pub presence: [Scale; 4],
}

/// A multinomial logistic regression.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// What stands without any sign.
    pub intercepts: Parts,
    /// What one of each sign adds.
    pub signs: BTreeMap<String, Parts>,
}

/// Where a part is missing and where it is told, on the mean of its two strongest sentences.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Up to here, it is missing.
    pub missing: f64,
    /// From here on, it is told.
    pub told: f64,
}
