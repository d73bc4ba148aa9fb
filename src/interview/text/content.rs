//! Which words of a text carry content.

use crate::interview::text::{Text, Word, lexicon};

/// The words of a text that carry content: no function words.
pub fn content_words(answer: &Text) -> impl Iterator<Item = &Word> {
    answer.words().iter().filter(|word| carries_content(word))
}

/// Whether a word is none of the function words.
pub fn carries_content(word: &Word) -> bool {
    !lexicon::CLOSED_CLASS.contains_key(word.lower.as_str())
        && !lexicon::NEGATORS.contains(word.lower.as_str())
}
