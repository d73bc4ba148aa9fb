//! The pause: the interview rests, and the player chooses how to go on.

use bevy_egui::egui::{Key, Rect, Ui, pos2, vec2};

use crate::game::theme::{
    cover, keys, palette, reading, text,
    type_scale::{HEADING, LABEL, bold, regular},
    widgets::{self, Pill},
};

/// What the player chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseAction {
    /// Goes on.
    Resume,
    /// Ends the interview and reads the debrief.
    Finish,
    /// Goes to the title; the interview can be taken up again.
    Leave,
}

/// Draws the pause over whatever is on.
pub fn pause_ui(ui: &mut Ui) -> Option<PauseAction> {
    break_ui(ui, "Your words are kept.", "Finish here and read the debrief")
}

/// The same with what becomes of what is there, and with what finishing does.
pub fn break_ui(ui: &mut Ui, note: &str, finish: &str) -> Option<PauseAction> {
    let card = Rect::from_center_size(ui.max_rect().center(), vec2(420.0, 330.0));
    cover::over(ui, card, NAME, |ui| choices_ui(ui, card.shrink(36.0), note, finish))
}

/// What the card is called.
const NAME: &str = "A short break";

fn choices_ui(ui: &mut Ui, inner: Rect, note: &str, finish: &str) -> Option<PauseAction> {
    let mut y = inner.top();
    y += text::block(
        &reading::heading(ui, 1),
        pos2(inner.left(), y),
        inner.width(),
        NAME,
        bold(HEADING),
        palette::INK,
    ) + 4.0;
    text::block(ui, pos2(inner.left(), y), inner.width(), note, regular(LABEL), palette::MUTED);
    let mut action = None;
    let choices = [
        (Pill::Primary, "Go on", "Esc", Key::Escape, PauseAction::Resume),
        (Pill::Secondary, finish, "F", Key::F, PauseAction::Finish),
        (Pill::Secondary, "Leave for the title", "L", Key::L, PauseAction::Leave),
    ];
    let top = inner.bottom() - 3.0 * widgets::PILL_HEIGHT - 24.0;
    for (index, (kind, label, name, key, then)) in choices.into_iter().enumerate() {
        let at = pos2(inner.left(), top + index as f32 * (widgets::PILL_HEIGHT + 12.0));
        let rect = Rect::from_min_size(at, vec2(inner.width(), widgets::PILL_HEIGHT));
        let pill = widgets::pill(ui, rect, kind, label, name);
        if pill.clicked() || keys::pressed(ui, key) {
            action = Some(then);
        }
        if then == PauseAction::Resume {
            // From here Tab goes on, and Enter is the pill's that has it.
            cover::hold_keyboard(&pill);
        }
    }
    action
}
