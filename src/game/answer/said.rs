//! What was said before a panelist asked back, quietly above the addition.

use bevy_egui::egui::{self, Rect, ScrollArea, Ui, pos2, vec2};

use crate::game::{
    screens::interview::{InterviewView, Sheet},
    theme::{
        palette,
        type_scale::{NOTE, bold, regular},
        widgets,
    },
};

/// What it adds to the height of the sheet.
pub const SAID_HEIGHT: f32 = 74.0;
/// The room for the words themselves.
const WORDS_HEIGHT: f32 = 54.0;
/// Where the words start, behind their label.
const LABEL_WIDTH: f32 = 76.0;

/// The answer so far at the top of the sheet where something is added to it; gives what is left of the sheet.
pub fn said_ui(ui: &mut Ui, view: &InterviewView<'_>, rect: Rect) -> Rect {
    let Sheet::Add(said) = view.sheet else { return rect };
    let strip = Rect::from_min_size(rect.min, vec2(rect.width(), WORDS_HEIGHT));
    let painter = ui.painter();
    let label = pos2(strip.left(), strip.top() + 9.0);
    widgets::line(painter, label, "You said", bold(NOTE), palette::MUTED);
    painter.hline(strip.x_range(), strip.bottom() + 8.0, egui::Stroke::new(1.0, palette::LINE));
    let words = Rect::from_min_max(pos2(strip.left() + LABEL_WIDTH, strip.top()), strip.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(words).id_salt("said"), |ui| {
        // What was said last is what the addition goes on from.
        ScrollArea::vertical().auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
            ui.set_width(words.width() - 12.0);
            widgets::text(ui, said, regular(NOTE), palette::MUTED);
        });
    });
    Rect::from_min_max(rect.min + vec2(0.0, SAID_HEIGHT), rect.max)
}
