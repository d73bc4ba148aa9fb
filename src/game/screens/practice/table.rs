//! A table: what stands beside each plot, for whoever cannot see that, and the way into what a row is of.

use bevy_egui::egui::{
    self, CornerRadius, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::game::theme::{
    keys, palette,
    reading::{self, Reads},
    text,
    type_scale::{NOTE, regular, semibold},
    widgets,
};

/// The size of what stands in a cell.
const CELL: f32 = 14.0;
/// The height of the head.
const HEAD: f32 = 26.0;
/// What lies free between two columns.
const BETWEEN: f32 = 12.0;

/// A table with a head.
pub(super) struct PracticeTable<'a> {
    /// What tells it from others on its page.
    pub salt: &'a str,
    /// What each column is called, and its share of the width; the first may take several lines.
    pub columns: &'a [(&'a str, f32)],
    /// The rows.
    pub rows: Vec<TableRow>,
    /// What is said below them.
    pub foot: Vec<String>,
}

/// A row of a table.
pub(super) struct TableRow {
    /// What stands in each column.
    pub cells: Vec<String>,
    /// The row in words.
    pub said: String,
    /// Whether it opens something.
    pub opens: bool,
}

impl PracticeTable<'_> {
    /// Draws the table; gives the row that the player opens.
    pub(super) fn ui(&self, ui: &mut Ui, rect: Rect) -> Option<usize> {
        let width = (rect.width() - 14.0).max(0.0);
        let lefts = self.lefts(width);
        for ((title, _), (left, _)) in self.columns.iter().zip(&lefts) {
            let at = pos2(rect.left() + left, rect.top() + 10.0);
            text::line(ui, at, title, semibold(NOTE), palette::MUTED);
        }
        let y = rect.top() + HEAD - 3.0;
        let edge = Stroke::new(1.0, palette::LINE);
        ui.painter().hline(rect.left()..=rect.left() + width, y, edge);
        let list = Rect::from_min_max(rect.min + vec2(0.0, HEAD), rect.max);
        let mut opened = None;
        ui.scope_builder(UiBuilder::new().max_rect(list).id_salt(self.salt), |ui| {
            let scroll = egui::ScrollArea::vertical().id_salt(self.salt).auto_shrink(false);
            scroll.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                widgets::set_width(ui, width);
                for (place, row) in self.rows.iter().enumerate() {
                    if row_ui(ui, row, &lefts) {
                        opened = Some(place);
                    }
                }
                for said in &self.foot {
                    ui.add_space(8.0);
                    text::label(ui, said, regular(NOTE), palette::MUTED);
                }
            });
        });
        opened
    }

    /// Where each column begins, and how wide it is.
    fn lefts(&self, width: f32) -> Vec<(f32, f32)> {
        let shares: f32 = self.columns.iter().map(|(_, share)| share).sum();
        let mut left = 0.0;
        let of = |(_, share): &(&str, f32)| {
            let wide = width * share / shares;
            let place = (left, (wide - BETWEEN).max(0.0));
            left += wide;
            place
        };
        self.columns.iter().map(of).collect()
    }
}

fn row_ui(ui: &mut Ui, row: &TableRow, lefts: &[(f32, f32)]) -> bool {
    let first = row.cells.first().map_or("", String::as_str);
    let room = lefts.first().map_or(0.0, |(_, wide)| *wide);
    let height = text::block_height(ui.painter(), room, first, regular(CELL)).max(19.0) + 11.0;
    let sense = if row.opens { Sense::click() } else { Sense::hover() };
    let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    if row.opens {
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &row.said));
    } else {
        reading::say(ui, place, Reads::Text, &row.said);
    }
    let painter = ui.painter();
    if row.opens && (response.hovered() || response.has_focus()) {
        painter.rect_filled(place.expand2(vec2(6.0, 0.0)), CornerRadius::same(8), palette::CREAM);
    }
    let ring = place.expand2(vec2(3.0, -3.0));
    keys::focus_ring(ui, &response, ring, CornerRadius::same(5));
    for (column, (cell, (left, wide))) in row.cells.iter().zip(lefts).enumerate() {
        let at = pos2(place.left() + left, place.top() + 5.5);
        if column == 0 {
            text::block(painter, at, *wide, cell, regular(CELL), palette::INK);
        } else {
            let at = at + vec2(0.0, 9.5);
            text::line_within(painter, at, *wide, cell, regular(CELL), palette::INK);
        }
    }
    if row.opens {
        response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    } else {
        false
    }
}
