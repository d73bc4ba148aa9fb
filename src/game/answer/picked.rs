//! The sheet on which an answer is picked among cards.

use bevy_egui::egui::{self, Key, Rect, Stroke, Ui, pos2, vec2};

use crate::{
    game::{
        answer::{NUMBERS, hint::hint_ui},
        screens::interview::InterviewView,
        theme::{
            palette,
            type_scale::{BODY, regular},
            widgets::{self, Pill},
        },
    },
    interview::session::Command,
};

/// The size of a card's text.
pub const CARD_TEXT: f32 = 13.5;

/// The width of one of so many cards on a sheet of this width.
pub fn card_width(sheet: f32, cards: usize) -> f32 {
    let count = cards.max(1) as f32;
    (sheet - 12.0 * (count - 1.0)) / count
}

/// Draws the cards; gives what the player did with them.
pub fn pick_ui(ui: &mut Ui, view: &InterviewView<'_>, cards: &[&str]) -> Option<Command> {
    let rect = view.layout.sheet;
    widgets::card(ui.painter(), rect);
    let inner = hint_ui(ui, view, rect.shrink2(vec2(20.0, 16.0)));
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let width = card_width(inner.width(), cards.len());
    let mut picked = None;
    for (place, text) in cards.iter().enumerate() {
        let left = inner.left() + place as f32 * (width + 12.0);
        let card = Rect::from_min_max(pos2(left, inner.top()), pos2(left + width, foot - 12.0));
        let response = ui.allocate_rect(card, egui::Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::WidgetType::Button,
                true,
                format!("Answer {}: {text}", place + 1),
            )
        });
        widgets::name_key(&response, &(place + 1).to_string());
        let lift =
            ui.animate_bool(response.id.with("hover"), response.hovered() || response.has_focus());
        let painter = ui.painter();
        let fill = palette::blend(palette::CREAM, palette::CORAL_WASH, lift);
        let edge = palette::blend(palette::LINE, palette::CORAL, lift);
        painter.rect(card, 14, fill, Stroke::new(1.5, edge), egui::StrokeKind::Inside);
        widgets::focus_ring(ui, &response, card, egui::CornerRadius::same(14));
        widgets::number_key(painter, card.left_top() + vec2(24.0, 24.0), place + 1, false);
        let text_at = card.left_top() + vec2(16.0, 44.0);
        widgets::block(
            &painter.with_clip_rect(card.shrink(4.0)),
            text_at,
            width - 32.0,
            text,
            regular(CARD_TEXT),
            palette::INK,
        );
        if response.clicked() || widgets::key(ui, NUMBERS[place.min(8)]) {
            picked = Some(Command::Pick(place));
        }
    }
    let keys = if cards.len() < 2 { "1".to_owned() } else { format!("1 – {}", cards.len()) };
    widgets::line(
        ui,
        pos2(inner.left() + 4.0, foot + widgets::PILL_HEIGHT / 2.0),
        &format!("Pick the strongest answer: press {keys}, or click it."),
        regular(BODY),
        palette::MUTED,
    );
    let hint = widgets::key(ui, Key::F1);
    let skip = widgets::key(ui, Key::F2);
    let buttons = [(Pill::Secondary, "Skip", "F2"), (Pill::Secondary, "Hint", "F1")];
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &buttons);
    if picked.is_some() {
        picked
    } else if hint || responses[1].clicked() {
        Some(Command::Hint)
    } else if skip || responses[0].clicked() {
        Some(Command::Skip)
    } else {
        None
    }
}
