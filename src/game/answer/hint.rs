//! The hint, once it was asked for.

use bevy_egui::egui::{Painter, Rect, Ui, pos2, vec2};

use crate::game::theme::{
    palette, reading, text,
    type_scale::{NOTE, bold, regular},
};

/// Where the words start, behind their label.
const LABEL_WIDTH: f32 = 52.0;
/// What stands between the strip and the sheet.
const BELOW: f32 = 6.0;

/// What it adds to the height of a sheet of this inner width.
pub fn hint_height(painter: &Painter, width: f32, hint: &str) -> f32 {
    strip_height(painter, width, hint) + BELOW
}

fn strip_height(painter: &Painter, width: f32, hint: &str) -> f32 {
    let words = text::block_height(painter, width - LABEL_WIDTH - 12.0, hint, regular(NOTE));
    (words + 12.0).max(30.0)
}

/// The hint, if there is one, as a strip at the top of the sheet; gives what is left of the sheet.
pub fn hint_ui(ui: &Ui, hint: Option<&str>, rect: Rect) -> Rect {
    let Some(hint) = hint else { return rect };
    let height = strip_height(ui.painter(), rect.width(), hint);
    let strip = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    ui.painter().rect_filled(strip, 10, palette::CREAM);
    let label = pos2(strip.left() + 12.0, strip.top() + 15.0);
    text::line(ui, label, "Hint", bold(NOTE), palette::CORAL_TEXT);
    text::block(
        &reading::news(ui),
        strip.left_top() + vec2(LABEL_WIDTH, 6.0),
        strip.width() - LABEL_WIDTH - 12.0,
        hint,
        regular(NOTE),
        palette::INK,
    );
    Rect::from_min_max(rect.min + vec2(0.0, height + BELOW), rect.max)
}
