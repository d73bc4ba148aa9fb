//! A mock panel: the panel asks, raters take notes and rate one after the other, then everything lies side by side.

pub mod asking;
pub mod candidate;
mod change;
pub mod fields;
mod notes;
mod rating;
mod report;
pub mod set_up;
mod side_by_side;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext, EguiContexts, EguiPrimaryContextPass,
    egui::{Key, Pos2, Rect, Ui, UiBuilder, emath::TSTransform, vec2},
};

use crate::{
    game::{
        AppSystems,
        dialogue::Caption,
        letters::HasFonts,
        mishap::caught,
        mock_panel::{
            PanelWish,
            desk::{PanelDesk, TableTurn},
            table::{PanelTable, TableAction},
        },
        screen::Screen,
        screens::{
            self,
            interview::scene::scene,
            mock_panel::{
                asking::asking_ui, candidate::candidate_ui, change::change_ui, rating::rating_ui,
                report::report_ui, side_by_side::comparing_ui,
            },
            pause::{self, PauseAction},
        },
        second_window::{SecondCamera, SecondPass},
        settings::Presentation,
        stage::{
            Stage, StageView,
            acting::Moment,
            layout::InterviewLayout,
            room::RoomView,
            shot::{self, Lens, Shot},
        },
        theme::{cover, keys, palette},
    },
    interview::ratings::MockPanel,
};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(set_up::plugin)
        .add_systems(
            EguiPrimaryContextPass,
            caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::MockPanel)),
        )
        .add_systems(SecondPass, caught(show_candidate).run_if(in_state(Screen::MockPanel)));
}

/// What the panel says and where everything stands.
pub struct TableView<'a> {
    /// Where things stand; nothing where no stage is to be seen.
    pub layout: Option<InterviewLayout>,
    /// What the camera does to the table and to the panel.
    pub lenses: [Lens; 2],
    /// Who speaks, by seat.
    pub speaker: usize,
    /// What they say, whole.
    pub question: &'a str,
    /// What they said of it so far.
    pub caption: &'a str,
    /// Whether they are still saying it.
    pub typing: bool,
}

/// What somebody at the table did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtTable {
    /// Did something with the panel.
    Do(TableAction),
    /// Pressed something while the question was still being said.
    CompleteCaption,
    /// Wants the cards of everybody as files.
    Export,
    /// Leaves for the title.
    Leave,
}

fn show(
    mut contexts: EguiContexts,
    table: Option<ResMut<PanelTable>>,
    presentation: Res<Presentation>,
    presented: Res<Stage>,
    mut caption: ResMut<Caption>,
    mut stage: ResMut<StageView>,
    mut wishes: MessageWriter<PanelWish>,
) -> Result {
    let Some(mut table) = table else { return Ok(()) };
    let mut ui = screens::root(contexts.ctx_mut()?);
    let (panel, desk) = table.bypass_change_detection().parts();
    let layout = asking::layout(&ui, panel, desk, &caption.text);
    let scenario = panel.scenario();
    let asks = matches!(desk.turn(panel), TableTurn::Typing | TableTurn::Noting(_)) && !desk.rests;
    let moment = Moment {
        speaker: Some(caption.speaker()).filter(|_| panel.current().is_some()),
        voice: (asks && caption.is_speaking()).then(|| caption.voice()),
        welcoming: panel.current().is_none(),
        still: presentation.reduced_motion,
        seed: panel.setup().seed,
        ..Moment::default()
    };
    let scene = layout.as_ref().map(|layout| scene(scenario, layout, progress(panel), moment));
    let lenses = scene.as_ref().map_or_else(still_lenses, |scene| {
        [shot::ROOM, shot::PANEL].map(|depth| presented.shot.lens(&scene.room, depth))
    });
    stage.set_if_neq(StageView { scene });
    let view = TableView {
        layout,
        lenses,
        speaker: caption.speaker(),
        question: caption.whole(),
        caption: caption.visible(),
        typing: asks && caption.is_typing(),
    };
    match table_ui(&mut ui, panel, desk, &view) {
        Some(AtTable::Do(action)) => {
            caption.complete();
            wishes.write(PanelWish::Do(action));
        }
        Some(AtTable::CompleteCaption) => caption.complete(),
        Some(AtTable::Export) => {
            wishes.write(PanelWish::Export);
        }
        Some(AtTable::Leave) => {
            wishes.write(PanelWish::Leave);
        }
        None => {}
    }
    Ok(())
}

