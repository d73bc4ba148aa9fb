//! The pause: the interview rests, and the player chooses how to go on.

use bevy_egui::egui::{Color32, Key, Rect, Ui, pos2, vec2};

use crate::game::theme::{
    palette,
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
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, Color32::from_rgba_unmultiplied(0x1A, 0x23, 0x40, 150));
    let card = Rect::from_center_size(screen.center(), vec2(420.0, 330.0));
    widgets::card(ui.painter(), card);
    let inner = card.shrink(36.0);
    let painter = ui.painter();
    let mut y = inner.top();
    y += widgets::block(
        painter,
        pos2(inner.left(), y),
        inner.width(),
        "A short break",
        bold(HEADING),
        palette::INK,
    ) + 4.0;
    widgets::block(
        painter,
        pos2(inner.left(), y),
        inner.width(),
        "Your words are kept.",
        regular(LABEL),
        palette::MUTED,
    );
    let mut action = None;
    let choices = [
        (Pill::Primary, "Go on", "Esc", [Key::Escape, Key::Enter], PauseAction::Resume),
        (
            Pill::Secondary,
            "Finish here and read the debrief",
            "F",
            [Key::F, Key::F],
            PauseAction::Finish,
        ),
        (Pill::Secondary, "Leave for the title", "L", [Key::L, Key::L], PauseAction::Leave),
    ];
    let top = inner.bottom() - 3.0 * widgets::PILL_HEIGHT - 24.0;
    for (index, (kind, label, name, keys, then)) in choices.into_iter().enumerate() {
        let at = pos2(inner.left(), top + index as f32 * (widgets::PILL_HEIGHT + 12.0));
        let rect = Rect::from_min_size(at, vec2(inner.width(), widgets::PILL_HEIGHT));
        let clicked = widgets::pill(ui, rect, kind, label, name).clicked();
        if clicked || keys.into_iter().any(|key| widgets::key(ui, key)) {
            action = Some(then);
        }
    }
    action
}
