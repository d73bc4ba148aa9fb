//! Where sentences end: at their marks, at list items and at empty lines, but not inside "e.g." or "$1.5M".

use std::ops::Range;

use crate::interview::text::{Span, Word, lexicon};

/// A line longer than this many bytes that ends without a mark was wrapped by an editor and goes on.
const WRAPPED_AT: usize = 60;

/// One sentence: at least one word, with the marks that close it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its words, as indices into the text's words.
    pub words: Range<usize>,
}

/// Cuts a text into sentences and tells each word which one it is in.
pub(super) fn read(text: &str, words: &mut [Word]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut from = 0;
    let mut line_start = 0;
    for i in 0..words.len() {
        let gap_end = words.get(i + 1).map_or(text.len(), |next| next.span.start);
        let gap = &text[words[i].span.end..gap_end];
        let last = i + 1 == words.len();
        let line_length = words[i].span.end - line_start;
        if gap.contains('\n') {
            line_start = gap_end;
        }
        if !last && !ends(gap, text, &words[i], &words[i + 1], line_length) {
            continue;
        }
        let start = words[from].span.start;
        let end = words[i].span.end + closing(gap);
        for word in &mut words[from..=i] {
            word.sentence = sentences.len();
        }
        words[from].name_like = false;
        sentences
            .push(Sentence { span: Span { start: opening(text, start), end }, words: from..i + 1 });
        from = i + 1;
    }
    sentences
}

/// Whether a sentence ends in the gap between two words.
fn ends(gap: &str, text: &str, before: &Word, after: &Word, line_length: usize) -> bool {
    let capital = after.span.of(text).chars().next().is_some_and(|c| !c.is_lowercase());
    if gap.contains(['。', '！', '？', '؟', '।']) {
        return true;
    }
    if gap.contains(['!', '?', '…']) {
        return capital || !gap.contains('…');
    }
    if gap.contains('\n') {
        let blank = gap.matches('\n').count() > 1;
        let marked = gap.contains(['.', ';', ':', '-', '*', '•', '–', '—']);
        return blank || marked || capital || line_length < WRAPPED_AT;
    }
    let Some(dot) = gap.find('.') else { return gap.contains(['•']) };
    let spaced = gap[dot..].contains(char::is_whitespace);
    let initial = before.lower.chars().count() == 1 && before.name_like;
    let abbreviation = lexicon::ABBREVIATIONS.contains(before.lower.as_str());
    let goes_on = !capital && (before.lower == "etc" || gap.contains(".."));
    spaced && !initial && !abbreviation && !goes_on
}

/// How many bytes of the gap after a sentence's last word still belong to it.
fn closing(gap: &str) -> usize {
    gap.char_indices()
        .take_while(|(_, c)| !c.is_whitespace() && !c.is_control())
        .take_while(|(_, c)| !matches!(c, '(' | '[' | '“' | '•'))
        .map(|(at, c)| at + c.len_utf8())
        .last()
        .unwrap_or(0)
}

/// Where a sentence starts, with the sign or the mark that opens its first word.
fn opening(text: &str, start: usize) -> usize {
    match text[..start].chars().next_back() {
        Some(c @ ('$' | '€' | '£' | '"' | '“' | '(')) => start - c.len_utf8(),
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::text::Text;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let answer = Text::read(text);
        let found: Vec<_> = answer.sentences().iter().map(|s| s.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_end_a_sentence() {
        check(
            "I asked. She agreed! Why? Because.",
            &["I asked.", "She agreed!", "Why?", "Because."],
        );
    }

    #[test]
    fn abbreviations_and_figures_do_not() {
        check(
            "We had tools, e.g. Excel, worth $1.5M. Dr. Wu left.",
            &["We had tools, e.g. Excel, worth $1.5M.", "Dr. Wu left."],
        );
    }

    #[test]
    fn writing_small_ends_them_too() {
        check("i asked. she agreed, etc. and left", &["i asked.", "she agreed, etc. and left"]);
    }

    #[test]
    fn list_items_are_sentences() {
        check(
            "My plan:\n- call the vendor\n- move the date",
            &["My plan:", "call the vendor", "move the date"],
        );
    }

    #[test]
    fn a_wrapped_line_goes_on() {
        let text = "I asked every one of the team leads in the building to send me\nthe list of open orders.";
        check(text, &[text]);
    }

    #[test]
    fn no_words_no_sentences() {
        check(" … 🎉 \u{200f}", &[]);
    }
}
