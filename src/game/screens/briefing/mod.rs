//! The briefing: who sits on the panel, what they will ask about, and how the player wants to play.

pub mod choices;
mod options;
mod panel;
mod sections;
mod story;
pub mod when;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{Key, Pos2, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        practice::{PracticeDesk, errands::Errand},
        screen::Screen,
        screens::{
            self,
            briefing::{
                choices::{Choices, SeedDraw},
                options::options_ui,
                panel::panel_ui,
                sections::sections_ui,
                when::{PanelDecision, PanelEntry, panel_entry_ui},
            },
            confirm::{self, Confirm},
        },
        session::{Intent, Library, Shelf},
        settings::Presentation,
        stage::StageView,
        theme::{
            cover, keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{HEADING, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{practice::day::Day, scenario::Scenario, session::Settings},
    play::Today,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Choices>().init_resource::<SeedDraw>().add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Briefing)),
    );
}

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefingAction {
    /// Begins with these settings.
    Begin(Settings),
    /// Reads the transcript first.
    Read,
    /// Says when the panel is.
    When,
    /// Goes back to the title.
    Back,
}

/// What is planned for the scenario of the briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanView {
    /// The day it is.
    pub today: Day,
    /// The day of the panel.
    pub panel: Option<Day>,
    /// The minutes a day.
    pub minutes: u32,
    /// The ids of the questions that no answer held to yet.
    pub weak: Vec<String>,
}

impl PlanView {
    /// What is planned for a scenario, by today's practice.
    fn of(today: &Today, scenario: &Scenario) -> Self {
        let known = today.title_of(scenario.id()).is_some();
        let all = scenario.questions().iter().map(|question| question.id.clone());
        Self {
            today: today.day,
            panel: today.panel(scenario.id()).map(|panel| panel.day),
            minutes: today.plan.minutes,
            weak: if known { today.weak_questions(scenario.id()) } else { all.collect() },
        }
    }

    /// What the button says that asks for the day.
    fn in_words(&self) -> String {
        let minutes = self.minutes;
        match self.panel.map(|day| (day, day.since(self.today))) {
            None => "When is your panel?".to_owned(),
            Some((_, 0)) => "Your panel is today".to_owned(),
            Some((_, 1)) => format!("Your panel is tomorrow · {minutes} min a day"),
            Some((day, days)) => {
                format!("{}, in {days} days · {minutes} min a day", day.in_words())
            }
        }
    }
}

fn show(
    mut contexts: EguiContexts,
    library: Res<Library>,
    shelf: Res<Shelf>,
    mut choices: ResMut<Choices>,
    mut draw: ResMut<SeedDraw>,
    mut presentation: ResMut<Presentation>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
    mut next: ResMut<NextState<Screen>>,
    mut desk: ResMut<PracticeDesk>,
    mut asks: Local<bool>,
    mut entry: Local<Option<PanelEntry>>,
) -> Result {
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let scenario = &library.loaded.scenario;
    let choices = choices.bypass_change_detection();
    let left = shelf.left_by_beginning();
    let note = left.map(|kept| {
        format!(
            "Your interview “{}” at {} is kept: the title goes on with it.",
            kept.title,
            kept.place()
        )
    });
    let confirm = Confirm {
        title: "Begin a new interview?",
        note: note.as_deref().unwrap_or_default(),
        yes: "Begin",
        key: (Key::Enter, "⏎"),
    };
    let plan = desk.today.as_ref().map(|today| PlanView::of(today, scenario));
    let (action, sure) = cover::below(&mut ui, entry.is_some(), |ui| {
        confirm::over(ui, asks.then_some(&confirm), |ui| {
            briefing_ui(ui, scenario, choices, &mut presentation, plan.as_ref())
        })
    });
    if let Some(written) = entry.as_mut() {
        let decided = panel_entry_ui(&mut ui, written);
        if let Some(PanelDecision::Keep(day, minutes)) = decided {
            let story = choices.story.unwrap_or_default();
            let loaded = Box::new(library.loaded.clone());
            desk.send(Errand::SetMinutes { minutes, story });
            desk.send(Errand::SetPanel { loaded, day, story });
        }
        if decided.is_some() {
            *entry = None;
        }
        return Ok(());
    }
    let begins = match (sure, action) {
        (Some(sure), _) => {
            *asks = false;
            choices.complete(scenario).filter(|_| sure)
        }
        (None, Some(BriefingAction::Begin(settings))) => {
            *asks = left.is_some();
            left.is_none().then_some(settings)
        }
        (None, Some(BriefingAction::Read)) => {
            next.set(Screen::Reading);
            None
        }
        (None, Some(BriefingAction::When)) => {
            *entry = plan.map(|plan| PanelEntry::new(plan.panel, plan.minutes, plan.today));
            None
        }
        (None, Some(BriefingAction::Back)) => {
            next.set(Screen::Title);
            None
        }
        (None, None) => None,
    };
    if let Some(settings) = begins {
        let settings = choices.settle(settings, &mut draw);
        intents.write(match choices.only(scenario) {
            Some(only) => Intent::BeginOnly(settings, only),
            None => Intent::Begin(settings),
        });
    }
    Ok(())
}

