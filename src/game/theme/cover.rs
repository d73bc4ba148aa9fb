//! Cards that lie over a screen: while one is there, nothing below it can be reached by pointer, keyboard or screen
//! reader.

use bevy_egui::egui::{Rect, Response, Ui, UiBuilder, accesskit::Role};

use crate::game::theme::{palette, widgets};

/// Draws what a card may lie over, reachable only while none does.
pub fn below<R>(ui: &mut Ui, covered: bool, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let place = UiBuilder::new().max_rect(ui.max_rect()).id_salt("below");
    let drawn = ui.scope_builder(place, |ui| {
        if covered {
            // The veil over it is what makes it pale.
            ui.visuals_mut().disabled_alpha = 1.0;
            ui.disable();
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_hidden());
        }
        draw(ui)
    });
    drawn.inner
}

/// Draws a card over a veil, in the name of which it is announced.
pub fn over<R>(ui: &mut Ui, card: Rect, name: &str, draw: impl FnOnce(&mut Ui) -> R) -> R {
    ui.painter().rect_filled(ui.max_rect(), 0, palette::NIGHT.gamma_multiply(0.59));
    let place = UiBuilder::new().max_rect(card).id_salt(name);
    let drawn = ui.scope_builder(place, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Dialog);
            node.set_modal();
            node.set_label(name);
        });
        widgets::card(ui.painter(), card);
        draw(ui)
    });
    drawn.inner
}

/// Puts the keyboard on what a card offers first, as long as it is nowhere else.
pub fn hold_keyboard(first: &Response) {
    if first.ctx.memory(|memory| memory.focused().is_none()) {
        first.request_focus();
    }
}
