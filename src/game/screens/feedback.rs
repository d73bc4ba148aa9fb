//! The feedback: the level, the one change that lifts it, the player's words with what was found in them, and the
//! model answer beside them.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Key, Rect, Stroke, TextFormat, Ui, pos2, text::LayoutJob, vec2},
};

use crate::{
    game::{
        AppSystems,
        screens::{
            self, Screen,
            interview::{clock, presence},
            pause::{PauseAction, pause_ui},
        },
        session::{ActiveSession, Intent, Notice},
        stage::StageView,
        theme::{
            palette,
            type_scale::{
                self, BODY, HEADING, LABEL, NOTE, SMALL, bold, regular, semibold, tracked,
            },
            widgets::{self, Pill},
        },
    },
    interview::{
        scenario::Question,
        scoring::{
            Story,
            assessment::{Coverage, Finding},
            criteria::{self, Kind},
        },
        session::{Attempt, Command},
        star::Role,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        show.in_set(AppSystems::Present).run_if(in_state(Screen::Feedback)),
    );
}

/// What the feedback shows.
pub struct FeedbackView<'a> {
    /// The section's heading.
    pub section: &'a str,
    /// The question's number in this session, from 1, and how many there are.
    pub number: (usize, usize),
    /// The question.
    pub question: &'a Question,
    /// Who asked.
    pub asker: &'a str,
    /// The answer and what was found.
    pub attempt: &'a Attempt,
    /// How often this question was answered.
    pub attempts: usize,
    /// Whether the interview rests.
    pub paused: bool,
}

