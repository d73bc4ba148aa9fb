//! The title: the panel waits, and the player chooses where to begin.

mod choosers;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        facts::ExamplesWanted,
        mishap::caught,
        mock_panel::{PanelShelf, PanelWish},
        practice::{PracticeDesk, errands::Errand},
        screen::Screen,
        screens::{
            self,
            briefing::choices::{Choices, SeedDraw},
            title::choosers::{kept_chooser, scenario_chooser},
            today::{self, TodayAction, TodayView, today_ui},
        },
        session::{AnswersWanted, Intent, Library, Rounds, SaveFolder, Shelf, WallClock},
        settings::Presentation,
        stage::{
            Scene, StagePanelist, StageView, acting::Moment, layout::InterviewLayout,
            room::RoomView,
        },
        theme::{
            keys, palette, reading, text,
            type_scale::{DISPLAY, LABEL, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::scenario::Scenario,
    play::Today,
    storage::shelf,
};

pub(super) fn plugin(app: &mut App) {
    let begins = desk_is_of_another_day.and_then(in_state(Screen::Title));
    app.add_systems(OnEnter(Screen::Title), (look_at_shelf, ask_for_today))
        .add_systems(Update, ask_for_today.in_set(AppSystems::Input).run_if(begins))
        .add_systems(
            EguiPrimaryContextPass,
            caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Title)),
        );
}

fn look_at_shelf(folder: Res<SaveFolder>, mut shelf: ResMut<Shelf>) {
    shelf.0 = folder.0.as_deref().map(shelf::kept).unwrap_or_default();
}

/// Whether a day has ended since today's practice was planned.
fn desk_is_of_another_day(desk: Res<PracticeDesk>, clock: Res<WallClock>) -> bool {
    let planned = desk.today.as_ref().map(|today| today.day);
    desk.is_idle() && planned.is_some_and(|day| day != clock.0.today())
}

fn ask_for_today(choices: Res<Choices>, mut desk: ResMut<PracticeDesk>) {
    desk.send(Errand::Today(choices.story.unwrap_or_default()));
}

/// What the title shows.
pub struct TitleView<'a> {
    /// The scenarios, by name.
    pub scenarios: Vec<&'a str>,
    /// The chosen one among them.
    pub chosen: usize,
    /// The chosen one, where it has no faults.
    pub scenario: &'a Scenario,
    /// Why the chosen one cannot be played.
    pub fault: Option<&'a str>,
    /// The interviews to go on with, the newest first: what each is called and where it stands.
    pub kept: Vec<(&'a str, String)>,
    /// The one of them that is looked at.
    pub looked_at: usize,
    /// Today's practice; nothing until it is known.
    pub today: Option<TodayView>,
}

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleAction {
    /// Chose a scenario.
    Choose(usize),
    /// Wants to sit down.
    Enter,
    /// Wants to see answers told.
    Show,
    /// Brings an interview.
    Bring,
    /// Wants to hold a mock panel.
    SetUpPanel,
    /// Wants to rate answers of known level.
    Calibrate,
    /// Looks at an interview to go on with.
    Look(usize),
    /// Wants to go on with the one that is looked at.
    TakeUp,
    /// Begins today's practice.
    Practise,
    /// Wants to see how the answers grew.
    Progress,
    /// Wants to leave.
    Quit,
}

