//! The sections' card in the briefing: what the panel asks about.

use bevy_egui::egui::{self, Rect, Ui, pos2, vec2};

use crate::{
    game::theme::{
        keys, palette,
        reading::{self, Reads},
        text,
        type_scale::{LABEL, NOTE, bold, regular},
        widgets,
    },
    interview::scenario::Section,
};

/// The height of a section's line.
const ROW: f32 = 28.0;

/// The height that so many sections want.
pub(super) fn height(sections: usize) -> f32 {
    82.0 + ROW * sections as f32
}

/// Draws the sections.
pub(super) fn sections_ui(ui: &mut Ui, rect: Rect, sections: &[Section]) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    text::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 8.0),
        "What they ask about",
        bold(LABEL),
        palette::INK,
    );
    let list = Rect::from_min_max(inner.left_top() + vec2(0.0, 30.0), inner.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("sections"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (number, section) in sections.iter().enumerate() {
                let count = section.questions.len();
                let count = format!("{count} question{}", if count == 1 { "" } else { "s" });
                let right = text::line_size(ui.painter(), &count, regular(NOTE)).x;
                let room = ui.available_width() - 54.0 - right;
                let title = text::block_height(ui.painter(), room, &section.title, regular(LABEL));
                let (row, _) = ui.allocate_exact_size(
                    vec2(ui.available_width(), ROW.max(title + 8.0)),
                    egui::Sense::hover(),
                );
                let said = format!("{}. {}: {count}", number + 1, section.title);
                reading::say(ui, row, Reads::Text, &said);
                let painter = ui.painter();
                let middle = row.center().y;
                text::line_centred(
                    painter,
                    pos2(row.left() + 10.0, middle),
                    &(number + 1).to_string(),
                    bold(LABEL),
                    palette::CORAL_TEXT,
                );
                text::line_right(
                    painter,
                    pos2(row.right() - 10.0, middle),
                    &count,
                    regular(NOTE),
                    palette::MUTED,
                );
                let at = pos2(row.left() + 32.0, middle - title / 2.0);
                text::block(painter, at, room, &section.title, regular(LABEL), palette::INK);
            }
        });
    });
}
