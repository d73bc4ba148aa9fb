//! Bytes become lines, or it is said why they cannot.

use unicode_segmentation::UnicodeSegmentation;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::{MAX_BYTES, MAX_LINE_CHARS, MAX_LINES};

/// How many lines of a wrong encoding are named one by one.
const MOST_NAMED: usize = 8;

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

/// The bytes as text, or nothing and a fault that says why. Text in a wrong encoding is read on with its faults.
pub fn decode(bytes: &[u8], faults: &mut Faults) -> Option<String> {
    let start = &bytes[..bytes.len().min(MAX_BYTES)];
    if bytes.len() > MAX_BYTES {
        faults.error(
            Code::FileTooLarge,
            (1, 1),
            format!(
                "the file holds more than {} MiB, the most a transcript may have",
                MAX_BYTES >> 20
            ),
            "give the transcript of one interview, as plain text",
        );
    }
    if let Some(kind) = foreign_format(start) {
        faults.error(
            Code::ForeignFormat,
            (1, 1),
            format!("the file is {kind}, not plain text"),
            "save the transcript as plain text in UTF-8",
        );
        return None;
    }
    if let Some(at) = start.iter().position(|&byte| byte == 0) {
        let line = 1 + start[..at].iter().filter(|&&byte| byte == b'\n').count();
        faults.error(
            Code::BinaryFile,
            (line, 1),
            "the file is binary: it has a NUL byte, which no text has",
            "give the transcript as plain text in UTF-8",
        );
        return None;
    }
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let text = without_control_characters(decode_utf8(bytes, faults), faults);
    if text.trim().is_empty() && !faults.stop() {
        faults.error(Code::EmptyFile,
            (1, 1),
            "the file is empty",
            "give a transcript: a header, sections between rules of `=`, and turns as `Speaker: text`",
        );
    }
    (!text.trim().is_empty()).then_some(text)
}

/// What a file is that gives itself away by its first bytes.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    let formats: [(&[u8], &str); 6] = [
        (b"\xff\xfe", "UTF-16 text"),
        (b"\xfe\xff", "UTF-16 text"),
        (b"%PDF-", "a PDF document"),
        (b"PK\x03\x04", "a Word document or another zip archive"),
        (b"{\\rtf", "a rich text document"),
        (b"\xd0\xcf\x11\xe0", "an old Word document"),
    ];
    formats.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

/// The text with a mark in place of what is not UTF-8, and a fault for each such line.
fn decode_utf8(bytes: &[u8], faults: &mut Faults) -> String {
    let mut text = String::with_capacity(bytes.len());
    let (mut line, mut column, mut bad_lines, mut last_bad) = (1, 1, 0, 0);
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        text.push_str(chunk.valid());
        let Some(&byte) = chunk.invalid().first() else { continue };
        if last_bad != line {
            (last_bad, bad_lines) = (line, bad_lines + 1);
            if bad_lines <= MOST_NAMED {
                faults.error(
                    Code::NotUtf8,
                    (line, column),
                    format!("the byte `0x{byte:02X}` is not UTF-8"),
                    "save the transcript in UTF-8, and check this place afterwards",
                );
            }
        }
        text.push(char::REPLACEMENT_CHARACTER);
        column += 1;
    }
    if bad_lines > MOST_NAMED {
        faults.error(
            Code::NotUtf8,
            (last_bad, 1),
            format!("{bad_lines} lines in all are not UTF-8"),
            "save the transcript in UTF-8",
        );
    }
    text
}

/// The text without what nobody can see: control characters, with a warning, and marks of width zero.
fn without_control_characters(text: String, faults: &mut Faults) -> String {
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}');
    let Some(at) = text.find(|c: char| control(c) || matches!(c, '\u{feff}' | '\u{200b}')) else {
        return text;
    };
    if let Some(place) = text[at..].find(control) {
        let before = &text[..at + place];
        faults.warning(
            Code::ControlCharacters,
            (1 + before.matches('\n').count(), 1),
            format!(
                "{} control characters are left out",
                text.chars().filter(|&c| control(c)).count()
            ),
            "remove them from the transcript",
        );
    }
    text.chars().filter(|&c| !control(c) && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

/// The lines of a text, whichever way they end, or nothing and a fault if there are too many to look at.
pub fn lines<'a>(text: &'a str, faults: &mut Faults) -> Option<Vec<Line<'a>>> {
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

    #[track_caller]
    fn check_decoded(bytes: &[u8], expected: Option<&str>, faults: &[(usize, &str)]) {
        let mut found = Faults::default();
        assert_eq!(decode(bytes, &mut found).as_deref(), expected);
        let found = found.into_diagnostics();
        assert_eq!(found.len(), faults.len(), "{found:?}");
        for (found, (line, message)) in found.iter().zip(faults) {
            assert!(found.line == *line && found.message.contains(message), "{found}");
        }
    }

    #[test]
    fn what_is_not_plain_text_is_named() {
        check_decoded(b"", None, &[(1, "empty")]);
        check_decoded(b"\xef\xbb\xbf \r\n", None, &[(1, "empty")]);
        check_decoded(b"a\nb\0c", None, &[(2, "binary")]);
        check_decoded(b"\xff\xfeA\0", None, &[(1, "UTF-16")]);
        check_decoded(b"%PDF-1.7", None, &[(1, "PDF")]);
        check_decoded(b"PK\x03\x04\0", None, &[(1, "Word")]);
        check_decoded(&vec![b'a'; MAX_BYTES + 1], None, &[(1, "more than 4 MiB")]);
        check_decoded(&vec![0; MAX_BYTES + 1], None, &[(1, "more than 4 MiB"), (1, "binary")]);
    }

    #[test]
    fn a_wrong_encoding_is_reported_line_by_line() {
        let faults = [(1, "`0x92`"), (2, "`0xE9`")];
        check_decoded(b"it\x92s\ncaf\xe9 \xe9", Some("it\u{fffd}s\ncaf\u{fffd} \u{fffd}"), &faults);
        let mut found = Faults::default();
        decode(&b"\xe9\n".repeat(100), &mut found);
        assert_eq!(found.into_diagnostics().len(), MOST_NAMED + 1);
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        check_decoded(b"\xef\xbb\xbfa", Some("a"), &[]);
        check_decoded(b"a\n\x1b[31mb", Some("a\n[31mb"), &[(2, "control")]);
    }

    #[test]
    fn lines_end_in_any_way() {
        for text in ["a\n \tb \nc", "a\r\n \tb \r\nc", "a\r \tb \rc"] {
            let lines = lines(text, &mut Faults::default());
            let read: Vec<_> = lines.iter().flatten().map(|line| (line.at(), line.text)).collect();
            assert_eq!(read, [((1, 1), "a"), ((2, 3), "b"), ((3, 1), "c")]);
        }
    }
}
