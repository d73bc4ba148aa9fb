//! Words of an answer, quoted.

use crate::interview::text::{Span, Text};

/// The longest quote inside a sentence, in characters.
const LONGEST: usize = 90;
/// The fewest words that say something when they are quoted alone.
const TELLING_WORDS: usize = 5;
/// With fewer words, a whole sentence says nothing alone.
const FEWEST_WORDS: usize = 3;

/// A passage in quotation marks, its blanks folded, cut at a word where it is long, without its closing stop.
pub fn quote(passage: &str) -> String {
    format!("“{}”", folded(passage.trim().trim_end_matches(['.', ',', ';', ':']), LONGEST))
}

/// A passage with its blanks folded, cut at a word where it has more characters.
pub(in crate::interview) fn folded(passage: &str, longest: usize) -> String {
    let mut folded = String::new();
    for word in passage.split_whitespace() {
        if folded.chars().count() + word.chars().count() > longest && !folded.is_empty() {
            folded.push_str(" …");
            break;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// A sentence with its stop: a question or an exclamation that it closes with, quoted or not, ends it too.
pub fn ended(sentence: String) -> String {
    let last = sentence.trim_end_matches(['”', '"', '’', ')']).chars().next_back();
    if last.is_some_and(|last| matches!(last, '.' | '?' | '!' | '…')) {
        sentence
    } else {
        sentence + "."
    }
}

/// The words themselves where they are enough to be quoted alone, else the clause or the sentence around them; nothing
/// where that too is no more than a word or two.
pub fn telling(text: &str, mut sentences: impl Iterator<Item = Span>, words: Span) -> Option<Span> {
    let enough = |span: Span| Text::count_words(span.of(text)) >= TELLING_WORDS;
    if enough(words) {
        return Some(words);
    }
    let sentence = sentences.find(|s| s.holds(words))?;
    let borders = borders(text, sentence);
    let mut first = borders.iter().rposition(|border| *border <= words.start)?;
    let mut end = borders.iter().position(|border| *border >= words.end)?;
    let span = |first: usize, end: usize| Span { start: borders[first], end: borders[end] };
    while !enough(span(first, end)) && (first > 0 || end + 1 < borders.len()) {
        if end + 1 < borders.len() {
            end += 1;
        } else {
            first -= 1;
        }
    }
    let clause = span(first, end);
    let said = clause.of(text).trim().trim_end_matches([',', ';', ':', '–', '—']).trim_end();
    let start = clause.start + clause.of(text).len() - clause.of(text).trim_start().len();
    (Text::count_words(said) >= FEWEST_WORDS).then_some(Span { start, end: start + said.len() })
}

/// Where the clauses of a sentence begin, and where it ends.
fn borders(text: &str, sentence: Span) -> Vec<usize> {
    let said = sentence.of(text);
    let marks = said.match_indices([',', ';', ':', '–', '—']);
    let ends = marks.map(|(at, mark)| at + mark.len());
    // A comma inside a figure ends nothing.
    let apart = ends.filter(|end| said[*end..].starts_with(char::is_whitespace));
    let mut borders = vec![sentence.start];
    borders.extend(apart.map(|end| sentence.start + end));
    borders.push(sentence.end);
    borders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_stop() {
        let check = |sentence: &str, expected: &str| {
            assert_eq!(ended(sentence.to_owned()), expected);
        };
        check("Say this too: “We moved out”", "Say this too: “We moved out”.");
        check("Answer this question: “Why did you?”", "Answer this question: “Why did you?”");
        check("Say what came of “Go!”", "Say what came of “Go!”");
        check("It goes on “and on …”", "It goes on “and on …”");
        check("Put a number on it.", "Put a number on it.");
    }

    #[test]
    fn long_passages_are_cut_at_a_word() {
        assert_eq!(quote("We moved\n out."), "“We moved out”");
        let long = quote(&"word ".repeat(40));
        assert!(long.ends_with("word …”") && long.chars().count() < 100);
    }

    #[track_caller]
    fn check(text: &str, token: &str, expected: Option<&str>) {
        let start = text.find(token).expect("the token is in the text");
        let answer = Text::read(text);
        let sentences = answer.sentences().iter().map(|sentence| sentence.span);
        let found = telling(text, sentences, Span { start, end: start + token.len() });
        assert_eq!(found.map(|span| span.of(text)), expected);
    }

    #[test]
    fn a_word_is_quoted_with_its_clause() {
        let text = "When the pipe burst, I moved 1,200 maps with two people, and we lost none.";
        check(text, "two", Some("I moved 1,200 maps with two people"));
        check(text, "burst", Some("When the pipe burst, I moved 1,200 maps with two people"));
        check("We had two helpers.", "two", Some("We had two helpers."));
        check("I called both of them that day. Two.", "Two", None);
        check(text, "the pipe burst, I moved", Some("the pipe burst, I moved"));
    }
}
