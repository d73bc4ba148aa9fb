//! What was agreed before a mock panel: who sits down, who rates, what is asked.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::interview::scenario::Scenario;

/// The most raters: they share one table and one keyboard.
pub const MAX_RATERS: usize = 5;
/// The most candidates of one panel.
pub const MAX_CANDIDATES: usize = 12;
/// The longest name, in characters.
pub const MAX_NAME: usize = 80;
/// The longest panel, in minutes a candidate.
pub const MAX_MINUTES: u32 = 240;

/// What was agreed before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelSetup {
    /// The candidates, in the order in which they sit down.
    pub candidates: Vec<String>,
    /// The raters, in the order in which the keyboard goes round.
    pub raters: Vec<String>,
    /// The ids of the questions; empty where all of them are asked. They are asked in the scenario's order.
    pub questions: Vec<String>,
    /// The minutes for each candidate; 0 where nobody looks at the clock.
    pub minutes: u32,
    /// Whether tables and scorecards call the candidates by letters.
    pub hides_names: bool,
    /// What chance is drawn from, here the seals.
    pub seed: u64,
}

/// Why a mock panel cannot be held as it was set up.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SetupFault {
    /// Nobody, or too many.
    #[error("a mock panel has 1 to {most} {who}s, not {count}")]
    Count {
        /// "candidate" or "rater".
        who: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A name that is none.
    #[error("`{name}` is no name of a {who}: write one line of at most {MAX_NAME} letters")]
    Name {
        /// "candidate" or "rater".
        who: &'static str,
        /// What was written.
        name: String,
    },
    /// The same name twice.
    #[error("two {who}s are called `{name}`: add an initial")]
    Twice {
        /// "candidate" or "rater".
        who: &'static str,
        /// The name.
        name: String,
    },
    /// A question that is not in the scenario.
    #[error("there is no question `{id}`: take one of {known}")]
    Question {
        /// What was asked for.
        id: String,
        /// The ids that there are.
        known: String,
    },
    /// More minutes than anybody sits.
    #[error("{0} minutes are too long: at most {MAX_MINUTES} for each candidate")]
    Minutes(u32),
}

impl PanelSetup {
    /// The questions that are asked, as indices into the scenario's, in its order.
    ///
    /// # Errors
    /// The first thing that cannot be.
    pub fn check(&self, scenario: &Scenario) -> Result<Vec<usize>, SetupFault> {
        names("candidate", &self.candidates, MAX_CANDIDATES)?;
        names("rater", &self.raters, MAX_RATERS)?;
        if self.minutes > MAX_MINUTES {
            return Err(SetupFault::Minutes(self.minutes));
        }
        if let Some(id) = self.questions.iter().find(|id| scenario.question(id).is_none()) {
            let known: Vec<_> = scenario.questions().iter().map(|q| q.id.as_str()).collect();
            return Err(SetupFault::Question { id: id.clone(), known: known.join(", ") });
        }
        let asked = scenario.questions().iter().enumerate();
        let asked =
            asked.filter(|(_, q)| self.questions.is_empty() || self.questions.contains(&q.id));
        Ok(asked.map(|(index, _)| index).collect())
    }

    /// What a candidate is called where names are shown or hidden.
    pub fn candidate(&self, candidate: usize, hidden: bool) -> String {
        match self.candidates.get(candidate) {
            Some(name) if !hidden => name.clone(),
            _ => {
                let letter = u8::try_from(candidate).unwrap_or(25).min(25) + b'A';
                format!("Candidate {}", char::from(letter))
            }
        }
    }
}

fn names(who: &'static str, names: &[String], most: usize) -> Result<(), SetupFault> {
    if names.is_empty() || names.len() > most {
        return Err(SetupFault::Count { who, count: names.len(), most });
    }
    for (place, name) in names.iter().enumerate() {
        let is_name = !name.trim().is_empty()
            && name.chars().count() <= MAX_NAME
            && !name.contains(char::is_control);
        if !is_name {
            return Err(SetupFault::Name { who, name: name.clone() });
        }
        let same = |other: &String| other.trim().to_lowercase() == name.trim().to_lowercase();
        if names[..place].iter().any(same) {
            return Err(SetupFault::Twice { who, name: name.clone() });
        }
    }
    Ok(())
}
