//! The passages of an answer that a rater can mark: clauses, and sentences where they are short.

use crate::interview::text::{Sentence, Span, Text};

/// A clause of fewer words stays with its neighbour.
const FEWEST_WORDS: usize = 4;

/// The passages of an answer, in order; every word lies in one of them.
pub fn passages(text: &str) -> Vec<Span> {
    let read = Text::read(text);
    read.sentences().iter().flat_map(|sentence| clauses(&read, sentence)).collect()
}

fn clauses(read: &Text, sentence: &Sentence) -> Vec<Span> {
    let words = &read.words()[sentence.words.clone()];
    let mut found = Vec::new();
    let (mut from, mut first) = (sentence.span.start, 0);
    for (number, pair) in words.windows(2).enumerate() {
        let between = Span { start: pair[0].span.end, end: pair[1].span.start };
        let border = between.of(read.text()).contains([',', ';', ':', '–', '—', '…']);
        let (before, behind) = (number + 1 - first, words.len() - number - 1);
        if border && before >= FEWEST_WORDS && behind >= FEWEST_WORDS {
            found.push(trimmed(read.text(), Span { start: from, end: pair[1].span.start }));
            (from, first) = (pair[1].span.start, number + 1);
        }
    }
    found.push(trimmed(read.text(), Span { start: from, end: sentence.span.end }));
    found
}

/// Without the blanks at its end.
fn trimmed(text: &str, span: Span) -> Span {
    Span { end: span.start + span.of(text).trim_end().len(), ..span }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = passages(text);
        assert_eq!(found.iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_long_sentence_is_cut_at_its_clauses_and_a_short_one_is_whole() {
        check(
            "It rained, badly. I dug a ditch behind the mill, and the wheel turned again in three days. “Well,” she said, \
             “that is that then.”",
            &[
                "It rained, badly.",
                "I dug a ditch behind the mill,",
                "and the wheel turned again in three days.",
                "“Well,” she said, “that is that then.”",
            ],
        );
        check("", &[]);
    }

    #[test]
    fn every_word_lies_in_a_passage() {
        let text = "Äh, so, the thing – well – was this: nobody, not one, had asked the night staff … and I did, twice.";
        let found = passages(text);
        for word in Text::read(text).words() {
            let within = |span: &&Span| span.holds(word.span);
            assert_eq!(found.iter().filter(within).count(), 1, "{}", word.span.of(text));
        }
    }
}
