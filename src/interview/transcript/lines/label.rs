//! The label of a line: what stands before its first colon, where a speaker's name would stand.

use crate::interview::transcript::lines::Line;
use crate::interview::transcript::words::{fold, is_accent, is_small, name_words};

/// How far a label may be indented, in columns; a tab counts as this many.
pub const MOST_INDENT: usize = 4;
/// How many characters a label may have.
const MOST_CHARS: usize = 60;
/// How many words something that is written like a name may have.
const MOST_WORDS: usize = 5;

/// A line as label and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// What stands before the colon.
    pub name: &'a str,
    /// What stands behind it; may be empty.
    pub text: &'a str,
}

impl<'a> Label<'a> {
    /// Divides a line at its first colon outside parentheses; a full-width colon is one too.
    ///
    /// Nothing is a label that is indented far, starts with no letter, is long, or is the scheme of an address.
    pub fn of(line: &Line<'a>) -> Option<Self> {
        if line.indent > MOST_INDENT || !line.text.starts_with(char::is_alphabetic) {
            return None;
        }
        let mut depth = 0_usize;
        for (at, c) in line.text.char_indices().take(MOST_CHARS + 1) {
            match c {
                '(' | '（' | '[' => depth += 1,
                ')' | '）' | ']' => depth = depth.saturating_sub(1),
                ':' | '：' if depth == 0 => {
                    let (name, text) =
                        (line.text[..at].trim(), line.text[at + c.len_utf8()..].trim());
                    return (!text.starts_with("//")).then_some(Self { name, text });
                }
                _ => {}
            }
        }
        None
    }
}

/// A line whose label stands in brackets, with a colon or without: `[Dana Ruiz]: Why?`, `(Dana Ruiz)`.
pub fn in_brackets<'a>(line: &Line<'a>) -> Option<Label<'a>> {
    let close = match line.text.chars().next()? {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        _ => return None,
    };
    let end = line.text.char_indices().take(MOST_CHARS + 1).find(|(_, c)| *c == close)?.0;
    let name = line.text.get(1..end)?.trim();
    let text = line.text[end + 1..].trim_start_matches([':', '：', ' ']).trim();
    name.starts_with(char::is_alphabetic).then_some(Label { name, text })
}

/// Whether a label is written as names and titles are: few words, each with a capital, no sentence's punctuation.
pub fn is_written_like_a_name(label: &str) -> bool {
    let allowed = |c: char| {
        c.is_alphanumeric() || c.is_whitespace() || is_accent(c) || ".'’-&/()（）".contains(c)
    };
    let words = name_words(label);
    (1..=MOST_WORDS).contains(&words.len())
        && label.chars().all(allowed)
        && words.iter().enumerate().all(|(at, word)| {
            let first = word.chars().next().unwrap_or(' ');
            let number = word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 2;
            (first.is_alphabetic() && !first.is_lowercase())
                || (at > 0 && (number || is_small(&fold(word))))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(&str, &str)>) {
        let label = Label::of(&Line::new(1, line));
        assert_eq!(label.map(|label| (label.name, label.text)), expected, "{line}");
    }

    #[test]
    fn a_line_divides_at_its_first_colon() {
        check("Sarah: About 8: months", Some(("Sarah", "About 8: months")));
        check("  Sarah :\ttext ", Some(("Sarah", "text")));
        check("\tSarah: text", Some(("Sarah", "text")));
        check("Sarah：text", Some(("Sarah", "text")));
        check("Sarah:", Some(("Sarah", "")));
        check("Dana (at 10:30): text", Some(("Dana (at 10:30)", "text")));
    }

    #[test]
    fn what_is_no_label_stays_text() {
        check("no colon at all", None);
        check("         Sarah: deep", None);
        check("- Sarah: a list", None);
        check("\"Sarah: a quotation\"", None);
        check("https://example.org", None);
        check("10:30 we met", None);
        check(&format!("{} : far", "word ".repeat(20)), None);
    }

    #[test]
    fn a_label_may_stand_in_brackets() {
        for (line, name, text) in [
            ("[Dana Ruiz]: Why?", "Dana Ruiz", "Why?"),
            ("(Dana Ruiz)", "Dana Ruiz", ""),
            ("<Dana> Why?", "Dana", "Why?"),
        ] {
            let label = in_brackets(&Line::new(1, line));
            assert_eq!(label, Some(Label { name, text }), "{line}");
        }
        assert_eq!(in_brackets(&Line::new(1, "[00:03] Why?")), None);
    }

    #[test]
    fn names_are_told_from_sentences_by_their_capitals() {
        for name in
            ["Guest", "HR Partner", "Head of Eng", "Interviewer 2", "ZOË", "田中", "Ms. Lee"]
        {
            assert!(is_written_like_a_name(name), "{name}");
        }
        for sentence in [
            "I proposed a hybrid approach",
            "I offered two options",
            "Days 30-60 later",
            "First 30 days",
            "The key is",
            "Days 300",
            "My answer, in short",
        ] {
            assert!(!is_written_like_a_name(sentence), "{sentence}");
        }
    }
}
