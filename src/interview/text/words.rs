//! The words of a text: where they stand, how they are written small, and their stem.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::interview::text::Span;

/// Longer words are kept as they are: no English word is longer, and a stemmer may be slow on them.
const MAX_STEMMED: usize = 40;

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its letters in lower case, with a plain apostrophe.
    pub lower: String,
    /// Its English stem, without `'s` and the like.
    pub stem: String,
    /// The sentence it belongs to.
    pub sentence: usize,
    /// Whether it starts with a capital and does not open a sentence.
    pub name_like: bool,
}

/// Where the words of a text begin, with the words, by the Unicode word borders.
pub(super) fn borders(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.unicode_word_indices()
}

/// Every word of a text.
pub(super) fn read(text: &str) -> Vec<Word> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut words = unstemmed(text);
    for word in &mut words {
        word.stem = stem(&stemmer, &word.lower);
    }
    words
}

/// Every word of a text, its stem left empty: stemming takes longer than all the rest.
pub(super) fn unstemmed(text: &str) -> Vec<Word> {
    borders(text)
        .map(|(start, word)| {
            let lower = word.to_lowercase().replace('’', "'");
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            Word {
                span: Span { start, end: start + word.len() },
                name_like: capital && !lower.starts_with("i'") && lower != "i",
                lower,
                stem: String::new(),
                sentence: 0,
            }
        })
        .collect()
}

fn stem(stemmer: &Stemmer, lower: &str) -> String {
    if lower.len() > MAX_STEMMED {
        return lower.to_owned();
    }
    let bare = ["'s", "'d", "'ll", "'ve", "'re", "'m"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending))
        .unwrap_or(lower);
    stemmer.stem(bare).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, stems: &[&str]) {
        let words = read(text);
        assert_eq!(words.iter().map(|w| w.stem.as_str()).collect::<Vec<_>>(), stems);
    }

    #[test]
    fn words_are_small_and_stemmed() {
        check("Customers’ orders doubled", &["custom", "order", "doubl"]);
        check("She's well-liked", &["she", "well", "like"]);
        check("日本 ok 👍", &["日", "本", "ok"]);
        check("\u{0} \u{7}", &[]);
    }
}
