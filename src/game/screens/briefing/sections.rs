//! The sections' card in the briefing: what the panel asks about, and which of it is asked this time.

use bevy_egui::egui::{
    self, CornerRadius, Key, Painter, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
    pos2, vec2,
};

use crate::{
    game::{
        screens::briefing::{choices::Choices, options},
        theme::{
            keys, palette, reading, text,
            type_scale::{LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::scenario::{Question, Scenario, Section},
};

/// The size of a question's words.
const WORDS: f32 = 14.0;
/// The room for the box before a section, and before a question, which stands further in.
const BOXES: (f32, f32) = (30.0, 54.0);

/// What a pill of the card's head chooses.
#[derive(Clone, Copy)]
enum Chooses {
    All,
    Weak,
    Single,
}

/// How much of something is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    All,
    Some,
    None,
}

/// Draws the sections with their questions; `weak` are the ids of those that no answer held to yet, where that is known.
pub(super) fn sections_ui(
    ui: &mut Ui,
    rect: Rect,
    scenario: &Scenario,
    choices: &mut Choices,
    weak: Option<&[String]>,
) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    let heading = reading::heading(ui, 2);
    let at = inner.left_top() + vec2(0.0, 8.0);
    text::line(&heading, at, "What they ask", bold(LABEL), palette::INK);
    chosen_ui(ui, inner.right_top() + vec2(0.0, 8.0), scenario, choices, weak);
    let list = Rect::from_min_max(inner.left_top() + vec2(0.0, 34.0), inner.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("sections"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, list.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for section in scenario.sections() {
                section_ui(ui, scenario, section, choices);
                if !choices.by_question {
                    continue;
                }
                for question in &scenario.questions()[section.questions.clone()] {
                    question_ui(ui, scenario, question, choices);
                }
                ui.add_space(6.0);
            }
        });
    });
}

/// The pills that choose at once, everything or only what is weak, and the one that lets choose single questions.
fn chosen_ui(
    ui: &mut Ui,
    right: egui::Pos2,
    scenario: &Scenario,
    choices: &mut Choices,
    weak: Option<&[String]>,
) {
    let ids = || scenario.questions().iter().map(|question| question.id.as_str());
    // Where all are weak, or none is, there is nothing to choose by it.
    let weak = weak.filter(|weak| !weak.is_empty() && weak.len() < scenario.questions().len());
    let is_weak = |id: &str| weak.is_some_and(|weak| weak.iter().any(|known| known == id));
    let all = ids().all(|id| choices.asks(scenario, id));
    let only_weak = weak.is_some() && ids().all(|id| choices.asks(scenario, id) == is_weak(id));
    let mut pills = Vec::new();
    if !all {
        pills.push(("All", "", Chooses::All, false));
    }
    if weak.is_some() {
        pills.push(("Only weak", "W", Chooses::Weak, only_weak));
    }
    pills.push(("Questions", "Q", Chooses::Single, choices.by_question));
    let width = |ui: &Ui, label: &str, key: &str| widgets::pill_width(ui, label, key) - 24.0;
    let whole: f32 = pills.iter().map(|(label, key, ..)| width(ui, label, key) + 8.0).sum();
    let mut left = right.x - whole + 8.0;
    let mut chosen = None;
    for (label, key, chooses, on) in pills {
        let size = vec2(width(ui, label, key), 32.0);
        let rect = Rect::from_min_size(pos2(left, right.y - 16.0), size);
        left = rect.right() + 8.0;
        let clicked = widgets::pill(ui, rect, Pill::Choice(on), label, key).clicked();
        let pressed = |key| !options::writes_seed(ui) && keys::pressed(ui, key);
        let pressed = match chooses {
            Chooses::All => false,
            Chooses::Weak => pressed(Key::W),
            Chooses::Single => pressed(Key::Q),
        };
        if clicked || pressed {
            chosen = Some(chooses);
        }
    }
    match chosen {
        Some(Chooses::All) => ids().for_each(|id| choices.ask(scenario, id, true)),
        Some(Chooses::Weak) => {
            ids().for_each(|id| choices.ask(scenario, id, only_weak || is_weak(id)));
        }
        Some(Chooses::Single) => choices.by_question ^= true,
        None => {}
    }
}

