//! The levels to choose from, each with what it sounds like.

use bevy_egui::egui::{
    self, CornerRadius, Key, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use crate::{
    game::{
        answer::NUMBERS,
        theme::{
            keys, palette, reading, text,
            type_scale::{BODY, HEADING, LABEL, bold, regular, semibold},
            widgets,
        },
    },
    interview::{ratings::of_candidate::anchor, scoring::level::Level},
};

/// Draws the levels; the one that was chosen now.
pub(super) fn levels_ui(ui: &mut Ui, rect: Rect, chosen: Option<Level>) -> Option<Level> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(22.0, 20.0));
    let at = inner.left_top() + vec2(0.0, 10.0);
    let on = reading::heading(ui, 2);
    text::line(&on, at, "Which level is it?", semibold(LABEL), palette::INK);
    let body = inner.with_min_y(inner.top() + 30.0);
    let mut pressed = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(body).id_salt("levels"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            for level in (1..=5).rev().map(Level::new) {
                let here = chosen == Some(level);
                if row_ui(ui, level, anchor(level), here, body.height()) {
                    pressed = Some(level);
                }
            }
        });
    });
    let keyed = NUMBERS.iter().take(5).position(|key: &Key| keys::pressed(ui, *key));
    pressed.or(keyed.map(|at| Level::new(at as u8 + 1)))
}

fn row_ui(ui: &mut Ui, level: Level, anchor: &str, chosen: bool, room: f32) -> bool {
    let number = level.number().to_string();
    let width = ui.available_width() - 10.0;
    let within = width - 62.0;
    let height = text::block_height(ui.painter(), within, anchor, regular(BODY)) + 20.0;
    let height = height.max((room - 4.0 * 6.0) / 5.0 - 2.0);
    let (row, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let says = format!("{number}: {anchor}");
        WidgetInfo::selected(WidgetType::RadioButton, true, chosen, says)
    });
    let radius = CornerRadius::same(12);
    let painter = ui.painter();
    let ground = match (chosen, response.hovered()) {
        (true, _) => palette::CORAL_WASH,
        (_, true) => palette::CREAM,
        _ => palette::PAPER,
    };
    let edge = if chosen { palette::CORAL } else { palette::LINE };
    painter.rect(row, radius, ground, Stroke::new(1.5, edge), StrokeKind::Inside);
    keys::focus_ring(ui, &response, row, radius);
    let at = pos2(row.left() + 26.0, row.center().y);
    let ink = if chosen { palette::CORAL_TEXT } else { palette::INK };
    text::line_centred(painter, at, &number, bold(HEADING), ink);
    let words = Rect::from_min_max(
        pos2(row.left() + 50.0, row.top() + 8.0),
        pos2(row.right() - 12.0, row.bottom() - 8.0),
    );
    let align = egui::Align2::LEFT_CENTER;
    text::fitted(painter, words, align, anchor, regular(BODY), palette::INK);
    response.clicked()
}
