//! Why a question is practised today, in a few words.

use crate::interview::{practice::day::Day, scoring::level::Level};

/// Why a question is practised today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody asked it yet.
    NotYetAsked,
    /// The last answer did not hold.
    Weak {
        /// Its level.
        level: Level,
        /// The day it was given on.
        on: Day,
    },
    /// The last answer could not be judged.
    NotJudged {
        /// The day it was given on.
        on: Day,
    },
    /// It would have faded by the day of the panel, or was not yet seen well often enough.
    DueBefore {
        /// The day of the panel.
        panel: Day,
        /// When it was answered last.
        last: Day,
    },
    /// It has faded.
    Faded {
        /// When it was answered last.
        last: Day,
    },
}

impl Reason {
    /// The reason in words, as it is told on a day: "was a 2 on Monday".
    pub fn in_words(self, today: Day) -> String {
        match self {
            Self::NotYetAsked => "not yet asked".to_owned(),
            Self::Weak { level, on } => {
                format!("was a {} {}", level.number(), on.seen_from(today))
            }
            Self::NotJudged { on } => format!("could not be judged {}", on.seen_from(today)),
            Self::DueBefore { panel, last } => {
                let panel = panel.seen_from(today);
                let panel = panel.strip_prefix("on ").unwrap_or(&panel);
                format!("due before {panel}, last answered {}", last.seen_from(today))
            }
            Self::Faded { last } => format!("fading: last answered {}", last.seen_from(today)),
        }
    }
}
