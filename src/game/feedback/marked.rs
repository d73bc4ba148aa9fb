//! The player's words with what was found in them.

use bevy_egui::egui::{self, Rect, Stroke, TextFormat, Ui, pos2, text::LayoutJob, vec2};

use crate::{
    game::{
        feedback::{
            Salt,
            added::{Unnamed, added_ui, read_aloud},
            card_title,
            shares::shares_ui,
        },
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{self, BODY, NOTE, SMALL, bold, regular, semibold},
            widgets,
        },
    },
    interview::{
        scenario::Panelist,
        scoring::{
            Story,
            assessment::{Assessment, Finding},
            criteria::{Criteria, Kind},
            criterion_id::CriterionId,
        },
        session::Attempt,
        star::Role,
        text::Text,
    },
};

/// An answer and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct AnswerView<'a> {
    /// The answer.
    pub attempt: &'a Attempt,
    /// The panel.
    pub panel: &'a [Panelist],
    /// What tells it from every other.
    pub salt: Salt<'a>,
}

/// Draws the answer's card.
pub fn answer_ui(ui: &mut Ui, rect: Rect, view: AnswerView<'_>) {
    let assessment = &view.attempt.assessment;
    let note =
        format!("{} words · {} spoken", assessment.words, Text::clock(assessment.spoken_seconds));
    card_title(
        ui,
        rect,
        if view.attempt.card.is_some() { "The answer you picked" } else { "Your answer" },
        &note,
    );
    let bars = Rect::from_min_max(
        pos2(rect.left() + 24.0, rect.bottom() - 112.0),
        rect.max - vec2(24.0, 16.0),
    );
    let text = Rect::from_min_max(
        rect.min + vec2(24.0, 48.0),
        pos2(rect.right() - 16.0, bars.top() - 8.0),
    );
    ui.scope_builder(egui::UiBuilder::new().max_rect(text).id_salt("answer"), |ui| {
        // In a low page it keeps off the bars below it.
        let scroll = egui::ScrollArea::vertical().id_salt(view.salt).auto_shrink(false);
        scroll.min_scrolled_height(0.0).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, text.width() - 10.0);
            let marked = marked_answer(view.attempt, view.panel, ui.available_width());
            let response = ui.label(marked);
            response.widget_info(|| {
                egui::WidgetInfo::labeled(
                    egui::WidgetType::Label,
                    true,
                    read_aloud(view.attempt, view.panel),
                )
            });
            ui.add_space(4.0);
            added_ui(ui, view.attempt, view.panel);
            for finding in assessment.findings.iter().filter(|finding| finding.fired()) {
                strip(ui, finding.criterion.name(), &finding.sentence);
            }
            let mut said: Vec<_> =
                assessment.findings.iter().filter(|f| worth_saying(assessment, f)).collect();
            let score = |finding: &Finding| finding.score.unwrap_or(1.0);
            said.sort_by(|a, b| score(a).total_cmp(&score(b)));
            for finding in said {
                text::heading(ui, 3, finding.criterion.name(), semibold(NOTE), palette::MUTED);
                ui.add_space(-6.0);
                text::label(ui, &finding.sentence, regular(14.0), palette::INK);
            }
            ui.add_space(6.0);
            shares_ui(ui, assessment);
        });
    });
    ui.painter().hline(
        bars.left()..=bars.right(),
        bars.top() - 2.0,
        Stroke::new(1.0, palette::LINE),
    );
    bars_ui(ui, bars.translate(vec2(0.0, 8.0)), assessment);
}

/// Whether a finding says more than its bar does.
fn worth_saying(assessment: &Assessment, finding: &Finding) -> bool {
    let quality =
        Criteria::SHIPPED.find(finding.criterion).is_some_and(|c| c.kind == Kind::Quality);
    let shown = !finding.evidence.is_empty();
    let says = !finding.sentence.is_empty() && finding.is_asked();
    quality && says && (assessment.holds_back(finding) || shown)
}

