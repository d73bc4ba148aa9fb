//! What the trainer looks up: the keys, and notes on what is shown and what comes next.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use crate::{
    game::{
        demonstration::{Demonstration, clicker::HELP},
        theme::{
            palette, reading, text,
            type_scale::{BODY, HEADING, NOTE, bold, regular, semibold},
            widgets,
        },
    },
    interview::demonstration::{
        steps::{MarksShown, Shows, Stride},
        told::ToldAnswer,
    },
};

/// Draws what the keys do.
pub(super) fn keys_ui(ui: &mut Ui) {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::NIGHT.gamma_multiply(0.5));
    let row = 29.0;
    let size = vec2(600.0, 84.0 + row * HELP.len() as f32);
    let card = Rect::from_center_size(screen.center(), size);
    widgets::card(ui.painter(), card);
    let mut y = card.top() + 40.0;
    let left = card.left() + 32.0;
    text::line(&reading::heading(ui, 1), pos2(left, y), "Keys", bold(HEADING), palette::INK);
    y += 40.0;
    for (key, does) in HELP {
        text::line(ui.painter(), pos2(left, y), key, semibold(BODY), palette::CORAL_TEXT);
        let on = reading::saying(ui, reading::Reads::Text, does);
        text::line(&on, pos2(left + 190.0, y), does, regular(BODY), palette::INK);
        y += row;
    }
}

/// What a step is, for the trainer.
fn described(shows: Shows, answers: &[ToldAnswer]) -> String {
    let kind = |answer: usize| match answers.get(answer) {
        Some(told) => told.heading().to_owned(),
        None => "A twin".to_owned(),
    };
    match shows {
        Shows::Asked => "The question is asked.".to_owned(),
        Shows::Telling { answer, from, to } if to == from + 1 => {
            format!("{}: sentence {to}.", kind(answer))
        }
        Shows::Telling { answer, from, to } => {
            format!("{}: sentences {} to {to}.", kind(answer), from + 1)
        }
        Shows::Marked(answer) => format!("{}, with its marks.", kind(answer)),
        Shows::Beside { twin, marked: false } => format!("{}: what differs?", kind(twin)),
        Shows::Beside { twin, marked: true } => format!("{}: what is missing.", kind(twin)),
        Shows::Principle(twin) => format!("{}: why it matters.", kind(twin)),
        Shows::Room => "The room writes.".to_owned(),
        Shows::RoomJudged => "The room’s answer is judged.".to_owned(),
        Shows::RoomCompared => "The room’s answer, before and after.".to_owned(),
    }
}

/// Draws the notes.
pub(super) fn notes_ui(ui: &mut Ui, shown: &Demonstration) {
    let screen = ui.max_rect();
    let width = 420.0_f32.min(screen.width() * 0.4);
    let card = Rect::from_min_max(
        pos2(screen.right() - width - 24.0, screen.top() + 24.0),
        screen.max - vec2(24.0, 24.0),
    );
    widgets::card(ui.painter(), card);
    let inner = card.shrink(28.0);
    let run = shown.run();
    let answers = shown.answers();
    let (number, of) = run.number();
    let (place, steps) = run.place();
    let mut notes = vec![
        ("Where", format!("Question {number} of {of}, step {place} of {steps}.")),
        ("Now", described(run.shows(), answers)),
        (
            "Next",
            run.shows_next().map_or_else(|| "The end.".to_owned(), |next| described(next, answers)),
        ),
    ];
    let twins = answers
        .iter()
        .skip(1)
        .filter_map(|told| Some(format!("{}: {}", told.heading(), told.because.as_deref()?)));
    let twins: Vec<String> = twins.collect();
    if !twins.is_empty() {
        notes.push(("The twins", twins.join("\n")));
    }
    let hint = &run.question().1.hint;
    if !hint.is_empty() {
        notes.push(("A hint for the room", hint.clone()));
    }
    let program = run.program();
    let marks = match program.marks {
        MarksShown::Off => "off",
        MarksShown::On => "on",
        MarksShown::After => "after the telling",
    };
    let by = match program.stride {
        Stride::Sentence => "sentence",
        Stride::Part => "part",
        Stride::Paragraph => "paragraph",
    };
    let itself = if shown.by_itself { ", going on by itself" } else { "" };
    notes
        .push(("How", format!("By {by}, marks {marks}, {} words a minute{itself}.", program.pace)));
    let mut y = inner.top();
    for (heading, words) in notes {
        let at = pos2(inner.left(), y + 8.0);
        text::line(&reading::heading(ui, 2), at, heading, semibold(NOTE), palette::MUTED);
        y += 20.0;
        let at = pos2(inner.left(), y);
        y += text::block(ui, at, inner.width(), &words, regular(BODY), palette::INK) + 14.0;
        if y > inner.bottom() {
            break;
        }
    }
}
