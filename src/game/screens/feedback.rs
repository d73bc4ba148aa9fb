//! The feedback: the level, the one change that lifts it, the player's words with what was found in them, and the
//! model answer beside them.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{Align2, Key, Pos2, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        facts::ExamplesWanted,
        feedback::{
            Salt,
            marked::{AnswerView, answer_ui},
            model::{ModelView, model_ui},
        },
        gym::ReadableExamples,
        mishap::caught,
        practice::PracticeDesk,
        screen::Screen,
        screens::{
            self,
            pause::{PauseAction, pause_ui},
        },
        session::{ActiveSession, AnswersWanted, Intent},
        stage::StageView,
        theme::{
            cover, keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, NOTE, SMALL, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{
        scenario::{Panelist, Question},
        scoring::{assessment::NextStep, level::Level},
        session::{Attempt, Command, DealtCard, Session},
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Feedback)),
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
    /// The cards among which the answer was picked; none where it was typed.
    pub cards: Vec<DealtCard>,
    /// How often this question was answered.
    pub attempts: usize,
    /// Whether there are answers of known level to this question.
    pub examples: bool,
    /// Whether the interview rests.
    pub paused: bool,
    /// Whether the answer is kept as the player's own model answer; nothing where it cannot be.
    pub kept: Option<bool>,
}

impl<'a> FeedbackView<'a> {
    /// What is to be shown of an answer to the question with this number, from 1.
    pub fn of(session: &'a Session, attempt: &'a Attempt, number: usize) -> Self {
        let scenario = session.scenario();
        let question = &scenario.questions()[attempt.question];
        Self {
            section: &scenario.sections()[question.section].title,
            number: (number, session.plan().len()),
            question,
            asker: &scenario.asker(attempt.question).title,
            panel: scenario.panel(),
            attempt,
            cards: session.dealt(attempt),
            attempts: session.attempts().iter().filter(|a| a.question == attempt.question).count(),
            examples: false,
            paused: session.is_paused(),
            kept: None,
        }
    }

    /// Whether to offer answers of known level: there are some, and this one could be better.
    fn offers_examples(&self) -> bool {
        let low = |level: Level| level.number() < 3;
        self.examples && self.attempt.assessment.judged_level().is_some_and(low)
    }

    /// What tells this answer from every other, so that each opens at its top.
    fn salt(&self) -> Salt<'_> {
        (&self.question.id, self.attempts, &self.attempt.text)
    }
}

fn show(
    mut contexts: EguiContexts,
    active: Option<Res<ActiveSession>>,
    desk: Res<PracticeDesk>,
    readable: Res<ReadableExamples>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
) -> Result {
    let Some(active) = active else { return Ok(()) };
    let session = active.get();
    let Some(attempt) = session.attempts().last() else { return Ok(()) };
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let view = FeedbackView {
        examples: readable.0,
        kept: desk.kept,
        ..FeedbackView::of(session, attempt, session.number())
    };
    if let Some(intent) = feedback_ui(&mut ui, &view) {
        intents.write(intent);
    }
    Ok(())
}

/// Draws the feedback.
pub fn feedback_ui(ui: &mut Ui, view: &FeedbackView<'_>) -> Option<Intent> {
    let page = page_ui(ui);
    let action = cover::below(ui, view.paused, |ui| {
        assessed_ui(ui, page, view);
        buttons_ui(ui, page, view)
    });
    if view.paused {
        return pause_ui(ui).map(|action| match action {
            PauseAction::Resume => Intent::Do(Command::Resume),
            PauseAction::Finish => Intent::Do(Command::Finish),
            PauseAction::Leave => Intent::Leave,
        });
    }
    action
}

/// The ground of a page about one question, and what of it is written on.
pub fn page_ui(ui: &Ui) -> Rect {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 28.0))
}

