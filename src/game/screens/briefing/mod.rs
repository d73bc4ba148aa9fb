//! The briefing: who sits on the panel, what they will ask about, and how the player wants to play.

pub mod choices;
mod options;
mod panel;
mod sections;
mod story;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        screen::Screen,
        screens::{
            self,
            briefing::{
                choices::{Choices, SeedDraw},
                options::options_ui,
                panel::panel_ui,
                sections::sections_ui,
            },
            confirm::{self, Confirm},
        },
        session::{Intent, Library, Shelf},
        settings::Presentation,
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{HEADING, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{scenario::Scenario, session::Settings},
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
    /// Goes back to the title.
    Back,
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
    mut asks: Local<bool>,
) -> Result {
    let mut ui = screens::root(contexts.ctx_mut()?);
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
    let (action, sure) = confirm::over(&mut ui, asks.then_some(&confirm), |ui| {
        briefing_ui(ui, scenario, choices, &mut presentation)
    });
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
        (None, Some(BriefingAction::Back)) => {
            next.set(Screen::Title);
            None
        }
        (None, None) => None,
    };
    if let Some(settings) = begins {
        intents.write(Intent::Begin(choices.settle(settings, &mut draw)));
    }
    Ok(())
}

/// Draws the briefing.
pub fn briefing_ui(
    ui: &mut Ui,
    scenario: &Scenario,
    choices: &mut Choices,
    presentation: &mut Presentation,
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
    let list = sections::height(scenario.sections().len());
    let below = list.min(body.height() * 0.48);
    let panel = Rect::from_min_size(body.min, vec2(left, body.height() - gap - below));
    let sections = Rect::from_min_max(
        pos2(body.left(), panel.bottom() + gap),
        pos2(panel.right(), body.bottom()),
    );
    let options = Rect::from_min_max(pos2(panel.right() + gap, body.top()), body.max);
    panel_ui(ui, panel, scenario.panel(), presentation);
    sections_ui(ui, sections, scenario.sections());
    let reads = options_ui(ui, options, scenario, choices, presentation);

    let y = page.bottom() - widgets::PILL_HEIGHT;
    let back = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, "Back", "Esc"), widgets::PILL_HEIGHT),
    );
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    let complete = choices.complete(scenario);
    let begin = match complete {
        Some(_) => (Pill::Primary, "Begin", "⏎"),
        None => (Pill::Secondary, "Choose whose story first", "⏎"),
    };
    let begin = widgets::pills_from_right(ui, pos2(page.right(), y), &[begin]);
    if begin[0].clicked() || keys::enter(ui) {
        match complete {
            Some(settings) => return Some(BriefingAction::Begin(settings)),
            None => story::ask_for_choice(ui),
        }
    }
    if reads {
        return Some(BriefingAction::Read);
    }
    back.then_some(BriefingAction::Back)
}

/// The width in which every option says on one line what it is.
const OPTIONS: f32 = 460.0;
