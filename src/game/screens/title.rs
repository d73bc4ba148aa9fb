//! The title: the panel waits, and the player chooses where to begin.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Align2, Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        screen::Screen,
        screens,
        session::{Intent, Library, SaveFolder},
        settings::Presentation,
        stage::{
            Person, Scene, StageView, acting::Moment, layout::InterviewLayout, room::RoomView,
        },
        theme::{
            palette, reading,
            type_scale::{DISPLAY, LABEL, NOTE, SMALL, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::scenario::Scenario,
    storage::journal,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TakeUpOffer>()
        .add_systems(OnEnter(Screen::Title), look_for_unfinished)
        .add_systems(
            EguiPrimaryContextPass,
            caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Title)),
        );
}

/// The unfinished interview, in a few words; none where there is none.
#[derive(Resource, Clone, Debug, Default)]
struct TakeUpOffer(Option<String>);

fn look_for_unfinished(folder: Res<SaveFolder>, mut offer: ResMut<TakeUpOffer>) {
    offer.0 = folder.0.as_ref().and_then(|folder| {
        let session = journal::unfinished(folder)?.replay().ok()?;
        Some(format!("question {} of {}", session.asked(), session.plan().len()))
    });
}

/// What the title shows.
pub struct TitleView<'a> {
    /// The scenarios, by name.
    pub scenarios: Vec<&'a str>,
    /// The chosen one among them.
    pub chosen: usize,
    /// The chosen one.
    pub scenario: &'a Scenario,
    /// Where an unfinished interview stands.
    pub unfinished: Option<&'a str>,
}

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleAction {
    /// Chose a scenario.
    Choose(usize),
    /// Wants to sit down.
    Enter,
    /// Wants to go on.
    TakeUp,
    /// Wants to leave.
    Quit,
}

fn show(
    mut contexts: EguiContexts,
    library: Res<Library>,
    offer: Res<TakeUpOffer>,
    presentation: Res<Presentation>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let mut ui = screens::root(contexts.ctx_mut()?);
    stage.set_if_neq(StageView {
        scene: Some(waiting_panel(
            &library.loaded.scenario,
            ui.max_rect().size(),
            presentation.reduced_motion,
        )),
    });
    let view = TitleView {
        scenarios: library.entries.iter().map(|entry| entry.name.as_str()).collect(),
        chosen: library.chosen,
        scenario: &library.loaded.scenario,
        unfinished: offer.0.as_deref(),
    };
    match title_ui(&mut ui, &view) {
        Some(TitleAction::Choose(index)) => {
            intents.write(Intent::Choose(index));
        }
        Some(TitleAction::Enter) => next.set(Screen::Briefing),
        Some(TitleAction::TakeUp) => {
            intents.write(Intent::TakeUp);
        }
        Some(TitleAction::Quit) => {
            exit.write(AppExit::Success);
        }
        None => {}
    }
    Ok(())
}

/// The panel as it waits: moved to the right, so that the card has its place.
fn waiting_panel(scenario: &Scenario, size: egui::Vec2, still: bool) -> Scene {
    let panel = scenario.panel();
    let layout = InterviewLayout::new(size, panel.len(), 84.0, 92.0);
    let shift = (size.x * 0.18).min(300.0);
    let squeeze = if panel.len() > 3 { 0.62 } else { 0.86 };
    let people = panel
        .iter()
        .zip(&layout.seats)
        .map(|(panelist, seat)| {
            let mut seat = *seat;
            seat.x = size.x / 2.0 + (seat.x - size.x / 2.0) * squeeze + shift;
            seat.scale = seat.scale.min(1.25) * if panel.len() > 3 { 0.8 } else { 1.0 };
            Person { look: panelist.look.clone(), manner: panelist.manner, seat }
        })
        .collect::<Vec<_>>();
    Scene {
        room: RoomView {
            width: size.x,
            height: size.y,
            table_top: layout.table_top,
            table_bottom: layout.table_bottom,
            reach: people.iter().map(|person| person.reach(size.x / 2.0)).fold(0.0, f32::max),
            progress: 0.0,
        },
        people,
        plates: false,
        moment: Moment { welcoming: true, still, ..Moment::default() },
    }
}

