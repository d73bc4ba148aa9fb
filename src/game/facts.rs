//! What happened in the session, and what is wanted beside it: observer events, one source, many listeners.

use bevy::prelude::*;

use crate::interview::{probing::Remark, session::Event as Fact};

/// Somebody wants to rate answers of known level.
#[derive(Event, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamplesWanted {
    /// Ten of all that there are.
    Mixed,
    /// Those of the question that was answered last.
    OfThisQuestion,
}

/// The last answer is to be kept as the player's own model answer, or no longer.
#[derive(Event, Clone, Copy, Debug)]
pub struct KeepWanted(pub bool);

/// The interview begins or goes on.
#[derive(Event, Clone, Copy, Debug)]
pub struct SessionOpened;

/// A section begins; an index into the scenario's sections.
#[derive(Event, Clone, Copy, Debug)]
pub struct SectionOpened(pub usize);

/// A question is asked; an index into the scenario's questions.
#[derive(Event, Clone, Copy, Debug)]
pub struct QuestionAsked(pub usize);

/// The word goes from one panelist to another; what is said comes before what is asked next.
#[derive(Event, Clone, Debug)]
pub struct HandedOver(pub Remark);

/// A panelist asks back; the probe is that of the session.
#[derive(Event, Clone, Copy, Debug)]
pub struct ProbeAsked;

/// The player may see how the last answer went.
#[derive(Event, Clone, Copy, Debug)]
pub struct AnswerAssessed;

/// Every question was asked; some are open.
#[derive(Event, Clone, Copy, Debug)]
pub struct EndReached;

/// The interview is over.
#[derive(Event, Clone, Copy, Debug)]
pub struct SessionFinished;

/// The player left the interview.
#[derive(Event, Clone, Copy, Debug)]
pub struct SessionLeft;

/// Tells whoever listens what happened.
pub(super) fn announce(commands: &mut Commands, facts: Vec<Fact>) {
    for fact in facts {
        match fact {
            Fact::SectionOpened(section) => commands.trigger(SectionOpened(section)),
            Fact::QuestionAsked(question) => commands.trigger(QuestionAsked(question)),
            Fact::HandedOver(remark) => commands.trigger(HandedOver(remark)),
            Fact::ProbeAsked(_) => commands.trigger(ProbeAsked),
            Fact::AnswerAssessed => commands.trigger(AnswerAssessed),
            Fact::EndReached => commands.trigger(EndReached),
            Fact::SessionFinished => commands.trigger(SessionFinished),
            Fact::HintGiven
            | Fact::AnswerShown
            | Fact::AnswerGiven
            | Fact::AdditionGiven
            | Fact::ProbeSkipped
            | Fact::QuestionSkipped(_)
            | Fact::Paused
            | Fact::Resumed
            | Fact::EngineTaken => {}
        }
    }
}