fn show(
    mut contexts: EguiContexts,
    library: Res<Library>,
    shelf: Res<Shelf>,
    panels: Res<PanelShelf>,
    presentation: Res<Presentation>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
    mut wishes: MessageWriter<PanelWish>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
    desk: Res<PracticeDesk>,
    mut rounds: ResMut<Rounds>,
    choices: Res<Choices>,
    mut draw: ResMut<SeedDraw>,
    mut looked_at: Local<usize>,
) -> Result {
    let mut ui = screens::root(contexts.ctx_mut()?);
    let today = desk.today.as_ref().map(|today| TodayView::of(today, desk.next.as_ref()));
    let screen = ui.max_rect();
    let below = today.as_ref().map_or(LOW, |today| {
        let (card, _) = today::place(ui.painter(), screen, today);
        // The card lies on the table's front.
        (screen.bottom() - card.top() - ON_TABLE).max(LOW)
    });
    stage.set_if_neq(StageView {
        scene: Some(waiting_panel(
            &library.loaded.scenario,
            (screen.size(), below),
            presentation.reduced_motion,
        )),
    });
    if shelf.is_changed() {
        *looked_at = 0;
    }
    let view = TitleView {
        scenarios: library.entries.iter().map(|entry| entry.name.as_str()).collect(),
        chosen: library.chosen,
        scenario: &library.loaded.scenario,
        fault: library.fault.as_deref(),
        kept: shelf
            .0
            .iter()
            .map(|kept| (kept.title.as_str(), kept.place()))
            .chain(panels.0.iter().map(|panel| (panel.title.as_str(), panel.place.clone())))
            .collect(),
        looked_at: *looked_at,
        today,
    };
    match title_ui(&mut ui, &view) {
        Some(TitleAction::Choose(index)) => {
            intents.write(Intent::Choose(index));
        }
        Some(TitleAction::Enter) => next.set(Screen::Briefing),
        Some(TitleAction::Show) => {
            intents.write(Intent::Show(AnswersWanted::All));
        }
        Some(TitleAction::Bring) => next.set(Screen::Bringing),
        Some(TitleAction::SetUpPanel) => next.set(Screen::PanelSetUp),
        Some(TitleAction::Calibrate) => {
            intents.write(Intent::Rate(ExamplesWanted::Mixed));
        }
        Some(TitleAction::Look(index)) => *looked_at = index,
        Some(TitleAction::TakeUp) => {
            let panel = looked_at.checked_sub(shelf.0.len());
            wishes.write_batch(panel.map(PanelWish::TakeUp));
            intents.write_batch(shelf.0.get(*looked_at).cloned().map(Intent::TakeUpKept));
        }
        Some(TitleAction::Practise) => {
            let of_today = desk.today.as_ref().map(Today::rounds).unwrap_or_default();
            let settings = choices.for_practice(&of_today);
            rounds.0 = of_today.into();
            intents.write(Intent::Practise(choices.settle(settings, &mut draw)));
        }
        Some(TitleAction::Progress) => next.set(Screen::Practice),
        Some(TitleAction::Quit) => {
            exit.write(AppExit::Success);
        }
        None => {}
    }
    Ok(())
}

/// How much of the table a card covers that lies on it.
const ON_TABLE: f32 = 56.0;
/// What lies free below the table while no card lies there.
const LOW: f32 = 84.0;

