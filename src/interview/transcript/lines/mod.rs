//! The lines of a text, and what a message names of them.

pub mod label;

use unicode_segmentation::UnicodeSegmentation;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::{MAX_LINE_CHARS, MAX_LINES};

/// One line without the blanks around it.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// What it says, trimmed.
    pub text: &'a str,
    /// How far it is indented, in columns; a tab counts four.
    pub indent: usize,
    /// Where it begins: the first character that is not blank, from 1.
    column: usize,
}

impl<'a> Line<'a> {
    /// Trims a line.
    pub fn new(number: usize, raw: &'a str) -> Self {
        let text = raw.trim();
        let blanks = || raw.chars().take_while(|c| c.is_whitespace());
        let indent = blanks().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        Self { number, text, indent, column: blanks().count() + 1 }
    }

    /// Whether nothing stands on it.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is a rule: three or more `=` and nothing else.
    pub fn is_rule(&self) -> bool {
        self.text.len() >= 3 && self.text.bytes().all(|byte| byte == b'=')
    }

    /// Line and column, for a diagnostic.
    pub fn at(&self) -> (usize, usize) {
        (self.number, self.column)
    }
}

/// Something a message names, in backticks and not too long.
pub fn named(text: &str) -> String {
    const MOST: usize = 48;
    let text = text.replace('`', "'");
    match text.grapheme_indices(true).nth(MOST) {
        Some((end, _)) if text.len() <= 16 * MOST => format!("`{}…`", text[..end].trim_end()),
        Some(_) => format!("`{}…`", text.chars().take(MOST).collect::<String>()),
        None => format!("`{text}`"),
    }
}

/// The lines of a text, whichever way they end, or nothing and a fault if there are too many to look at.
pub fn read<'a>(text: &'a str, faults: &mut Faults) -> Option<Vec<Line<'a>>> {
    let raw = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    let lines: Vec<Line<'a>> = raw.enumerate().map(|(at, raw)| Line::new(at + 1, raw)).collect();
    if lines.len() > MAX_LINES {
        faults.error(
            Code::TooManyLines,
            (MAX_LINES + 1, 1),
            format!("the file has {} lines; a transcript may have {MAX_LINES}", lines.len()),
            "give the transcript of one interview, each paragraph on one line",
        );
        return None;
    }
    for line in &lines {
        if line.text.len() > MAX_LINE_CHARS && line.text.chars().count() > MAX_LINE_CHARS {
            faults.error(
                Code::LineTooLong,
                line.at(),
                format!("the line is longer than {MAX_LINE_CHARS} characters"),
                "break it into paragraphs, with a blank line between them",
            );
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_any_way() {
        for text in ["a\n \tb \nc", "a\r\n \tb \r\nc", "a\r \tb \rc"] {
            let lines = read(text, &mut Faults::default());
            let read: Vec<_> = lines.iter().flatten().map(|line| (line.at(), line.text)).collect();
            assert_eq!(read, [((1, 1), "a"), ((2, 3), "b"), ((3, 1), "c")]);
        }
    }
}