/// Draws an answer with all that was found in it, and leaves the buttons' line free.
pub fn assessed_ui(ui: &mut Ui, page: Rect, view: &FeedbackView<'_>) {
    let mut asked = format!("asked by {}", view.asker);
    if view.attempts > 1 {
        asked = format!("{asked} · answer {}", view.attempts);
    }
    let top = heading_ui(ui, page, (view.section, view.number), &asked, &view.question.text);
    let most = page.height() * LEVEL_SHARE;
    let level = level_ui(ui, pos2(page.left(), top), page.width(), most, view.attempt);
    let body = Rect::from_min_max(
        pos2(page.left(), top + level + 16.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let half = vec2((body.width() - 16.0) / 2.0, body.height());
    let (attempt, salt) = (view.attempt, view.salt());
    let answer = AnswerView { attempt, panel: view.panel, salt };
    answer_ui(ui, Rect::from_min_size(body.min, half), answer);
    let right = body.min + vec2(half.x + 16.0, 0.0);
    let model = ModelView { question: view.question, attempt, cards: &view.cards, salt };
    model_ui(ui, Rect::from_min_size(right, half), model);
}

/// Draws the question over its page, with its section, its number and a note; gives where it ends.
pub fn heading_ui(
    ui: &Ui,
    page: Rect,
    (section, (number, of)): (&str, (usize, usize)),
    note: &str,
    question: &str,
) -> f32 {
    let line = format!("{section} · question {number} of {of}");
    question_ui(ui, page, &line, note, question)
}

/// The same under any line.
pub fn question_ui(ui: &Ui, page: Rect, line: &str, note: &str, question: &str) -> f32 {
    text::overline(ui, page.left_top(), line, NOTE, palette::TEAL_TEXT);
    let right = page.right_top() + vec2(0.0, 9.0);
    text::line_right(ui, right, note, regular(NOTE), palette::MUTED);
    let at = page.left_top() + vec2(0.0, 22.0);
    let size = if question.chars().count() > 90 { 18.0 } else { HEADING };
    let on = reading::heading(ui, 1);
    let height = text::block(&on, at, page.width(), question, bold(size), palette::INK);
    at.y + height + 12.0
}

/// The most of the screen that the level and the one change take.
pub const LEVEL_SHARE: f32 = 0.34;

/// The level with what it sounds like and what would lift it, as high as its texts want; gives its height.
pub fn level_ui(ui: &Ui, at: Pos2, width: f32, most: f32, attempt: &Attempt) -> f32 {
    let assessment = &attempt.assessment;
    let level = assessment.judged_level();
    let left = at.x + 24.0;
    let bar_right = left + 84.0 + 220.0;
    let change_width = (width * 0.4).min(560.0);
    let change_left = at.x + width - change_width - 16.0;
    let anchor_width = change_left - 24.0 - (bar_right + 32.0);
    let said = assessment.unjudged.as_ref().map_or(&assessment.anchor, |u| &u.sentence);
    let change = assessment.next_step.as_ref().map(|step| step.sentence.as_str());
    let nothing = format!("{} Say it aloud until it is yours.", assessment.without_step());
    let change = change.or_else(|| assessment.unjudged.is_none().then_some(nothing.as_str()));
    let painter = ui.painter();
    let height_of = |text: &str, width| text::block_height(painter, width, text, regular(14.0));
    let wanted = change.map_or(0.0, |text| height_of(text, change_width - 34.0) + 62.0);
    let wanted = wanted.max(height_of(said, anchor_width) + 50.0).max(98.0);
    let rect = Rect::from_min_size(at, vec2(width, wanted.min(most.max(98.0))));

    widgets::card(painter, rect);
    let number = level.map_or("–".to_owned(), |level| level.number().to_string());
    let note = level.and_then(|_| assessment.level_note());
    let heard = match (level, &note) {
        (Some(level), Some(note)) => format!("Level {} of 5, {note}", level.number()),
        (Some(level), None) => format!("Level {} of 5", level.number()),
        (None, _) => "Level: not judged".to_owned(),
    };
    let place = Rect::from_min_max(rect.min, pos2(bar_right, rect.bottom()));
    reading::say(ui, place, Reads::News, &heard);
    text::caption(painter, pos2(left, rect.top() + 26.0), "Level");
    let big = bold(38.0);
    let wide =
        text::line(painter, pos2(left, rect.top() + 61.0), &number, big, palette::CORAL_TEXT);
    let of = pos2(left + wide + 8.0, rect.top() + 68.0);
    text::line(painter, of, "of 5", regular(BODY), palette::MUTED);
    let bar = Rect::from_min_size(pos2(left + 84.0, rect.top() + 54.0), vec2(220.0, 12.0));
    widgets::level_bar(painter, bar, level, palette::CORAL);
    if let Some(note) = note {
        let below = bar.left_bottom() + vec2(0.0, 16.0);
        text::line(painter, below, &note, regular(NOTE), palette::MUTED);
    }
    if let Some(own) = attempt.own_rating {
        let said = format!("you said {}", own.number());
        widgets::pointer(ui, widgets::level_at(bar, own) - vec2(0.0, 5.0), &said);
    }
    let anchor = Rect::from_min_max(
        pos2(bar_right + 32.0, rect.top() + 16.0),
        pos2(change_left - 24.0, rect.bottom() - 12.0),
    );
    let about = match level {
        Some(_) => format!("What a {number} sounds like"),
        None => "Not judged".to_owned(),
    };
    let about_at = anchor.left_top() + vec2(0.0, 9.0);
    text::caption(&reading::heading(ui, 2), about_at, &about);
    let words = anchor.with_min_y(anchor.top() + 22.0);
    text::fitted(ui, words, Align2::LEFT_TOP, said, regular(14.0), palette::INK);
    if let Some(change) = change {
        let ground = Rect::from_min_max(
            pos2(change_left, rect.top() + 14.0),
            pos2(rect.right() - 16.0, rect.bottom() - 14.0),
        );
        change_ui(ui, ground, assessment.next_step.as_ref(), change);
    }
    rect.height()
}

/// The one change on its ground.
fn change_ui(ui: &Ui, ground: Rect, step: Option<&NextStep>, sentence: &str) {
    let wash = if step.is_some() { palette::CORAL_WASH } else { palette::TEAL_WASH };
    ui.painter().rect_filled(ground, 14, wash);
    let mut top = 12.0;
    if let Some(step) = step {
        let title = step.headed("One change");
        let at = ground.left_top() + vec2(18.0, 10.0);
        text::overline(&reading::heading(ui, 2), at, &title, SMALL, palette::CORAL_TEXT);
        top = 28.0;
    }
    let words =
        Rect::from_min_max(ground.left_top() + vec2(18.0, top), ground.max - vec2(16.0, 6.0));
    text::fitted(ui, words, Align2::LEFT_TOP, sentence, regular(14.0), palette::INK);
}

/// What leads to the answer beside the model answer.
const DIFFERS: &str = "How it differs";
/// What leads to answers of known level to the same question.
const EXAMPLES: &str = "Rate others’ answers";

/// What the button says that keeps an answer, or no longer.
pub fn keeps(kept: bool) -> &'static str {
    if kept { "✓ My answer" } else { "Keep as mine" }
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
        || keys::pressed(ui, Key::R);
    let rest = widgets::pill(ui, pause, Pill::Secondary, "Break", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    let beside = Rect::from_min_size(
        pos2(pause.right() + 12.0, y),
        vec2(widgets::pill_width(ui, DIFFERS, "D"), widgets::PILL_HEIGHT),
    );
    let differs = !view.question.model.is_empty()
        && (widgets::pill(ui, beside, Pill::Secondary, DIFFERS, "D").clicked()
            || keys::pressed(ui, Key::D));
    let mut x = if view.question.model.is_empty() { pause.right() } else { beside.right() } + 12.0;
    let keep = view.kept.filter(|kept| {
        let label = keeps(*kept);
        // As wide as the longer label, so that nothing moves.
        let width = widgets::pill_width(ui, keeps(false), "K");
        let rect = Rect::from_min_size(pos2(x, y), vec2(width, widgets::PILL_HEIGHT));
        x += width + 12.0;
        let pill = widgets::pill(ui, rect, Pill::Secondary, label, "K");
        pill.clicked() || keys::pressed(ui, Key::K)
    });
    let mut reads = false;
    if view.offers_examples() {
        let size = vec2(widgets::pill_width(ui, EXAMPLES, "E"), widgets::PILL_HEIGHT);
        let examples = Rect::from_min_size(pos2(x, y), size);
        reads = widgets::pill(ui, examples, Pill::Secondary, EXAMPLES, "E").clicked()
            || keys::pressed(ui, Key::E);
    }
    let last = view.number.0 == view.number.1;
    let label = if last { "To the debrief" } else { "Next question" };
    let next = widgets::pills_from_right(ui, pos2(page.right(), y), &[(Pill::Primary, label, "⏎")]);
    if next[0].clicked() || keys::enter(ui) {
        Some(Intent::Do(Command::Continue))
    } else if retry {
        Some(Intent::Do(Command::Retry))
    } else if differs {
        Some(Intent::Show(AnswersWanted::Beside))
    } else if let Some(kept) = keep {
        Some(Intent::Keep(!kept))
    } else if reads {
        Some(Intent::Rate(ExamplesWanted::OfThisQuestion))
    } else if rest {
        Some(Intent::Do(Command::Pause))
    } else {
        None
    }
}
