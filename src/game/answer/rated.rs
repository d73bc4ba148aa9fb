//! The sheet on which the player says their own level before they see the game's.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use crate::{
    game::{
        answer::NUMBERS,
        theme::{
            keys, palette, reading, text,
            type_scale::{NOTE, SPEECH, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{scoring::assessment::Level, session::Command},
};

/// What the player's own levels mean, in a word or two.
const OWN_LEVELS: [&str; 5] = ["not an answer yet", "thin", "holds", "strong", "the best I have"];

/// Draws the levels; gives the one the player said.
pub fn rate_ui(ui: &mut Ui, rect: Rect) -> Option<Command> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(28.0, 18.0));
    text::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 12.0),
        "Before you see it: how good was that?",
        bold(SPEECH),
        palette::INK,
    );
    text::line(
        ui,
        inner.left_top() + vec2(0.0, 36.0),
        "Say your own level first. Comparing the two is how judgement sharpens.",
        regular(NOTE),
        palette::MUTED,
    );
    let pass =
        widgets::pills_from_right(ui, inner.right_top(), &[(Pill::Secondary, "Just show me", "⏎")]);
    let mut rated = None;
    let gap = 12.0;
    let width = (inner.width() - 4.0 * gap) / 5.0;
    let top = inner.top() + 62.0;
    for level in 1..=5u8 {
        let place = usize::from(level - 1);
        let left = inner.left() + f32::from(level - 1) * (width + gap);
        let button = Rect::from_min_max(pos2(left, top), pos2(left + width, inner.bottom()));
        let label = format!("{level} · {}", OWN_LEVELS[place]);
        let pill = widgets::pill(ui, button, Pill::Secondary, &label, "");
        keys::name(&pill, &level.to_string());
        if pill.clicked() || keys::pressed(ui, NUMBERS[place]) {
            rated = Some(Command::Rate(Some(Level::new(level))));
        }
    }
    if rated.is_none() && (pass[0].clicked() || keys::enter(ui)) {
        rated = Some(Command::Rate(None));
    }
    rated
}
