//! A scorecard: what one candidate answered, who gave which level and on what it rests, to be handed over.
//!
//! It is made of a mock panel ([`of_panel::scorecard`]) or of an interview that somebody played alone
//! ([`of_session::scorecard`]), and written as JSON by [`Scorecard::to_json`], with a checksum over every byte of that.
//! [`rescoring::verify`] reads such a file, scores its answers again, and says whether they are still worth what it says. Of
//! an answer whose ratings are not all in nothing stands on a card.

pub mod of_panel;
pub mod of_session;
pub mod rescoring;

mod summing_up;
mod writing;

use serde::{Deserialize, Serialize};

use crate::interview::{
    fingerprint::Fingerprint,
    scoring::{Story, judged_by::JudgedBy, level::Level},
    star::Role,
};

/// The version of the card's form.
pub const VERSION: u32 = 1;

/// What a card is made of beside the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardHead {
    /// What the candidate is called on the card.
    pub candidate: String,
    /// The day of the interview, as 2026-11-14.
    pub date: String,
    /// What tells the scenario's text from others.
    pub fingerprint: Fingerprint,
}

/// A scorecard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// The version of the form, [`VERSION`].
    pub version: u32,
    /// Who was interviewed.
    pub candidate: String,
    /// What for.
    pub position: String,
    /// What was asked.
    pub interview: String,
    /// When: 2026-11-14.
    pub date: String,
    /// The language of questions and answers, as a BCP 47 tag.
    pub language: String,
    /// Who rated; nobody where the game alone did.
    pub interviewers: Vec<String>,
    /// The mean over all questions, 1 to 5; nothing where nothing was rated.
    pub overall: Option<f64>,
    /// The mean in the words of hiring tools: "Strong no", "No", "Yes", "Strong yes".
    pub recommendation: Option<String>,
    /// Section by section.
    pub attributes: Vec<CardAttribute>,
    /// Strengths, then the next step.
    pub key_takeaways: KeyTakeaways,
    /// How each interviewer rated beside the others.
    pub who_rated_how: Vec<String>,
    /// The questions in the order in which they were asked.
    pub questions: Vec<CardQuestion>,
    /// What it takes to score the answers again.
    pub rescoring: Rescoring,
    /// Over every byte of the file, with zeros in its own place.
    pub checksum: String,
}

/// What a card says first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyTakeaways {
    /// What went well, three at most.
    pub strengths: Vec<String>,
    /// The one thing to work on first.
    pub next_step: Option<String>,
}

/// A section with its mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardAttribute {
    /// The section's heading.
    pub name: String,
    /// The mean of its questions, 1 to 5; nothing where none was rated.
    pub mean: Option<f64>,
}

/// A question with what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardQuestion {
    /// The question's id.
    pub id: String,
    /// The section it belongs to.
    pub section: String,
    /// Its words.
    pub text: String,
    /// Whether it was answered, by typing or by speaking.
    pub answered: HowAnswered,
    /// What was typed.
    pub answer: Option<String>,
    /// How long the answer took, in seconds.
    pub seconds: Option<u32>,
    /// What each interviewer gave.
    pub ratings: Vec<CardRating>,
    /// The mean of the interviewers, or the game's level where nobody else rated.
    pub mean: Option<f64>,
    /// The lowest and the highest.
    pub range: Option<(Level, Level)>,
    /// What the candidate gave themselves.
    pub own_level: Option<Level>,
    /// What the game finds in what was typed.
    pub game: Option<CardGame>,
}

/// How a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowAnswered {
    /// In writing.
    Typed,
    /// By word of mouth.
    Spoken,
    /// It was asked and not answered, or not asked.
    NotAnswered,
    /// It was answered, and its ratings are not all in.
    BeingRated,
}

/// What one interviewer gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardRating {
    /// Who.
    pub rater: String,
    /// The level that they gave before they saw the others.
    pub level: Level,
    /// What an answer of that level sounds like.
    pub anchor: String,
    /// What it rests on.
    pub evidence: String,
    /// What they noted.
    pub notes: Vec<CardNote>,
    /// The key points that they ticked.
    pub key_points: Vec<String>,
    /// What stood out.
    pub flags: Vec<String>,
    /// What they changed it to afterwards.
    pub changes: Vec<CardChange>,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardNote {
    /// The part of the answer.
    pub part: Option<Role>,
    /// The words.
    pub text: String,
}

/// A change after the reveal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardChange {
    /// The level then.
    pub level: Level,
    /// What it rests on.
    pub evidence: String,
    /// Why.
    pub reason: String,
}

/// What the game finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardGame {
    /// Its level.
    pub level: Level,
    /// The level beside it that may be meant as well.
    pub perhaps: Option<Level>,
    /// What an answer of that level sounds like.
    pub anchor: String,
    /// Sentences with the words of the answer.
    pub rests_on: Vec<String>,
    /// Whose story was asked for.
    pub story: Story,
    /// By what it was judged.
    pub judged_by: JudgedBy,
    /// Whether it can be scored again from the scenario alone; not where it was compared with an answer that the player
    /// kept.
    pub again: bool,
}

/// What it takes to score the answers again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescoring {
    /// The scenario's id.
    pub scenario: String,
    /// What tells its text from others.
    pub fingerprint: Fingerprint,
    /// What chance was drawn from.
    pub seed: u64,
    /// What judged last; nothing where nothing was typed.
    pub engine: Option<JudgedBy>,
}
