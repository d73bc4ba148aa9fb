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
        keyboard::labels,
        mishap::caught,
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
        session::{ActiveSession, Intent, SessionFinished},
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{debrief::Debrief, scenario::Panelist},
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

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefAction {
    /// Opens a question, by its place among [`Debrief::questions`].
    Open(usize),
    /// Plays the same interview again.
    Again,
    /// Goes to the title.
    Title,
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
    mut draw: ResMut<SeedDraw>,
    mut intents: MessageWriter<Intent>,
    mut asks: Local<bool>,
) -> Result {
    let (Some(active), Some(shown)) = (active, shown) else { return Ok(()) };
    let mut ui = screens::root(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let (session, debrief) = (active.get(), &shown.0);
    if let Some(place) = page.open {
        match opened_ui(&mut ui, debrief, session, place, &mut page.copied) {
            Some(OpenedAction::Back) => page.close(),
            Some(OpenedAction::Open(place)) => page.open(place),
            None => {}
        }
    } else {
        let confirm = Confirm {
            title: "Play it again?",
            note: "This debrief closes then. What you said stays in your data folder.",
            yes: "Play again",
            key: (Key::R, "R"),
        };
        let (action, sure) = confirm::over(&mut ui, asks.then_some(&confirm), |ui| {
            debrief_ui(ui, debrief, session.scenario().panel(), &mut page)
        });
        if sure == Some(true) {
            let settings = choices.settle(session.settings(), &mut draw);
            intents.write(Intent::Again(settings));
        }
        *asks &= sure.is_none();
        match action {
            Some(DebriefAction::Open(place)) => page.open(place),
            Some(DebriefAction::Again) => *asks = true,
            Some(DebriefAction::Title) => {
                intents.write(Intent::Leave);
            }
            None => {}
        }
    }
    Ok(())
}

/// Draws the debrief.
pub fn debrief_ui(
    ui: &mut Ui,
    debrief: &Debrief,
    panel: &[Panelist],
    at: &mut Page,
) -> Option<DebriefAction> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 28.0));
    heading_ui(ui, page, debrief);
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
        learnt_ui(ui, right, debrief);
    } else {
        let votes = votes_height(ui, right.width(), debrief).min(right.height() * 0.54);
        let lower = Rect::from_min_max(pos2(right.left(), right.bottom() - votes), right.max);
        let upper = Rect::from_min_max(right.min, pos2(right.right(), lower.top() - gap));
        learnt_ui(ui, upper, debrief);
        votes_ui(ui, lower, debrief, panel);
    }
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let again = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, "Play it again", "R"), widgets::PILL_HEIGHT),
    );
    let copy = again.right_top() + vec2(12.0, 0.0);
    let again = widgets::pill(ui, again, Pill::Secondary, "Play it again", "R").clicked()
        || keys::pressed(ui, Key::R);
    copy_ui(ui, copy, &mut at.copied, || debrief.text());
    // While the keyboard is on a question, Enter opens that.
    let key = if on_list { "" } else { "⏎" };
    let done =
        widgets::pills_from_right(ui, pos2(page.right(), y), &[(Pill::Primary, "Done", key)]);
    if let Some(place) = opened {
        return Some(DebriefAction::Open(place));
    }
    if done[0].clicked() || keys::enter(ui) {
        return Some(DebriefAction::Title);
    }
    again.then_some(DebriefAction::Again)
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

fn heading_ui(ui: &Ui, page: Rect, debrief: &Debrief) {
    let answered = format!("Debrief · {}", debrief.answered_in_words());
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
