//! How an answer is told: as what happened, as what is usually done, as what would be done, or as a view; and how much of
//! it could belong to no other story.

pub mod kind;
pub mod specifics;
pub mod surely;

use crate::interview::{
    scoring::telling::{kind::KindReading, specifics::Specifics},
    text::Text,
};

/// What was read of how an answer is told.
#[derive(Clone, Debug)]
pub struct Telling {
    /// What kind of answer it is.
    pub kind: KindReading,
    /// What belongs to this story and no other.
    pub specifics: Specifics,
}

impl Telling {
    /// Reads an answer by its sentences that count or surely tell a deed; where none counts, what kind it is shows in all of them but those that only
    /// say the question again.
    pub fn read(answer: &Text, counted: &[bool], deeds: &[bool], echoes: &[bool]) -> Self {
        let specifics = specifics::read(answer, counted);
        Self { kind: kind::read(answer, counted, deeds, echoes, specifics.count()), specifics }
    }
}
