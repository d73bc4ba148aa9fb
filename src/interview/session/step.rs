//! The log: what was carried out, when, and what the panel asked back.

use serde::{Deserialize, Serialize};

use crate::interview::{probing::Gap, session::Command};

/// A point in time: milliseconds since 1970 began in Greenwich.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnixMillis(pub u64);

/// A command that was carried out, as it is logged.
///
/// Whether the panel asked back is noted with it: replayed, it asks what it asked, whatever is found by then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "WrittenStep")]
pub struct Step {
    /// When; nothing where whoever gave the command had no clock, as a script.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
    /// What was wanted.
    pub command: Command,
    /// The gap that the panel asked about then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_back: Option<Gap>,
}

impl From<Command> for Step {
    fn from(command: Command) -> Self {
        Self { at: None, command, asked_back: None }
    }
}

/// A step as it stands in a journal; up to version 3 there was no time, and the command stood alone or with the gap.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenStep {
    Whole {
        #[serde(default)]
        at: Option<UnixMillis>,
        command: Command,
        #[serde(default)]
        asked_back: Option<Gap>,
    },
    Alone(Command),
    Probed(Command, Gap),
}

impl From<WrittenStep> for Step {
    fn from(written: WrittenStep) -> Self {
        match written {
            WrittenStep::Whole { at, command, asked_back } => Self { at, command, asked_back },
            WrittenStep::Alone(command) => command.into(),
            WrittenStep::Probed(command, gap) => {
                Self { asked_back: Some(gap), ..Self::from(command) }
            }
        }
    }
}