fn show(
    mut contexts: EguiContexts,
    active: Option<Res<ActiveSession>>,
    notice: Res<Notice>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
) -> Result {
    let Some(active) = active else { return Ok(()) };
    let session = active.get();
    let Some(attempt) = session.attempts().last() else { return Ok(()) };
    let mut ui = screens::root(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let scenario = session.scenario();
    let question = &scenario.questions()[attempt.question];
    let view = FeedbackView {
        section: &scenario.sections()[question.section].title,
        number: (session.asked(), session.plan().len()),
        question,
        asker: &scenario.asker(attempt.question).title,
        attempt,
        attempts: session.attempts().iter().filter(|a| a.question == attempt.question).count(),
        paused: session.is_paused(),
    };
    if let Some(intent) = feedback_ui(&mut ui, &view) {
        intents.write(intent);
    }
    screens::notice_ui(&ui, &notice);
    Ok(())
}

/// Draws the feedback.
pub fn feedback_ui(ui: &mut Ui, view: &FeedbackView<'_>) -> Option<Intent> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 28.0));
    let top = heading_ui(ui, page, view);
    let level = Rect::from_min_size(pos2(page.left(), top), vec2(page.width(), 98.0));
    level_ui(ui, level, view);
    let body = Rect::from_min_max(
        pos2(page.left(), level.bottom() + 16.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let half = (body.width() - 16.0) / 2.0;
    let left = Rect::from_min_size(body.min, vec2(half, body.height()));
    let right = Rect::from_min_size(body.min + vec2(half + 16.0, 0.0), vec2(half, body.height()));
    answer_ui(ui, left, view);
    model_ui(ui, right, view);
    if view.paused {
        return pause_ui(ui).map(|action| match action {
            PauseAction::Resume => Intent::Do(Command::Resume),
            PauseAction::Finish => Intent::Do(Command::Finish),
            PauseAction::Leave => Intent::Leave,
        });
    }
    buttons_ui(ui, page, view)
}

fn heading_ui(ui: &Ui, page: Rect, view: &FeedbackView<'_>) -> f32 {
    let painter = ui.painter();
    let (number, of) = view.number;
    let line = format!("{} · question {number} of {of}", view.section);
    let line = painter.layout_job(tracked(&line, NOTE, palette::TEAL_TEXT));
    painter.galley(page.left_top(), line, palette::TEAL_TEXT);
    let mut asked = format!("asked by {}", view.asker);
    if view.attempts > 1 {
        asked = format!("{asked} · answer {}", view.attempts);
    }
    widgets::line_right(
        painter,
        page.right_top() + vec2(0.0, 9.0),
        &asked,
        regular(NOTE),
        palette::MUTED,
    );
    let at = page.left_top() + vec2(0.0, 22.0);
    let size = if view.question.text.chars().count() > 90 { 18.0 } else { HEADING };
    let height =
        widgets::block(painter, at, page.width(), &view.question.text, bold(size), palette::INK);
    at.y + height + 12.0
}

fn level_ui(ui: &mut Ui, rect: Rect, view: &FeedbackView<'_>) {
    let assessment = &view.attempt.assessment;
    let painter = ui.painter();
    widgets::card(painter, rect);
    let left = rect.left() + 24.0;
    widgets::caption(painter, pos2(left, rect.top() + 26.0), "Level");
    let number = assessment.level.number().to_string();
    let width = widgets::line(
        painter,
        pos2(left, rect.top() + 61.0),
        &number,
        bold(38.0),
        palette::CORAL_TEXT,
    );
    widgets::line(
        painter,
        pos2(left + width + 8.0, rect.top() + 68.0),
        "of 5",
        regular(BODY),
        palette::MUTED,
    );
    let bar = Rect::from_min_size(pos2(left + 84.0, rect.top() + 54.0), vec2(220.0, 12.0));
    widgets::level_bar(painter, bar, Some(assessment.level), palette::CORAL);
    if let Some(own) = view.attempt.own_rating {
        let said = format!("you said {}", own.number());
        widgets::pointer(painter, widgets::level_at(bar, own) - vec2(0.0, 5.0), &said);
    }
    let change_width = (rect.width() * 0.4).min(560.0);
    let change = Rect::from_min_max(
        pos2(rect.right() - change_width - 16.0, rect.top() + 14.0),
        pos2(rect.right() - 16.0, rect.bottom() - 14.0),
    );
    let anchor = Rect::from_min_max(
        pos2(bar.right() + 32.0, rect.top() + 16.0),
        pos2(change.left() - 24.0, rect.bottom() - 12.0),
    );
    widgets::caption(
        painter,
        anchor.left_top() + vec2(0.0, 9.0),
        &format!("What a {number} sounds like"),
    );
    clipped_block(
        ui,
        anchor.left_top() + vec2(0.0, 22.0),
        anchor,
        &assessment.anchor,
        14.0,
        palette::INK,
    );
    let painter = ui.painter();
    match &assessment.next_step {
        Some(step) => {
            painter.rect_filled(change, 14, palette::CORAL_WASH);
            let title = widgets::lift("One change", step);
            let title = painter.layout_job(tracked(&title, SMALL, palette::CORAL_TEXT));
            painter.galley(change.left_top() + vec2(18.0, 10.0), title, palette::CORAL_TEXT);
            let text = Rect::from_min_max(
                change.left_top() + vec2(18.0, 28.0),
                change.max - vec2(16.0, 6.0),
            );
            clipped_block(ui, text.min, text, &step.sentence, 14.0, palette::INK);
        }
        None => {
            painter.rect_filled(change, 14, palette::TEAL_WASH);
            let text = Rect::from_min_max(
                change.left_top() + vec2(18.0, 12.0),
                change.max - vec2(16.0, 6.0),
            );
            clipped_block(
                ui,
                text.min,
                text,
                "Nothing holds this answer back. Say it aloud until it is yours.",
                14.0,
                palette::INK,
            );
        }
    }
}

/// Text in a box of fixed height: smaller where it would not fit, and whole on hover.
fn clipped_block(
    ui: &mut Ui,
    at: egui::Pos2,
    rect: Rect,
    text: &str,
    size: f32,
    colour: egui::Color32,
) {
    let room = rect.bottom() - at.y;
    let fits =
        |size: f32| widgets::block_height(ui.painter(), rect.width(), text, regular(size)) <= room;
    let size = [size, 13.0, 12.0, 11.0].into_iter().find(|size| fits(*size)).unwrap_or(11.0);
    let mut job = type_scale::paragraph(text, regular(size), colour, rect.width());
    job.wrap.max_rows = ((room / (size * type_scale::LEADING)) as usize).max(1);
    let galley = ui.painter().layout_job(job);
    let elided = galley.elided;
    ui.painter().galley(at, galley, colour);
    if elided {
        let response = ui.interact(rect, ui.id().with(text), egui::Sense::hover());
        response.on_hover_text(text);
    }
}

fn card_title(ui: &Ui, rect: Rect, title: &str, note: &str) {
    widgets::card(ui.painter(), rect);
    widgets::line(
        ui.painter(),
        rect.left_top() + vec2(24.0, 28.0),
        title,
        bold(LABEL),
        palette::INK,
    );
    widgets::line_right(
        ui.painter(),
        rect.right_top() + vec2(-24.0, 28.0),
        note,
        regular(NOTE),
        palette::MUTED,
    );
}

fn answer_ui(ui: &mut Ui, rect: Rect, view: &FeedbackView<'_>) {
    let assessment = &view.attempt.assessment;
    let note = format!("{} words · {} spoken", assessment.words, clock(assessment.spoken_seconds));
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
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.set_width(text.width() - 10.0);
            let marked = marked_answer(&view.attempt.text, view, ui.available_width());
            let response = ui.label(marked);
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &view.attempt.text)
            });
            ui.add_space(4.0);
            if let Some(because) = weaker_because(view) {
                strip(ui, "Why it is weaker", because);
            }
            for finding in assessment.findings.iter().filter(|finding| finding.fired()) {
                strip(ui, criterion_name(finding), &finding.sentence);
            }
            let mut said: Vec<_> = assessment.findings.iter().filter(|f| worth_saying(f)).collect();
            said.sort_by(|a, b| a.score.total_cmp(&b.score));
            for finding in said {
                widgets::text(ui, criterion_name(finding), semibold(NOTE), palette::MUTED);
                ui.add_space(-6.0);
                widgets::text(ui, &finding.sentence, regular(14.0), palette::INK);
            }
        });
    });
    ui.painter().hline(
        bars.left()..=bars.right(),
        bars.top() - 2.0,
        Stroke::new(1.0, palette::LINE),
    );
    bars_ui(ui, bars.translate(vec2(0.0, 8.0)), view);
}

