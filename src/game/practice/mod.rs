//! The player's history in the window: what a screen asks of it is read and written beside the frames, one errand after
//! the other, so that no frame waits for the disk.

pub mod errands;
pub mod pages;

use std::collections::VecDeque;

use bevy::{
    app::AppExit,
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
    window::RequestRedraw,
};

use crate::{
    game::{
        AppSystems,
        engine::BestEngine,
        facts::{AnswerAssessed, KeepWanted, SessionFinished},
        notice::Notice,
        practice::{
            errands::{BEING_WRITTEN, DeskReply, Errand, Fetched, carry_out},
            pages::{OpenPage, PracticePage},
        },
        session::{ActiveSession, SaveFolder, WallClock},
    },
    interview::scoring::engine::Engine,
    play::{Afterwards, ComingPractice, Keeping, Today},
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PracticeDesk>()
        .add_message::<RequestRedraw>()
        .add_message::<AppExit>()
        .add_systems(Startup, read_in)
        .add_systems(Update, work.in_set(AppSystems::Input))
        .add_systems(Last, finish_writing)
        .add_observer(ask_whether_kept)
        .add_observer(keep)
        .add_observer(ask_what_follows);
}

/// What the history says, as far as it was asked.
#[derive(Resource, Debug, Default)]
pub struct PracticeDesk {
    /// Today's practice; nothing until it was read.
    pub today: Option<Today>,
    /// What is practised next, where nothing is due today.
    pub next: Option<ComingPractice>,
    /// The page of the practice that was asked for last; nothing until it was read.
    pub page: Option<OpenPage>,
    /// What is said behind the debrief; nothing until it was read.
    pub afterwards: Option<Afterwards>,
    /// Whether the answer that the feedback shows is kept; nothing until it was read.
    pub kept: Option<bool>,
    waiting: VecDeque<Errand>,
    under_way: Option<Task<Fetched>>,
}

impl PracticeDesk {
    /// Sends for something, behind whatever was sent for before.
    pub fn send(&mut self, errand: Errand) {
        match &errand {
            // Of several pages the last is looked at.
            Errand::Page(_) => self.waiting.retain(|waits| !matches!(waits, Errand::Page(_))),
            Errand::Today(_) => self.waiting.retain(|waits| !matches!(waits, Errand::Today(_))),
            Errand::Afterwards { .. } => self.afterwards = None,
            Errand::IsKept { .. } => self.kept = None,
            _ => {}
        }
        self.waiting.push_back(errand);
    }

    /// Whether everything that was sent for is there.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.under_way.is_none()
    }

    /// The page, where it is the one that is wanted.
    pub fn opened(&self, page: PracticePage) -> Option<&OpenPage> {
        self.page.as_ref().filter(|open| open.page == page)
    }

    fn take(&mut self, fetched: Fetched, notice: &mut Notice) {
        let told = match fetched {
            Ok((finding, told)) => {
                match finding {
                    DeskReply::Today(today, next) => {
                        self.today = Some(*today);
                        self.next = next;
                    }
                    DeskReply::Page(page) => self.page = Some(*page),
                    DeskReply::Afterwards(afterwards) => self.afterwards = Some(afterwards),
                    DeskReply::IsKept(kept) => self.kept = kept,
                    DeskReply::Nothing => {}
                }
                told
            }
            Err(why) => Some(why),
        };
        let free = notice.0.as_deref().is_none_or(|said| said == BEING_WRITTEN);
        if let Some(told) = told.filter(|_| free) {
            notice.0 = Some(told);
        }
    }
}

/// Reads in the interviews that were finished before there was a history.
fn read_in(mut desk: ResMut<PracticeDesk>) {
    desk.send(Errand::ReadIn);
}

/// The last answer of an interview: what the history calls that, and the answer's place in it.
fn last_answer(active: &ActiveSession) -> Option<(String, usize)> {
    let place = active.get().attempts().len().checked_sub(1)?;
    Some((active.name_in_history()?.to_owned(), place))
}

fn ask_whether_kept(
    _: On<AnswerAssessed>,
    active: Option<Res<ActiveSession>>,
    mut desk: ResMut<PracticeDesk>,
) {
    if let Some((session, place)) = active.as_deref().and_then(last_answer) {
        desk.send(Errand::IsKept { session, place });
    }
}

fn keep(
    wanted: On<KeepWanted>,
    active: Option<Res<ActiveSession>>,
    mut desk: ResMut<PracticeDesk>,
) {
    if let Some((session, place)) = active.as_deref().and_then(last_answer) {
        desk.send(Errand::Keep { session, place, kept: wanted.0 });
    }
}

fn ask_what_follows(
    _: On<SessionFinished>,
    active: Option<Res<ActiveSession>>,
    mut desk: ResMut<PracticeDesk>,
) {
    let Some(active) = active else { return };
    let story = active.get().settings().story;
    if let Some(session) = active.name_in_history().map(str::to_owned) {
        desk.send(Errand::Afterwards { session, story });
    }
}

/// Takes what was fetched, and sends for the next.
fn work(
    mut desk: ResMut<PracticeDesk>,
    folder: Res<SaveFolder>,
    clock: Res<WallClock>,
    engine: Res<BestEngine>,
    mut notice: ResMut<Notice>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let Some(folder) = &folder.0 else {
        desk.bypass_change_detection().waiting.clear();
        return;
    };
    if desk.is_idle() {
        return;
    }
    if let Some(under_way) = &mut desk.under_way {
        match block_on(poll_once(under_way)) {
            Some(fetched) => {
                desk.under_way = None;
                desk.take(fetched, &mut notice);
            }
            None => {
                redraw.write(RequestRedraw);
                return;
            }
        }
    }
    let judging = engine.is_starting();
    let free = |errand: &Errand| !(judging && errand.wants_engine());
    let Some(next) = desk.waiting.iter().position(free) else { return };
    let Some(errand) = desk.waiting.remove(next) else { return };
    let keeping = Keeping { folder: folder.clone(), clock: clock.0.clone() };
    let engine: Engine = engine.ready().clone();
    let pool = AsyncComputeTaskPool::get();
    desk.under_way = Some(pool.spawn(async move { carry_out(errand, &keeping, &engine) }));
    redraw.write(RequestRedraw);
}

/// Writes what is still to be written before the game ends.
fn finish_writing(
    mut ends: MessageReader<AppExit>,
    mut desk: ResMut<PracticeDesk>,
    folder: Res<SaveFolder>,
    clock: Res<WallClock>,
    engine: Res<BestEngine>,
) {
    let Some(folder) = folder.0.as_ref().filter(|_| ends.read().count() > 0) else { return };
    if let Some(under_way) = desk.under_way.take() {
        block_on(under_way).ok();
    }
    let keeping = Keeping { folder: folder.clone(), clock: clock.0.clone() };
    for errand in desk.waiting.drain(..).filter(Errand::writes) {
        carry_out(errand, &keeping, engine.ready()).ok();
    }
}
