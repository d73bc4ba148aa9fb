//! A mock panel in the window: what is wanted at the table, what is kept of it, and what the panel says.
//!
//! [`apply_wishes`] alone writes the panel, by [`PanelTable::take`]. A rater's words lie on the desk of the table and go from
//! there into the panel sealed; no message and no event holds them.

pub mod choices;
pub mod desk;
pub mod table;

use std::time::Duration;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext,
    egui::{Id, text_edit::TextEditState},
};

use crate::{
    game::{
        AppSystems,
        answer::typed,
        dialogue::Caption,
        engine::BestEngine,
        mock_panel::{
            choices::PanelChoices,
            desk::{SpeakingClock, TableTurn},
            table::{PanelTable, TableAction},
        },
        notice::Notice,
        practice::{
            PracticeDesk,
            errands::{BEING_WRITTEN, Errand},
        },
        saving::{SETTLE_EVERY, Unsaved},
        screen::Screen,
        session::{Library, SaveFolder, WallClock},
    },
    interview::{
        fingerprint::Fingerprint,
        ratings::{PanelCommand, PanelEvent, PanelSetup, PanelTurn},
    },
    play::{Keeping, handing_over::FilesToWrite, mock_panel::PanelPlay},
    storage::panel_journal::{self, KeptPanel, PanelDraft},
};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<PanelWish>()
        .init_resource::<PanelChoices>()
        .init_resource::<PanelShelf>()
        .add_systems(OnEnter(Screen::Title), look_at_panels)
        .add_systems(Update, (apply_wishes, tick, keep_table).chain().in_set(AppSystems::Session));
}

/// What is wanted of mock panels.
#[derive(Message, Clone, Debug)]
pub enum PanelWish {
    /// Hold one with the chosen scenario, typed or spoken.
    Open(PanelSetup, bool),
    /// Go on with one of those that were left, by its place on the shelf.
    TakeUp(usize),
    /// Do something at the table.
    Do(TableAction),
    /// Write the cards of everybody as files.
    Export,
    /// Write the briefing of this setup as files to print.
    Brief(PanelSetup),
    /// Leave the table for the title.
    Leave,
}

/// A panel that was left, as the title names it.
#[derive(Clone, Debug)]
pub struct ShelvedPanel {
    kept: KeptPanel,
    /// Who sits down in it.
    pub title: String,
    /// Where it stands.
    pub place: String,
}

/// The panels that can be gone on with, as the title found them.
#[derive(Resource, Clone, Debug, Default)]
pub struct PanelShelf(pub Vec<ShelvedPanel>);

/// What is said where the system gives no folder.
const NO_FOLDER: &str = "There is no folder to write into: set HOTSEAT_DATA to one.";

fn look_at_panels(folder: Res<SaveFolder>, mut shelf: ResMut<PanelShelf>) {
    let kept = folder.0.as_deref().map(panel_journal::kept).unwrap_or_default();
    shelf.0 = kept.into_iter().map(shelved).collect();
}

/// A panel with what the title says of it, read off its log without carrying that out.
fn shelved(kept: KeptPanel) -> ShelvedPanel {
    let setup = &kept.header.setup;
    let count = |wanted: fn(&PanelCommand) -> bool| {
        kept.log.iter().filter(|step| wanted(&step.command)).count()
    };
    let answers = count(|command| matches!(command, PanelCommand::Answer { .. }));
    let begun = count(|command| matches!(command, PanelCommand::Begin));
    let over = count(|command| matches!(command, PanelCommand::Finish)) > 0;
    let given = format!("{answers} answer{} given", if answers == 1 { "" } else { "s" });
    let place = match begun.checked_sub(1).and_then(|last| setup.candidates.get(last)) {
        _ if over => format!("ended: {given}"),
        Some(name) => format!("{given} · {name} in the seat"),
        None => "nobody has sat down yet".to_owned(),
    };
    let title = format!("Mock panel: {}", setup.candidates.join(", "));
    ShelvedPanel { title, place, kept }
}