/// Why the picked card is weaker than the strong one.
fn weaker_because<'a>(view: &'a FeedbackView<'_>) -> Option<&'a str> {
    view.question.cards.get(view.attempt.card?)?.weaker_because.as_deref()
}

/// A criterion's name for the player.
pub fn criterion_name(finding: &Finding) -> &'static str {
    criteria::find(finding.criterion).map_or("", |criterion| criterion.name)
}

/// Whether a finding says more than its bar does.
fn worth_saying(finding: &Finding) -> bool {
    let quality = criteria::find(finding.criterion).is_some_and(|c| c.kind == Kind::Quality);
    quality && finding.asked && (finding.holds_back() || !finding.evidence.is_empty())
}

/// A sentence on a ground of its own.
fn strip(ui: &mut Ui, title: &str, sentence: &str) {
    egui::Frame::new()
        .fill(palette::CORAL_WASH)
        .corner_radius(10)
        .inner_margin(egui::Margin::symmetric(14, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            widgets::text(ui, title, bold(NOTE), palette::CORAL_TEXT);
            widgets::text(ui, sentence, regular(14.0), palette::INK);
        });
}

/// The player's words, each sentence on the colour of its part and followed by the part's letter.
pub fn marked_answer(text: &str, view: &FeedbackView<'_>, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        line_height: Some(25.0),
        valign: egui::Align::BOTTOM,
        ..type_scale::format(regular(BODY), palette::INK)
    };
    let mut at = 0;
    for reading in &view.attempt.assessment.sentences {
        let role = reading.role();
        if reading.span.start > at {
            job.append(&text[at..reading.span.start], 0.0, plain.clone());
        }
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

fn bars_ui(ui: &Ui, rect: Rect, view: &FeedbackView<'_>) {
    let assessment = &view.attempt.assessment;
    let score = |id: &str| assessment.finding(id).map(|finding| finding.score);
    let mut bars = Vec::new();
    if assessment.story == Story::This {
        bars.push(("Closeness", Some(assessment.closeness), palette::INK));
    }
    for role in Role::ALL {
        let asked = score(&role.name().to_lowercase()).is_some();
        bars.push((role.name(), asked.then(|| presence(assessment, role)), palette::role(role)));
    }
    bars.push(("Measured", score("measured-result"), palette::INK));
    bars.push(("Own part", score("own-contribution"), palette::INK));
    bars.push(("Length", score("length"), palette::INK));
    let columns = 4;
    let width = (rect.width() - 24.0 * (columns as f32 - 1.0)) / columns as f32;
    for (index, (name, score, colour)) in bars.iter().take(8).enumerate() {
        let (row, column) = (index / columns, index % columns);
        let at = rect.min + vec2(column as f32 * (width + 24.0), row as f32 * 42.0);
        let score = score.unwrap_or(0.0);
        let painter = ui.painter();
        widgets::line(painter, at + vec2(0.0, 10.0), name, semibold(NOTE), palette::INK);
        let percent = format!("{:.0}", score * 100.0);
        widgets::line_right(
            painter,
            at + vec2(width, 10.0),
            &percent,
            regular(SMALL),
            palette::MUTED,
        );
        widgets::bar(
            painter,
            Rect::from_min_size(at + vec2(0.0, 22.0), vec2(width, 7.0)),
            score,
            *colour,
        );
    }
}

fn model_ui(ui: &mut Ui, rect: Rect, view: &FeedbackView<'_>) {
    let assessment = &view.attempt.assessment;
    let points = &assessment.key_points;
    let count = |coverage| points.iter().filter(|point| point.coverage == coverage).count();
    let own = assessment.story == Story::Own;
    let note = if own {
        "one way to tell it; its facts are not asked for".to_owned()
    } else {
        format!(
            "{} key points · {} hit · {} partly",
            points.len(),
            count(Coverage::Hit),
            count(Coverage::Partly)
        )
    };
    card_title(ui, rect, "Model response", &note);
    let list = Rect::from_min_max(rect.min + vec2(24.0, 48.0), rect.max - vec2(16.0, 16.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("model"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.set_width(list.width() - 10.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            if own {
                for paragraph in view.question.model.paragraph_texts() {
                    widgets::text(ui, &paragraph, regular(BODY), palette::INK);
                }
                return;
            }
            for point in points {
                let note = match (&point.note, point.evidence) {
                    (Some(note), Some(span)) => Some(format!(
                        "you: “{}”, {note}",
                        short(&view.attempt.text[span.start..span.end])
                    )),
                    (Some(note), None) => Some(note.clone()),
                    (None, Some(span)) if point.coverage == Coverage::Partly => {
                        Some(format!("you: “{}”", short(&view.attempt.text[span.start..span.end])))
                    }
                    _ => None,
                };
                key_point_ui(ui, point.coverage, point.role, &point.text, note.as_deref());
            }
            if !assessment.beyond_model.is_empty() {
                let beyond: Vec<_> = assessment
                    .beyond_model
                    .iter()
                    .take(3)
                    .map(|span| format!("“{}”", short(&view.attempt.text[span.start..span.end])))
                    .collect();
                ui.add_space(4.0);
                widgets::text(
                    ui,
                    &format!("Beyond the model: {}", beyond.join(" · ")),
                    regular(NOTE),
                    palette::MUTED,
                );
            }
            ui.add_space(6.0);
            widgets::text(ui, "The whole answer", bold(NOTE), palette::MUTED);
            for paragraph in view.question.model.paragraph_texts() {
                widgets::text(ui, &paragraph, regular(14.0), palette::INK);
            }
        });
    });
}

fn key_point_ui(ui: &mut Ui, coverage: Coverage, role: Role, text: &str, note: Option<&str>) {
    let width = ui.available_width() - 34.0;
    let font = regular(BODY);
    let height = widgets::block_height(ui.painter(), width, text, font.clone());
    let note_height =
        note.map_or(0.0, |note| widgets::block_height(ui.painter(), width, note, regular(NOTE)));
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), height.max(22.0) + note_height),
        egui::Sense::hover(),
    );
    let status = match coverage {
        Coverage::Hit => "hit",
        Coverage::Partly => "partly",
        Coverage::Missed => "missed",
    };
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Label, true, format!("{status}: {text}"))
    });
    response.on_hover_text(format!("{}, {status}", role.name()));
    widgets::coverage_mark(ui.painter(), rect.left_top() + vec2(11.0, 10.0), coverage);
    widgets::block(
        ui.painter(),
        rect.left_top() + vec2(34.0, 0.0),
        width,
        text,
        font,
        palette::INK,
    );
    if let Some(note) = note {
        widgets::note(ui.painter(), rect.left_top() + vec2(34.0, height), width, note);
    }
}

