//! The bubble over who speaks, with what they say as far as they said it.

use bevy_egui::egui::{self, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::game::theme::{
    palette,
    reading::{self, Reads},
    text,
    type_scale::{NOTE, SPEECH, bold, regular},
    widgets,
};

/// What is being said, and by whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BubbleView<'a> {
    /// The title of who speaks.
    pub who: &'a str,
    /// Where they are seen, from the left of the screen.
    pub seen_at: f32,
    /// What they say, whole.
    pub whole: &'a str,
    /// What they said of it so far.
    pub said: &'a str,
}

/// Draws the bubble.
pub(in crate::game::screens) fn bubble_ui(ui: &mut Ui, rect: Rect, view: BubbleView<'_>) {
    widgets::card(ui.painter(), rect);
    let edge = 40.0_f32.min(rect.width() / 2.0);
    let tip = view.seen_at.min(rect.right() - edge).max(rect.left() + edge);
    let tip = pos2(tip, rect.bottom() + 16.0);
    ui.painter().add(Shape::convex_polygon(
        vec![tip, pos2(tip.x - 15.0, rect.bottom() - 1.5), pos2(tip.x + 15.0, rect.bottom() - 1.5)],
        palette::PAPER,
        Stroke::NONE,
    ));
    let inner = rect.shrink2(vec2(24.0, 12.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("question"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        // A question that is longer than the bubble can be is read as it is said, and scrolled.
        egui::ScrollArea::vertical().auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
            text::label(ui, view.who, bold(NOTE), palette::CORAL_TEXT);
            let response = text::label(ui, view.said, regular(SPEECH), palette::INK);
            // Read out whole at once, not letter by letter as it is typed.
            reading::say_as(&response, Reads::News, view.whole);
        });
    });
}
