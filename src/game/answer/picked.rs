//! The sheet on which an answer is picked among cards.

use bevy_egui::egui::{self, Key, Painter, Rect, ScrollArea, Stroke, Ui, pos2, vec2};

use crate::{
    game::{
        answer::{NUMBERS, hint::hint_ui},
        keyboard::labels,
        theme::{
            keys, palette, text,
            type_scale::{BODY, regular},
            widgets::{self, Pill},
        },
    },
    interview::session::Command,
};

/// The size of a card's text.
const CARD_TEXT: f32 = 13.5;

/// What a sheet of cards is high without their texts: the margins, the cards' own, and the row of buttons.
pub const AROUND: f32 = 2.0 * 16.0 + TEXT_TOP + TEXT_BOTTOM + 12.0 + widgets::PILL_HEIGHT;
/// Where a card's text begins, below its number.
const TEXT_TOP: f32 = 40.0;
/// What lies free below a card's text.
const TEXT_BOTTOM: f32 = 12.0;

/// The height of the longest text of these cards on a sheet of this width.
pub fn cards_height(painter: &Painter, width: f32, cards: &[&str]) -> f32 {
    let width = card_width(width - 40.0, cards.len()) - 32.0;
    let heights =
        cards.iter().map(|card| text::block_height(painter, width, card, regular(CARD_TEXT)));
    heights.fold(0.0, f32::max)
}

/// The width of one of so many cards on a sheet of this width.
fn card_width(sheet: f32, cards: usize) -> f32 {
    let count = cards.max(1) as f32;
    (sheet - 12.0 * (count - 1.0)) / count
}

/// What the sheet of cards shows.
#[derive(Clone, Copy, Debug)]
pub struct PickView<'a> {
    /// The hint, once it was asked for.
    pub hint: Option<&'a str>,
    /// The cards.
    pub cards: &'a [&'a str],
}

/// Draws the cards; gives what the player did with them.
pub fn pick_ui(ui: &mut Ui, rect: Rect, view: PickView<'_>) -> Option<Command> {
    let cards = view.cards;
    widgets::card(ui.painter(), rect);
    let inner = hint_ui(ui, view.hint, rect.shrink2(vec2(20.0, 16.0)));
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
        keys::name(&response, &(place + 1).to_string());
        let lift =
            ui.animate_bool(response.id.with("hover"), response.hovered() || response.has_focus());
        let painter = ui.painter();
        let fill = palette::blend(palette::CREAM, palette::CORAL_WASH, lift);
        let edge = palette::blend(palette::LINE, palette::CORAL, lift);
        painter.rect(card, 14, fill, Stroke::new(1.5, edge), egui::StrokeKind::Inside);
        keys::focus_ring(ui, &response, card, egui::CornerRadius::same(14));
        widgets::number_key(painter, card.left_top() + vec2(24.0, 24.0), place + 1, false);
        let words = Rect::from_min_max(
            card.left_top() + vec2(16.0, TEXT_TOP),
            card.max - vec2(6.0, TEXT_BOTTOM),
        );
        text_ui(ui, words, width - 32.0, place, text);
        if response.clicked() || keys::pressed(ui, NUMBERS[place.min(8)]) {
            picked = Some(Command::Pick(place));
        }
    }
    let keys = if cards.len() < 2 { "1".to_owned() } else { format!("1 – {}", cards.len()) };
    text::line(
        ui,
        pos2(inner.left() + 4.0, foot + widgets::PILL_HEIGHT / 2.0),
        &format!("Pick the strongest answer: press {keys}, or click it."),
        regular(BODY),
        palette::MUTED,
    );
    let hint = keys::pressed(ui, Key::F1);
    let skip = keys::pressed(ui, Key::F2);
    let buttons =
        [(Pill::Secondary, "Skip", labels::SKIP), (Pill::Secondary, "Hint", labels::HINT)];
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

/// A card's text, which scrolls where the card is too small for it.
fn text_ui(ui: &mut Ui, rect: Rect, width: f32, place: usize, text: &str) {
    let scope = egui::UiBuilder::new().max_rect(rect).id_salt(("card", place));
    ui.scope_builder(scope, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            let text = text::galley(ui.painter(), text, regular(CARD_TEXT), palette::INK, width);
            let (place, _) = ui.allocate_exact_size(text.size(), egui::Sense::hover());
            ui.painter().galley(place.min, text, palette::INK);
        });
    });
}