/// Draws the briefing.
pub fn briefing_ui(
    ui: &mut Ui,
    scenario: &Scenario,
    choices: &mut Choices,
    presentation: &mut Presentation,
    plan: Option<&PlanView>,
) -> Option<BriefingAction> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 30.0));
    text::overline(ui, page.left_top(), "Briefing", NOTE, palette::TEAL_TEXT);
    text::line_within(
        &reading::saying(ui, Reads::Opening, scenario.title()),
        page.left_top() + vec2(0.0, 38.0),
        page.width() * 0.6,
        scenario.title(),
        bold(HEADING),
        palette::INK,
    );
    let subject = match (scenario.candidate(), scenario.position()) {
        ("", position) => position.to_owned(),
        (candidate, "") => format!("the story of {candidate}"),
        (candidate, position) => format!("{position} · the story of {candidate}"),
    };
    text::line_right(
        ui,
        page.right_top() + vec2(0.0, 38.0),
        &subject,
        regular(NOTE),
        palette::MUTED,
    );

    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 64.0),
        page.right_bottom() - vec2(0.0, 66.0),
    );
    let gap = 16.0;
    // The options need their room more than the panel does.
    let left = (body.width() * 0.56).min((body.width() - gap - OPTIONS).max(body.width() * 0.4));
    let below = body.height() * 0.48;
    let panel = Rect::from_min_size(body.min, vec2(left, body.height() - gap - below));
    let sections = Rect::from_min_max(
        pos2(body.left(), panel.bottom() + gap),
        pos2(panel.right(), body.bottom()),
    );
    let options = Rect::from_min_max(pos2(panel.right() + gap, body.top()), body.max);
    panel_ui(ui, panel, scenario.panel(), presentation);
    sections_ui(ui, sections, scenario, choices, plan.map(|plan| plan.weak.as_slice()));
    let reads = options_ui(ui, options, scenario, choices, presentation);

    let y = page.bottom() - widgets::PILL_HEIGHT;
    let back = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, "Back", "Esc"), widgets::PILL_HEIGHT),
    );
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    let complete = choices.complete(scenario);
    let asked = choices.only(scenario).map(|only| only.len());
    let label = match asked {
        None => "Begin".to_owned(),
        Some(1) => "Begin with 1 question".to_owned(),
        Some(asked) => format!("Begin with {asked} questions"),
    };
    let begin = match (complete, asked) {
        (_, Some(0)) => (Pill::Secondary, "Choose a question first", "⏎"),
        (Some(_), _) => (Pill::Primary, label.as_str(), "⏎"),
        (None, _) => (Pill::Secondary, "Choose whose story first", "⏎"),
    };
    let begin = widgets::pills_from_right(ui, pos2(page.right(), y), &[begin]);
    if begin[0].clicked() || keys::enter(ui) {
        match complete.filter(|_| asked != Some(0)) {
            Some(settings) => return Some(BriefingAction::Begin(settings)),
            None if complete.is_none() => story::ask_for_choice(ui),
            None => {}
        }
    }
    if let Some(plan) = plan
        && when_ui(ui, page.right_top(), plan)
    {
        return Some(BriefingAction::When);
    }
    if reads {
        return Some(BriefingAction::Read);
    }
    back.then_some(BriefingAction::Back)
}

/// The button that asks when the panel is; whether it was pressed.
fn when_ui(ui: &mut Ui, right: Pos2, plan: &PlanView) -> bool {
    let label = plan.in_words();
    let width = widgets::pill_width(ui, &label, "D") - 16.0;
    let rect = Rect::from_min_size(right - vec2(width, 8.0), vec2(width, 32.0));
    widgets::pill(ui, rect, Pill::Secondary, &label, "D").clicked()
        || (!options::writes_seed(ui) && keys::pressed(ui, Key::D))
}

/// The width in which every option says on one line what it is.
const OPTIONS: f32 = 460.0;
