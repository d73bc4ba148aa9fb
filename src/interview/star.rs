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
