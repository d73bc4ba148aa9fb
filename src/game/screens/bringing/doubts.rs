//! What only the user can tell of an interview that is brought, what is doubtful in it, and what was left out.

use bevy_egui::egui::{self, Key, Rect, Stroke, Ui, pos2, vec2};

use crate::{
    game::{
        bringing::{
            Bring,
            reading::{AskedOfUser, Understood, remedy, sentence_case},
        },
        theme::{
            keys, palette, text,
            type_scale::{BODY, LABEL, NOTE, SMALL, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{diagnostic::Diagnostic, transcript::edits::Edits},
};

/// The most people among whom the candidate is chosen by a digit.
const DIGITS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];
const NAMES: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Draws the open question and the doubts; gives what the user answers.
pub(super) fn doubts_ui(
    ui: &mut Ui,
    rect: Rect,
    (understood, edits): (&Understood, &Edits),
    writing: bool,
) -> Option<Bring> {
    widgets::card(ui.painter(), rect);
    let inner = Rect::from_min_max(rect.min + vec2(20.0, 20.0), rect.max - vec2(12.0, 16.0));
    let mut answer = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("doubts"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::set_width(ui, inner.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            if let Some(question) = &understood.question {
                answer = question_ui(ui, question, edits, writing);
                ui.add_space(14.0);
            }
            let asked = understood.question.is_some();
            // What is asked is no fault.
            let told = understood.diagnostics.iter().filter(|one| !(asked && one.is_error()));
            let told: Vec<&Diagnostic> = told.collect();
            list_ui(ui, &told, understood.summary.left_out, asked);
        });
    });
    answer
}

/// The open question with its answers.
fn question_ui(ui: &mut Ui, question: &AskedOfUser, known: &Edits, writing: bool) -> Option<Bring> {
    let ground = ui.painter().add(egui::Shape::Noop);
    let top = ui.cursor().min;
    let width = ui.available_width();
    ui.add_space(14.0);
    let mut answer = None;
    let pressed = |ui: &Ui, key| !writing && keys::pressed(ui, key);
    ui.horizontal(|ui| {
        ui.add_space(14.0);
        ui.vertical(|ui| {
            widgets::set_width(ui, width - 28.0);
            let (title, more) = match question {
                AskedOfUser::Candidate(_) => (
                    "Who is the candidate?",
                    "More than one could be: choose whose answers are the model answers.".to_owned(),
                ),
                AskedOfUser::ByTurns(count) => (
                    "Do they take turns?",
                    format!(
                        "The file names nobody who speaks. If a question and an answer take turns, it has {count} question{}.",
                        if *count == 1 { "" } else { "s" }
                    ),
                ),
            };
            text::heading(ui, 2, title, bold(BODY), palette::INK);
            text::label(ui, &more, regular(NOTE), palette::INK);
            ui.add_space(6.0);
            match question {
                AskedOfUser::Candidate(heard) => {
                    for (place, one) in heard.iter().enumerate() {
                        let key = NAMES.get(place).copied().unwrap_or_default();
                        let by_key = DIGITS.get(place).is_some_and(|key| pressed(ui, *key));
                        if answer_ui(ui, &one.name, key) || by_key {
                            let mut edits = known.clone();
                            edits.make_candidate(&one.name);
                            answer = Some(Bring::Edit(edits));
                        }
                    }
                }
                AskedOfUser::ByTurns(_) => {
                    if answer_ui(ui, "Yes, by turns", "T") || pressed(ui, Key::T) {
                        let mut edits = known.clone();
                        edits.alternate = true;
                        answer = Some(Bring::Edit(edits));
                    }
                    let otherwise = "Otherwise bring a transcript that tells the speakers apart.";
                    text::label(ui, otherwise, regular(NOTE), palette::INK);
                }
            }
        });
    });
    ui.add_space(12.0);
    let area = Rect::from_min_max(top, pos2(top.x + width, ui.cursor().min.y));
    ui.painter().set(ground, egui::Shape::rect_filled(area, 14, palette::CORAL_WASH));
    answer
}

/// A pill that is as wide as the column.
fn answer_ui(ui: &mut Ui, label: &str, key: &str) -> bool {
    let at = ui.cursor().min;
    let rect = Rect::from_min_size(at, vec2(ui.available_width(), 36.0));
    widgets::pill(ui, rect, Pill::Secondary, label, key).clicked()
}

/// What is wrong or doubtful, by line.
fn list_ui(ui: &mut Ui, told: &[&Diagnostic], left_out: usize, asked: bool) {
    let wrong = told.iter().filter(|one| one.is_error()).count();
    let title = match (wrong, told.len()) {
        (0, 0) if asked => "Nothing else is doubtful",
        (0, 0) => "Nothing is doubtful",
        (0, _) => "To look at",
        _ => "What stops it",
    };
    text::heading(ui, 2, title, bold(LABEL), palette::INK);
    let mut sorted = told.to_vec();
    sorted.sort_by_key(|one| !one.is_error());
    for one in sorted {
        ui.add_space(8.0);
        let (mark, ink) =
            if one.is_error() { ("✕ ", palette::CORAL_TEXT) } else { ("", palette::TEAL_TEXT) };
        let place = if one.line > 1 { format!("Line {}", one.line) } else { "The file".to_owned() };
        text::label(ui, &format!("{mark}{place}"), bold(SMALL), ink);
        let message = sentence_case(&one.message);
        text::label(ui, &ended(&message), regular(BODY), palette::INK);
        text::label(ui, &ended(&sentence_case(remedy(one))), regular(NOTE), palette::MUTED);
    }
    if left_out > 0 {
        ui.add_space(10.0);
        let (at, width) = (ui.cursor().min, ui.available_width());
        ui.painter().hline(at.x..=at.x + width, at.y, Stroke::new(1.0, palette::LINE));
        ui.add_space(8.0);
        let what = if left_out == 1 {
            "1 line or remark that is"
        } else {
            &format!("{left_out} lines and remarks that are")
        };
        let said = format!("Left out: {what} no question and no answer.");
        text::label(ui, &said, regular(NOTE), palette::MUTED);
    }
}

/// A sentence with its end.
fn ended(text: &str) -> String {
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{text}{end}")
}
