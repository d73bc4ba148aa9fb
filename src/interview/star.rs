//! The four parts of a STAR answer.

use serde::{Deserialize, Serialize};

/// What a sentence does in an answer told by Situation, Task, Action, Result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Role {
    /// Where and when it happened, and why it mattered.
    Situation,
    /// What had to be reached, and what was in the way.
    Task,
    /// What the speaker did.
    Action,
    /// What came of it.
    Result,
}

impl Role {
    /// The four, in the order in which an answer is usually told.
    pub const ALL: [Self; 4] = [Self::Situation, Self::Task, Self::Action, Self::Result];

    /// The most probable of the four, the first of several; none where it is as likely that none of them is told.
    pub fn likeliest(probabilities: &[f32; 4]) -> Option<Self> {
        let told: f32 = probabilities.iter().sum();
        (told > 1.0 - told).then(|| Self::nearest(probabilities))
    }

    /// The most probable of the four, were it little, the first of several.
    pub fn nearest(probabilities: &[f32; 4]) -> Self {
        Self::ALL.into_iter().fold(Self::Situation, |best, next| {
            if probabilities[next as usize] > probabilities[best as usize] { next } else { best }
        })
    }

    /// The letter that stands for it: S, T, A or R.
    pub fn letter(self) -> char {
        match self {
            Self::Situation => 'S',
            Self::Task => 'T',
            Self::Action => 'A',
            Self::Result => 'R',
        }
    }

    /// Its name as a heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Situation => "Situation",
            Self::Task => "Task",
            Self::Action => "Action",
            Self::Result => "Result",
        }
    }
}
