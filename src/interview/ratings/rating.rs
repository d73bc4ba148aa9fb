//! What a rater gives an answer, and how they change it after the reveal.

use serde::{Deserialize, Serialize};

use crate::interview::{ratings::note_sheet::within, scoring::level::Level, session::UnixMillis};

/// The longest sentence of evidence, or reason, in characters.
pub const MAX_EVIDENCE: usize = 1_000;

/// What one rater gives one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaterRating {
    /// The level on the anchored scale.
    pub level: Level,
    /// What it rests on, in a sentence; asked for, and empty where the rater wrote none.
    #[serde(default)]
    pub evidence: String,
}

impl RaterRating {
    /// A rating as it is kept.
    #[must_use]
    pub(super) fn tidied(&self) -> Self {
        Self { level: self.level, evidence: within(&self.evidence, MAX_EVIDENCE) }
    }
}

/// A rating that was changed when all of them could be seen; it stands beside the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What it was changed to.
    pub rating: RaterRating,
    /// Why.
    pub reason: String,
    /// When; nothing where there was no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
}
