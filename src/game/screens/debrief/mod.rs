//! The debrief: every question with its level, what went well, the one next step, and the panel's vote.

mod learnt;
mod list;
pub mod opened;
mod votes;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        facts::SessionFinished,
        keyboard::labels,
        mishap::caught,
        practice::PracticeDesk,
        screen::Screen,
        screens::{
            self,
            briefing::choices::{Choices, SeedDraw},
            confirm::{self, Confirm},
            debrief::{
                learnt::learnt_ui,
                list::list_ui,
                opened::{OpenedAction, opened_ui},
                votes::{votes_height, votes_ui},
            },
        },
        session::{ActiveSession, Intent, Rounds},
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        debrief::Debrief, practice::day::Day, progress::last_time::AgainstLastTime,
        scenario::Panelist,
    },
    play::ComingPractice,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Page>().add_observer(keep_debrief).add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Debrief)),
    );
}

/// The debrief of the session that was finished.
#[derive(Resource, Clone, Debug)]
pub struct Shown(pub Debrief);

/// Where in the debrief the player is.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The question that is open, by its place among [`Debrief::questions`].
    pub open: Option<usize>,
    /// The question from which the player comes back, to go on from it by keys.
    back_at: Option<usize>,
    /// Whether what is shown was copied.
    pub copied: bool,
}

impl Page {
    /// Opens a question.
    pub fn open(&mut self, place: usize) {
        *self = Self { open: Some(place), ..Self::default() };
    }

    /// Goes back to all of them.
    pub fn close(&mut self) {
        *self = Self { back_at: self.open, ..Self::default() };
    }
}

/// What the debrief shows.
#[derive(Clone, Copy, Debug)]
pub struct DebriefView<'a> {
    /// What the interview showed.
    pub debrief: &'a Debrief,
    /// The panel.
    pub panel: &'a [Panelist],
    /// How it went against the time before, and the day it is; nothing until that is known.
    pub against: Option<(&'a [AgainstLastTime], Day)>,
    /// What is practised next; nothing until that is known.
    pub next: Option<&'a ComingPractice>,
    /// What it is opened for.
    pub purpose: DebriefPurpose<'a>,
}

