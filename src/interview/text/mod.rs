//! A text read once: words, sentences, figures and quotes, each with its place.
//!
//! The player's answer and the model answer are read alike; every criterion works on what is found here.

pub mod lexicon;

pub(super) mod content;
pub(super) mod frequency;
pub(super) mod grammar;

mod figures;
mod sentences;
mod words;

use serde::{Deserialize, Serialize};

pub use figures::{Figure, Unit};
pub use sentences::Sentence;
pub use words::Word;

/// The longest answer that is judged, in characters: about 45 minutes of speech.
pub const MAX_ANSWER: usize = 40_000;

/// The pace at which spoken time is reckoned, in words a minute: unhurried English conversation.
pub const WORDS_A_MINUTE: usize = 150;

/// A passage of a text, in bytes, from `start` up to but not including `end`; both lie on character borders.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// Whether another span lies within this one.
    pub fn holds(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// The passage of `text`; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A text with what was read in it.
#[derive(Clone, Debug)]
pub struct Text {
    text: String,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    figures: Vec<Figure>,
    quotes: Vec<Span>,
}

impl Text {
    /// Reads a text of any script and any content; takes time in proportion to its length.
    pub fn read(text: &str) -> Self {
        let mut words = words::read(text);
        let sentences = sentences::read(text, &mut words);
        let figures = figures::read(text, &words);
        Self { quotes: quotes(text), text: text.to_owned(), words, sentences, figures }
    }

    /// Where the sentences of a text stand, as [`Self::sentences`] has them, where nothing else of it is wanted.
    pub fn sentence_spans(text: &str) -> Vec<Span> {
        let mut words = words::unstemmed(text);
        sentences::read(text, &mut words).into_iter().map(|sentence| sentence.span).collect()
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every word in order.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Every sentence in order; each holds at least one word.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Every figure in order.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Whether some words have this number, whatever it counts and whatever else it is part of.
    pub fn has_number(&self, wanted: f64) -> bool {
        figures::has_number(&self.words, wanted)
    }

    /// Passages between quotation marks, without the marks.
    pub fn quotes(&self) -> &[Span] {
        &self.quotes
    }

    /// The words of a sentence.
    pub fn words_of(&self, sentence: usize) -> &[Word] {
        &self.words[self.sentences[sentence].words.clone()]
    }

    /// The figures of a sentence.
    pub fn figures_of(&self, sentence: usize) -> impl Iterator<Item = &Figure> {
        let words = &self.sentences[sentence].words;
        let from = self.figures.partition_point(|figure| figure.word < words.start);
        let to = self.figures.partition_point(|figure| figure.word < words.end);
        self.figures[from..to].iter()
    }

    /// How many words a text has, by the same borders as [`Self::words`].
    pub fn count_words(text: &str) -> usize {
        words::borders(text).count()
    }

    /// The time it takes to say so many words at [`WORDS_A_MINUTE`], in whole seconds.
    pub fn seconds(words: usize) -> u32 {
        u32::try_from(words * 60 / WORDS_A_MINUTE).unwrap_or(u32::MAX)
    }

    /// A spoken time in minutes and seconds.
    pub fn clock(seconds: u32) -> String {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

/// The passages between double quotation marks; a mark that is not closed in 400 bytes opens nothing.
fn quotes(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if !matches!(c, '"' | '“' | '”' | '„' | '«' | '»') {
            continue;
        }
        match open {
            Some(start) if at - start <= 400 => {
                if at > start {
                    found.push(Span { start, end: at });
                }
                open = None;
            }
            _ => open = Some(at + c.len_utf8()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_found_without_their_marks() {
        let answer = Text::read("I said \"ship it\" and she said “not yet”.");
        let quotes: Vec<_> = answer.quotes().iter().map(|q| q.of(answer.text())).collect();
        assert_eq!(quotes, ["ship it", "not yet"]);
    }

    #[test]
    fn sentences_stand_where_they_do_in_the_text_read_whole() {
        let text = "I asked Dr. Wu at 9 a.m. “Why?” she said.\n- one\n- two";
        let whole: Vec<_> = Text::read(text).sentences().iter().map(|one| one.span).collect();
        assert_eq!(Text::sentence_spans(text), whole);
    }

    #[test]
    fn a_minute_holds_150_words() {
        assert_eq!(Text::seconds(150), 60);
        assert_eq!(Text::seconds(15), 6);
    }
}
