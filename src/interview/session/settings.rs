//! What the player chose before the interview.

use serde::{Deserialize, Serialize};

use crate::interview::scoring::Story;

/// The order in which questions are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// As in the scenario.
    #[default]
    Scripted,
    /// Sections, and questions within them, drawn by the seed; a follow-up stays behind its question.
    Shuffled,
}

/// How the player answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerKind {
    /// In their own words.
    #[default]
    Typed,
    /// By choosing a card.
    Picked,
}

/// When the player hears how it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pace {
    /// After each answer, with the chance to answer again.
    #[default]
    Coach,
    /// At the end, as on the day.
    Live,
}

/// How often a panelist may ask back, each time a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Probes {
    /// Never.
    Off,
    /// Once.
    #[default]
    One,
    /// Twice, each time about another gap.
    Two,
}

impl Probes {
    /// The setting for at most so many probes; two for more.
    pub fn at_most(number: u8) -> Self {
        match number {
            0 => Self::Off,
            1 => Self::One,
            _ => Self::Two,
        }
    }

    /// The most probes that it allows.
    pub fn most(self) -> usize {
        self as usize
    }

    /// The setting of sessions that were begun before there were probes.
    fn before_probes() -> Self {
        Self::Off
    }
}

/// What the player chose before the interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What chance is drawn from: the order of questions and of cards.
    pub seed: u64,
    /// The order of the questions.
    pub order: Order,
    /// Typed or picked.
    pub answers: AnswerKind,
    /// Coach or live.
    pub pace: Pace,
    /// Whose story the answers tell.
    pub story: Story,
    /// How often a panelist may ask back.
    #[serde(default = "Probes::before_probes")]
    pub probes: Probes,
}
