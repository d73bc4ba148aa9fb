//! By which engine an answer was judged: what a level is worth beside another one.

use serde::{Deserialize, Serialize};

/// What an engine compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Basis {
    /// Words alone.
    Words,
    /// Words and what sentences mean.
    Meaning,
}

/// What tells one engine from another. Two that have the same description judge every answer alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JudgedBy {
    /// What was compared.
    pub basis: Basis,
    /// The program's version and, behind a `+`, the fingerprint of its fitted numbers.
    pub version: String,
}

impl JudgedBy {
    /// What is said beside a level that is worth less than it could be; nothing where there is nothing to say.
    pub fn note(&self) -> Option<&'static str> {
        match self.basis {
            Basis::Words => Some("by words alone"),
            Basis::Meaning => None,
        }
    }
}
