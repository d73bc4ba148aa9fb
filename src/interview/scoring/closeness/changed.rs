//! Figures that stand where a key point has others.

use crate::interview::{
    scoring::closeness::{gates, reference::ReadKeyPoint, word_similarity::WordKey},
    text::{Figure, Text, Word, content::carries_content},
};

/// Whether a sentence is told in so many of a key point's words that its figures stand for the key point's; where it surely
/// says the key point, words of the same meaning do as well.
pub(super) fn said_alike(
    point: &ReadKeyPoint,
    answer: &Text,
    sentence: usize,
    is_hit: bool,
) -> bool {
    let said = answer.words_of(sentence);
    let words: Vec<_> = point
        .read
        .words()
        .iter()
        .filter(|w| carries_content(w) && !w.lower.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let said: Vec<WordKey> = said.iter().map(WordKey::of).collect();
    let stands_for = |word: &Word| {
        let wanted = WordKey::of(word);
        said.iter().any(|kin| kin.same(&wanted) || is_hit && kin.with(&wanted) > 0.0)
    };
    let kept = words.iter().filter(|word| stands_for(word)).count();
    kept as f32 >= gates().figures_changed.alike * words.len() as f32
}

/// Whether a figure of the answer stands where a key point has another: it counts the same, is nowhere in the model answer,
/// and has one of the same words around it.
pub(super) fn replaces(
    answer: &Text,
    said: &Figure,
    point: &ReadKeyPoint,
    wanted: &Figure,
    known: &[Figure],
) -> bool {
    if !said.comparable(wanted) || known.iter().any(|figure| figure.agrees(said)) {
        return false;
    }
    let reach = gates().figures_changed.around;
    let around = |text: &Text, word: usize| -> Vec<WordKey> {
        let words =
            &text.words()[word.saturating_sub(reach)..text.words().len().min(word + reach + 1)];
        words.iter().filter(|w| carries_content(w)).map(WordKey::of).collect()
    };
    let theirs = around(&point.read, wanted.word);
    around(answer, said.word).iter().any(|kin| theirs.iter().any(|other| other.with(kin) > 0.0))
}