/// A sentence on a ground of its own.
fn strip(ui: &mut Ui, title: &str, sentence: &str) {
    egui::Frame::new()
        .fill(palette::CORAL_WASH)
        .corner_radius(10)
        .inner_margin(egui::Margin::symmetric(14, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width().max(0.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            text::heading(ui, 3, title, bold(NOTE), palette::CORAL_TEXT);
            text::label(ui, sentence, regular(14.0), palette::INK);
        });
}

/// The player's words, of a story each sentence on the colour of its part and followed by the part's letter.
fn marked_answer(attempt: &Attempt, panel: &[Panelist], width: f32) -> LayoutJob {
    let text = attempt.text.as_str();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        line_height: Some(25.0),
        valign: egui::Align::BOTTOM,
        ..type_scale::format(regular(BODY), palette::INK)
    };
    let mut at = 0;
    let mut probes = Unnamed::of(attempt, panel);
    let has_parts = attempt.assessment.has_parts();
    for reading in &attempt.assessment.sentences {
        if reading.span.start > at {
            job.append(&text[at..reading.span.start], 0.0, plain.clone());
        }
        probes.name_at(&mut job, reading.span.start);
        let Some(role) = reading.lettered().filter(|_| has_parts) else {
            job.append(reading.span.of(text), 0.0, plain.clone());
            at = reading.span.end;
            continue;
        };
        let marked = TextFormat {
            background: palette::role_wash(role),
            underline: Stroke::new(1.5, palette::role(role)),
            ..plain.clone()
        };
        job.append(&text[reading.span.start..reading.span.end], 0.0, marked);
        job.append(&format!("\u{a0}{}\u{a0}", role.letter()), 2.0, chip(role, &plain));
        at = reading.span.end;
    }
    job.append(&text[at..], 0.0, plain);
    job
}

/// The letter of a part behind a sentence.
fn chip(role: Role, plain: &TextFormat) -> TextFormat {
    let ink = palette::INK;
    TextFormat { font_id: bold(BODY), color: ink, background: palette::role(role), ..plain.clone() }
}

fn bars_ui(ui: &Ui, rect: Rect, assessment: &Assessment) {
    let mut bars = Vec::new();
    if assessment.story == Story::This {
        bars.push(("Closeness", Some(assessment.closeness), palette::INK));
    }
    for role in Role::ALL {
        bars.push((role.name(), assessment.part(role), palette::role(role)));
    }
    for (name, id) in [
        ("Measured", CriterionId::MEASURED_RESULT),
        ("Own part", CriterionId::OWN_CONTRIBUTION),
        ("Length", CriterionId::LENGTH),
    ] {
        bars.push((name, assessment.score(id), palette::INK));
    }
    // What is not asked for is not drawn.
    let bars = bars.into_iter().filter_map(|(name, score, colour)| Some((name, score?, colour)));
    let columns = 4;
    let width = (rect.width() - 24.0 * (columns as f32 - 1.0)) / columns as f32;
    for (index, (name, score, colour)) in bars.take(8).enumerate() {
        let (row, column) = (index / columns, index % columns);
        let at = rect.min + vec2(column as f32 * (width + 24.0), row as f32 * 42.0);
        let painter = ui.painter();
        text::line(painter, at + vec2(0.0, 10.0), name, semibold(NOTE), palette::INK);
        let percent = format!("{:.0}", score * 100.0);
        let place = Rect::from_min_size(at, vec2(width, 30.0));
        reading::say(ui, place, Reads::Text, &format!("{name} {percent} of 100"));
        text::line_right(painter, at + vec2(width, 10.0), &percent, regular(SMALL), palette::MUTED);
        widgets::bar(
            painter,
            Rect::from_min_size(at + vec2(0.0, 22.0), vec2(width, 7.0)),
            score,
            colour,
        );
    }
}
