//! The numbers of the scoring: all that was fitted or chosen, read from `assets/*.ron`, each group with its reason.
//!
//! Nothing here judges. The rooms that use a number say what it does; its file says where it comes from.

mod comparing;
mod fitted;
mod gates;
mod judgement;
mod levels;
mod qualities;
mod relevance;
mod telling;

pub use comparing::{ClaimsRead, Comparing, Ending, Points, Polarity, TermWeights, WordForWord};
pub use fitted::{Fits, Fitted, MatchFit, Parts, RoleFit, Scale, Weights};
pub use gates::{Gates, OffQuestion};
pub use judgement::{Judging, Language, Rubric, StoryRubric};
pub use levels::{LevelFit, LevelFits};
pub use qualities::{Gaps, Qualities};
pub use relevance::Relevance;
pub use telling::TellingBorders;

use std::sync::LazyLock;

use serde::de::DeserializeOwned;

/// Every number of the scoring.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// What counts how much: fitted.
    pub levels: LevelFits,
    /// What each level sounds like: chosen.
    pub rubric: Rubric,
    /// When a gate fires, and what it allows then: chosen.
    pub gates: Gates,
    /// How far a quality is reached: chosen.
    pub qualities: Qualities,
    /// How likely a key point is said: fitted.
    pub closeness: Fitted,
    /// How words and figures are compared: chosen.
    pub comparing: Comparing,
    /// Whether an answer is about what was asked: chosen.
    pub relevance: Relevance,
    /// What each sentence does: fitted.
    pub roles: RoleFit,
    /// How an answer is told: chosen.
    pub telling: TellingBorders,
    /// What is made of the findings: chosen.
    pub judging: Judging,
}

/// A file of `assets/`, as it ships with the game.
macro_rules! asset {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/", $name, ".ron")))
    };
}

const LEVELS: (&str, &str) = asset!("levels");
const RUBRIC: (&str, &str) = asset!("rubric");
const GATES: (&str, &str) = asset!("gates");
const QUALITIES: (&str, &str) = asset!("qualities");
const CLOSENESS: (&str, &str) = asset!("closeness");
const COMPARING: (&str, &str) = asset!("comparing");
const RELEVANCE: (&str, &str) = asset!("relevance");
const ROLES: (&str, &str) = asset!("roles");
const TELLING: (&str, &str) = asset!("telling");
const JUDGING: (&str, &str) = asset!("judging");

/// Every file of numbers, by name: whatever of them changes makes another engine.
pub const FILES: [(&str, &str); 10] =
    [LEVELS, RUBRIC, GATES, QUALITIES, CLOSENESS, COMPARING, RELEVANCE, ROLES, TELLING, JUDGING];

static SHIPPED: LazyLock<Numbers> = LazyLock::new(|| Numbers {
    levels: read(LEVELS),
    rubric: read(RUBRIC),
    gates: read(GATES),
    qualities: read(QUALITIES),
    closeness: read(CLOSENESS),
    comparing: read(COMPARING),
    relevance: read(RELEVANCE),
    roles: read(ROLES),
    telling: read(TELLING),
    judging: read(JUDGING),
});

impl Numbers {
    /// The numbers that ship with the game.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }
}

/// Reads a file that ships with the game; a test reads all of them, so that they can be read.
fn read<T: DeserializeOwned>((name, text): (&str, &str)) -> T {
    match ron::from_str(text) {
        Ok(numbers) => numbers,
        Err(error) => panic!("assets/{name}.ron ships with the game and cannot be read: {error}"),
    }
}

/// A group of numbers, with the reason that its file gives for them.
macro_rules! group {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, ::serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// What they were fitted on or chosen by.
            pub why: String,
            $($(#[$what])* pub $field: $kind,)*
        }
    };
}
use group;

#[cfg(test)]
mod tests {
    use ron::Value;

    use super::*;

    /// What is wrong in a group, or in one inside it: a number that nothing gives a reason for.
    fn unexplained(path: &str, value: &Value, explained: bool, found: &mut Vec<String>) {
        match value {
            Value::Map(map) => {
                let reason = map.iter().find_map(|(key, value)| match (key, value) {
                    (Value::String(key), Value::String(why)) if key == "why" => Some(why.len()),
                    (Value::String(key), Value::Seq(lines)) if key == "provenance" => {
                        let told = |line: &Value| matches!(line, Value::String(l) if l.len() > 9);
                        Some(if lines.iter().all(told) { lines.len() * 10 } else { 0 })
                    }
                    _ => None,
                });
                if reason.is_some_and(|length| length < 10) {
                    found.push(format!("{path}: an empty reason"));
                }
                for (key, value) in map.iter() {
                    let path = format!("{path}/{key:?}");
                    unexplained(&path, value, explained || reason.is_some(), found);
                }
            }
            Value::Seq(values) => {
                for value in values {
                    unexplained(path, value, explained, found);
                }
            }
            Value::Number(_) if !explained => found.push(format!("{path}: no reason")),
            _ => {}
        }
    }

    #[track_caller]
    fn check((name, text): (&str, &str), expected: usize) {
        let value: Value = ron::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut found = Vec::new();
        unexplained(name, &value, false, &mut found);
        assert_eq!(found.len(), expected, "{found:#?}");
    }

    #[test]
    fn every_number_has_a_reason() {
        for file in FILES {
            check(file, 0);
        }
        check(("none", "(a: (b: 1))"), 1);
        check(("empty", "(a: (why: \"\", b: 1))"), 1);
    }

    #[test]
    fn a_number_that_nothing_reads_is_refused() {
        let numbers = Numbers::shipped();
        assert!(numbers.rubric.this.anchors.iter().all(|anchor| !anchor.is_empty()));
        let more = GATES.1.replacen("held:", "unheard_of: 1.0, held:", 1);
        assert!(ron::from_str::<Gates>(&more).is_err());
    }
}
