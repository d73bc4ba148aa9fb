//! One question of the debrief, opened: the answer with all that was found in it, and the model answer.

use bevy_egui::egui::{self, Key, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        feedback::{card_title, model::model_alone_ui},
        screens::{
            debrief::copy_ui,
            feedback::{FeedbackView, assessed_ui, heading_ui, page_ui},
        },
        theme::{
            keys, palette, text,
            type_scale::{BODY, regular},
            widgets::{self, Pill},
        },
    },
    interview::{debrief::Debrief, session::Session},
};

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedAction {
    /// Goes back to all questions.
    Back,
    /// Opens another question, by its place among [`Debrief::questions`].
    Open(usize),
}

/// Draws the question in this place among [`Debrief::questions`].
pub fn opened_ui(
    ui: &mut Ui,
    debrief: &Debrief,
    session: &Session,
    place: usize,
    copied: &mut bool,
) -> Option<OpenedAction> {
    let id = debrief.questions().nth(place).map(|question| question.id.as_str());
    let Some((index, _)) = id.and_then(|id| session.scenario().question(id)) else {
        return Some(OpenedAction::Back);
    };
    let page = page_ui(ui);
    match session.latest(index) {
        Some(attempt) => {
            let view = FeedbackView::of(session, attempt, place + 1);
            assessed_ui(ui, page, &FeedbackView { paused: false, ..view });
        }
        None => unanswered_ui(ui, page, session, index, place + 1),
    }
    let text = || debrief.question_text(place).unwrap_or_default();
    buttons_ui(ui, page, place, debrief.questions().count(), copied, text)
}

/// A question without an answer.
fn unanswered_ui(ui: &mut Ui, page: Rect, session: &Session, index: usize, number: usize) {
    let scenario = session.scenario();
    let question = &scenario.questions()[index];
    let section = scenario.sections()[question.section].title.as_str();
    let asked = format!("asked by {}", scenario.asker(index).title);
    let number = (number, session.plan().len());
    let top = heading_ui(ui, page, (section, number), &asked, &question.text);
    let body = Rect::from_min_max(
        pos2(page.left(), top),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let left = Rect::from_min_size(body.min, vec2((body.width() - 16.0) * 0.36, body.height()));
    let (note, sentence) = if session.skipped().contains(&index) {
        ("skipped", "You skipped this question, so there is nothing to judge.")
    } else {
        ("not answered", "The interview ended before you answered, so there is nothing to judge.")
    };
    card_title(ui, left, "Your answer", note);
    let text = Rect::from_min_max(left.min + vec2(24.0, 48.0), left.max - vec2(24.0, 16.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(text).id_salt("answer"), |ui| {
        text::label(ui, sentence, regular(BODY), palette::INK);
    });
    let right = Rect::from_min_max(pos2(left.right() + 16.0, body.top()), body.max);
    model_alone_ui(ui, right, question);
}

fn buttons_ui(
    ui: &mut Ui,
    page: Rect,
    place: usize,
    count: usize,
    copied: &mut bool,
    text: impl FnOnce() -> String,
) -> Option<OpenedAction> {
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let width = widgets::pill_width(ui, "Back", "Esc");
    let back = Rect::from_min_size(pos2(page.left(), y), vec2(width, widgets::PILL_HEIGHT));
    let copy = back.right_top() + vec2(12.0, 0.0);
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    copy_ui(ui, copy, copied, text);
    let at_end = place + 1 == count;
    let label = if at_end { "Back to the debrief" } else { "Next question" };
    let pills = [(Pill::Secondary, "Previous", "←"), (Pill::Primary, label, "⏎")];
    let pills = if place == 0 { &pills[1..] } else { &pills[..] };
    let clicked: Vec<_> = widgets::pills_from_right(ui, pos2(page.right(), y), pills)
        .iter()
        .map(|pill| pill.clicked())
        .collect();
    let before = (place > 0 && clicked[0]) || keys::pressed(ui, Key::ArrowLeft);
    let after = clicked[clicked.len() - 1] || keys::enter(ui);
    if back || (after && at_end) {
        Some(OpenedAction::Back)
    } else if after || (!at_end && keys::pressed(ui, Key::ArrowRight)) {
        Some(OpenedAction::Open(place + 1))
    } else if before && place > 0 {
        Some(OpenedAction::Open(place - 1))
    } else {
        None
    }
}
