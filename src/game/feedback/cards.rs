//! The cards after the pick: which was the strongest, and why each of the others is weaker.

use bevy_egui::egui::{self, Margin, Ui, vec2};

use crate::{
    game::theme::{
        palette, text,
        type_scale::{NOTE, bold, regular},
        widgets,
    },
    interview::session::DealtCard,
};

/// Where the words begin, behind the card's number.
const INDENT: f32 = 38.0;

/// Draws the cards: the strongest first, then the one that was picked, then the others.
pub(super) fn cards_ui(ui: &mut Ui, cards: &[DealtCard]) {
    let mut sorted: Vec<_> = cards.iter().collect();
    sorted.sort_by_key(|card| (!card.is_strongest(), !card.picked, card.number));
    for card in sorted {
        card_ui(ui, card);
    }
}

fn card_ui(ui: &mut Ui, card: &DealtCard) {
    let (wash, ink) = if card.is_strongest() {
        (palette::TEAL_WASH, palette::TEAL_TEXT)
    } else if card.picked {
        (palette::CORAL_WASH, palette::CORAL_TEXT)
    } else {
        (palette::CREAM, palette::MUTED)
    };
    let frame = egui::Frame::new().fill(wash).corner_radius(12).inner_margin(Margin {
        left: INDENT as i8 + 8,
        right: 14,
        top: 10,
        bottom: 10,
    });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let heading = format!("Card {}: {}", card.number, card.place());
        text::label(ui, &heading, bold(NOTE), ink);
        if let Some(because) = &card.weaker_because {
            text::label(ui, because, regular(14.0), palette::INK);
        }
        // What was picked stands beside it as the answer.
        if !card.picked {
            let size = if card.is_strongest() { 14.0 } else { NOTE };
            text::label(ui, &format!("“{}”", card.text), regular(size), palette::INK);
        }
    });
    let middle = shown.response.rect.left_top() + vec2(INDENT - 14.0, 20.0);
    widgets::number_key(ui.painter(), middle, card.number, card.picked);
}