/// The first words of a passage.
fn short(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let cut = words.len().min(12);
    format!(
        "{}{}",
        words[..cut].join(" ").trim_end_matches('.'),
        if words.len() > cut { " …" } else { "" }
    )
}

fn buttons_ui(ui: &mut Ui, page: Rect, view: &FeedbackView<'_>) -> Option<Intent> {
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let again = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, "Answer again", "R"), widgets::PILL_HEIGHT),
    );
    let pause = Rect::from_min_size(
        pos2(again.right() + 12.0, y),
        vec2(widgets::pill_width(ui, "Break", "Esc"), widgets::PILL_HEIGHT),
    );
    let retry = widgets::pill(ui, again, Pill::Secondary, "Answer again", "R").clicked()
        || widgets::key(ui, Key::R);
    let rest = widgets::pill(ui, pause, Pill::Secondary, "Break", "Esc").clicked()
        || widgets::key(ui, Key::Escape);
    let last = view.number.0 == view.number.1;
    let label = if last { "To the debrief" } else { "Next question" };
    let next = widgets::pills_from_right(ui, pos2(page.right(), y), &[(Pill::Primary, label, "⏎")]);
    if next[0].clicked() || widgets::enter(ui) {
        Some(Intent::Do(Command::Continue))
    } else if retry {
        Some(Intent::Do(Command::Retry))
    } else if rest {
        Some(Intent::Do(Command::Pause))
    } else {
        None
    }
}
