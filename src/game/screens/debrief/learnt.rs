//! What was learnt: the one next step, and what went well.

use bevy_egui::egui::{self, Rect, Ui};

use crate::game::{
    screens::debrief::DebriefView,
    theme::{
        keys, palette,
        reading::{self, Reads},
        text,
        type_scale::{BODY, LABEL, NOTE, SMALL, bold, regular, semibold, tracked},
        widgets,
    },
};

/// Draws the card of the next step and the strengths.
pub(super) fn learnt_ui(ui: &mut Ui, rect: Rect, view: &DebriefView<'_>) {
    let debrief = view.debrief;
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("learnt"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, inner.width() - 10.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            if let Some(next) = &debrief.next {
                egui::Frame::new()
                    .fill(palette::CORAL_WASH)
                    .corner_radius(14)
                    .inner_margin(egui::Margin::symmetric(18, 12))
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        let title = next.step.headed("Your next step");
                        let label = ui.label(tracked(&title, SMALL, palette::CORAL_TEXT));
                        reading::say_as(&label, Reads::Heading(2), &title);
                        text::label(ui, &next.step.sentence, semibold(BODY), palette::INK);
                        text::label(
                            ui,
                            &format!("on “{}”", next.text),
                            regular(NOTE),
                            palette::MUTED,
                        );
                    });
                ui.add_space(10.0);
            }
            if let Some((against, today)) = view.against.filter(|(found, _)| !found.is_empty()) {
                text::heading(ui, 2, "Against last time", bold(LABEL), palette::INK);
                for against in against {
                    text::label(ui, &against.in_words(today), semibold(BODY), palette::TEAL_TEXT);
                    ui.add_space(-4.0);
                    let on = format!("on “{}”", against.text);
                    text::label(ui, &on, regular(NOTE), palette::MUTED);
                }
                ui.add_space(10.0);
            }
            if let (Some(next), Some((_, today))) = (view.next, view.against) {
                text::heading(ui, 2, &next.in_words(today), bold(LABEL), palette::INK);
                if let Some((question, why)) = &next.first {
                    let first = format!("First “{question}”: {why}");
                    text::label(ui, &first, regular(NOTE), palette::MUTED);
                }
                ui.add_space(10.0);
            }
            text::heading(ui, 2, "What went well", bold(LABEL), palette::INK);
            if debrief.strengths.is_empty() {
                let sentence = if debrief.answered == 0 {
                    "Answer at least one question, and the panel will say what it heard."
                } else {
                    "Nothing stood out yet."
                };
                text::label(ui, sentence, regular(BODY), palette::MUTED);
            }
            for strength in &debrief.strengths {
                ui.add_space(4.0);
                text::label(ui, &format!("“{}”", strength.quote), regular(BODY), palette::INK);
                text::label(ui, &strength.sentence, regular(NOTE), palette::MUTED);
            }
        });
    });
}
