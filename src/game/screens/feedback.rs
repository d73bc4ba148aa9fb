//! The feedback: the level, the one change that lifts it, the player's words with what was found in them, and the
//! model answer beside them.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        feedback::{marked::answer_ui, model::model_ui},
        screen::Screen,
        screens::{
            self,
            pause::{PauseAction, pause_ui},
        },
        session::{ActiveSession, Intent, Notice},
        stage::StageView,
        theme::{
            palette,
            type_scale::{self, BODY, HEADING, LABEL, NOTE, SMALL, bold, regular, tracked},
            widgets::{self, Pill},
        },
    },
    interview::{
        scenario::{Panelist, Question},
        session::{Attempt, Command},
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
    /// The panel.
    pub panel: &'a [Panelist],
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
        panel: scenario.panel(),
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
    let level = assessment.judged_level();
    let number = level.map_or("–".to_owned(), |level| level.number().to_string());
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
    widgets::level_bar(painter, bar, level, palette::CORAL);
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
        &match level {
            Some(_) => format!("What a {number} sounds like"),
            None => "Not judged".to_owned(),
        },
    );
    let said = assessment.unjudged.as_ref().map_or(&assessment.anchor, |u| &u.sentence);
    clipped_block(ui, anchor.left_top() + vec2(0.0, 22.0), anchor, said, 14.0, palette::INK);
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
        None if assessment.unjudged.is_some() => {}
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

/// A card with its title and a note at its right.
pub fn card_title(ui: &Ui, rect: Rect, title: &str, note: &str) {
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
