//! What data and findings call a criterion.

use std::fmt;

use serde::Serialize;

/// A criterion's id: the word that scenarios, rubrics and findings write for it.
///
/// The constants stand in the criteria's files; an id is read back by [`crate::interview::scoring::criteria::Criteria`],
/// so that there is none without its criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CriterionId(&'static str);

impl CriterionId {
    /// The id that is written so.
    pub const fn new(id: &'static str) -> Self {
        Self(id)
    }

    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for CriterionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}
