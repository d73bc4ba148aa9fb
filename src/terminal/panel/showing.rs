//! What is shown at the table: ratings side by side, and a document line by line.

use std::io::{self, Write};

use crate::{
    interview::ratings::{MockPanel, PanelAnswer, side_by_side::Voice, table::in_tenths},
    play::documents::{DocumentPart, PrintedDocument},
    terminal::sanitize::{one_line, wrapped},
};

/// Shows all ratings of an answer whose ratings are all in; nothing of another.
pub(super) fn side_by_side(
    out: &mut impl Write,
    panel: &MockPanel,
    answer: &PanelAnswer,
) -> io::Result<()> {
    let Some(shown) = answer.side_by_side() else { return Ok(()) };
    let raters = &panel.setup().raters;
    writeln!(out, "\nAll ratings are in.")?;
    for one in &shown.ratings {
        let evidence = match one.rating.evidence.as_str() {
            "" => "no evidence was written",
            evidence => evidence,
        };
        let name = one_line(&raters[one.rater]);
        wrapped(
            out,
            "  ",
            &format!("{name}: {}. {}", one.rating.level.number(), one_line(evidence)),
        )?;
        for note in &one.sheet.notes {
            let part = note.part.map(|part| format!("{}: ", part.letter())).unwrap_or_default();
            wrapped(out, "    ", &format!("{part}{}", one_line(&note.text)))?;
        }
        let points = &panel.scenario().questions()[answer.question()].model;
        for point in one.sheet.key_points.iter().filter_map(|point| points.key_points.get(*point)) {
            let said = one_line(point.span.of(&points.text()));
            wrapped(out, "    ", &format!("Key point: {said}"))?;
        }
        for flag in &one.sheet.flags {
            writeln!(out, "    Flag: {}", flag.name())?;
        }
        for change in &one.corrections {
            let level = change.rating.level.number();
            wrapped(out, "    ", &format!("Changed to {level}: {}", one_line(&change.reason)))?;
        }
    }
    let (low, high) = shown.range();
    let mean = in_tenths(shown.mean());
    writeln!(out, "  Mean: {mean}, from {} to {}.", low.number(), high.number())?;
    if let Some(own) = shown.own {
        writeln!(out, "  The candidate: {}.", own.number())?;
    }
    match (shown.game_level(), &shown.game) {
        (Some(level), Some(game)) => {
            let note = game.level_note().map(|note| format!(" ({note})")).unwrap_or_default();
            writeln!(out, "  The game: {}{note}.", level.number())?;
            for sentence in shown.game_rests_on(answer.words().unwrap_or_default()) {
                wrapped(out, "    ", &one_line(&sentence))?;
            }
        }
        (None, Some(_)) => writeln!(out, "  The game could not judge what was typed.")?,
        _ => writeln!(out, "  The game gives no level to what was spoken.")?,
    }
    let differences = shown.differences(answer.words());
    if !differences.is_empty() {
        writeln!(out, "  Two levels or more apart. What each pointed at:")?;
        for pointed in differences {
            let who = match pointed.voice {
                Voice::Rater(rater) => one_line(&raters[rater]),
                Voice::Game => "the game".to_owned(),
            };
            let at = if pointed.at.is_empty() { "nothing was written" } else { &pointed.at };
            wrapped(out, "    ", &format!("{}, {who}: {}", pointed.level.number(), one_line(at)))?;
        }
    }
    Ok(())
}

/// Prints a document, a table row by row so that it can be read aloud.
pub(super) fn document(out: &mut impl Write, document: &PrintedDocument) -> io::Result<()> {
    for part in &document.parts {
        match part {
            DocumentPart::Titled(_, text) => writeln!(out, "\n{}", one_line(text))?,
            DocumentPart::Said(text) => wrapped(out, "", text)?,
            DocumentPart::Named(name, text) => wrapped(out, "", &format!("{name}: {text}"))?,
            DocumentPart::Listed(items) => {
                items.iter().try_for_each(|item| wrapped(out, "  ", &one_line(item)))?;
            }
            DocumentPart::Grid(head, rows) => {
                for row in rows {
                    writeln!(out)?;
                    wrapped(out, "", &one_line(row.first().map_or("", String::as_str)))?;
                    for (name, cell) in head.iter().zip(row).skip(1) {
                        wrapped(out, "  ", &format!("{}: {}", one_line(name), one_line(cell)))?;
                    }
                }
            }
            DocumentPart::ToWriteOn(_) => {}
        }
    }
    Ok(())
}
