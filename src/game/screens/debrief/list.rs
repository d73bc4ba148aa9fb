//! The questions of the debrief, section by section, each to be opened.

use bevy_egui::egui::{
    self, CornerRadius, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Sense, Stroke,
    StrokeKind, Ui, pos2, vec2,
};

use crate::{
    game::theme::{
        keys, palette,
        reading::{self, Reads},
        text,
        type_scale::{LABEL, NOTE, SMALL, bold, regular, semibold},
        widgets,
    },
    interview::debrief::{Debrief, SectionResult, questions::QuestionResult},
};

/// The size of a question's words.
const WORDS: f32 = 14.0;
/// The room for a question's number.
const NUMBER: f32 = 34.0;
/// The room for a question's level.
const LEVEL: f32 = 116.0;
/// From one line below it to the next.
const BELOW_LEVEL: f32 = 17.0;

/// Draws the list; gives the question that the player opens, by its place among [`Debrief::questions`].
///
/// The arrows move the keyboard from question to question, Enter opens, Escape lets go; `back_at` puts it on one.
pub(super) fn list_ui(
    ui: &mut Ui,
    rect: Rect,
    debrief: &Debrief,
    back_at: Option<usize>,
) -> Option<usize> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(24.0, 20.0));
    let heading = inner.left_top() + vec2(0.0, 10.0);
    let on = reading::heading(ui, 2);
    text::line(&on, heading, "Question by question", bold(LABEL), palette::INK);
    let count = debrief.questions().count();
    if count > 0 {
        let keys = inner.right_top() + vec2(0.0, 10.0);
        let said = "↑ ↓ choose · ⏎ opens";
        text::line_right(ui, keys, said, regular(NOTE), palette::MUTED);
    }
    let moved = back_at.or_else(|| moved(ui, count));
    let list = Rect::from_min_max(inner.min + vec2(-12.0, 30.0), inner.max + vec2(14.0, 8.0));
    let mut opened = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("questions"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, list.width() - 14.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut place = 0;
            for section in &debrief.sections {
                section_ui(ui, section);
                for question in &section.questions {
                    if question_ui(ui, place, question, moved == Some(place)) {
                        opened = Some(place);
                    }
                    place += 1;
                }
                ui.add_space(8.0);
            }
        });
    });
    opened
}

/// The id of a question's row.
fn row_id(place: usize) -> Id {
    Id::new(("question of the debrief", place))
}

/// Where an arrow key moves the keyboard to.
fn moved(ui: &Ui, count: usize) -> Option<usize> {
    let focused = ui.memory(|memory| memory.focused());
    let at = (0..count).find(|place| focused == Some(row_id(*place)));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = count.checked_sub(1)?;
    if pressed(Key::ArrowDown) {
        Some(at.map_or(0, |at| (at + 1).min(last)))
    } else if pressed(Key::ArrowUp) {
        Some(at.map_or(last, |at| at.saturating_sub(1)))
    } else {
        None
    }
}

fn section_ui(ui: &mut Ui, section: &SectionResult) {
    let said = section.in_words();
    let width = ui.available_width() - 24.0;
    let font = semibold(NOTE);
    let height = text::block_height(ui.painter(), width - LEVEL, &section.title, font.clone());
    let size = vec2(ui.available_width(), height.max(20.0) + 8.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::hover());
    reading::say_as(&response, Reads::Heading(3), &format!("{}: {said}", section.title));
    let painter = ui.painter();
    let at = row.left_top() + vec2(12.0, 4.0);
    text::block(painter, at, width - LEVEL, &section.title, font, palette::TEAL_TEXT);
    let right = pos2(row.right() - 12.0, row.top() + 13.0);
    let font = if section.mean.is_some() { bold(NOTE) } else { regular(NOTE) };
    text::line_right(painter, right, &said, font, palette::MUTED);
}

/// Draws a question's row; gives whether it was opened.
fn question_ui(ui: &mut Ui, place: usize, question: &QuestionResult, reach: bool) -> bool {
    let width = ui.available_width() - 24.0 - NUMBER - LEVEL;
    let height = text::block_height(ui.painter(), width, &question.text, regular(WORDS));
    let own = question.own_rating.map(|own| format!("you said {}", own.number()));
    let notes: Vec<&str> = own.as_deref().into_iter().chain(question.level_note()).collect();
    let beside = 20.0 + BELOW_LEVEL * notes.len() as f32;
    let size = vec2(ui.available_width(), height.max(beside).max(34.0) + 14.0);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(row, row_id(place), Sense::click());
    response.widget_info(|| {
        let outcome = question.in_words();
        let beside: String = notes.iter().map(|note| format!(", {note}")).collect();
        let label = format!("Question {}: {} {outcome}{beside}", place + 1, question.text);
        egui::WidgetInfo::labeled(egui::WidgetType::Button, true, label)
    });
    if reach {
        response.request_focus();
        // egui would move on from here with the same key.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        ui.scroll_to_rect(row.expand2(vec2(0.0, 30.0)), None);
    }
    if response.has_focus() {
        // The arrows are the list's own, or egui would move on by itself.
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    let painter = ui.painter();
    let radius = CornerRadius::same(12);
    if response.has_focus() {
        painter.rect(
            row,
            radius,
            palette::CREAM,
            Stroke::new(2.0, palette::INK),
            StrokeKind::Inside,
        );
    } else if response.hovered() {
        painter.rect_filled(row, radius, palette::CREAM);
    }
    let number = (place + 1).to_string();
    let at = pos2(row.left() + 26.0, row.top() + 16.5);
    text::line_centred(painter, at, &number, bold(NOTE), palette::CORAL_TEXT);
    let at = row.left_top() + vec2(12.0 + NUMBER, 7.0);
    text::block(painter, at, width, &question.text, regular(WORDS), palette::INK);
    level_ui(painter, row, question, &notes);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// A question's level at the right of its row, with what is to be noted of it below.
fn level_ui(painter: &egui::Painter, row: Rect, question: &QuestionResult, notes: &[&str]) {
    let right = row.right() - 12.0;
    let middle = row.top() + 17.0;
    match question.level {
        Some(level) => {
            let bar = Rect::from_min_size(pos2(right - 94.0, middle - 4.0), vec2(72.0, 8.0));
            widgets::level_bar(painter, bar, Some(level), palette::CORAL);
            let number = level.number().to_string();
            text::line_right(painter, pos2(right, middle), &number, bold(LABEL), palette::INK);
        }
        None => {
            let outcome = question.in_words();
            let at = pos2(right, middle);
            text::line_right(painter, at, &outcome, regular(NOTE), palette::MUTED);
        }
    }
    let mut below = middle;
    for note in notes {
        below += BELOW_LEVEL;
        text::line_right(painter, pos2(right, below), note, regular(SMALL), palette::MUTED);
    }
}
