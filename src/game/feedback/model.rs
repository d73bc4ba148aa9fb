//! The model answer with its key points hit and missed.

use bevy_egui::egui::{self, Rect, Stroke, TextFormat, Ui, text::LayoutJob, vec2};

use crate::{
    game::{
        feedback::{Salt, card_title, cards::cards_ui},
        theme::{
            keys, palette, text,
            type_scale::{self, BODY, NOTE, bold, regular},
            widgets,
        },
    },
    interview::{
        scenario::Question,
        scoring::{
            Story,
            assessment::{Coverage, KeyPointMatch},
            criteria::quoting::quote,
        },
        session::{Attempt, DealtCard},
        star::Role,
    },
};

/// The model answer beside an answer.
#[derive(Clone, Copy, Debug)]
pub struct ModelView<'a> {
    /// The question.
    pub question: &'a Question,
    /// The answer and what was found.
    pub attempt: &'a Attempt,
    /// The cards among which the answer was picked; none where it was typed.
    pub cards: &'a [DealtCard],
    /// What tells the answer from every other.
    pub salt: Salt<'a>,
}

/// Draws the model answer's card.
pub fn model_ui(ui: &mut Ui, rect: Rect, view: ModelView<'_>) {
    let assessment = &view.attempt.assessment;
    let points = &assessment.key_points;
    let count = |coverage| points.iter().filter(|point| point.coverage == coverage).count();
    let own = assessment.story == Story::Own;
    let note = if view.question.model.is_empty() {
        "none: your own story was asked for".to_owned()
    } else if own {
        "one way to tell it; its facts are not asked for".to_owned()
    } else {
        format!(
            "{} key points · {} hit · {} partly",
            points.len(),
            count(Coverage::Hit),
            count(Coverage::Partly)
        )
    };
    match DealtCard::verdict(view.cards) {
        Some(verdict) => card_title(ui, rect, "The cards", &verdict),
        None => card_title(ui, rect, "Model response", &note),
    }
    let list = Rect::from_min_max(rect.min + vec2(24.0, 48.0), rect.max - vec2(16.0, 16.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("model"), |ui| {
        let scroll = egui::ScrollArea::vertical().id_salt(view.salt).auto_shrink(false);
        scroll.show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, list.width() - 10.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            if !view.cards.is_empty() {
                cards_ui(ui, view.cards);
                ui.add_space(10.0);
                text::heading(ui, 2, "Model response", bold(BODY), palette::INK);
                text::label(ui, &note, regular(NOTE), palette::MUTED);
            }
            if own {
                paragraphs_ui(ui, view.question, BODY);
                return;
            }
            key_points_ui(ui, view.attempt);
            ui.add_space(6.0);
            text::heading(ui, 3, "The whole answer", bold(NOTE), palette::MUTED);
            marked_ui(ui, view.question, points);
        });
    });
}

/// The key points with the player's words for them.
pub fn key_points_ui(ui: &mut Ui, attempt: &Attempt) {
    let assessment = &attempt.assessment;
    for point in &assessment.key_points {
        let note = match (&point.note, point.evidence) {
            (Some(note), Some(span)) => {
                Some(format!("you: {}, {note}", quote(span.of(&attempt.text))))
            }
            (Some(note), None) => Some(note.clone()),
            (None, Some(span)) if point.coverage == Coverage::Partly => {
                Some(format!("you: {}", quote(span.of(&attempt.text))))
            }
            _ => None,
        };
        key_point_ui(ui, point.coverage, point.role, &point.text, note.as_deref());
    }
}

/// The model answer with each key point underlined in the colour of what is said of it.
fn marked_ui(ui: &mut Ui, question: &Question, points: &[KeyPointMatch]) {
    let plain = type_scale::format(regular(14.0), palette::INK);
    for (paragraph, text) in question.model.paragraph_places() {
        let mut job = LayoutJob::default();
        job.wrap.max_width = ui.available_width();
        let mut at = paragraph.start;
        let within = |point: &&KeyPointMatch| paragraph.holds(point.place);
        let mut of_paragraph: Vec<_> = points.iter().filter(within).collect();
        of_paragraph.sort_by_key(|point| point.place);
        let part = |from: usize, to: usize| &text[from - paragraph.start..to - paragraph.start];
        for point in of_paragraph {
            // Two key points may share words: the first has them.
            let start = point.place.start.max(at);
            if start >= point.place.end {
                continue;
            }
            let underline = Stroke::new(1.5, palette::coverage(point.coverage));
            job.append(part(at, start), 0.0, plain.clone());
            let format = TextFormat { underline, ..plain.clone() };
            job.append(part(start, point.place.end), 0.0, format);
            at = point.place.end;
        }
        job.append(part(at, paragraph.end), 0.0, plain.clone());
        ui.label(job);
    }
}

/// Draws the model answer alone, as for a question that was skipped.
pub fn model_alone_ui(ui: &mut Ui, rect: Rect, question: &Question) {
    card_title(ui, rect, "Model response", "");
    let list = Rect::from_min_max(rect.min + vec2(24.0, 48.0), rect.max - vec2(16.0, 16.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("model"), |ui| {
        egui::ScrollArea::vertical().id_salt(&question.id).auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, list.width() - 10.0);
            paragraphs_ui(ui, question, BODY);
        });
    });
}

/// What stands in the place of a model answer that there is not.
pub const NO_MODEL: &str = "No model answer: this question asks for your own story, which is judged by how it is told and \
    compared with nothing.";

/// The model answer, paragraph by paragraph.
pub fn paragraphs_ui(ui: &mut Ui, question: &Question, size: f32) {
    if question.model.is_empty() {
        text::label(ui, NO_MODEL, regular(size), palette::MUTED);
    }
    for paragraph in question.model.paragraph_texts() {
        text::label(ui, &paragraph, regular(size), palette::INK);
    }
}

fn key_point_ui(ui: &mut Ui, coverage: Coverage, role: Role, text: &str, note: Option<&str>) {
    let width = ui.available_width() - 34.0;
    let font = regular(BODY);
    let height = text::block_height(ui.painter(), width, text, font.clone());
    let note_height =
        note.map_or(0.0, |note| text::block_height(ui.painter(), width, note, regular(NOTE)));
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), height.max(22.0) + note_height),
        egui::Sense::hover(),
    );
    let status = coverage.in_words();
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Label, true, format!("{status}: {text}"))
    });
    response.on_hover_text(format!("{}, {status}", role.name()));
    widgets::coverage_mark(ui.painter(), rect.left_top() + vec2(11.0, 10.0), coverage);
    text::block(ui.painter(), rect.left_top() + vec2(34.0, 0.0), width, text, font, palette::INK);
    if let Some(note) = note {
        text::note(ui, rect.left_top() + vec2(34.0, height), width, note);
    }
}
