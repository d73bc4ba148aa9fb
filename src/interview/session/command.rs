//! What the player can want of a session, what happens then, and why it may not.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::interview::{
    probing::{Gap, Remark},
    scoring::{Refused, assessment::Level, judged_by::JudgedBy},
};

/// What the player wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Open the interview.
    Begin,
    /// Give this answer, or, where the panel asked back, add this to it.
    Answer(String),
    /// Give the card at this place among those dealt, from 0.
    Pick(usize),
    /// Say one's own level, or pass.
    Rate(Option<Level>),
    /// Ask for the hint.
    Hint,
    /// See the model answer told before answering.
    Watch,
    /// Leave the question, or the probe, unanswered.
    Skip,
    /// Leave the question, or the probe, unanswered, and keep the words that were begun on it.
    SetAside(String),
    /// Go back to this question that is open, when every question was asked; an index into
    /// [`Scenario::questions`](crate::interview::scenario::Scenario::questions).
    Return(usize),
    /// Answer the same question again.
    Retry,
    /// Go on to the next question.
    Continue,
    /// Stop the interview for a while.
    Pause,
    /// Take it up again.
    Resume,
    /// End the interview here.
    Finish,
    /// Have the answers from here on judged by the engine of this description, as when a better one is ready; those given
    /// before keep their judgement.
    TakeEngine(JudgedBy),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Event {
    /// A section begins; an index into [`Scenario::sections`](crate::interview::scenario::Scenario::sections).
    SectionOpened(usize),
    /// A question is asked, for the first time or again; an index into [`Scenario::questions`](crate::interview::scenario::Scenario::questions).
    QuestionAsked(usize),
    /// The word goes from one panelist to another; what is said comes before what is asked next.
    HandedOver(Remark),
    /// A panelist asks back about this gap; the probe is [`Session::probe`](super::Session::probe).
    ProbeAsked(Gap),
    /// The probe was answered; the last of the attempts holds the addition.
    AdditionGiven,
    /// The probe was left unanswered.
    ProbeSkipped,
    /// The hint to the current question was given.
    HintGiven,
    /// The model answer may be seen; the next attempt is marked as one after watching.
    AnswerShown,
    /// The current question was answered; its attempt is the last of [`Session::attempts`](super::Session::attempts).
    AnswerGiven,
    /// The player may now see how the last attempt went.
    AnswerAssessed,
    /// The question was left unanswered.
    QuestionSkipped(usize),
    /// Every question was asked, and some are [open](super::Session::open): the player goes back to one or finishes.
    EndReached,
    /// The interview rests.
    Paused,
    /// The interview goes on.
    Resumed,
    /// The interview is over.
    SessionFinished,
    /// Answers are judged by another engine from now on.
    EngineTaken,
}

/// Why a command was not carried out.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Rejected {
    /// The command fits another phase.
    #[error("{command} is not possible {when}")]
    NotNow {
        /// What was asked for.
        command: &'static str,
        /// The phase, as the end of a sentence.
        when: &'static str,
    },
    /// An answer without a word.
    #[error("the answer is empty: write at least a sentence, or skip the question")]
    EmptyAnswer,
    /// An addition without a word.
    #[error("the addition is empty: write at least a sentence, or skip the follow-up")]
    EmptyAddition,
    /// An answer beyond the bound.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// An addition that brings the answer beyond the bound.
    #[error("with the addition {0}")]
    AdditionRefused(Refused),
    /// A card that was not dealt.
    #[error("there is no card {0}: {1} were dealt")]
    NoSuchCard(usize, usize),
    /// Cards where words are asked for, or the other way round.
    #[error("in this session answers are {0}")]
    OtherAnswerKind(&'static str),
    /// A question that is not open.
    #[error("this question is not open: it was answered, or not asked")]
    NotOpen,
    /// A retry in the live pace.
    #[error("in the live pace an answer stands: answering again belongs to the coach pace")]
    LiveAnswerStands,
}

/// The command as the subject of a sentence.
pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Begin => "beginning",
        Command::Answer(_) | Command::Pick(_) => "answering",
        Command::Rate(_) => "rating your answer",
        Command::Hint => "a hint",
        Command::Watch => "watching the model answer",
        Command::Skip | Command::SetAside(_) => "skipping",
        Command::Return(_) => "going back",
        Command::Retry => "answering again",
        Command::Continue => "going on",
        Command::Pause => "pausing",
        Command::Resume => "resuming",
        Command::Finish => "finishing",
        Command::TakeEngine(_) => "taking another engine",
    }
}
