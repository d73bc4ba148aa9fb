//! A card as a file: JSON whose checksum holds for every byte of it.

use crate::interview::{fingerprint::Fingerprint, scorecard::Scorecard};

/// What stands in the checksum's place while it is reckoned.
const ZEROS: &str = "0000000000000000";
/// What stands before it.
const BEFORE: &str = "\"checksum\": \"";

impl Scorecard {
    /// The card as JSON, with its checksum.
    pub fn to_json(&self) -> String {
        let open = Self { checksum: ZEROS.to_owned(), ..self.clone() };
        let mut text = serde_json::to_string_pretty(&open).unwrap_or_default();
        text.push('\n');
        match text.rfind(BEFORE) {
            Some(at) => {
                let sum = Fingerprint::of([text.as_str()]).to_string();
                let at = at + BEFORE.len();
                text.replace_range(at..at + ZEROS.len(), &sum);
                text
            }
            None => text,
        }
    }
}

/// Whether every byte of a file is as it was written.
pub(super) fn is_whole(text: &str) -> bool {
    let Some(at) = text.rfind(BEFORE).map(|at| at + BEFORE.len()) else { return false };
    let Some(written) = text.get(at..at + ZEROS.len()) else { return false };
    let mut open = text.to_owned();
    let written = written.to_owned();
    open.replace_range(at..at + ZEROS.len(), ZEROS);
    Fingerprint::of([open.as_str()]).to_string() == written
}
