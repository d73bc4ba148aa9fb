//! A demonstration in the window: what is shown, who listens, and what the trainer does with it.

pub mod clicker;
mod listening;
mod opening;
mod reading;
mod running;

use std::{sync::Arc, time::Duration};

use bevy::prelude::*;

use crate::{
    game::{
        AppSystems,
        demonstration::{
            clicker::{Clicker, Jumping},
            listening::PanelHears,
            reading::ReadAnswers,
        },
        mishap::caught,
        screen::Screen,
        stage::acting::reactions::Reactions,
    },
    interview::{
        demonstration::{
            program::Program,
            run::{SavedRun, StageRun},
            steps::{PACES, Shows},
            told::ToldAnswer,
        },
        scenario::Scenario,
        scoring::Scorer,
    },
    storage::{programs, scenarios::Loaded},
};

/// Opens demonstrations: what of them needs nothing to see by.
pub(super) fn rules(app: &mut App) {
    app.add_observer(opening::open);
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (caught(running::go_on_by_itself), caught(running::hear), caught(running::keep))
            .chain()
            .in_set(AppSystems::Present)
            .run_if(in_state(Screen::Demonstration)),
    )
    .add_systems(OnExit(Screen::Demonstration), close);
}

/// What lies over the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// What the keys do.
    Keys,
    /// What the trainer may want to say, and what comes next.
    Notes,
    /// The program, to be put in order; the piece that is looked at.
    Arrange(usize),
}

/// A demonstration under way.
#[derive(Resource)]
pub struct Demonstration {
    run: StageRun,
    loaded: Loaded,
    scorer: Scorer,
    read: ReadAnswers,
    hears: PanelHears,
    jumping: Jumping,
    /// For how long the step has stood, in seconds.
    pub stood: f32,
    /// For how long it has been fading in, in seconds: a frame that took long, because something else was under way, counts
    /// as a short one.
    pub fading: f32,
    /// For how long the demonstration has been on, in seconds.
    pub spent: f32,
    /// Whether a page without the stage was on before what is shown.
    pub from_page: bool,
    /// Whether the notes have a window of their own.
    pub own_window: bool,
    /// Whether it goes on by itself.
    pub by_itself: bool,
    /// Whether nothing is shown.
    pub dark: bool,
    /// How much larger than usual what is said is shown.
    pub large: f32,
    /// What lies over the stage.
    pub overlay: Option<Overlay>,
    /// What the room is writing.
    pub room: String,
    /// The program of the scenario, where it has one.
    pub program: Option<Program>,
    /// The demonstration of this scenario that was left before this one.
    pub left: Option<SavedRun>,
    /// Whom it is for.
    pub purpose: Purpose,
    kept: Option<SavedRun>,
    of: u64,
}

/// Whom a demonstration is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// A room.
    Room,
    /// A player who watches before answering.
    Watch,
    /// A player who compares: their answer as it was read.
    Compare(Box<ToldAnswer>),
}

impl Demonstration {
    fn new(loaded: Loaded, run: StageRun, scorer: Scorer, purpose: Purpose) -> Self {
        let hears = PanelHears::new(run.scenario());
        let mut read = ReadAnswers::default();
        read.begin(&scorer, run.piece(), run.question().0, run.answers());
        Self {
            run,
            loaded,
            scorer,
            read,
            hears,
            jumping: Jumping::default(),
            stood: 0.0,
            fading: 0.0,
            spent: 0.0,
            from_page: false,
            own_window: false,
            by_itself: false,
            dark: false,
            large: 1.0,
            overlay: None,
            room: String::new(),
            program: None,
            left: None,
            purpose,
            kept: None,
            of: 0,
        }
    }

    /// What is shown.
    pub fn run(&self) -> &StageRun {
        &self.run
    }

    /// The scenario whose answers are shown.
    pub fn scenario(&self) -> &Scenario {
        self.run.scenario()
    }

    /// How often what is shown has changed: another number is another picture.
    pub fn changes(&self) -> u64 {
        self.of
    }

    /// The answers of the question, as the engine reads them once it has.
    pub fn answers(&self) -> &[ToldAnswer] {
        self.read.of(self.run.piece()).unwrap_or_else(|| self.run.answers())
    }

    /// The room's first and last answer as they were read; the same where it has written one.
    pub fn room_answers(&self) -> Option<(&ToldAnswer, &ToldAnswer)> {
        self.read.room()
    }

    /// How much of the room's answer tells each part, and how many figures it has, as far as it was read.
    pub fn heard(&self) -> Option<&crate::interview::scoring::assessment::Assessment> {
        self.hears.heard()
    }

    /// Whether something on the screen moves, and soon.
    pub fn moves(&self) -> bool {
        // It has never been fading in for longer than it stood.
        self.fading < SETTLES
            || self.telling().is_some()
            || self.by_itself && self.run.takes().is_some()
    }

    /// Whether a sentence is being told just now, and how far the step is over: 0 to 1.
    pub fn telling(&self) -> Option<f32> {
        if !matches!(self.run.shows(), Shows::Telling { .. } | Shows::Asked) {
            return None;
        }
        let takes = self.run.takes()? as f32 / 1000.0;
        (self.stood < takes).then_some(self.stood / takes.max(0.1))
    }

