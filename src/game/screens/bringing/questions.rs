//! The sections and questions of an interview that is brought.

use bevy_egui::egui::{self, Key, Rect, Ui, vec2};

use crate::game::{
    bringing::reading::Understood,
    theme::{
        palette, reading, text,
        type_scale::{BODY, LABEL, NOTE, bold, regular, semibold},
        widgets,
    },
};

/// Draws the questions, section by section.
pub(super) fn questions_ui(ui: &mut Ui, rect: Rect, understood: &Understood) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    let (summary, read) = (&understood.summary, &understood.transcript);
    let at = inner.left_top() + vec2(0.0, 4.0);
    text::line(&reading::heading(ui, 2), at, "What they ask", bold(LABEL), palette::INK);
    let counted = match (summary.questions, summary.unanswered) {
        (0, _) => "nothing yet".to_owned(),
        (1, 0) => "1 question with its model answer".to_owned(),
        (1, _) => "1 question, your own story".to_owned(),
        (all, 0) => format!("{all} questions, each with its model answer"),
        (all, lack) if lack == all => format!("{all} questions, all for your own story"),
        (all, lack) => format!("{all} questions, {} with a model answer", all - lack),
    };
    let below = at + vec2(0.0, 22.0);
    text::line_within(ui, below, inner.width(), &counted, regular(NOTE), palette::MUTED);
    let list = Rect::from_min_max(inner.left_top() + vec2(0.0, 40.0), inner.max + vec2(12.0, 8.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("asked"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            scroll(ui);
            widgets::set_width(ui, list.width() - 14.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            // A title that nobody wrote over questions that all stand under it tells nothing.
            let titled = !(summary.sections_drafted && read.sections.len() == 1);
            // What is true of all of them is said above.
            let own = summary.unanswered == summary.questions;
            for section in &read.sections {
                ui.add_space(10.0);
                if titled {
                    text::heading(ui, 3, &section.title, bold(BODY), palette::TEAL_TEXT);
                }
                for question in &section.questions {
                    ui.add_space(6.0);
                    text::label(ui, &question.text, semibold(BODY), palette::INK);
                    let words: usize =
                        question.model_answer.iter().map(|t| t.split_whitespace().count()).sum();
                    let answer = match words {
                        0 => (!own).then(|| "no model answer: your own story".to_owned()),
                        1 => Some("model answer of 1 word".to_owned()),
                        words => Some(format!("model answer of {words} words")),
                    };
                    let asker = question.asked_by.and_then(|seat| read.panel.get(seat));
                    let asker = asker.map(|one| one.title.clone());
                    let follows = question.follow_up.then(|| "follows up".to_owned());
                    let about: Vec<String> =
                        [asker, follows, answer].into_iter().flatten().collect();
                    if !about.is_empty() {
                        text::label(ui, &about.join(" · "), regular(NOTE), palette::MUTED);
                    }
                }
            }
            ui.add_space(8.0);
        });
    });
}

/// Lets the page keys scroll; the arrows go from person to person.
fn scroll(ui: &Ui) {
    let keys = [(Key::PageDown, -240.0), (Key::PageUp, 240.0)];
    let pressed = |key| ui.is_enabled() && ui.input(|input| input.key_pressed(key));
    let by: f32 = keys.into_iter().filter(|(key, _)| pressed(*key)).map(|(_, by)| by).sum();
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, by));
    }
}
