//! The story book: every answer that is kept, with its parts, its level and how long it takes to say.

use bevy_egui::egui::{
    self, Rect, Stroke, TextFormat, Ui, UiBuilder, WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::{
    game::{
        practice::pages::PracticePage,
        screens::practice::PracticeAction,
        theme::{
            keys, palette, reading, text,
            type_scale::{self, BODY, LABEL, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{progress::book::BookEntry, star::Role, text::Text},
};

/// What is said while nothing is kept.
const EMPTY: &str = "After an answer that you like, press K on its feedback: it becomes your model answer to that question, and my own \
                     story is compared with it from then on. All of them stand here, one after the other: your own story book.";
/// The room for the buttons at the right of an answer's head.
const BUTTONS: f32 = 236.0;

/// Draws the page.
pub(super) fn book_ui(ui: &mut Ui, body: Rect, book: &[BookEntry]) -> Option<PracticeAction> {
    widgets::card(ui.painter(), body);
    let inner = body.shrink2(vec2(28.0, 20.0));
    if book.is_empty() {
        text::block(ui, inner.min, inner.width().min(720.0), EMPTY, regular(LABEL), palette::MUTED);
        return None;
    }
    let mut action = None;
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("book"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, inner.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            for (place, entry) in book.iter().enumerate() {
                if place > 0 {
                    ui.add_space(12.0);
                    let y = ui.cursor().top();
                    let edge = Stroke::new(1.0, palette::LINE);
                    ui.painter().hline(inner.left()..=inner.right() - 12.0, y, edge);
                    ui.add_space(14.0);
                }
                action = entry_ui(ui, entry).or(action);
            }
        });
    });
    action
}

fn entry_ui(ui: &mut Ui, entry: &BookEntry) -> Option<PracticeAction> {
    let width = ui.available_width();
    let words = width - BUTTONS - 16.0;
    let title = text::block_height(ui.painter(), words, &entry.text, bold(BODY));
    let (head, _) =
        ui.allocate_exact_size(vec2(width, (title + 38.0).max(48.0)), egui::Sense::hover());
    // What is drawn into the head moves nothing below it.
    let builder = UiBuilder::new().max_rect(head).id_salt(entry.attempt);
    let action = head_ui(&mut ui.new_child(builder), head, entry, (words, title));
    for paragraph in &entry.paragraphs {
        let response = ui.label(told(paragraph, width));
        response.widget_info(|| {
            let said: Vec<_> = paragraph.iter().map(|(_, words)| words.as_str()).collect();
            WidgetInfo::labeled(egui::WidgetType::Label, true, said.join(" "))
        });
    }
    action
}

/// The question of an answer, what there is to say of it, and what can be done with it.
fn head_ui(
    ui: &mut Ui,
    head: Rect,
    entry: &BookEntry,
    (words, title): (f32, f32),
) -> Option<PracticeAction> {
    let heading = reading::heading(ui, 2);
    text::block(&heading, head.min, words, &entry.text, bold(BODY), palette::INK);
    let level = entry.level.map_or("not judged".to_owned(), |level| format!("level {level}"));
    let spoken = Text::clock(entry.spoken_seconds);
    let about = format!("{} · {level} · {spoken} spoken", entry.scenario);
    let y = head.top() + title + 19.0;
    let lamps = lamps_ui(ui, pos2(head.left(), y), &entry.parts);
    let at = pos2(lamps, y);
    let room = head.left() + words - lamps;
    text::line_within(ui, at, room, &about, regular(NOTE), palette::MUTED);
    let mut action = None;
    let mut right = head.right();
    let buttons = [
        ("Keep no longer", PracticeAction::Keep(entry.attempt, false)),
        ("Open", PracticeAction::Open(PracticePage::Attempt(entry.attempt))),
    ];
    for (label, then) in buttons {
        let size = vec2(widgets::pill_width(ui, label, "") - 16.0, 34.0);
        let rect = Rect::from_min_size(pos2(right - size.x, head.top()), size);
        right = rect.left() - 8.0;
        if widgets::pill(ui, rect, Pill::Secondary, label, "").clicked() {
            action = Some(then);
        }
    }
    action
}

/// The parts of an answer as lamps; gives where they end.
fn lamps_ui(ui: &Ui, at: egui::Pos2, parts: &[Role]) -> f32 {
    let mut x = at.x + 13.0;
    for role in Role::ALL {
        let lit = if parts.contains(&role) { 1.0 } else { 0.0 };
        widgets::lamp_of(ui.painter(), (pos2(x, at.y), 13.0), role, lit);
        x += 31.0;
    }
    x + 2.0
}

/// A paragraph, each sentence underlined in the colour of its part and followed by the part's letter.
fn told(paragraph: &[(Role, String)], width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        line_height: Some(25.0),
        valign: egui::Align::BOTTOM,
        ..type_scale::format(regular(BODY), palette::INK)
    };
    for (role, words) in paragraph {
        let underline = Stroke::new(1.5, palette::role(*role));
        let background = palette::role_wash(*role);
        job.append(words, 0.0, TextFormat { background, underline, ..plain.clone() });
        let letter =
            TextFormat { font_id: bold(BODY), background: palette::role(*role), ..plain.clone() };
        job.append(&format!("\u{a0}{}\u{a0}", role.letter()), 2.0, letter);
        job.append(" ", 0.0, plain.clone());
    }
    job
}