    /// Does what a key asks for; whether the trainer leaves.
    pub fn press(&mut self, key: Clicker) -> bool {
        let before = (self.run.piece(), self.run.shows());
        let digits = std::mem::take(&mut self.jumping);
        match key {
            Clicker::Leave if self.overlay.is_some() => self.overlay = None,
            Clicker::Leave => return true,
            Clicker::Dark => self.dark = !self.dark,
            Clicker::GoOn if self.dark => self.dark = false,
            Clicker::GoOn => {
                self.hand_in_before_going_on();
                if !self.run.go_on() {
                    self.by_itself = false;
                    return self.purpose != Purpose::Room;
                }
            }
            Clicker::Back => {
                self.run.back();
            }
            Clicker::Home => self.run.home(),
            Clicker::End => self.run.end(),
            Clicker::Number(digit) => {
                let (_, of) = self.run.number();
                self.jumping = digits.with(digit, of);
                self.run.jump(self.jumping.number());
            }
            Clicker::ByItself => self.by_itself = !self.by_itself,
            Clicker::Faster(by) => self.run.change(|program| {
                let pace = program.pace.saturating_add_signed(by);
                program.pace = pace.max(*PACES.start()).min(*PACES.end());
            }),
            Clicker::Marks => self.run.change(|p| p.marks = p.marks.following()),
            Clicker::Stride => self.run.change(|p| p.stride = p.stride.following()),
            Clicker::Larger(by) => {
                self.large = ((self.large + by) * 10.0).round() / 10.0;
                self.large = self.large.clamp(0.8, 1.6);
            }
            Clicker::Resume if self.run.shows() == Shows::RoomJudged => self.run.write_again(),
            Clicker::NotesWindow => self.own_window = !self.own_window,
            Clicker::Overlay(wanted) => {
                let wanted = match wanted {
                    Overlay::Arrange(_) => Overlay::Arrange(self.run.piece()),
                    other => other,
                };
                let shown = self.overlay.map(|overlay| std::mem::discriminant(&overlay));
                let same = shown == Some(std::mem::discriminant(&wanted));
                self.overlay = (!same).then_some(wanted);
            }
            Clicker::Program => {
                if let Some(program) = self.program.clone() {
                    self.open_run(StageRun::open(Arc::clone(self.run.scenario()), program));
                }
            }
            Clicker::Resume => {
                if let Some(left) = self.left.take() {
                    self.open_run(StageRun::resume(Arc::clone(self.run.scenario()), left));
                }
            }
            Clicker::Room => self.run.ask_the_room(),
            Clicker::WriteAgain => self.run.write_again(),
        }
        self.follow(before);
        false
    }

    fn open_run(&mut self, run: Option<StageRun>) {
        if let Some(run) = run {
            self.run = run;
            self.read = ReadAnswers::default();
            self.left = None;
            self.overlay = None;
        }
    }

    /// What is being written counts once the trainer goes on.
    fn hand_in_before_going_on(&mut self) {
        if self.run.shows() == Shows::Room && self.run.hand_in(&self.room) {
            // The press that goes on is the one that hands in.
            self.run.back();
        }
    }

    /// Hands in what the room wrote; whether it is an answer.
    pub fn hand_in(&mut self) -> bool {
        let before = (self.run.piece(), self.run.shows());
        let text = self.room.clone();
        let done = self.run.hand_in(&text);
        self.follow(before);
        done
    }

    /// Puts the program in order.
    pub fn arrange(&mut self, change: impl FnOnce(&mut StageRun)) {
        let before = (self.run.piece(), self.run.shows());
        let answers = self.run.answers().len();
        change(&mut self.run);
        if self.run.piece() != before.0 || self.run.answers().len() != answers {
            self.read = ReadAnswers::default();
        }
        self.follow(before);
    }

    /// Writes the program beside its scenario; gives what to say of it.
    pub fn write_program(&mut self) -> String {
        let program = self.run.program().clone();
        match programs::write(&self.loaded, &program) {
            Ok(path) => {
                self.program = Some(program);
                format!("The program is written to {}.", path.display())
            }
            Err(error) => format!("The program cannot be written: {error}."),
        }
    }

    /// Follows what is shown now, where it was something else before.
    fn follow(&mut self, before: (usize, Shows)) {
        let now = (self.run.piece(), self.run.shows());
        if now == before {
            return;
        }
        self.of += 1;
        self.stood = 0.0;
        self.fading = 0.0;
        self.from_page = !on_stage(before.1);
        if now.1 == Shows::Room {
            self.room = self.run.written().last().cloned().unwrap_or_default();
        }
        let (question, _) = self.run.question();
        let needed = !matches!(now.1, Shows::Asked | Shows::Telling { .. } | Shows::Room);
        self.read.begin(&self.scorer, now.0, question, self.run.answers());
        if needed {
            self.read.wait();
        }
        if matches!(now.1, Shows::RoomJudged | Shows::RoomCompared) {
            self.read.read_room(&self.scorer, question, self.run.written());
        }
    }
}

fn close(mut commands: Commands, mut reactions: ResMut<Reactions>) {
    reactions.show(Vec::new());
    commands.remove_resource::<Demonstration>();
}

/// How far a step is faded in.
pub fn faded_in(fading: f32, still: bool) -> f32 {
    let takes = Duration::from_millis(if still { 240 } else { 180 }).as_secs_f32();
    (fading / takes).clamp(0.0, 1.0)
}

/// Whether this is shown on the stage, and not on a page.
pub fn on_stage(shows: Shows) -> bool {
    matches!(shows, Shows::Asked | Shows::Telling { .. } | Shows::Room)
}

/// How long a step takes to have come to rest, in seconds.
const SETTLES: f32 = 0.6;
