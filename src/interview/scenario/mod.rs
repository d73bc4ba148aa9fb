//! A scenario: who sits on the panel, what they ask, and what a good answer says.
//!
//! Written as RON by an author or drafted from a transcript; what holds a [`Scenario`] holds one that was checked.

pub mod id;
pub mod look;

pub(in crate::interview) mod authored;
pub(in crate::interview) mod form;
pub(in crate::interview) mod places;
pub(in crate::interview) mod syntax;

mod check;
mod file;
mod kept;
mod language;
mod model_answer;
mod scorer;
mod twin;

pub use file::{CardFile, PanelistFile, QuestionFile, ScenarioFile, SectionFile, VERSION};
pub use kept::KeptAnswer;
pub use model_answer::{KeyPoint, ModelAnswer, ModelSentence};
pub use twin::{Twin, TwinKind};

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::interview::{
    diagnostic::Diagnostic, scenario::look::Look, scoring::criterion_id::CriterionId,
};

/// The most a scenario file may hold, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The most panelists that sit at the table.
pub const MAX_PANEL: usize = 5;
/// The most sections of a scenario.
pub const MAX_SECTIONS: usize = 64;
/// The most questions of a scenario, over all sections.
pub const MAX_QUESTIONS: usize = 256;
/// The longest single text of a scenario, in characters.
pub const MAX_TEXT: usize = 8_000;
/// The most cards of one question: each has a number key.
pub const MAX_CARDS: usize = 9;

/// How much a panelist shows. It changes the wording of follow-ups and the faces, never a score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Manner {
    /// Shows what lands.
    Warm,
    /// Shows a little.
    #[default]
    Neutral,
    /// Shows doubt sooner than approval.
    Tough,
}

impl Manner {
    /// Every manner by its name in a file.
    pub const NAMES: &[&str] = &["Warm", "Neutral", "Tough"];
}

/// One interviewer.
#[derive(Clone, Debug, PartialEq)]
pub struct Panelist {
    /// What the file calls them.
    pub id: String,
    /// Their title, as on the name plate.
    pub title: String,
    /// Other names under which a transcript knows them.
    pub aliases: Vec<String>,
    /// How much they show.
    pub manner: Manner,
    /// What they care about, in a few words, as on the name plate.
    pub cares_about: String,
    /// Criteria that count double in their rating; none means equal weights.
    pub looks_for: Vec<CriterionId>,
    /// How they look.
    pub look: Look,
}

/// A part of the interview under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its questions, as indices into [`Scenario::questions`].
    pub questions: Range<usize>,
}

/// One question with what a good answer says.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What the file calls it.
    pub id: String,
    /// The section it belongs to.
    pub section: usize,
    /// The panelist who asks it, as an index into [`Scenario::panel`].
    pub asked_by: usize,
    /// The words of the question.
    pub text: String,
    /// Whether it follows up the question before it and is only asked after it.
    pub follow_up: bool,
    /// Whether a follow-up can be asked of whoever tells another story than the transcript's.
    pub stands_alone: bool,
    /// One sentence that helps without giving the answer away.
    pub hint: String,
    /// The answer of the transcript, or the one that the player kept.
    pub model: ModelAnswer,
    /// Whether that is the player's own.
    pub is_kept: bool,
    /// Answers to choose among; the first is the strong one, whatever order the file has.
    pub cards: Vec<Card>,
}

/// An answer to pick.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What is said if it is picked.
    pub text: String,
    /// Why it is weaker than the strong card; nothing for the strong card itself.
    pub weaker_because: Option<String>,
    /// What it lacks, where it is weaker in one of the ways that have a name.
    pub twin: TwinKind,
}

/// A checked scenario. Every index in it is in range, every text within its bound.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    id: String,
    title: String,
    candidate: String,
    position: String,
    language: String,
    panel: Vec<Panelist>,
    sections: Vec<Section>,
    questions: Vec<Question>,
}

impl Scenario {
    /// Reads and checks a scenario file.
    ///
    /// # Errors
    /// Every fault of the file, each with its place; where it is not written as RON, only the faults of that.
    pub fn from_ron(text: &str) -> Result<Self, Vec<Diagnostic>> {
        check::read(text)
    }

    /// What tells it from other scenarios; that of a file without one is made of its title.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the scenario is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Who is interviewed in the transcript.
    pub fn candidate(&self) -> &str {
        &self.candidate
    }

    /// What the interview is for.
    pub fn position(&self) -> &str {
        &self.position
    }

    /// The language of questions and answers, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The panel, from left to right.
    pub fn panel(&self) -> &[Panelist] {
        &self.panel
    }

    /// The sections in the order of the file.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// All questions in the order of the file.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// How many questions have no model answer: each is asked for the player's own story.
    pub fn unanswered(&self) -> usize {
        self.questions.iter().filter(|question| question.model.is_empty()).count()
    }

    /// Whether there is no model answer at all, and so no story to rehearse.
    pub fn is_own_story(&self) -> bool {
        self.unanswered() == self.questions.len()
    }

    /// The question with this id, with its index.
    pub fn question(&self, id: &str) -> Option<(usize, &Question)> {
        self.questions.iter().enumerate().find(|(_, question)| question.id == id)
    }

    /// The panelist who asks this question.
    pub fn asker(&self, question: usize) -> &Panelist {
        &self.panel[self.questions[question].asked_by]
    }
}
