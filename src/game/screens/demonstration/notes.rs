//! What the trainer looks up: the keys, and notes on what is shown and what comes next.

use bevy_egui::egui::{self, Rect, Ui, pos2, text::LayoutJob, vec2};

use crate::{
    game::{
        demonstration::{Demonstration, clicker::HELP},
        screens::demonstration::{cut, marked::plain_card},
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, NOTE, SPEECH, bold, format, regular, semibold},
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
    let row = 28.0;
    let size = vec2(600.0, 84.0 + row * HELP.len() as f32);
    let card = Rect::from_center_size(screen.center(), size);
    widgets::card(ui.painter(), card);
    let mut y = card.top() + 40.0;
    let left = card.left() + 32.0;
    text::line(&reading::heading(ui, 1), pos2(left, y), "Keys", bold(HEADING), palette::INK);
    y += 40.0;
    for (key, does) in HELP {
        text::line(ui.painter(), pos2(left, y), key, semibold(BODY), palette::CORAL_TEXT);
        let on = reading::saying(ui, Reads::Text, does);
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

/// What the trainer may want to know, each with its heading.
fn notes(shown: &Demonstration) -> Vec<(&'static str, String)> {
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
    notes
}

/// Draws the notes over the stage.
pub(super) fn notes_ui(ui: &Ui, shown: &Demonstration) {
    let screen = ui.max_rect();
    let width = 420.0_f32.min(screen.width() * 0.4);
    let card = Rect::from_min_max(
        pos2(screen.right() - width - 24.0, screen.top() + 24.0),
        screen.max - vec2(24.0, 24.0),
    );
    widgets::card(ui.painter(), card);
    notes_list(ui, card.shrink(28.0), &notes(shown));
}

/// Draws notes one below the other, as many as there is room for.
fn notes_list(ui: &Ui, rect: Rect, notes: &[(&str, String)]) {
    let mut y = rect.top();
    for (heading, words) in notes {
        let height = text::block_height(ui.painter(), rect.width(), words, regular(BODY));
        if y + 20.0 + height > rect.bottom() {
            break;
        }
        let at = pos2(rect.left(), y + 8.0);
        text::line(&reading::heading(ui, 2), at, heading, semibold(NOTE), palette::MUTED);
        let at = pos2(rect.left(), y + 20.0);
        text::block(ui, at, rect.width(), words, regular(BODY), palette::INK);
        y += 34.0 + height;
    }
}

/// Draws the page of the trainer's own window: the answer with what is told of it, and the notes beside it.
pub(super) fn notes_page_ui(ui: &mut Ui, shown: &Demonstration) {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(40.0, 32.0));
    let (head, body) = cut(page, 56.0);
    let at = head.left_center() - vec2(0.0, 8.0);
    let clock = clock(shown.spent);
    let question = &shown.run().question().1.text;
    let right = text::line_size(ui.painter(), &clock, bold(HEADING)).x + 24.0;
    text::line_within(
        &reading::heading(ui, 1),
        at,
        head.width() - right,
        question,
        bold(HEADING),
        palette::INK,
    );
    let on = reading::saying(ui, Reads::Text, &clock);
    let at = head.right_center() - vec2(0.0, 8.0);
    text::line_right(&on, at, &clock, bold(HEADING), palette::MUTED);
    let (left, right) = body.split_left_right_at_x(body.left() + body.width() * 0.6);
    let (left, right) =
        (left.with_max_x(left.right() - 10.0), right.with_min_x(right.left() + 10.0));
    plain_card(ui.painter(), left);
    plain_card(ui.painter(), right);
    answer_ui(ui, left.shrink(28.0), shown);
    notes_list(ui, right.shrink(28.0), &notes(shown));
}

/// How long the demonstration has been on.
fn clock(seconds: f32) -> String {
    let seconds = seconds.max(0.0) as u32;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The whole answer that is shown or comes next, what is told of it in ink, the rest paler.
fn answer_ui(ui: &mut Ui, rect: Rect, shown: &Demonstration) {
    let (answer, told) = match shown.run().shows() {
        Shows::Telling { answer, to, .. } => (answer, to),
        Shows::Marked(answer) => (answer, usize::MAX),
        Shows::Beside { twin, .. } | Shows::Principle(twin) => (twin, usize::MAX),
        Shows::Asked | Shows::Room | Shows::RoomJudged | Shows::RoomCompared => (0, 0),
    };
    let Some(answer) = shown.answers().get(answer) else { return };
    let (head, rest) = cut(rect, 30.0);
    let at = head.left_center() - vec2(0.0, 4.0);
    let on = reading::heading(ui, 2);
    text::line(&on, at, answer.heading(), semibold(NOTE), palette::MUTED);
    let end = answer.text_to(told.min(answer.sentences.len())).len();
    let (said, to_come) = answer.text.split_at(end);
    let mut job = LayoutJob::default();
    job.wrap.max_width = rest.width() - 12.0;
    job.append(said, 0.0, format(regular(SPEECH), palette::INK));
    job.append(to_come, 0.0, format(regular(SPEECH), palette::MUTED));
    ui.scope_builder(egui::UiBuilder::new().max_rect(rest).id_salt("answer"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let galley = ui.painter().layout_job(job);
            let (place, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
            ui.painter().galley(place.min, galley, palette::INK);
            reading::say(ui, place, Reads::Text, &answer.text);
        });
    });
}
