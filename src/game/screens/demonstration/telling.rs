//! What is said on the stage: the question, and the answer as it is told, in letters for the back row.

use bevy_egui::egui::{self, Align2, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        screens::demonstration::{
            LEAST, cut, heading,
            marked::{laid_out, lamps_ui, said},
        },
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::{bold, regular, semibold},
            widgets,
        },
    },
    interview::demonstration::{steps::Shows, told::ToldAnswer},
};

/// What is said.
pub(super) struct TellingView<'a> {
    /// Which question it is, from 1, and how many there are.
    pub(super) number: (usize, usize),
    /// The title of who asks.
    pub(super) asker: &'a str,
    /// The question.
    pub(super) question: &'a str,
    /// What is shown.
    pub(super) shows: Shows,
    /// The strong answer and the twins.
    pub(super) answers: &'a [ToldAnswer],
    /// Whether the marks are shown as they come.
    pub(super) marks: bool,
    /// The size of what is told, and the least that the back row reads.
    pub(super) size: f32,
    pub(super) least: f32,
    /// How far the words have come, 0 to 1.
    pub(super) fade: f32,
    /// Whether nothing was told yet, so that the trainer may be told the keys.
    pub(super) first: bool,
    /// What the scenario's program is called.
    pub(super) program: Option<&'a str>,
    /// Whether a demonstration was left that can be gone on with.
    pub(super) left: bool,
}

/// The height of the card with the question at this width.
pub(super) fn question_height(ui: &Ui, width: f32, height: f32, question: &str) -> f32 {
    let size = height * LEAST;
    let words = text::block_height(ui.painter(), width - 2.0 * size, question, semibold(size));
    words + size * 1.3
}

/// Draws the card with the question while it is answered.
pub(super) fn question_ui(ui: &Ui, rect: Rect, question: &str) {
    widgets::card(ui.painter(), rect);
    let size = ui.max_rect().height() * LEAST;
    let inner = rect.shrink2(vec2(size, size * 0.5));
    let on = reading::saying(ui, Reads::Heading(1), question);
    text::fitted(&on, inner, Align2::LEFT_CENTER, question, semibold(size), palette::INK);
}

/// Draws the card with what is said.
pub(super) fn telling_ui(ui: &mut Ui, rect: Rect, view: &TellingView<'_>) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(view.least * 1.3, view.least * 0.75));
    let (head, words) = cut(inner, view.least * 1.9);
    match view.shows {
        Shows::Telling { answer, from, to } => {
            let told = &view.answers[answer];
            let at = head.left_center() - vec2(0.0, view.least * 0.2);
            let name = reading::heading(ui, 2);
            let width =
                text::line(&name, at, heading(answer), bold(view.least), palette::CORAL_TEXT);
            if view.marks {
                let height = view.least * 1.5;
                let from = at.x + width + view.least * 2.0;
                let lamps = Rect::from_min_max(
                    pos2(from, at.y - height / 2.0),
                    pos2(head.right(), at.y + height / 2.0),
                );
                lamps_ui(ui, lamps, told.parts_told(to), |_| false);
            }
            told_ui(ui, words, view, told, from..to);
        }
        _ => asked_ui(ui, head, words, view),
    }
}

/// The sentences that this press added.
fn told_ui(
    ui: &mut Ui,
    rect: Rect,
    view: &TellingView<'_>,
    told: &ToldAnswer,
    sentences: std::ops::Range<usize>,
) {
    let painter = ui.painter();
    let lay =
        |size: f32| laid_out(painter, told, sentences.clone(), view.marks, size, rect.width());
    let steps = ((view.size - view.least).max(0.0)).ceil() as usize;
    let sizes = (0..=steps).map(|step| (view.size - step as f32).max(view.least));
    let fits = |size: &f32| lay(*size).size().y <= rect.height();
    let galley = lay(sizes.into_iter().find(fits).unwrap_or(view.least));
    let spoken = {
        let first = told.sentences[sentences.start].span.start;
        let last = told.sentences[sentences.end - 1].span.end;
        told.text.get(first..last).unwrap_or_default().to_owned()
    };
    let aloud = if view.marks {
        said(&told.only(&sentences.clone().collect::<Vec<_>>()), true)
    } else {
        spoken
    };
    let size = galley.size();
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt("told"), |ui| {
        ui.multiply_opacity(view.fade);
        if size.y > rect.height() {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let (place, _) = ui.allocate_exact_size(size, egui::Sense::hover());
                galley.paint(ui.painter(), place.min);
            });
        } else {
            // A sentence of a line or two stands nearer the middle than the top.
            let above = (rect.height() - size.y) * 0.35;
            galley.paint(ui.painter(), rect.min + vec2(0.0, above));
        }
        reading::say(ui, rect, Reads::News, &aloud);
    });
}

/// The question as it is asked, and for the trainer, before anything was told, how it goes on.
fn asked_ui(ui: &mut Ui, head: Rect, words: Rect, view: &TellingView<'_>) {
    let (number, of) = view.number;
    let at = head.left_center() - vec2(0.0, view.least * 0.2);
    let who = format!("{number} of {of} · {}", view.asker);
    text::line_within(ui, at, head.width(), &who, bold(view.least), palette::CORAL_TEXT);
    let foot = if view.first { view.least * 1.5 } else { 0.0 };
    let room = Rect::from_min_max(words.min, words.max - vec2(0.0, foot));
    let on = reading::saying(ui, Reads::Opening, view.question);
    text::fitted(&on, room, Align2::LEFT_TOP, view.question, semibold(view.size), palette::INK);
    if view.first {
        let mut hints = vec!["Space goes on".to_owned()];
        hints.extend(view.program.map(|title| format!("P runs “{title}”")));
        hints.extend(view.left.then(|| "R goes on where it was left".to_owned()));
        hints.push("F1 keys".to_owned());
        let at = words.left_bottom() - vec2(0.0, view.least * 0.45);
        let hints = hints.join("   ·   ");
        text::line_within(ui, at, words.width(), &hints, regular(view.least * 0.8), palette::MUTED);
    }
}
