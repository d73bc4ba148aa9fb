//! Bytes become text, or it is said why they cannot.
//!
//! A mark at the beginning says the encoding. Without one, zeros at every second place are UTF-16, what reads as UTF-8 is
//! UTF-8, and a text of single bytes is read as Windows-1252, which holds Latin-1, with a warning.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::interview::diagnostic::Code;
use crate::interview::transcript::MAX_BYTES;
use crate::interview::transcript::faults::Faults;

/// How many lines of a wrong encoding are named one by one.
const MOST_NAMED: usize = 8;
/// How many bytes are looked at for the zeros of UTF-16.
const LOOKED_AT: usize = 1024;

/// Whether the bytes are as many as are read; a fault says when they are not.
pub fn within_bounds(bytes: &[u8], faults: &mut Faults) -> bool {
    if bytes.len() > MAX_BYTES {
        faults.error(
            Code::FileTooLarge,
            (1, 1),
            format!("the file holds more than {} MiB, the most that is read", MAX_BYTES >> 20),
            "give the transcript of one interview, without its sound or pictures",
        );
    }
    bytes.len() <= MAX_BYTES
}

/// The bytes as text, or nothing and a fault that says why. Text in a broken encoding is read on with its faults.
pub fn decode(bytes: &[u8], faults: &mut Faults) -> Option<String> {
    if !within_bounds(bytes, faults) {
        return None;
    }
    if let Some((kind, help)) = foreign_format(bytes) {
        faults.error(Code::ForeignFormat, (1, 1), format!("the file is {kind}"), help);
        return None;
    }
    let text = match encoding(bytes) {
        Some(encoding) if encoding != UTF_8 => {
            encoding.decode_with_bom_removal(bytes).0.into_owned()
        }
        _ => match bytes.iter().position(|&byte| byte == 0) {
            Some(at) => {
                let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
                faults.error(
                    Code::BinaryFile,
                    (line, 1),
                    "the file is binary: it has a NUL byte, which no text has",
                    "give the transcript as text, a subtitle file, a table or a Word document",
                );
                return None;
            }
            None => decode_bytes(bytes, faults),
        },
    };
    let text = without_control_characters(text, faults);
    if text.trim().is_empty() && !faults.stop() {
        faults.error(
            Code::EmptyFile,
            (1, 1),
            "the file is empty",
            "give a transcript with a name before each turn, or a list of questions",
        );
    }
    (!text.trim().is_empty()).then_some(text)
}

/// The encoding that a mark or the zeros of UTF-16 give away.
fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let pairs = bytes[..bytes.len().min(LOOKED_AT)].chunks_exact(2);
    let (mut first, mut second, mut all) = (0, 0, 0);
    for pair in pairs {
        all += 1;
        first += usize::from(pair[0] == 0 && pair[1] != 0);
        second += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let most = |count: usize| all >= 2 && count * 10 >= all * 7;
    if most(second) {
        Some(UTF_16LE)
    } else if most(first) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What a file is that gives itself away by its first bytes, and what to do with it.
fn foreign_format(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SPEECH: &str = "have it transcribed first, and bring the transcript";
    let formats: [(&[u8], &str, &str); 12] = [
        (
            b"%PDF-",
            "a PDF document",
            "copy its text into a text file, or save it as a Word document",
        ),
        (b"{\\rtf", "a rich text document", "save it as a Word document or as plain text"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel document", "save it as .docx, or as CSV"),
        (b"\x1f\x8b", "a compressed file", "unpack it, and bring the transcript in it"),
        (b"7z\xbc\xaf", "a compressed file", "unpack it, and bring the transcript in it"),
        (b"\x89PNG", "a picture", "bring the text, not a picture of it"),
        (b"\xff\xd8\xff", "a picture", "bring the text, not a picture of it"),
        (b"ID3", "a sound recording", SPEECH),
        (b"OggS", "a sound recording", SPEECH),
        (b"fLaC", "a sound recording", SPEECH),
        (b"RIFF", "a sound or video recording", SPEECH),
        (b"\x1a\x45\xdf\xa3", "a video recording", SPEECH),
    ];
    if bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        return Some(("a sound or video recording", SPEECH));
    }
    let found = formats.iter().find(|(magic, _, _)| bytes.starts_with(magic));
    found.map(|&(_, kind, help)| (kind, help))
}

/// Bytes without a mark: UTF-8, or where no letter of it is written as UTF-8 writes it, Windows-1252.
fn decode_bytes(bytes: &[u8], faults: &mut Faults) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Some(first) = bytes.utf8_chunks().find(|chunk| !chunk.invalid().is_empty()) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    if bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii()) {
        let line = 1 + first.valid().matches('\n').count();
        faults.warning(
            Code::EncodingGuessed,
            (line, 1),
            "the file is not UTF-8; it is read as Windows-1252 (Latin-1)",
            "if letters look wrong, save it in UTF-8",
        );
        return WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    }
    decode_utf8(bytes, faults)
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
    fn what_is_no_text_is_named() {
        check_decoded(b"", None, &[(1, "empty")]);
        check_decoded(b"\xef\xbb\xbf \r\n", None, &[(1, "empty")]);
        check_decoded(b"a\nb\0c", None, &[(2, "binary")]);
        check_decoded(b"%PDF-1.7", None, &[(1, "a PDF")]);
        check_decoded(b"RIFF....WAVE", None, &[(1, "recording")]);
        check_decoded(&vec![b'a'; MAX_BYTES + 1], None, &[(1, "more than 4 MiB")]);
    }

    #[test]
    fn every_usual_encoding_is_read() {
        let wide = |big: bool| -> Vec<u8> {
            let order = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            "Zoë: Why?\n".encode_utf16().flat_map(order).collect()
        };
        check_decoded(&wide(false), Some("Zoë: Why?\n"), &[]);
        check_decoded(&wide(true), Some("Zoë: Why?\n"), &[]);
        check_decoded(&[b"\xff\xfe".as_slice(), &wide(false)].concat(), Some("Zoë: Why?\n"), &[]);
        check_decoded(&[b"\xfe\xff".as_slice(), &wide(true)].concat(), Some("Zoë: Why?\n"), &[]);
        check_decoded(b"\nit\x92s caf\xe9", Some("\nit’s café"), &[(2, "Windows-1252")]);
    }

    #[test]
    fn a_broken_encoding_is_reported_line_by_line() {
        let faults = [(1, "`0x92`"), (2, "`0xE9`")];
        let bytes = "it\u{92}s ü\ncaf\u{e9} \u{e9}".chars().fold(Vec::new(), |mut bytes, c| {
            if c == 'ü' {
                bytes.extend("ü".bytes());
            } else {
                bytes.push(u8::try_from(u32::from(c)).unwrap_or(b'?'));
            }
            bytes
        });
        check_decoded(&bytes, Some("it\u{fffd}s ü\ncaf\u{fffd} \u{fffd}"), &faults);
        let mut found = Faults::default();
        decode(&b"\xc3\xbc\xe9\n".repeat(100), &mut found);
        assert_eq!(found.into_diagnostics().len(), MOST_NAMED + 1);
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        check_decoded(b"\xef\xbb\xbfa", Some("a"), &[]);
        check_decoded(b"a\n\x1b[31mb", Some("a\n[31mb"), &[(2, "control")]);
    }
}