fn apply_wishes(
    mut commands: Commands,
    mut wishes: MessageReader<PanelWish>,
    mut table: Option<ResMut<PanelTable>>,
    (library, shelf): (Res<Library>, Res<PanelShelf>),
    (folder, clock): (Res<SaveFolder>, Res<WallClock>),
    mut engine: ResMut<BestEngine>,
    (mut errands, mut notice): (ResMut<PracticeDesk>, ResMut<Notice>),
    mut unsaved: ResMut<Unsaved>,
    mut caption: ResMut<Caption>,
    mut next: ResMut<NextState<Screen>>,
    mut contexts: Query<&mut EguiContext>,
) {
    let keeping = || folder.0.clone().map(|folder| Keeping { folder, clock: clock.0.clone() });
    for wish in wishes.read() {
        match wish {
            PanelWish::Open(setup, spoken) => {
                let loaded = library.loaded.clone();
                match PanelPlay::open(loaded, setup.clone(), engine.started(), keeping()) {
                    Ok(play) => {
                        commands.insert_resource(PanelTable::open(play, *spoken));
                        notice.0 = None;
                        next.set(Screen::MockPanel);
                    }
                    Err(fault) => notice.0 = Some(sentence(&fault.to_string())),
                }
            }
            PanelWish::TakeUp(place) => {
                let (Some(keeping), Some(shelved)) = (keeping(), shelf.0.get(*place)) else {
                    continue;
                };
                match PanelPlay::take_up(keeping, &shelved.kept, engine.started()) {
                    Ok((play, draft)) => {
                        let table = PanelTable::take_up(play, draft);
                        if let Some((_, asked)) = table.panel().current() {
                            caption.say(asked.asked_by, &asked.text);
                            if !matches!(table.panel().turn(), PanelTurn::Answer { .. }) {
                                caption.complete();
                            }
                        }
                        commands.insert_resource(table);
                        notice.0 = None;
                        next.set(Screen::MockPanel);
                    }
                    Err(why) => notice.0 = Some(sentence(&why.to_string())),
                }
            }
            PanelWish::Do(action) => {
                let Some(table) = table.as_deref_mut() else { continue };
                match table.take(*action) {
                    Ok(done) => {
                        unsaved.follow(&done.saved);
                        notice.0 = done.notice;
                        for event in done.events {
                            let PanelEvent::PanelAsked(question) = event else { continue };
                            let asked = &table.panel().scenario().questions()[question];
                            caption.say(asked.asked_by, &asked.text);
                            // Undoing ends at this sheet's words.
                            for mut context in &mut contexts {
                                let id = Id::new(typed::EDITOR);
                                TextEditState::default().store(context.get_mut(), id);
                            }
                        }
                    }
                    Err(rejected) => notice.0 = Some(sentence(&rejected.to_string())),
                }
            }
            PanelWish::Export | PanelWish::Brief(_) => {
                let Some(folder) = &folder.0 else {
                    notice.0 = Some(NO_FOLDER.to_owned());
                    continue;
                };
                let files = match (wish, table.as_deref()) {
                    (PanelWish::Brief(setup), _) => {
                        let scenario = &library.loaded.scenario;
                        FilesToWrite::briefing(folder, scenario, setup, clock.0.today())
                    }
                    (_, Some(table)) => {
                        let day = table.header().at.map(|at| clock.0.day_of(at));
                        let held = (table.panel(), table.header());
                        Ok(FilesToWrite::cards(folder, held, day, table.desk.hides_names))
                    }
                    (_, None) => continue,
                };
                match files {
                    Ok(files) => {
                        errands.send(Errand::HandOver(Box::new(files)));
                        notice.0 = Some(BEING_WRITTEN.to_owned());
                    }
                    Err(fault) => notice.0 = Some(sentence(&fault.to_string())),
                }
            }
            PanelWish::Leave => {
                commands.queue(clear_table);
                next.set(Screen::Title);
            }
        }
    }
}

/// Clears the table, and says so where what is kept of it cannot be put away.
fn clear_table(world: &mut World) {
    let closed = world.remove_resource::<PanelTable>().map(|table| {
        let kept = table.keep();
        kept.and(table.close())
    });
    if let Some(Err(error)) = closed {
        world.resource_mut::<Notice>().0 = Some(format!("The panel cannot be put away: {error}."));
    }
}

/// A reason as a sentence.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// Lets the panel say its question and the clocks go on.
fn tick(
    time: Res<Time<Real>>,
    screen: Res<State<Screen>>,
    table: Option<ResMut<PanelTable>>,
    mut caption: ResMut<Caption>,
) {
    let Some(mut table) = table.filter(|_| *screen.get() == Screen::MockPanel) else { return };
    let turn = table.turn();
    let desk = &mut table.bypass_change_detection().desk;
    let answers = matches!(turn, TableTurn::Typing | TableTurn::Noting(_));
    if desk.rests || !answers {
        return;
    }
    let seconds = time.delta_secs();
    desk.seated += seconds;
    if caption.is_typing() {
        caption.advance(time.delta());
    } else if desk.clock == SpeakingClock::Waits {
        desk.clock = SpeakingClock::Runs;
    }
    if desk.clock == SpeakingClock::Runs && matches!(turn, TableTurn::Noting(_)) {
        desk.spoken_for += seconds;
    }
}

/// Writes what lies on the desk to disk whenever it changed, and the time spoken now and then.
fn keep_table(
    time: Res<Time<Real>>,
    table: Option<Res<PanelTable>>,
    mut unsaved: ResMut<Unsaved>,
    mut kept: Local<Option<Fingerprint>>,
    mut since: Local<Duration>,
) {
    let Some(table) = table else { return };
    *since += time.delta();
    // The seconds alone are no reason to write at once.
    let written = serde_json::to_string(&PanelDraft { seconds: 0, ..table.draft() });
    let now = Some(Fingerprint::of([written.unwrap_or_default().as_str()]));
    let runs = table.desk.clock == SpeakingClock::Runs && table.desk.holder.is_some();
    if *kept == now && !(runs && *since >= SETTLE_EVERY) {
        return;
    }
    *since = Duration::ZERO;
    *kept = now;
    let saved = table.keep();
    if saved.is_err() {
        unsaved.follow(&saved);
    }
}
