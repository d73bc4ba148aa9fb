//! Running text of which passages carry a style, wrapped by columns.

use std::{
    io::{self, Write},
    ops::Range,
};

use anstyle::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::terminal::sanitize::{isolated, one_line};

/// Whether styles are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColourMode {
    /// Words alone: for pipes, for screen readers, where no colour is wanted.
    Plain,
    /// With colours and bars.
    Colour,
}

impl ColourMode {
    /// A passage in a style.
    pub(super) fn paint(self, style: Style, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour if text.is_empty() => String::new(),
            Self::Colour => format!("{style}{text}{style:#}"),
        }
    }
}

/// A part of a line in one style.
struct Piece {
    text: String,
    style: Style,
}

/// Writes a passage of `text`, each byte in the style that `style_at` gives it, behind `first` and below its width.
pub(super) fn flow(
    out: &mut impl Write,
    look: ColourMode,
    first: (&str, usize),
    width: usize,
    (text, range): (&str, Range<usize>),
    style_at: impl Fn(usize) -> Style,
) -> io::Result<()> {
    let (head, indent) = first;
    let room = width.saturating_sub(indent).max(8);
    let mut line: Vec<Piece> = Vec::new();
    let mut column = 0;
    let mut begun = false;
    let mut end_line = |line: &mut Vec<Piece>| -> io::Result<()> {
        let shown: String = line.drain(..).map(|p| look.paint(p.style, &p.text)).collect();
        let before = if begun { " ".repeat(indent) } else { head.to_owned() };
        begun = true;
        writeln!(out, "{before}{}", isolated(&shown))
    };
    let passage = text.get(range.clone()).unwrap_or_default();
    for (at, word) in words(passage) {
        let pieces = pieces(word, range.start + at, &style_at);
        let wide: usize = pieces.iter().map(|piece| piece.text.width()).sum();
        if column > 0 && column + 1 + wide > room {
            end_line(&mut line)?;
            column = 0;
        }
        if column > 0 {
            let style = style_at(range.start + at - 1);
            put(&mut line, " ", style);
            column += 1;
        }
        for piece in pieces {
            for cluster in piece.text.graphemes(true) {
                if column > 0 && column + cluster.width() > room {
                    end_line(&mut line)?;
                    column = 0;
                }
                column += cluster.width();
                put(&mut line, cluster, piece.style);
            }
        }
    }
    if line.is_empty() { Ok(()) } else { end_line(&mut line) }
}

/// Adds text to the last piece, or a piece of its own where the style changes.
fn put(pieces: &mut Vec<Piece>, text: &str, style: Style) {
    match pieces.last_mut() {
        Some(last) if last.style == style => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), style }),
    }
}

/// The words between blanks, with the byte each starts at.
fn words(passage: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = passage.as_ptr() as usize;
    let blank = |c: char| c.is_whitespace() || c.is_control();
    passage
        .split(blank)
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - start, word))
}

/// A word cut where its style changes.
fn pieces(word: &str, start: usize, style_at: &impl Fn(usize) -> Style) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, cluster) in word.grapheme_indices(true) {
        let style = style_at(start + at);
        let text = one_line(cluster);
        put(&mut pieces, &text, style);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flown(text: &str, look: ColourMode) -> String {
        let mut out = Vec::new();
        let bold = |at: usize| if at < 5 { Style::new().bold() } else { Style::new() };
        flow(&mut out, look, ("  A  ", 5), 30, (text, 0..text.len()), bold).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_are_wrapped_below_the_first() {
        assert_eq!(
            flown("Seven boats came back before the storm.", ColourMode::Plain),
            "  A  Seven boats came back\n     before the storm.\n"
        );
    }

    #[test]
    fn styles_end_where_their_passage_does() {
        assert_eq!(
            flown("Seven boats", ColourMode::Colour),
            "  A  \u{1b}[1mSeven\u{1b}[0m boats\n"
        );
    }

    #[test]
    fn no_line_is_too_wide_and_nothing_steers_the_terminal() {
        let text =
            format!("\u{1b}[2J{} {} 👩\u{200d}🚀\u{202e}", "日本".repeat(40), "x".repeat(90));
        let shown = flown(&text, ColourMode::Plain);
        assert!(shown.lines().all(|line| line.width() <= 30), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{202e}']));
    }
}
