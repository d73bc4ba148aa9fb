//! What was found in an answer, as egui draws it from plain data.

mod added;
mod cards;
pub mod marked;
pub mod model;
mod shares;

use bevy_egui::egui::{Rect, Ui, vec2};

use crate::game::theme::{
    palette, reading, text,
    type_scale::{LABEL, NOTE, bold, regular},
    widgets,
};

/// What tells an answer from every other, so that each opens at its top: its question, how often that was answered, and
/// its words.
pub type Salt<'a> = (&'a str, usize, &'a str);

/// A card with its title and a note at its right.
pub fn card_title(ui: &Ui, rect: Rect, title: &str, note: &str) {
    widgets::card(ui.painter(), rect);
    text::line(
        &reading::heading(ui, 2),
        rect.left_top() + vec2(24.0, 28.0),
        title,
        bold(LABEL),
        palette::INK,
    );
    text::line_right(ui, rect.right_top() + vec2(-24.0, 28.0), note, regular(NOTE), palette::MUTED);
}
