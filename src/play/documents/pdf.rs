//! A document as PDF on A4: fonts embedded, text tagged in reading order.

use std::num::NonZeroU16;

use krilla::tagging::Tag;

use crate::play::documents::{
    DocumentPart, PrintedDocument,
    paper::{Frame, PAPER, Paper, PaperPlace, Rule},
    plain::{one_line, plain},
    typesetting::{StyledText, Typesetter},
};

/// The margin around everything.
const MARGIN: f32 = 46.0;
/// Running text.
const TEXT: f32 = 9.5;
/// Between two lines to write on.
const WRITTEN: f32 = 17.0;
/// Between two columns of a table.
const GUTTER: f32 = 10.0;
/// The first column of a table is so many others wide.
const FIRST: f32 = 2.4;

const WIDE: f32 = PAPER.0 - 2.0 * MARGIN;
const WHOLE: Frame = Frame { left: MARGIN, width: WIDE, size: TEXT };

/// The file.
///
/// # Errors
/// A letter that the embedded typeface lacks, or what the writer of PDF refuses.
pub(super) fn write(document: &PrintedDocument) -> Result<Vec<u8>, String> {
    let setter = Typesetter::new().ok_or("the typeface cannot be read")?;
    if let Some(letter) = texts(document).find_map(|text| setter.lacks(&plain(text))) {
        return Err(format!(
            "the typeface that is put into a PDF has no `{letter}`: write a file that ends in .html instead"
        ));
    }
    let mut paper = Paper::new(setter, MARGIN);
    let mut at = paper.open();
    for part in &document.parts {
        at = set(&mut paper, at, part);
    }
    paper.finish(&one_line(&document.title), &document.language)
}

/// Every text that is drawn.
fn texts(document: &PrintedDocument) -> impl Iterator<Item = &str> {
    document.parts.iter().flat_map(|part| match part {
        DocumentPart::Titled(_, text) | DocumentPart::Said(text) => vec![text.as_str()],
        DocumentPart::Named(name, text) => vec![name.as_str(), text],
        DocumentPart::Listed(items) => items.iter().map(String::as_str).collect(),
        DocumentPart::Grid(head, rows) => {
            head.iter().chain(rows.iter().flatten()).map(String::as_str).collect()
        }
        DocumentPart::ToWriteOn(_) => Vec::new(),
    })
}

fn set(paper: &mut Paper, at: PaperPlace, part: &DocumentPart) -> PaperPlace {
    match part {
        DocumentPart::Titled(level, text) => heading(paper, at, *level, &one_line(text)),
        DocumentPart::Said(text) => {
            let lines = plain(text);
            lines.lines().filter(|line| !line.trim().is_empty()).fold(at, |at, line| {
                paper.text(at, WHOLE, &[StyledText::regular(line)], Tag::P.into()).down(3.0)
            })
        }
        DocumentPart::Named(name, text) => {
            let said = [
                StyledText::bold(format!("{}  ", one_line(name))),
                StyledText::regular(one_line(text)),
            ];
            paper.text(at, WHOLE, &said, Tag::P.into()).down(3.0)
        }
        DocumentPart::Listed(items) => items.iter().fold(at, |at, item| {
            let bullet = Frame { left: MARGIN + 6.0, width: 10.0, size: TEXT };
            let inner = Frame { left: MARGIN + 16.0, width: WIDE - 16.0, size: TEXT };
            let said = [StyledText::regular(one_line(item))];
            let at = paper.keep_together(at, TEXT * 1.4);
            paper.text(at, bullet, &[StyledText::regular("•")], Tag::P.into());
            paper.text(at, inner, &said, Tag::P.into()).down(2.0)
        }),
        DocumentPart::Grid(head, rows) => {
            let at = row(paper, at, head, true);
            rows.iter().fold(at, |at, cells| row(paper, at, cells, false)).down(4.0)
        }
        DocumentPart::ToWriteOn(lines) => (0..*lines)
            .fold(at, |at, _| {
                let at = paper.keep_together(at, WRITTEN).down(WRITTEN);
                paper.rule(Rule::Below { left: MARGIN, width: WIDE, at });
                at
            })
            .down(5.0),
    }
}

fn heading(paper: &mut Paper, at: PaperPlace, level: u16, text: &str) -> PaperPlace {
    let (size, above) = match level {
        1 => (18.0, 0.0),
        2 => (13.0, 12.0),
        _ => (10.5, 8.0),
    };
    let frame = Frame { size, ..WHOLE };
    let said = [StyledText::bold(text)];
    // A heading stays with the first lines of what it heads.
    let needs = paper.height(frame, &said) + above + TEXT * 4.0;
    let at = paper.keep_together(at, needs).down(above);
    paper.outline(text, at);
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    paper.text(at, frame, &said, Tag::Hn(level, Some(text.to_owned())).into()).down(4.0)
}

/// A row of a table, its cells side by side.
fn row(paper: &mut Paper, at: PaperPlace, cells: &[String], is_head: bool) -> PaperPlace {
    let others = cells.len().saturating_sub(1) as f32;
    let unit = (WIDE - GUTTER * others) / (FIRST + others);
    let mut left = MARGIN;
    let mut frames = Vec::new();
    for (place, cell) in cells.iter().enumerate() {
        let width = if place == 0 { unit * FIRST } else { unit };
        let text = one_line(cell);
        let said = if is_head { StyledText::bold(text) } else { StyledText::regular(text) };
        frames.push((Frame { left, width, size: TEXT }, [said]));
        left += width + GUTTER;
    }
    let tallest = frames.iter().map(|(frame, said)| paper.height(*frame, said)).fold(0.0, f32::max);
    let at = paper.keep_together(at, tallest + 4.0);
    let mut end = at.down(TEXT * 1.4);
    for (frame, said) in &frames {
        let below = paper.text(at, *frame, said, Tag::P.into());
        end = if below.is_behind(end) { below } else { end };
    }
    paper.rule(Rule::Below { left: MARGIN, width: WIDE, at: end.down(1.5) });
    end.down(4.0)
}
