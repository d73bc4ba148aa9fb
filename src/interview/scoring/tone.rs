//! Whether a finding's sentence praises, finds fault, or does neither.

use serde::{Deserialize, Serialize};

/// What a finding's sentence says of the answer.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum FindingTone {
    /// It names what would help. What was written down before there were tones is read so.
    #[default]
    Fault,
    /// It says what is there, or nothing.
    Plain,
    /// It says what is good.
    Praise,
}
