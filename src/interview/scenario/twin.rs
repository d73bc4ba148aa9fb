//! Twins: answers beside the strong one that lack one thing each, so that one sees what it is worth.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::interview::{scenario::Scenario, star::Role};

/// What a twin lacks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum TwinKind {
    /// What came of it.
    NoResult,
    /// Every figure.
    NoFigures,
    /// Who did it: everything is done by *we*.
    OnlyWe,
    /// Where and when it was, and why it mattered.
    NoSituation,
    /// A story: it says what one thinks, or usually does.
    Opinion,
    /// The question: it answers another one.
    AnotherQuestion,
    /// Something that has no name here; its reason says what.
    #[default]
    Other,
}

impl TwinKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::NoResult,
        Self::NoFigures,
        Self::OnlyWe,
        Self::NoSituation,
        Self::Opinion,
        Self::AnotherQuestion,
        Self::Other,
    ];

    /// Every kind by its name in a file.
    pub const NAMES: &[&str] =
        &["NoResult", "NoFigures", "OnlyWe", "NoSituation", "Opinion", "AnotherQuestion", "Other"];

    /// What is said of such a twin, as a heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoResult => "No result",
            Self::NoFigures => "No figures",
            Self::OnlyWe => "Only “we”",
            Self::NoSituation => "No situation",
            Self::Opinion => "An opinion, not a story",
            Self::AnotherQuestion => "Another question’s answer",
            Self::Other => "Another weakness",
        }
    }

    /// The part that such a twin does not tell, whatever its sentences resemble.
    pub fn part(self) -> Option<Role> {
        match self {
            Self::NoResult => Some(Role::Result),
            Self::NoSituation => Some(Role::Situation),
            _ => None,
        }
    }

    /// Whether it has no name of its own.
    pub fn is_other(&self) -> bool {
        *self == Self::Other
    }
}

/// A weaker answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin<'a> {
    /// What it lacks.
    pub kind: TwinKind,
    /// Its words.
    pub text: &'a str,
    /// Why it is weaker, in a sentence.
    pub because: Cow<'a, str>,
}

impl Scenario {
    /// The twins of a question's strong answer: its weaker cards in their order, and behind them, where no card is one,
    /// the strong card of a question of another section.
    pub fn twins(&self, question: usize) -> Vec<Twin<'_>> {
        let Some(asked) = self.questions().get(question) else { return Vec::new() };
        let mut twins: Vec<_> = asked
            .cards
            .iter()
            .filter_map(|card| {
                let because = card.weaker_because.as_deref()?;
                Some(Twin { kind: card.twin, text: &card.text, because: because.into() })
            })
            .collect();
        if twins.iter().all(|twin| twin.kind != TwinKind::AnotherQuestion) {
            twins.extend(self.answer_to_another(question));
        }
        twins
    }

    /// The strong card of the question that is furthest away in another section.
    fn answer_to_another(&self, question: usize) -> Option<Twin<'_>> {
        let (of, section) = (self.questions().len(), self.questions()[question].section);
        let others = (0..of).map(|step| &self.questions()[(question + of / 2 + step) % of]);
        let mut others = others.filter(|other| other.section != section);
        let (other, card) = others.find_map(|other| Some((other, other.cards.first()?)))?;
        let because = format!("It answers another question: “{}”", other.text).into();
        Some(Twin { kind: TwinKind::AnotherQuestion, text: &card.text, because })
    }
}