/// Draws the title.
pub fn title_ui(ui: &mut Ui, view: &TitleView<'_>) -> Option<TitleAction> {
    let screen = ui.max_rect();
    let height = if view.unfinished.is_some() { 462.0 } else { 400.0 };
    let card =
        Rect::from_min_size(pos2(72.0, (screen.height() - height) / 2.0), vec2(432.0, height));
    widgets::card(ui.painter(), card);
    let inner = card.shrink(36.0);
    let mut y = inner.top();
    let (left, width) = (inner.left(), inner.width());
    let name = reading::heading(ui, 1);
    y += widgets::block(&name, pos2(left, y), width, "Hot Seat", bold(DISPLAY), palette::INK) + 6.0;
    y += widgets::block(
        ui,
        pos2(left, y),
        width,
        "Practise the panel interview before the day comes. They ask; you answer; you see what landed, and why.",
        regular(LABEL),
        palette::MUTED,
    ) + 26.0;
    widgets::caption(ui, pos2(inner.left(), y + 8.0), "Interview");
    y += 24.0;
    let mut action = scenario_chooser(
        ui,
        Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), 74.0)),
        view,
    );
    y = inner.bottom() - widgets::PILL_HEIGHT;
    let quit = Rect::from_min_size(pos2(inner.left(), y), vec2(110.0, widgets::PILL_HEIGHT));
    let enter = Rect::from_min_max(pos2(quit.right() + 12.0, y), inner.right_bottom());
    if let Some(at) = view.unfinished {
        let rect = Rect::from_min_size(
            pos2(inner.left(), y - 62.0),
            vec2(inner.width(), widgets::PILL_HEIGHT),
        );
        let label = format!("Go on at {at}");
        if widgets::pill(ui, rect, Pill::Secondary, &label, "C").clicked()
            || widgets::key(ui, Key::C)
        {
            action = Some(TitleAction::TakeUp);
        }
    }
    if widgets::pill(ui, quit, Pill::Secondary, "Quit", "Q").clicked() || widgets::key(ui, Key::Q) {
        action = Some(TitleAction::Quit);
    }
    if widgets::pill(ui, enter, Pill::Primary, "Take a seat", "⏎").clicked() || widgets::enter(ui)
    {
        action = Some(TitleAction::Enter);
    }
    action
}

/// The chosen scenario, with arrows where there is more than one.
fn scenario_chooser(ui: &mut Ui, rect: Rect, view: &TitleView<'_>) -> Option<TitleAction> {
    ui.painter().rect_filled(rect, 14, palette::CREAM);
    let count = view.scenarios.len();
    let questions = view.scenario.questions().len();
    let detail = format!("{} on the panel · {questions} questions", view.scenario.panel().len());
    let left = rect.left() + 18.0;
    let width = rect.width() - 36.0 - if count > 1 { 76.0 } else { 0.0 };
    let title =
        Rect::from_min_max(pos2(left, rect.top() + 4.0), pos2(left + width, rect.top() + 42.0));
    widgets::fitted(
        ui,
        title,
        Align2::LEFT_CENTER,
        view.scenario.title(),
        semibold(LABEL),
        palette::INK,
    );
    widgets::line_within(
        ui,
        pos2(left, rect.top() + 54.0),
        width,
        &detail,
        regular(NOTE),
        palette::MUTED,
    );
    if count < 2 {
        return None;
    }
    let mut action = None;
    let of = format!("{} of {count}", view.chosen + 1);
    widgets::line_centred(
        ui,
        pos2(rect.right() - 50.0, rect.top() + 16.0),
        &of,
        regular(SMALL),
        palette::MUTED,
    );
    for (offset, name, shown, key, x) in [
        (count - 1, "Previous interview", "←", Key::ArrowLeft, 88.0),
        (1, "Next interview", "→", Key::ArrowRight, 48.0),
    ] {
        let button =
            Rect::from_min_size(pos2(rect.right() - x, rect.top() + 28.0), vec2(34.0, 34.0));
        if widgets::key_pill(ui, button, shown, name).clicked() || widgets::key(ui, key) {
            action = Some(TitleAction::Choose((view.chosen + offset) % count));
        }
    }
    action
}
