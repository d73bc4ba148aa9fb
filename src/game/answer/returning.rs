//! The sheet at the end of the questions: those that are open, to go back to or to leave.

use bevy_egui::egui::{self, Align2, Key, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::{
    game::{
        answer::NUMBERS,
        theme::{
            keys, palette, text,
            type_scale::{BODY, SPEECH, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::session::Command,
};

/// The height of a question's row, with the space behind it.
const ROW: f32 = 46.0;
/// The most rows that are shown without scrolling.
const ROWS: usize = 4;

/// The height of a sheet with so many questions.
pub fn returning_height(open: usize) -> f32 {
    126.0 + ROW * open.min(ROWS) as f32
}

/// Draws the open questions; gives what the player did with them.
pub fn return_ui(ui: &mut Ui, rect: Rect, open: &[(usize, &str)]) -> Option<Command> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(28.0, 18.0));
    let heading = match open.len() {
        1 => "One question is still open: answer it now, or finish.".to_owned(),
        more => format!("{more} questions are still open: answer them now, or finish."),
    };
    let heading_height =
        text::block(ui, inner.min, inner.width(), &heading, bold(SPEECH), palette::INK);
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let top = inner.top() + heading_height + 8.0;
    let list = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), foot - 8.0));
    let mut chosen = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("open"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            ui.spacing_mut().item_spacing.y = 8.0;
            for (place, (question, text)) in open.iter().enumerate() {
                let key = NUMBERS.get(place).is_some_and(|key| keys::pressed(ui, *key));
                if row_ui(ui, place, text) || key {
                    chosen = Some(*question);
                }
            }
        });
    });
    let buttons = [(Pill::Secondary, "Finish", "F"), (Pill::Primary, "Answer the first", "⏎")];
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &buttons);
    let finish = responses[0].clicked() || keys::pressed(ui, Key::F);
    let first = responses[1].clicked() || keys::enter(ui);
    match (chosen, open.first()) {
        (Some(question), _) => Some(Command::Return(question)),
        (None, Some((question, _))) if first => Some(Command::Return(*question)),
        _ => finish.then_some(Command::Finish),
    }
}

/// A question with its number; whether it was clicked.
fn row_ui(ui: &mut Ui, place: usize, text: &str) -> bool {
    let size = vec2((ui.available_width() - 8.0).max(0.0), ROW - 8.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let label = format!("Question {}: {text}", place + 1);
        egui::WidgetInfo::labeled(egui::WidgetType::Button, ui.is_enabled(), label)
    });
    let lift =
        ui.animate_bool(response.id.with("hover"), response.hovered() || response.has_focus());
    let fill = palette::blend(palette::CREAM, palette::CORAL_WASH, lift);
    let edge = palette::blend(palette::LINE, palette::CORAL, lift);
    let painter = ui.painter();
    painter.rect(row, 12, fill, Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    keys::focus_ring(ui, &response, row, egui::CornerRadius::same(12));
    let middle = row.center().y;
    if place < NUMBERS.len() {
        widgets::number_key(painter, pos2(row.left() + 22.0, middle), place + 1, false);
    }
    let words = row.with_min_x(row.left() + 46.0).shrink2(vec2(6.0, 1.0));
    text::fitted(painter, words, Align2::LEFT_CENTER, text, regular(BODY), palette::INK);
    response.clicked()
}
