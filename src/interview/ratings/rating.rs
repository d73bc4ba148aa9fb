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

/// A rating as far as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RatingDraft {
    /// The level, once one is chosen.
    pub level: Option<Level>,
    /// What it rests on, so far.
    pub evidence: String,
}

/// A change of a rating after the reveal, as far as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeDraft {
    /// The answer.
    pub answer: usize,
    /// Whose rating it is.
    pub rater: usize,
    /// What they would give now.
    pub level: Level,
    /// What that rests on.
    pub evidence: String,
    /// Why; it has to be said.
    pub reason: String,
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
