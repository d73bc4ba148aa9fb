//! The hint, once it was asked for.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use crate::game::{
    screens::interview::InterviewView,
    theme::{
        palette,
        type_scale::{NOTE, bold, regular},
        widgets,
    },
};

/// The hint as a strip at the top of the sheet; gives what is left of the sheet.
pub fn hint_ui(ui: &Ui, view: &InterviewView<'_>, rect: Rect) -> Rect {
    let Some(hint) = view.hint else { return rect };
    let strip = Rect::from_min_size(rect.min, vec2(rect.width(), 30.0));
    ui.painter().rect_filled(strip, 10, palette::CREAM);
    let label = widgets::line(
        ui.painter(),
        pos2(strip.left() + 12.0, strip.center().y),
        "Hint",
        bold(NOTE),
        palette::CORAL_TEXT,
    );
    widgets::line_within(
        ui.painter(),
        pos2(strip.left() + 22.0 + label, strip.center().y),
        strip.width() - label - 34.0,
        hint,
        regular(NOTE),
        palette::INK,
    );
    Rect::from_min_max(rect.min + vec2(0.0, 36.0), rect.max)
}