fn section_ui(ui: &mut Ui, scenario: &Scenario, section: &Section, choices: &mut Choices) {
    let questions = &scenario.questions()[section.questions.clone()];
    let asked = questions.iter().filter(|q| choices.asks(scenario, &q.id)).count();
    let state = match asked {
        0 => Asked::None,
        asked if asked == questions.len() => Asked::All,
        _ => Asked::Some,
    };
    let count = match (state, questions.len()) {
        (Asked::Some, of) => format!("{asked} of {of} questions"),
        (_, 1) => "1 question".to_owned(),
        (_, of) => format!("{of} questions"),
    };
    let row = AskedRow {
        text: &section.title,
        font: semibold(LABEL),
        left: BOXES.0,
        note: Some(&count),
        said: format!("{}: {count}", section.title),
    };
    if row.ui(ui, state) {
        let on = state == Asked::None;
        questions.iter().for_each(|question| choices.ask(scenario, &question.id, on));
    }
}

fn question_ui(ui: &mut Ui, scenario: &Scenario, question: &Question, choices: &mut Choices) {
    let asked = choices.asks(scenario, &question.id);
    let row = AskedRow {
        text: &question.text,
        font: regular(WORDS),
        left: BOXES.1,
        note: None,
        said: question.text.clone(),
    };
    if row.ui(ui, if asked { Asked::All } else { Asked::None }) {
        choices.ask(scenario, &question.id, !asked);
    }
}

/// A line of the list with its box.
struct AskedRow<'a> {
    text: &'a str,
    font: egui::FontId,
    /// Where its text begins.
    left: f32,
    note: Option<&'a str>,
    said: String,
}

impl AskedRow<'_> {
    /// Draws the line; whether it was clicked.
    fn ui(self, ui: &mut Ui, state: Asked) -> bool {
        let noted = |note: &str| text::line_size(ui.painter(), note, regular(NOTE)).x + 16.0;
        let room = ui.available_width() - self.left - self.note.map_or(8.0, noted);
        let height = text::block_height(ui.painter(), room, self.text, self.font.clone());
        let size = vec2(ui.available_width(), height + 8.0);
        let (row, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(WidgetType::Checkbox, true, state != Asked::None, &self.said)
        });
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(row, 8, palette::CREAM);
        }
        let middle = row.top() + 4.0 + (self.font.size * 1.35).round() / 2.0;
        mark(painter, pos2(row.left() + self.left - 18.0, middle), state);
        let ink = if state == Asked::None { palette::MUTED } else { palette::INK };
        let at = pos2(row.left() + self.left, row.top() + 4.0);
        text::block(painter, at, room, self.text, self.font, ink);
        if let Some(note) = self.note {
            let right = pos2(row.right() - 4.0, middle);
            text::line_right(painter, right, note, regular(NOTE), palette::MUTED);
        }
        keys::focus_ring(ui, &response, row.shrink(3.0), CornerRadius::same(6));
        response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    }
}

/// A box with a tick where all is asked, with a dash where some of it is.
fn mark(painter: &Painter, centre: egui::Pos2, state: Asked) {
    let square = Rect::from_center_size(centre, vec2(16.0, 16.0));
    let fill = if state == Asked::None { palette::PAPER } else { palette::INK };
    let edge = Stroke::new(1.5, if state == Asked::None { palette::MUTED } else { palette::INK });
    painter.rect(square, CornerRadius::same(5), fill, edge, StrokeKind::Inside);
    let stroke = Stroke::new(2.0, palette::PAPER);
    let at = |x: f32, y: f32| centre + vec2(x, y);
    match state {
        Asked::All => {
            painter.line(vec![at(-4.0, 0.5), at(-1.2, 3.2), at(4.0, -3.0)], stroke);
        }
        Asked::Some => {
            painter.line_segment([at(-4.0, 0.0), at(4.0, 0.0)], stroke);
        }
        Asked::None => {}
    }
}