/// Draws the candidate's own window, everything where it is in the game's.
fn show_candidate(
    mut contexts: Query<&mut EguiContext, (With<SecondCamera>, With<HasFonts>)>,
    table: Option<Res<PanelTable>>,
    (stage, presented, caption): (Res<StageView>, Res<Stage>, Res<Caption>),
) -> Result {
    let Some(table) = table else { return Ok(()) };
    let (panel, desk) = (table.panel(), &table.desk);
    for mut context in &mut contexts {
        let mut ui = screens::root(context.get_mut());
        let whole = ui.max_rect();
        let room = stage.scene.as_ref().map(|scene| scene.room);
        let seen = room
            .map_or(whole, |room| Rect::from_min_size(Pos2::ZERO, vec2(room.width, room.height)));
        let to_middle = TSTransform::from_translation(whole.center() - seen.center());
        ui.with_visual_transform(to_middle, |ui| {
            let builder = UiBuilder::new().max_rect(seen).id_salt("candidate");
            ui.scope_builder(builder, |ui| {
                let layout = room.and_then(|_| asking::layout(ui, panel, desk, &caption.text));
                let lens = |depth| room.map(|room| presented.shot.lens(&room, depth));
                let lenses = lens(shot::ROOM).zip(lens(shot::PANEL));
                let view = TableView {
                    layout,
                    lenses: lenses.map_or_else(still_lenses, |(room, panel)| [room, panel]),
                    speaker: caption.speaker(),
                    question: caption.whole(),
                    caption: caption.visible(),
                    typing: caption.is_typing(),
                };
                candidate_ui(ui, panel, desk, &view);
            });
        });
    }
    Ok(())
}

/// How much of the whole panel is over, 0 to 1.
fn progress(panel: &MockPanel) -> f32 {
    let all = panel.plan().len() * panel.setup().candidates.len();
    panel.answers().len() as f32 / all.max(1) as f32
}

/// The camera where nothing moves it.
pub fn still_lenses() -> [Lens; 2] {
    let room = RoomView {
        width: 1280.0,
        height: 720.0,
        table_top: 300.0,
        table_bottom: 400.0,
        reach: 0.0,
        progress: 0.0,
    };
    [shot::ROOM, shot::PANEL].map(|depth| Shot::default().lens(&room, depth))
}

/// Draws the table, whoever's turn it is.
pub fn table_ui(
    ui: &mut Ui,
    panel: &MockPanel,
    desk: &mut PanelDesk,
    view: &TableView<'_>,
) -> Option<AtTable> {
    if keys::pressed(ui, asking::SECOND_WINDOW.0) {
        desk.mirrored = !desk.mirrored;
    }
    if desk.rests {
        // What a rater was writing is not to be read by whoever comes by.
        rest_ground(ui, view);
        let (note, finish) = match panel.candidate() {
            Some(_) => ("What was said and noted is kept, sealed.", "End the panel here"),
            None => ("The panel is kept.", "Back to the page"),
        };
        return pause::break_ui(ui, note, finish).map(|action| match action {
            PauseAction::Resume => AtTable::Do(TableAction::Resume),
            PauseAction::Finish => AtTable::Do(TableAction::Finish),
            PauseAction::Leave => AtTable::Leave,
        });
    }
    let changes = desk.change.is_some();
    let action = cover::below(ui, changes, |ui| {
        let turn = desk.turn(panel);
        let action = match turn {
            TableTurn::Rating(rater) => rating_ui(ui, panel, desk, rater),
            TableTurn::Comparing(answer) => comparing_ui(ui, panel, desk, answer),
            TableTurn::Over => return report_ui(ui, panel, desk),
            _ => asking_ui(ui, panel, desk, view, turn),
        };
        let rests = ui.is_enabled() && keys::pressed(ui, Key::Escape);
        action.or(rests.then_some(AtTable::Do(TableAction::Rest)))
    });
    if changes {
        return change_ui(ui, panel, desk);
    }
    action
}

/// What lies under a break.
fn rest_ground(ui: &Ui, view: &TableView<'_>) {
    if view.layout.is_none() {
        ui.painter().rect_filled(ui.max_rect(), 0, palette::PAGE);
    }
}
