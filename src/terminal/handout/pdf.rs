//! The handout as PDF on A4: fonts embedded, text tagged in reading order, marks that hold in black and white.

use std::num::NonZeroU16;

use krilla::tagging::Tag;

use crate::{
    interview::demonstration::{
        handout::{Handout, HandoutQuestion},
        told::ToldAnswer,
    },
    play::documents::{
        paper::{Frame, PAPER, Paper, PaperPlace, Rule},
        typesetting::{StyledText, Typesetter},
    },
    terminal::{
        handout::{ANCHORS, LEGEND, WRITE, html::missing_words},
        sanitize::one_line,
    },
};

/// The margin around everything.
const MARGIN: f32 = 48.0;
/// Between the two columns.
const GUTTER: f32 = 22.0;
/// Running text.
const TEXT: f32 = 9.5;
/// Between two lines to write on.
const WRITTEN: f32 = 24.0;
/// How many of them there are at least.
const LEAST: usize = 6;
/// The letter of a part takes so much room before its sentence.
const LETTER: f32 = 17.0;

const LEFT: f32 = MARGIN;
const WIDE: f32 = PAPER.0 - 2.0 * MARGIN;

/// The file.
///
/// # Errors
/// A letter that the embedded typeface lacks, or what the writer of PDF refuses.
pub(super) fn write(handout: &Handout) -> Result<Vec<u8>, String> {
    let setter = Typesetter::new().ok_or("the typeface cannot be read")?;
    if let Some(letter) = texts(handout).find_map(|text| setter.lacks(text)) {
        return Err(format!(
            "the typeface that is put into a PDF has no `{letter}`: write a page that ends in .html instead"
        ));
    }
    let mut paper = Paper::new(setter, MARGIN);
    let at = paper.open();
    let at = heading(&mut paper, at, &handout.title, 20.0, 1);
    let frame = Frame { left: LEFT, width: WIDE, size: TEXT };
    let mut at =
        paper.text(at.down(4.0), frame, &[StyledText::regular(LEGEND)], Tag::P.into()).down(14.0);
    for (number, asked) in handout.questions.iter().enumerate() {
        at = if number == 0 { at } else { paper.open() };
        question(&mut paper, at, asked);
    }
    let mut at = paper.open();
    at = heading(&mut paper, at, ANCHORS, 14.0, 2).down(6.0);
    for (level, anchor) in &handout.anchors {
        let said = [
            StyledText::bold(format!("{}  ", level.number())),
            StyledText::regular(anchor.clone()),
        ];
        at = paper.text(at, frame, &said, Tag::P.into()).down(7.0);
    }
    paper.finish(&handout.title, &handout.language)
}

/// Every text of the scenario that is drawn.
fn texts(handout: &Handout) -> impl Iterator<Item = &str> {
    let questions = handout.questions.iter().flat_map(|question| {
        let twin = question.twin.iter();
        let twin = twin.flat_map(|twin| [Some(twin.text.as_str()), twin.because.as_deref()]);
        [Some(question.asked_by.as_str()), Some(&question.text), Some(&question.strong.text)]
            .into_iter()
            .chain(twin)
    });
    questions.flatten().chain([handout.title.as_str()])
}

fn heading(paper: &mut Paper, at: PaperPlace, text: &str, size: f32, level: u16) -> PaperPlace {
    let frame = Frame { left: LEFT, width: WIDE, size };
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let text = one_line(text);
    paper.outline(&text, at);
    paper.text(at, frame, &[StyledText::bold(text.clone())], Tag::Hn(level, Some(text)).into())
}

fn question(paper: &mut Paper, at: PaperPlace, asked: &HandoutQuestion) {
    let by = format!("{} · {}", asked.number, one_line(&asked.asked_by));
    let small = Frame { left: LEFT, width: WIDE, size: TEXT };
    let at = paper.text(at, small, &[StyledText::regular(by)], Tag::P.into());
    let at = heading(paper, at, &asked.text, 13.0, 2).down(10.0);
    let column = (WIDE - GUTTER) / 2.0;
    let mut end = answer(paper, at, (LEFT, column), "Strong", &asked.strong);
    if let Some(twin) = &asked.twin {
        let heading = format!("Weak: {}", twin.heading());
        let right = answer(paper, at, (LEFT + column + GUTTER, column), &heading, twin);
        end = if right.is_behind(end) { right } else { end };
        if let Some(because) = &twin.because {
            let frame = Frame { left: LEFT + 10.0, width: WIDE - 10.0, size: TEXT };
            let from = end.down(8.0);
            end = paper.text(from, frame, &[StyledText::bold(one_line(because))], Tag::P.into());
            paper.rule(Rule::Beside { x: LEFT + 2.0, from, to: end });
        }
    }
    let mut at = paper.keep_together(end.down(14.0), WRITTEN * LEAST as f32);
    at = paper.text(at, small, &[StyledText::bold(WRITE)], Tag::P.into()).down(WRITTEN - 4.0);
    while paper.holds(at, 0.0) {
        paper.rule(Rule::Below { left: LEFT, width: WIDE, at });
        at = at.down(WRITTEN);
    }
}

fn answer(
    paper: &mut Paper,
    at: PaperPlace,
    (left, width): (f32, f32),
    heading: &str,
    told: &ToldAnswer,
) -> PaperPlace {
    let level = NonZeroU16::new(3).unwrap_or(NonZeroU16::MIN);
    let frame = Frame { left, width, size: 11.0 };
    let tag = Tag::Hn(level, Some(heading.to_owned()));
    let mut at = paper.text(at, frame, &[StyledText::bold(heading)], tag.into()).down(5.0);
    let sentence = Frame { left: left + LETTER, width: width - LETTER, size: TEXT };
    for (role, runs) in (0..told.sentences.len()).filter_map(|number| told.marked(number)) {
        let stretches: Vec<_> = runs
            .into_iter()
            .map(|run| StyledText { text: run.text, bold: run.figure, underlined: run.point })
            .collect();
        at = paper.keep_together(at, TEXT * 3.0);
        let letter = Frame { left: left + 3.4, width: LETTER, size: TEXT - 1.5 };
        let letter_at = at.down(0.6);
        if let Some(role) = role {
            paper.text(letter_at, letter, &[StyledText::bold(role.letter())], Tag::P.into());
            paper.rule(Rule::Ring { x: left + 6.2, at: at.down(6.4), radius: 6.2 });
        }
        at = paper.text(at, sentence, &stretches, Tag::P.into()).down(3.5);
    }
    for missing in &told.missing {
        let frame = Frame { left: left + 6.0, width: width - 12.0, size: TEXT };
        let words = [StyledText::regular(one_line(&missing_words(missing)))];
        let from = paper.keep_together(at.down(2.0), paper.height(frame, &words) + 8.0);
        let to = paper.text(from.down(4.0), frame, &words, Tag::P.into()).down(2.5);
        paper.rule(Rule::Dashed { left, width, from, to });
        at = to.down(4.0);
    }
    at
}
