//! How an answer is told: as what happened, as what is usually done, as what would be done, or as a view; and how much of
//! it could belong to no other story.

pub mod kind;
pub mod specifics;

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
    /// Reads an answer.
    pub fn read(answer: &Text) -> Self {
        let specifics = specifics::read(answer);
        Self { kind: kind::read(answer, specifics.count()), specifics }
    }
}
