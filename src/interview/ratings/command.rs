//! What can be wanted of a mock panel, what happens then, and why it may not.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::interview::{
    ratings::{note_sheet::NoteSheet, rating::RaterRating, sealed::Sealed},
    scoring::{judged_by::JudgedBy, level::Level},
    session::UnixMillis,
};

/// What is wanted. A rating comes sealed, by [`MockPanel::seal`](crate::interview::ratings::MockPanel::seal).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum PanelCommand {
    /// The next candidate sits down and is asked the first question.
    Begin,
    /// The candidate answered.
    Answer {
        /// What they typed; nothing where they spoke.
        words: Option<String>,
        /// How long they spoke, where that was timed; for what was typed it is read off the log.
        seconds: Option<u32>,
    },
    /// The candidate leaves the question unanswered.
    Pass,
    /// A rater's notes, in place of what they had noted on this answer. They may be taken while it is given and until all
    /// ratings are in.
    Note {
        /// The rater.
        rater: usize,
        /// Their sheet.
        sheet: Sealed<NoteSheet>,
    },
    /// The candidate's own level.
    RateOneself(Sealed<Level>),
    /// A rater's rating; until all are in it may be given anew.
    Rate {
        /// The rater.
        rater: usize,
        /// What they give.
        rating: Sealed<RaterRating>,
    },
    /// A rating that is changed after the reveal.
    Correct {
        /// The answer, as an index into [`MockPanel::answers`](crate::interview::ratings::MockPanel::answers).
        answer: usize,
        /// The rater.
        rater: usize,
        /// What they would give now.
        rating: RaterRating,
        /// Why; it has to be said.
        reason: String,
    },
    /// Go on to the next question, or to the next candidate.
    Continue,
    /// Judge by this engine from now on.
    TakeEngine(JudgedBy),
    /// End the panel as it stands.
    Finish,
}

impl PanelCommand {
    /// The command in a sentence.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Begin => "beginning",
            Self::Answer { .. } => "an answer",
            Self::Pass => "passing",
            Self::Note { .. } => "a note",
            Self::RateOneself(_) => "the candidate's own level",
            Self::Rate { .. } => "a rating",
            Self::Correct { .. } => "a change",
            Self::Continue => "going on",
            Self::TakeEngine(_) => "another engine",
            Self::Finish => "an end",
        }
    }
}

/// A command that was carried out, as it is logged.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PanelStep {
    /// When; nothing where whoever gave it had no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
    /// What was wanted.
    pub command: PanelCommand,
}

impl From<PanelCommand> for PanelStep {
    fn from(command: PanelCommand) -> Self {
        Self { at: None, command }
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelEvent {
    /// This candidate sat down.
    CandidateSatDown(usize),
    /// This question was asked, an index into the scenario's.
    PanelAsked(usize),
    /// The answer with this index was given; the raters rate it.
    AnswerHeard(usize),
    /// The question was left unanswered.
    Passed,
    /// A note was taken.
    NoteTaken,
    /// This rater's rating is in, or the candidate's own where it is none of them.
    RatingIn(Option<usize>),
    /// All ratings of the answer with this index are in: they can be seen.
    Revealed(usize),
    /// A rating of this answer was changed.
    Corrected(usize),
    /// Another engine judges.
    JudgeChanged,
    /// This candidate has answered, and another is to sit down.
    CandidateDone(usize),
    /// The panel is over.
    PanelOver,
}

/// Why a command was not carried out; the panel is as it was.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PanelRejected {
    /// Not at this moment.
    #[error("{command} makes no sense {when}")]
    NotNow {
        /// What was wanted.
        command: &'static str,
        /// Where the panel stands.
        when: &'static str,
    },
    /// Nothing was said.
    #[error("the answer is empty")]
    NothingSaid,
    /// It is longer than any spoken answer.
    #[error("the answer has {characters} characters; at most {at_most} are taken")]
    TooLong {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        at_most: usize,
    },
    /// There is no such rater.
    #[error("there is no rater {0}")]
    NoSuchRater(usize),
    /// There is no such answer, or it is still being rated.
    #[error("there is no answer {0} whose ratings can be seen")]
    NoSuchAnswer(usize),
    /// A change without a reason.
    #[error("say why the rating is changed")]
    NoReason,
    /// A seal that was damaged.
    #[error("what was sealed can no longer be read")]
    BrokenSeal,
}
