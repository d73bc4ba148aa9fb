//! What was said before a panelist asked back, quietly above the addition.

use bevy_egui::egui::{self, Painter, Rect, ScrollArea, Ui, pos2, vec2};

use crate::game::theme::{
    palette, text,
    type_scale::{NOTE, bold, regular},
    widgets,
};

/// The most room for the words themselves: three lines; longer answers are scrolled.
const MOST: f32 = 54.0;
/// What stands between the words and the addition.
const BELOW: f32 = 20.0;
/// Where the words start, behind their label.
const LABEL_WIDTH: f32 = 76.0;

/// What it adds to the height of a sheet of this inner width.
pub fn said_height(painter: &Painter, width: f32, said: &str) -> f32 {
    words_height(painter, width, said) + BELOW
}

fn words_height(painter: &Painter, width: f32, said: &str) -> f32 {
    let width = width - LABEL_WIDTH - SCROLL_BAR;
    text::block_height(painter, width, said, regular(NOTE)).min(MOST)
}

/// The room for the bar that scrolls.
const SCROLL_BAR: f32 = 12.0;

/// The answer so far, where something is added to it, at the top of the sheet; gives what is left of the sheet.
pub fn said_ui(ui: &mut Ui, said: Option<&str>, rect: Rect) -> Rect {
    let Some(said) = said else { return rect };
    let height = words_height(ui.painter(), rect.width(), said);
    let strip = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    let painter = ui.painter();
    let label = pos2(strip.left(), strip.top() + 9.0);
    text::line(ui, label, "You said", bold(NOTE), palette::MUTED);
    painter.hline(strip.x_range(), strip.bottom() + 8.0, egui::Stroke::new(1.0, palette::LINE));
    let words = Rect::from_min_max(pos2(strip.left() + LABEL_WIDTH, strip.top()), strip.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(words).id_salt("said"), |ui| {
        // What was said last is what the addition goes on from.
        ScrollArea::vertical().auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
            widgets::set_width(ui, words.width() - SCROLL_BAR);
            text::label(ui, said, regular(NOTE), palette::MUTED);
        });
    });
    Rect::from_min_max(rect.min + vec2(0.0, height + BELOW), rect.max)
}