/// The panel as it waits: moved to the right and above what lies below, so that each card has its place.
fn waiting_panel(scenario: &Scenario, (size, below): (egui::Vec2, f32), still: bool) -> Scene {
    let panel = scenario.panel();
    let layout = InterviewLayout::new(size, panel.len(), below, 92.0);
    let shift = (size.x * 0.18).min(300.0);
    let squeeze = if panel.len() > 3 { 0.62 } else { 0.86 };
    let people = panel
        .iter()
        .zip(&layout.seats)
        .map(|(panelist, seat)| {
            let mut seat = *seat;
            seat.x = size.x / 2.0 + (seat.x - size.x / 2.0) * squeeze + shift;
            seat.scale = seat.scale.min(1.25) * if panel.len() > 3 { 0.8 } else { 1.0 };
            StagePanelist { look: panelist.look.clone(), manner: panelist.manner, seat }
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
        teller: None,
        plates: false,
        moment: Moment { welcoming: true, still, ..Moment::default() },
    }
}

/// The height of a row of buttons, with what lies free below it.
const ROW: f32 = 40.0 + 10.0;
/// The height of the box of a scenario.
const SCENARIO: f32 = 74.0;
/// The height of the box of an interview to go on with, and of the heading over it.
const KEPT: f32 = 112.0;
const HEADING: f32 = 24.0;

/// Draws the title.
pub fn title_ui(ui: &mut Ui, view: &TitleView<'_>) -> Option<TitleAction> {
    let screen = ui.max_rect();
    let kept = if view.kept.is_empty() { 0.0 } else { HEADING + KEPT + 14.0 };
    let height = 400.0 + 2.0 * ROW + kept;
    let card =
        Rect::from_min_size(pos2(72.0, (screen.height() - height) / 2.0), vec2(432.0, height));
    widgets::card(ui.painter(), card);
    let inner = card.shrink(36.0);
    let mut y = inner.top();
    let (left, width) = (inner.left(), inner.width());
    let name = reading::heading(ui, 1);
    y += text::block(&name, pos2(left, y), width, "Hot Seat", bold(DISPLAY), palette::INK) + 6.0;
    y += text::block(
        ui,
        pos2(left, y),
        width,
        "Practise the panel interview before the day comes. They ask; you answer; you see what landed, and why.",
        regular(LABEL),
        palette::MUTED,
    ) + 26.0;
    text::caption(ui, pos2(inner.left(), y + 8.0), "Interview");
    y += HEADING;
    let chooser = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), SCENARIO));
    let mut action = scenario_chooser(ui, chooser, view);
    y = inner.bottom() - widgets::PILL_HEIGHT - 2.0 * ROW;
    let ways = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), 2.0 * ROW));
    let below = ways.bottom();
    let quit = Rect::from_min_size(pos2(inner.left(), below), vec2(110.0, widgets::PILL_HEIGHT));
    let enter = Rect::from_min_max(pos2(quit.right() + 12.0, below), inner.right_bottom());
    if let Some(fault) = view.fault {
        let end = if kept > 0.0 { y - kept } else { y - 10.0 };
        let note = Rect::from_min_max(
            pos2(inner.left(), chooser.bottom() + 8.0),
            pos2(inner.right(), end),
        );
        ui.scope_builder(egui::UiBuilder::new().max_rect(note).id_salt("fault"), |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                text::label(ui, fault, regular(NOTE), palette::CORAL_TEXT);
            });
        });
    }
    if kept > 0.0 {
        let top = y - kept;
        let heading = pos2(inner.left(), top + 8.0);
        text::caption(ui, heading, "Left unfinished");
        let at = pos2(inner.left(), top + HEADING);
        let rect = Rect::from_min_size(at, vec2(inner.width(), KEPT));
        action = kept_chooser(ui, rect, view).or(action);
    }
    action = ways_ui(ui, ways, view.fault.is_none()).or(action);
    if widgets::pill(ui, quit, Pill::Secondary, "Quit", "Q").clicked() || keys::pressed(ui, Key::Q)
    {
        action = Some(TitleAction::Quit);
    }
    let practises = view.today.as_ref().is_some_and(TodayView::is_due);
    let kind = if practises { Pill::Secondary } else { Pill::Primary };
    let enters = ui.add_enabled_ui(view.fault.is_none(), |ui| {
        widgets::pill(ui, enter, kind, "Take a seat", "⏎").clicked() || keys::enter(ui)
    });
    if enters.inner {
        action = Some(TitleAction::Enter);
    }
    match view.today.as_ref().and_then(|today| today_ui(ui, today)) {
        Some(TodayAction::Practise) => Some(TitleAction::Practise),
        Some(TodayAction::Progress) => Some(TitleAction::Progress),
        None => action,
    }
}

/// What else there is to do: what it is called, its key, and whether it needs the chosen scenario.
const WAYS: [(TitleAction, &str, (&str, Key), bool); 4] = [
    (TitleAction::Show, "Show an answer", ("A", Key::A), true),
    (TitleAction::Bring, "Bring an interview", ("B", Key::B), false),
    (TitleAction::SetUpPanel, "Run a mock panel", ("M", Key::M), true),
    (TitleAction::Calibrate, "Calibrate", ("K", Key::K), false),
];

/// Draws what else there is to do, two in a row.
fn ways_ui(ui: &mut Ui, rect: Rect, playable: bool) -> Option<TitleAction> {
    let size = vec2((rect.width() - 8.0) / 2.0, 40.0);
    let mut wanted = None;
    for (number, (action, name, (shown, key), needs)) in WAYS.into_iter().enumerate() {
        let (row, column) = ((number / 2) as f32, (number % 2) as f32);
        let at = rect.min + vec2(column * (size.x + 8.0), row * ROW);
        let pressed = ui.add_enabled_ui(playable || !needs, |ui| {
            let pill = Rect::from_min_size(at, size);
            widgets::pill(ui, pill, Pill::Secondary, name, shown).clicked()
                || keys::pressed(ui, key)
        });
        wanted = pressed.inner.then_some(action).or(wanted);
    }
    wanted
}
