//! What a twin teaches: its reason in a sentence, and what such an answer and a strong one sound like.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        screens::demonstration::{cut, marked::plain_card},
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::{bold, regular, semibold},
            widgets,
        },
    },
    interview::{
        demonstration::told::{ToldAnswer, Verdict},
        scoring::assessment::Level,
    },
};

/// Draws what a twin teaches.
pub(super) fn principle_ui(ui: &Ui, page: Rect, strong: &ToldAnswer, twin: &ToldAnswer) {
    let height = page.height();
    let (above, below) = cut(page, height * 0.62);
    let least = height * 0.036;
    let kind = pos2(above.left(), above.top() + least);
    let on = reading::heading(ui, 1);
    text::line(&on, kind, twin.heading(), bold(least * 1.2), palette::CORAL_TEXT);
    let room = Rect::from_min_max(above.min + vec2(0.0, least * 2.6), above.max - vec2(0.0, least));
    let because = twin.because.as_deref().unwrap_or_default();
    let on = reading::saying(ui, Reads::News, because);
    text::fitted(&on, room, Align2::LEFT_CENTER, because, bold(height * 0.078), palette::INK);
    let gap = page.width() * 0.018;
    let width = (below.width() - gap) / 2.0;
    for (place, told) in [twin, strong].into_iter().enumerate() {
        let left = below.left() + place as f32 * (width + gap);
        let card = Rect::from_min_size(pos2(left, below.top()), vec2(width, below.height()));
        if let Some(verdict) = &told.verdict {
            anchor_ui(ui, card, verdict, least);
        }
    }
}

/// A level with what an answer of it sounds like.
pub(super) fn anchor_ui(ui: &Ui, card: Rect, verdict: &Verdict, size: f32) {
    plain_card(ui.painter(), card);
    let inner = card.shrink2(vec2(size, size * 0.8));
    let (head, words) = cut(inner, size * 2.3);
    let heading = match (verdict.level, &verdict.note) {
        (Some(level), None) => format!("What a {} sounds like", level.number()),
        (Some(level), Some(note)) => format!("What a {} sounds like ({note})", level.number()),
        (None, _) => "Not judged".to_owned(),
    };
    let at = head.left_top() + vec2(0.0, size * 0.6);
    let on = reading::heading(ui, 2);
    text::line_within(&on, at, head.width(), &heading, semibold(size * 0.9), palette::MUTED);
    let bar = Rect::from_min_size(
        head.left_top() + vec2(0.0, size * 1.4),
        vec2(head.width().min(size * 12.0), size * 0.32),
    );
    let good = verdict.level.is_some_and(|level| level >= Level::new(4));
    let colour = if good { palette::TEAL } else { palette::CORAL };
    widgets::level_bar(ui.painter(), bar, verdict.level, colour);
    text::fitted(ui, words, Align2::LEFT_TOP, &verdict.anchor, regular(size), palette::INK);
}
