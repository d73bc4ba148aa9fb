//! Fingerprints: what tells one text from another without keeping it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where FNV-1a begins, and what it multiplies by, for 64 bits (Fowler, Noll and Vo).
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// 64 bits of a text as 16 hexadecimal digits: the same on every platform, for telling apart and not for secrets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of texts one behind the other; where one ends counts.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sum = OFFSET;
        for text in texts {
            // No byte of UTF-8 is 0xff, so that it ends a text.
            for byte in text.bytes().chain([0xff]) {
                sum = (sum ^ u64::from(byte)).wrapping_mul(PRIME);
            }
        }
        Self(format!("{sum:016x}"))
    }

    /// A fingerprint that was written down.
    pub fn written(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The fingerprint of what somebody reads: how its words are set apart counts for nothing.
    pub fn of_words(text: &str) -> Self {
        Self::of(text.split_whitespace())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn the_fingerprint_of_a_text_never_changes() {
        assert_eq!(Fingerprint::of_words("Why did it fail?").to_string(), "efb0a97957acb80c");
        assert_eq!(
            Fingerprint::of_words("Why did\n  it fail?"),
            Fingerprint::of_words("Why did it fail?")
        );
        assert_ne!(
            Fingerprint::of_words("Why did it fall?"),
            Fingerprint::of_words("Why did it fail?")
        );
        assert_ne!(Fingerprint::of(["a", "bc"]), Fingerprint::of(["ab", "c"]));
    }
}