/// What a debrief is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefPurpose<'a> {
    /// The interview is just over.
    Over,
    /// It is just over, and today's practice goes on before the panel of this name.
    GoesOn(&'a str),
    /// It was over on this day.
    Past(&'a str),
}

impl<'a> DebriefView<'a> {
    /// The debrief of an interview that is just over, before the history was asked.
    pub fn of(debrief: &'a Debrief, panel: &'a [Panelist]) -> Self {
        Self { debrief, panel, against: None, next: None, purpose: DebriefPurpose::Over }
    }
}

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefAction {
    /// Opens a question, by its place among [`Debrief::questions`].
    Open(usize),
    /// Plays the same interview again.
    Again,
    /// Has read it.
    Leave,
}

fn keep_debrief(_: On<SessionFinished>, active: Res<ActiveSession>, mut commands: Commands) {
    commands.insert_resource(Shown(Debrief::of(active.get())));
    commands.insert_resource(Page::default());
}

fn show(
    mut contexts: EguiContexts,
    active: Option<Res<ActiveSession>>,
    shown: Option<Res<Shown>>,
    mut page: ResMut<Page>,
    mut stage: ResMut<StageView>,
    choices: Res<Choices>,
    desk: Res<PracticeDesk>,
    rounds: Res<Rounds>,
    mut draw: ResMut<SeedDraw>,
    mut intents: MessageWriter<Intent>,
    mut asks: Local<bool>,
) -> Result {
    let (Some(active), Some(shown)) = (active, shown) else { return Ok(()) };
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let (session, debrief) = (active.get(), &shown.0);
    if let Some(place) = page.open {
        match opened_ui(&mut ui, debrief, session, place, &mut page.copied) {
            Some(OpenedAction::Back) => page.close(),
            Some(OpenedAction::Open(place)) => page.open(place),
            None => {}
        }
    } else {
        let afterwards = desk.afterwards.as_ref();
        let next_round = rounds.0.front().map(|round| round.loaded.scenario.title());
        let view = DebriefView {
            against: afterwards.map(|after| (after.against.as_slice(), after.today)),
            // What comes today comes first.
            next: afterwards.and_then(|after| after.next.as_ref()).filter(|_| next_round.is_none()),
            purpose: next_round.map_or(DebriefPurpose::Over, DebriefPurpose::GoesOn),
            ..DebriefView::of(debrief, session.scenario().panel())
        };
        let confirm = Confirm {
            title: "Play it again?",
            note: "This debrief closes then. What you said stays in your data folder.",
            yes: "Play again",
            key: (Key::R, "R"),
        };
        let (action, sure) =
            confirm::over(&mut ui, asks.then_some(&confirm), |ui| debrief_ui(ui, &view, &mut page));
        if sure == Some(true) {
            let settings = choices.settle(session.settings(), &mut draw);
            intents.write(Intent::Again(settings));
        }
        *asks &= sure.is_none();
        match action {
            Some(DebriefAction::Open(place)) => page.open(place),
            Some(DebriefAction::Again) => *asks = true,
            Some(DebriefAction::Leave) if next_round.is_some() => {
                let settings = choices.for_practice(rounds.0.iter());
                intents.write(Intent::Practise(choices.settle(settings, &mut draw)));
            }
            Some(DebriefAction::Leave) => {
                intents.write(Intent::Leave);
            }
            None => {}
        }
    }
    Ok(())
}

/// Draws the debrief.
pub fn debrief_ui(ui: &mut Ui, view: &DebriefView<'_>, at: &mut Page) -> Option<DebriefAction> {
    let DebriefView { debrief, panel, purpose, .. } = *view;
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 28.0));
    heading_ui(ui, page, debrief, purpose);
    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 72.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let gap = 16.0;
    let half = (body.width() - gap) / 2.0;
    let left = Rect::from_min_size(body.min, vec2(half, body.height()));
    let right = Rect::from_min_max(pos2(left.right() + gap, body.top()), body.max);
    let opened = list_ui(ui, left, debrief, at.back_at.take());
    let on_list = ui.memory(|memory| memory.focused().is_some());
    if debrief.panel.is_empty() {
        learnt_ui(ui, right, view);
    } else {
        let votes = votes_height(ui, right.width(), debrief).min(right.height() * 0.54);
        let lower = Rect::from_min_max(pos2(right.left(), right.bottom() - votes), right.max);
        let upper = Rect::from_min_max(right.min, pos2(right.right(), lower.top() - gap));
        learnt_ui(ui, upper, view);
        votes_ui(ui, lower, debrief, panel);
    }
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let (label, name, key) = match purpose {
        DebriefPurpose::Past(_) => ("Back", "Esc", Key::Escape),
        _ => ("Play it again", "R", Key::R),
    };
    let first = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, label, name), widgets::PILL_HEIGHT),
    );
    let copy = first.right_top() + vec2(12.0, 0.0);
    let first =
        widgets::pill(ui, first, Pill::Secondary, label, name).clicked() || keys::pressed(ui, key);
    copy_ui(ui, copy, &mut at.copied, || debrief.text());
    // While the keyboard is on a question, Enter opens that.
    let key = if on_list { "" } else { "⏎" };
    let goes_on = match purpose {
        DebriefPurpose::GoesOn(panel) => format!("On to “{panel}”"),
        _ => "Done".to_owned(),
    };
    let done = [(Pill::Primary, goes_on.as_str(), key)];
    let done = widgets::pills_from_right(ui, pos2(page.right(), y), &done);
    if let Some(place) = opened {
        return Some(DebriefAction::Open(place));
    }
    if done[0].clicked() || keys::enter(ui) {
        return Some(DebriefAction::Leave);
    }
    let is_past = matches!(purpose, DebriefPurpose::Past(_));
    let then = if is_past { DebriefAction::Leave } else { DebriefAction::Again };
    first.then_some(then)
}

/// The button that copies a text, and its keys; it says so when it has.
fn copy_ui(ui: &mut Ui, at: egui::Pos2, copied: &mut bool, text: impl FnOnce() -> String) {
    let label = if *copied { "Copied" } else { "Copy" };
    // As wide as the longer label, so that nothing moves.
    let size = vec2(widgets::pill_width(ui, "Copied", labels::COPY), widgets::PILL_HEIGHT);
    let pill = Rect::from_min_size(at, size);
    let clicked = widgets::pill(ui, pill, Pill::Secondary, label, labels::COPY).clicked();
    let pressed = ui.input(|input| input.events.contains(&egui::Event::Copy));
    if clicked || pressed {
        ui.ctx().copy_text(text());
        *copied = true;
    }
}

fn heading_ui(ui: &Ui, page: Rect, debrief: &Debrief, purpose: DebriefPurpose<'_>) {
    let mut answered = format!("Debrief · {}", debrief.answered_in_words());
    if let DebriefPurpose::Past(day) = purpose {
        answered = format!("{answered} · {day}");
    }
    text::overline(ui, page.left_top(), &answered, NOTE, palette::TEAL_TEXT);
    let title = debrief.headline();
    let on = reading::saying(ui, Reads::Opening, &title);
    text::line(&on, page.left_top() + vec2(0.0, 40.0), &title, bold(HEADING), palette::INK);
    let mut means = Vec::new();
    if let (Some(rating), Some(rests_on)) = (debrief.rating, debrief.rests_on()) {
        means.push(format!("mean rating {rating:.1} of 5 · {rests_on}"));
    }
    means.extend(debrief.own_ratings.map(|own| format!("your own ratings: {}", own.in_words())));
    let at = page.right_top() + vec2(0.0, 40.0);
    text::line_right(ui, at, &means.join(" · "), semibold(BODY), palette::INK);
    let seed = format!("{} · seed {}", debrief.scenario, debrief.settings.seed);
    text::line_right(ui, page.right_top() + vec2(0.0, 9.0), &seed, regular(NOTE), palette::MUTED);
}
