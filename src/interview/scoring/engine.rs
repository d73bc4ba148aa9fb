//! The engine: what answers are judged with, as a value that never changes.
//!
//! There are two in a build with the sentence encoder, one that compares words alone and one that compares meaning as
//! well, and one in a build without. Whoever has a better engine makes a new scorer of it; what was judged before stays.

use std::{fmt, sync::LazyLock};

use crate::interview::{
    fingerprint::Fingerprint,
    scoring::{
        closeness::encoder::{Encoder, NoMeaning},
        judged_by::{Basis, JudgedBy},
        numbers,
    },
};

/// What this program's engines are called: its version, which is raised with the code and the word lists, and the
/// fingerprint of the fitted numbers, which are fitted anew more often than anybody remembers to count.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    format!(
        "{}+{}",
        env!("CARGO_PKG_VERSION"),
        Fingerprint::of(numbers::FILES.map(|(_, text)| text))
    )
});

/// What answers are judged with. A copy costs nothing.
#[derive(Clone, Default)]
pub struct Engine {
    encoder: Option<Encoder>,
}

impl Engine {
    /// The engine that compares words alone.
    pub fn by_words() -> Self {
        Self { encoder: None }
    }

    /// The engine that compares meaning as well.
    pub fn by_meaning(encoder: Encoder) -> Self {
        Self { encoder: Some(encoder) }
    }

    /// The best engine of this build. It takes a tenth of a second to start: call it beside the frames.
    ///
    /// # Errors
    /// A build without the encoder, or an encoder that does not start: [`Engine::by_words`] is there in any case.
    pub fn load() -> Result<Self, NoMeaning> {
        Encoder::load().map(Self::by_meaning)
    }

    /// What it compares.
    pub fn basis(&self) -> Basis {
        if self.encoder.is_some() { Basis::Meaning } else { Basis::Words }
    }

    /// What tells it from other engines.
    pub fn judged_by(&self) -> JudgedBy {
        JudgedBy { basis: self.basis(), version: VERSION.clone() }
    }

    /// The sentence encoder.
    pub(super) fn encoder(&self) -> Option<&Encoder> {
        self.encoder.as_ref()
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Engine").field(&self.judged_by()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_told_apart_by_what_they_compare() {
        let words = Engine::by_words().judged_by();
        assert_eq!(words, Engine::default().judged_by());
        assert_eq!(words.note(), Some("by words alone"));
        if let Ok(meaning) = Engine::load() {
            assert_ne!(words, meaning.judged_by());
            assert_eq!(meaning.judged_by().note(), None);
            assert_eq!(meaning.judged_by().version, words.version);
        }
    }
}
