//! A question before something is done that cannot be taken back in a moment: asked once, over whatever is on.

use bevy_egui::egui::{Key, Rect, Ui, pos2, vec2};

use crate::game::theme::{
    cover, keys, palette, reading, text,
    type_scale::{HEADING, LABEL, bold, regular},
    widgets::{self, Pill},
};

/// What is asked, and how it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirm<'a> {
    /// The question.
    pub title: &'a str,
    /// What becomes of what is there.
    pub note: &'a str,
    /// What is done, in a word or two.
    pub yes: &'a str,
    /// The key that asked and does it when it is pressed again, with its name; Enter does it too.
    pub key: (Key, &'a str),
}

/// Draws a screen, with the question over it where one is asked; the screen then takes nothing, and the answer is given
/// beside what was done on it.
pub fn over<A>(
    ui: &mut Ui,
    asked: Option<&Confirm<'_>>,
    draw: impl FnOnce(&mut Ui) -> Option<A>,
) -> (Option<A>, Option<bool>) {
    let action = cover::below(ui, asked.is_some(), draw);
    match asked {
        Some(confirm) => (None, confirm_ui(ui, confirm)),
        None => (action, None),
    }
}

/// Draws the question; gives the answer, once there is one.
pub fn confirm_ui(ui: &mut Ui, confirm: &Confirm<'_>) -> Option<bool> {
    let screen = ui.max_rect();
    let width = 460.0_f32.min(screen.width() - 40.0);
    let within = width - 72.0;
    let title = text::block_height(ui.painter(), within, confirm.title, bold(HEADING));
    let note = text::block_height(ui.painter(), within, confirm.note, regular(LABEL));
    let height = 36.0 + title + 6.0 + note + 24.0 + widgets::PILL_HEIGHT + 32.0;
    let card = Rect::from_center_size(screen.center(), vec2(width, height));
    cover::over(ui, card, confirm.title, |ui| {
        let at = card.min + vec2(36.0, 36.0);
        let heading = reading::heading(ui, 1);
        text::block(&heading, at, within, confirm.title, bold(HEADING), palette::INK);
        let below = at + vec2(0.0, title + 6.0);
        text::block(ui, below, within, confirm.note, regular(LABEL), palette::MUTED);
        let foot = pos2(card.right() - 36.0, card.bottom() - 32.0 - widgets::PILL_HEIGHT);
        let (key, name) = confirm.key;
        let pills = [(Pill::Secondary, "Stay", "Esc"), (Pill::Primary, confirm.yes, name)];
        let responses = widgets::pills_from_right(ui, foot, &pills);
        // Enter is the pill's that has the keyboard.
        cover::hold_keyboard(&responses[1]);
        if responses[0].clicked() || keys::pressed(ui, Key::Escape) {
            return Some(false);
        }
        let again = key != Key::Enter && keys::pressed(ui, key);
        (again || responses[1].clicked()).then_some(true)
    })
}
