//! Texts made safe to show: no answer and no scenario steers the terminal it is shown in.

use std::io::{self, Write};

pub(super) use crate::play::documents::plain::{one_line, plain};

/// The columns that lines are wrapped at.
pub(super) const WIDTH: usize = 78;

/// Opens a passage that is laid out by its own direction.
const ISOLATE: char = '\u{2068}';
/// Closes it.
const POP: char = '\u{2069}';

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
