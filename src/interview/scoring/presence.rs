//! How far a part of an answer is there, in words.

use crate::interview::scoring::numbers::Numbers;

/// How far a part of an answer is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// It is missing, unless a sentence is read as that part.
    Missing,
    /// It is touched on.
    Partly,
    /// It is there.
    There,
}

impl Presence {
    /// How far a part with this score is there.
    pub fn of(score: f32) -> Self {
        let chosen = &Numbers::shipped().qualities.parts;
        match score {
            score if score >= chosen.there => Self::There,
            score if score >= chosen.missing => Self::Partly,
            _ => Self::Missing,
        }
    }
}
