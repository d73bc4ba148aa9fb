//! What is chosen before a mock panel, as it is being written.

use bevy::prelude::*;

use crate::interview::{
    ratings::{
        PanelSetup,
        setup::{MAX_MINUTES, SetupFault},
    },
    scenario::Scenario,
};

/// How much later or earlier one step of the minutes is.
pub const MINUTES_STEP: u32 = 5;

/// What is chosen so far; it stays for the next panel.
#[derive(Resource, Clone, Debug, PartialEq, Eq)]
pub struct PanelChoices {
    /// The candidates, one a line.
    pub candidates: String,
    /// The raters, one a line.
    pub raters: String,
    /// The ids of the questions that are not asked.
    pub left_out: Vec<String>,
    /// The minutes for each candidate; 0 where nobody looks at the clock.
    pub minutes: u32,
    /// Whether candidates speak and a rater takes notes.
    pub spoken: bool,
    /// Whether tables and cards call the candidates by letters.
    pub hides_names: bool,
}

impl Default for PanelChoices {
    fn default() -> Self {
        Self {
            candidates: String::new(),
            raters: String::new(),
            left_out: Vec::new(),
            minutes: 45,
            spoken: false,
            hides_names: false,
        }
    }
}

/// The names of a text with one a line.
pub fn names(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

impl PanelChoices {
    /// Whether a question is asked.
    pub fn asks(&self, id: &str) -> bool {
        !self.left_out.iter().any(|out| out == id)
    }

    /// Asks these questions, or asks them no longer where all of them were asked.
    pub fn turn<'a>(&mut self, ids: impl Iterator<Item = &'a str> + Clone) {
        let all = ids.clone().all(|id| self.asks(id));
        self.left_out.retain(|out| !ids.clone().any(|id| id == out));
        if all {
            self.left_out.extend(ids.map(str::to_owned));
        }
    }

    /// So many of this scenario's questions are asked.
    pub fn asked(&self, scenario: &Scenario) -> usize {
        scenario.questions().iter().filter(|question| self.asks(&question.id)).count()
    }

    /// More minutes, or fewer.
    pub fn later(&mut self, more: bool) {
        self.minutes = match more {
            true => (self.minutes + MINUTES_STEP).min(MAX_MINUTES),
            false => self.minutes.saturating_sub(MINUTES_STEP),
        };
    }

    /// What is agreed by this.
    pub fn setup(&self, scenario: &Scenario, seed: u64) -> PanelSetup {
        let asked = scenario.questions().iter().filter(|question| self.asks(&question.id));
        let whole = self.asked(scenario) == scenario.questions().len();
        PanelSetup {
            candidates: names(&self.candidates),
            raters: names(&self.raters),
            questions: if whole {
                Vec::new()
            } else {
                asked.map(|question| question.id.clone()).collect()
            },
            minutes: self.minutes,
            hides_names: self.hides_names,
            seed,
        }
    }

    /// What is still missing before the panel can begin, in a sentence; nothing where nothing is.
    pub fn missing(&self, scenario: &Scenario) -> Option<String> {
        if names(&self.candidates).is_empty() {
            return Some("Write who sits down: one candidate a line.".to_owned());
        }
        if names(&self.raters).is_empty() {
            return Some("Write who rates: one to five raters, one a line.".to_owned());
        }
        if self.asked(scenario) == 0 {
            return Some("Choose at least one question.".to_owned());
        }
        let fault: Option<SetupFault> = self.setup(scenario, 0).check(scenario).err();
        fault.map(|fault| {
            let said = fault.to_string();
            let mut letters = said.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            format!("{}{}.", first.unwrap_or_default(), letters.as_str())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::scenarios;

    #[test]
    fn what_is_written_becomes_a_setup_or_a_sentence_about_what_is_missing() {
        let scenario = scenarios::load(None).expect("it ships").scenario;
        let mut choices = PanelChoices::default();
        let missing = |choices: &PanelChoices| choices.missing(&scenario).unwrap_or_default();
        assert!(missing(&choices).contains("who sits down"));
        choices.candidates = " Ana Lima \n\nBen Otte\n".to_owned();
        assert!(missing(&choices).contains("who rates"));
        choices.raters = "Mara\nTom\nmara".to_owned();
        assert_eq!(missing(&choices), "Two raters are called `mara`: add an initial.");
        choices.raters = "Mara".to_owned();
        assert_eq!(choices.missing(&scenario), None);
        let setup = choices.setup(&scenario, 3);
        assert_eq!((setup.candidates.len(), setup.questions.len()), (2, 0));

        let all = || scenario.questions().iter().map(|question| question.id.as_str());
        choices.turn(all().take(2));
        assert_eq!(choices.setup(&scenario, 3).questions.len(), all().count() - 2);
        choices.turn(all());
        assert_eq!(choices.asked(&scenario), all().count(), "what is missing comes first");
        choices.turn(all());
        assert_eq!(missing(&choices), "Choose at least one question.");
    }
}
