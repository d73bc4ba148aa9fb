//! Damage to a text, as an editor, a converter or a bad disk may do it.

use hotseat::interview::chance::Chance;

/// Pieces that mean something to a reader of one of the forms.
const PIECES: [&str; 56] = [
    "\"",
    "\\",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    "=",
    "\n",
    "\r\n",
    "\r",
    "\n====\n",
    "/*",
    "*/",
    "//",
    "r#\"",
    "Some(",
    "None",
    "#![enable(",
    "\u{feff}",
    "\u{a0}",
    "“",
    "’",
    "e\u{301}",
    "👩‍👩‍👧",
    "שלום",
    "\0",
    "\u{1b}[31m",
    "CANDIDATE: ",
    "INTERVIEWERS: ",
    "Sarah: ",
    "VP: ",
    "99999999999999999999",
    "0%",
    " --> ",
    "00:00:01.000",
    "WEBVTT\n\n",
    "<v Dana>",
    "</v>",
    "<w:tbl>",
    "</w:p>",
    "&amp;",
    "**",
    "# ",
    "\n> ",
    "\n- [ ] ",
    "\t",
    "Q: ",
    "[laughter]",
    "Speaker 1  0:03\n",
    "[00:00:03] ",
    "\n\n",
];

/// The bytes after one to six kinds of damage; `other` lends pieces of itself.
pub fn damage(chance: &mut Chance, text: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for _ in 0..=chance.below(6) {
        once(chance, &mut bytes, other);
    }
    bytes
}

fn once(chance: &mut Chance, bytes: &mut Vec<u8>, other: &[u8]) {
    let (from, to) = range(chance, bytes.len());
    match chance.below(9) {
        0 if !bytes.is_empty() => bytes[from.min(to.saturating_sub(1))] ^= 1 << chance.below(8),
        1 => bytes.truncate(from),
        2 => {
            let again = bytes[from..to].to_vec();
            bytes.splice(to..to, again);
        }
        3 => {
            let (start, end) = range(chance, other.len());
            bytes.splice(from..to, other[start..end].iter().copied());
        }
        4 => drop(bytes.drain(from..to)),
        5 => {
            let piece = PIECES[chance.below(PIECES.len())];
            bytes.splice(from..from, piece.bytes());
        }
        6 => {
            let piece = PIECES[chance.below(PIECES.len())].repeat(1 + chance.below(2_000));
            bytes.splice(from..from, piece.into_bytes());
        }
        7 => swap_letters(bytes, from),
        _ => {
            let piece = PIECES[chance.below(PIECES.len())];
            let with = PIECES[chance.below(PIECES.len())];
            let text = String::from_utf8_lossy(bytes);
            let nth = chance.below(40);
            if let Some((at, _)) = text.match_indices(piece).nth(nth) {
                *bytes = [&text[..at], with, &text[at + piece.len()..]].concat().into_bytes();
            }
        }
    }
}

/// Two letters side by side change places.
fn swap_letters(bytes: &mut [u8], from: usize) {
    let letters = |pair: &[u8]| pair.iter().all(u8::is_ascii_alphabetic);
    if let Some(at) = bytes.windows(2).skip(from).position(letters) {
        bytes.swap(from + at, from + at + 1);
    }
}

/// A range, short more often than long.
fn range(chance: &mut Chance, length: usize) -> (usize, usize) {
    let from = chance.below(length + 1);
    let longest = [4, 60, 800, 20_000][chance.below(4)];
    (from, (from + chance.below(longest)).min(length))
}
