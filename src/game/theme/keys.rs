//! What the keyboard does on a screen: the keys that are taken, the ring around what it is on, scrolling.

use bevy_egui::egui::{
    CornerRadius, Event, Key, Modifiers, Rect, Response, Stroke, StrokeKind, Ui, vec2,
};

use crate::game::theme::palette;

/// Whether a key was pressed by itself, at most with Shift, and nobody else has taken it; never where a card lies over
/// what asks.
pub fn pressed(ui: &Ui, wanted: Key) -> bool {
    ui.is_enabled()
        && ui.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    *key != wanted || modifiers.alt || !modifiers.matches_logically(Modifiers::NONE)
                }
                _ => true,
            });
            input.events.len() < before
        })
}

/// Whether Enter was pressed while no widget has the keyboard: the primary action.
pub fn enter(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none()) && pressed(ui, Key::Enter)
}

/// Tells a screen reader the key of a button.
pub fn name(response: &Response, key: &str) {
    if !key.is_empty() {
        let key = key.replace(' ', "+").replace('⏎', "Enter");
        response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
    }
}

/// The ring around what the keyboard is on.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: CornerRadius) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(3.0),
            CornerRadius::same(radius.nw.saturating_add(3)),
            Stroke::new(2.0, palette::INK),
            StrokeKind::Outside,
        );
    }
}

/// Lets the arrow and page keys scroll what is drawn into this region.
pub fn scroll(ui: &Ui) {
    if !ui.is_enabled() {
        return;
    }
    let down = ui.input(|input| {
        [
            (Key::ArrowDown, 48.0),
            (Key::ArrowUp, -48.0),
            (Key::PageDown, 240.0),
            (Key::PageUp, -240.0),
        ]
        .into_iter()
        .filter(|(key, _)| input.key_pressed(*key))
        .map(|(_, distance)| distance)
        .sum::<f32>()
    });
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down));
    }
}
