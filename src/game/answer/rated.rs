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

/// What is said over the levels, and on the button that passes them over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnLevelWords<'a> {
    /// The question.
    pub title: &'a str,
    /// Why it is asked.
    pub note: &'a str,
    /// What the button says.
    pub pass: &'a str,
}

/// Draws the levels; gives the one the player said.
pub fn rate_ui(ui: &mut Ui, rect: Rect) -> Option<Command> {
    let words = OwnLevelWords {
        title: "Before you see it: how good was that?",
        note: "Say your own level first. Comparing the two is how judgement sharpens.",
        pass: "Just show me",
    };
    own_level_ui(ui, rect, words).map(Command::Rate)
}

/// Draws the levels under these words; gives the one that was said, or that none is.
pub fn own_level_ui(ui: &mut Ui, rect: Rect, words: OwnLevelWords<'_>) -> Option<Option<Level>> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(28.0, 18.0));
    text::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 12.0),
        words.title,
        bold(SPEECH),
        palette::INK,
    );
    text::line(ui, inner.left_top() + vec2(0.0, 36.0), words.note, regular(NOTE), palette::MUTED);
    let pass =
        widgets::pills_from_right(ui, inner.right_top(), &[(Pill::Secondary, words.pass, "⏎")]);
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
            rated = Some(Some(Level::new(level)));
        }
    }
    if rated.is_none() && (pass[0].clicked() || keys::enter(ui)) {
        rated = Some(None);
    }
    rated
}
