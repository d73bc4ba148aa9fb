//! Texts made safe to show: no answer and no scenario steers the terminal it is shown in.

use std::io::{self, Write};

/// The columns that lines are wrapped at.
pub(super) const WIDTH: usize = 78;

/// Opens a passage that is laid out by its own direction.
const ISOLATE: char = '\u{2068}';
/// Closes it.
const POP: char = '\u{2069}';

/// The text without control characters and without marks that turn the direction of what follows.
///
/// Line breaks stay; every other control character becomes a blank.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !turns(*c)).map(|c| if control(c) { ' ' } else { c }).collect()
}

/// The same in one line.
pub(super) fn one_line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// A passage that is read from right to left in isolation marks, so that it leaves what stands around it in its place.
pub(super) fn isolated(text: &str) -> String {
    if text.chars().any(right_to_left) { format!("{ISOLATE}{text}{POP}") } else { text.to_owned() }
}

/// Writes a text wrapped, every line as far in as its indent.
pub(super) fn wrapped(out: &mut impl Write, indent: &str, text: &str) -> io::Result<()> {
    for line in plain(text).lines() {
        for line in textwrap::wrap(line.trim_end(), WIDTH - indent.len()) {
            writeln!(out, "{indent}{}", isolated(&line))?;
        }
    }
    Ok(())
}

fn control(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates of the bidirectional algorithm.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character belongs to a block of scripts that run from right to left.
fn right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_overrides_do_not_come_through() {
        assert_eq!(plain("a\u{1b}[31mb\u{9b}2Jc\u{0}\u{7f}\r\nd\te"), "a [31mb 2Jc   \nd e");
        assert_eq!(plain("user\u{202e}txt.exe\u{2066}\u{2069}"), "usertxt.exe");
    }

    #[test]
    fn emoji_and_combining_marks_stay_whole() {
        let text = "👩\u{200d}🚀 e\u{301} 日本";
        assert_eq!(plain(text), text);
    }

    #[test]
    fn right_to_left_is_isolated() {
        assert_eq!(isolated("שלום"), "\u{2068}שלום\u{2069}");
        assert_eq!(isolated("hello"), "hello");
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let mut out = Vec::new();
        let text = format!("{} {}", "word ".repeat(60), "日本".repeat(90));
        wrapped(&mut out, "    ", &text).unwrap();
        for line in String::from_utf8(out).unwrap().lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= WIDTH, "{line}");
        }
    }
}
