//! The calibration gym: an answer to rate, what is known of it, and how the round went.

mod answer;
mod known;
mod levels;
mod summary;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        facts::ExamplesWanted,
        gym::GymRound,
        mishap::caught,
        notice::Notice,
        screen::Screen,
        screens::{
            self,
            feedback::page_ui,
            gym::{answer::answer_ui, known::known_ui, levels::levels_ui, summary::summary_ui},
        },
        session::Intent,
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{HEADING, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::scoring::level::Level,
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Gym)),
    );
}

/// What the rater does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GymAction {
    /// Marks a passage, or no longer.
    Mark(usize),
    /// Goes to the passage before or behind.
    Step(isize),
    /// Chooses a level.
    Choose(Level),
    /// Gives it.
    Rate,
    /// Goes on.
    GoOn,
    /// Begins another round.
    Again,
    /// Leaves.
    Leave,
}

fn show(
    mut contexts: EguiContexts,
    gym: Option<ResMut<GymRound>>,
    mut stage: ResMut<StageView>,
    mut notice: ResMut<Notice>,
    mut intents: MessageWriter<Intent>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let Some(mut gym) = gym else { return Ok(()) };
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    match gym_ui(&mut ui, &gym) {
        Some(GymAction::Mark(passage)) => gym.mark(passage),
        Some(GymAction::Step(way)) => gym.step(way),
        Some(GymAction::Choose(level)) => gym.chosen = Some(level),
        Some(GymAction::Rate) => {
            if let Some(trouble) = gym.rate() {
                notice.0 = Some(trouble);
            }
        }
        Some(GymAction::GoOn) => gym.go_on(),
        Some(GymAction::Again) => {
            intents.write(Intent::Rate(gym.wanted()));
        }
        Some(GymAction::Leave) => next.set(gym.leads_to()),
        None => {}
    }
    Ok(())
}

/// Draws the gym.
pub fn gym_ui(ui: &mut Ui, gym: &GymRound) -> Option<GymAction> {
    let page = page_ui(ui);
    if let Some((number, known)) = gym.known() {
        let round = gym.calibrating().round();
        let asked = round.asked(number - 1)?;
        let body = head_ui(ui, page, (number, gym.of()), asked);
        let (left, right) = halves(body);
        let said = known_ui(ui, (left, right), &known);
        reading::say(ui, right, Reads::News, &said);
        let last = number == gym.of();
        let label = if last { "How it went" } else { "Next answer" };
        let pressed = buttons_ui(ui, page, &[(Pill::Primary, label, "⏎")]);
        return (pressed == Some(0) || keys::enter(ui))
            .then_some(GymAction::GoOn)
            .or_else(|| leaves(ui, page));
    }
    let Some(example) = gym.current() else {
        let more = gym.wanted() == ExamplesWanted::Mixed;
        return summary_ui(ui, page, gym.calibrating(), more);
    };
    let body = head_ui(ui, page, (example.number, gym.of()), (example.position, example.question));
    let (left, right) = halves(body);
    let marked = answer_ui(ui, left, example.text, &gym.passages(), gym.at);
    let chosen = levels_ui(ui, right, gym.chosen);
    let give = match gym.chosen {
        Some(_) => (Pill::Primary, "Give this level", "⏎"),
        None => (Pill::Secondary, "Choose a level first", "1 – 5"),
    };
    let pressed = buttons_ui(ui, page, &[give]);
    let gives = pressed == Some(0) || keys::enter(ui);
    let left = leaves(ui, page);
    marked
        .or(chosen.map(GymAction::Choose))
        .or_else(|| (gives && gym.chosen.is_some()).then_some(GymAction::Rate))
        .or(left)
}

/// The question over the page, and what is left below it and above the buttons.
fn head_ui(
    ui: &Ui,
    page: Rect,
    (number, of): (usize, usize),
    (position, question): (&str, &str),
) -> Rect {
    let line = format!("Calibrate · answer {number} of {of}");
    text::overline(ui, page.left_top(), &line, NOTE, palette::TEAL_TEXT);
    let right = page.right_top() + vec2(0.0, 9.0);
    let width = page.width() * 0.5;
    let font = regular(NOTE);
    let asked_width = text::line_size(ui.painter(), position, font.clone()).x.min(width);
    text::line_within(ui, right - vec2(asked_width, 0.0), width, position, font, palette::MUTED);
    let at = page.left_top() + vec2(0.0, 24.0);
    let on = reading::saying(ui, Reads::Opening, question);
    let size = if question.chars().count() > 90 { 18.0 } else { HEADING };
    let height = text::block(&on, at, page.width(), question, bold(size), palette::INK);
    Rect::from_min_max(
        pos2(page.left(), at.y + height + 16.0),
        page.max - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    )
}

/// The two cards of a page: the answer has the wider one.
fn halves(body: Rect) -> (Rect, Rect) {
    let (left, right) = body.split_left_right_at_x(body.left() + body.width() * 0.6);
    (left.with_max_x(left.right() - 8.0), right.with_min_x(right.left() + 8.0))
}

/// The buttons at the foot of a page, from the right; which of them was pressed.
fn buttons_ui(ui: &mut Ui, page: Rect, pills: &[(Pill, &str, &str)]) -> Option<usize> {
    let right = pos2(page.right(), page.bottom() - widgets::PILL_HEIGHT);
    widgets::pills_from_right(ui, right, pills).iter().position(|pill| pill.clicked())
}

/// The button that leaves.
fn leaves(ui: &mut Ui, page: Rect) -> Option<GymAction> {
    let size = vec2(widgets::pill_width(ui, "Leave", "Esc"), widgets::PILL_HEIGHT);
    let rect = Rect::from_min_size(pos2(page.left(), page.bottom() - size.y), size);
    let pressed = widgets::pill(ui, rect, Pill::Secondary, "Leave", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    pressed.then_some(GymAction::Leave)
}
