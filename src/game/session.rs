//! The bridge between what the player wants and the session: intents in, facts out.
//!
//! [`apply_intents`] alone writes the session. What happened goes out as observer events; the screen follows them.

use std::{collections::VecDeque, time::Duration};

use bevy::prelude::*;

use crate::{
    game::{
        AppSystems,
        engine::BestEngine,
        facts::{ExamplesWanted, KeepWanted, SessionLeft, SessionOpened, announce},
        notice::Notice,
        saving::{SETTLE_EVERY, Unsaved},
    },
    interview::session::{Command, Event as Fact, Session, Settings, Turn},
    play::{self, Done, Keeping, NotTakenUp, Play, Round, TakenUp},
    storage::{
        clock::Clock,
        scenarios::{self, LoadError, Loaded, ScenarioEntry},
        shelf::Kept,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Intent>()
        .init_resource::<Shelf>()
        .init_resource::<Rounds>()
        .init_resource::<Unsaved>()
        .init_resource::<DraftWords>()
        .add_systems(
            Update,
            (apply_intents, keep_words, say_unsaved).chain().in_set(AppSystems::Session),
        );
}

/// What the player wants.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Look at a scenario of the library.
    Choose(usize),
    /// Sit down in front of the chosen panel.
    Begin(Settings),
    /// The same, to be asked only the questions of these ids.
    BeginOnly(Settings, Vec<String>),
    /// Sit down for the next round of today's practice.
    Practise(Settings),
    /// Sit down in front of the panel of the session again, with these settings.
    Again(Settings),
    /// Take the unfinished interview up again.
    TakeUp,
    /// Take up this one of those that were left.
    TakeUpKept(Kept),
    /// Carry a command out in the session.
    Do(Command),
    /// See answers told.
    Show(AnswersWanted),
    /// Keep the last answer as the player's own model answer, or keep it no longer.
    Keep(bool),
    /// Rate answers of known level.
    Rate(ExamplesWanted),
    /// Leave the interview; it can be taken up again.
    Leave,
}

/// Somebody wants to see answers told.
#[derive(Event, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswersWanted {
    /// Every question of the chosen scenario, from the first on.
    All,
    /// The model answer of the question that the interview asks, before it is answered.
    Before,
    /// The player's last answer beside the model answer.
    Beside,
}

/// The scenarios that can be played, and the one that is chosen.
#[derive(Resource, Debug)]
pub struct Library {
    /// What there is.
    pub entries: Vec<ScenarioEntry>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// The chosen one, read; the last that could be, where the chosen one has faults.
    pub loaded: Loaded,
    /// Why the chosen one cannot be played, in a sentence.
    pub fault: Option<String>,
}

impl Library {
    /// The library with one scenario chosen.
    pub fn new(loaded: Loaded) -> Self {
        let mut entries = scenarios::list();
        let entry = ScenarioEntry { name: loaded.name.clone(), source: loaded.source.clone() };
        let chosen = entries.iter().position(|known| *known == entry).unwrap_or_else(|| {
            entries.insert(0, entry);
            0
        });
        Self { entries, chosen, loaded, fault: None }
    }

    /// Takes a scenario that was read already as the chosen one.
    fn take(&mut self, loaded: Loaded) {
        let known = self.entries.iter().position(|entry| entry.name == loaded.name);
        self.chosen = known.unwrap_or_else(|| {
            let (name, source) = (loaded.name.clone(), loaded.source.clone());
            self.entries.push(ScenarioEntry { name, source });
            self.entries.len() - 1
        });
        self.loaded = loaded;
        self.fault = None;
    }

    /// Looks at another one; what cannot be played can be looked at and gone past.
    fn choose(&mut self, index: usize) {
        let Some(entry) = self.entries.get(index) else { return };
        self.chosen = index;
        match scenarios::load_entry(entry) {
            Ok(loaded) => {
                self.loaded = loaded;
                self.fault = None;
            }
            Err(error) => self.fault = Some(first_fault(&error)),
        }
    }
}

/// What is wrong with a scenario, in a sentence.
fn first_fault(error: &LoadError) -> String {
    match error {
        LoadError::Faults { faults, .. } if !faults.is_empty() => {
            let first = format!("Line {}: {}.", faults[0].line, faults[0].message);
            match faults.len() - 1 {
                0 => first,
                more => format!("{first} `hotseat check` names this fault and {more} more."),
            }
        }
        error => sentence(&error.to_string()),
    }
}

/// The interviews that can be gone on with, as the title found them.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf(pub Vec<Kept>);

impl Shelf {
    /// The one under way that beginning another leaves behind, where the player said anything in it.
    pub fn left_by_beginning(&self) -> Option<&Kept> {
        self.0.iter().find(|kept| kept.is_under_way() && kept.holds_words)
    }
}

/// Where sessions are kept; nowhere in tests and where the system gives no folder.
#[derive(Resource, Clone, Debug, Default)]
pub struct SaveFolder(pub Option<std::path::PathBuf>);

/// The clock that tells when something was said, and on which day.
#[derive(Resource, Clone, Debug, Default)]
pub struct WallClock(pub Clock);

/// What is left of today's practice, scenario by scenario.
#[derive(Resource, Debug, Default)]
pub struct Rounds(pub VecDeque<Round>);

/// The interview under way, open to everybody's reading.
#[derive(Resource, Debug)]
pub struct ActiveSession(Play);

impl ActiveSession {
    /// The session.
    pub fn get(&self) -> &Session {
        self.0.session()
    }

    /// What the history calls it; nothing where it is kept nowhere.
    pub fn name_in_history(&self) -> Option<&str> {
        self.0.name_in_history()
    }
}

/// The player's words on the current question, kept on disk as they change.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftWords {
    /// The words so far.
    pub text: String,
    kept: String,
    /// Whether they are on the disk itself.
    settled: bool,
}

impl DraftWords {
    /// Words that are on disk already.
    fn kept(text: String) -> Self {
        Self { kept: text.clone(), text, settled: true }
    }
}

fn apply_intents(
    mut commands: Commands,
    mut intents: MessageReader<Intent>,
    mut active: Option<ResMut<ActiveSession>>,
    mut library: ResMut<Library>,
    mut words: ResMut<DraftWords>,
    mut notice: ResMut<Notice>,
    mut unsaved: ResMut<Unsaved>,
    folder: Res<SaveFolder>,
    clock: Res<WallClock>,
    mut rounds: ResMut<Rounds>,
    mut engine: ResMut<BestEngine>,
) {
    if let Some(active) = active.as_mut().filter(|active| active.0.wants(engine.ready())) {
        unsaved.follow(&active.0.take_engine(engine.ready()));
    }
    let keeping = || folder.0.clone().map(|folder| Keeping { folder, clock: clock.0.clone() });
    for intent in intents.read() {
        match intent {
            Intent::Choose(index) => {
                library.choose(*index);
                notice.0 = None;
            }
            Intent::Begin(_) | Intent::BeginOnly(..) if library.fault.is_some() => {
                notice.0.clone_from(&library.fault);
            }
            Intent::Begin(settings)
            | Intent::BeginOnly(settings, _)
            | Intent::Practise(settings) => {
                let only = match intent {
                    Intent::Practise(_) => {
                        let Some(round) = rounds.0.pop_front() else { continue };
                        library.take(round.loaded);
                        round.questions
                    }
                    _ => {
                        rounds.0.clear();
                        if let Intent::BeginOnly(_, only) = intent {
                            only.clone()
                        } else {
                            Vec::new()
                        }
                    }
                };
                let loaded = library.loaded.clone();
                let play = Play::open_only(loaded, *settings, only, engine.ready(), keeping());
                let mut opened = ActiveSession(play);
                let facts = begin(&mut opened, &mut words, &mut notice, &mut unsaved);
                commands.insert_resource(opened);
                commands.trigger(SessionOpened);
                announce(&mut commands, facts);
            }
            Intent::Again(settings) => {
                let Some(active) = active.as_deref_mut() else { continue };
                active.0 = active.0.again(*settings, engine.ready(), keeping());
                let facts = begin(active, &mut words, &mut notice, &mut unsaved);
                commands.trigger(SessionOpened);
                announce(&mut commands, facts);
            }
            Intent::TakeUp | Intent::TakeUpKept(_) => {
                let kept = if let Intent::TakeUpKept(kept) = intent { Some(kept) } else { None };
                let taken_up = match keeping() {
                    // Its answers are judged as they were judged, for which the engine may be needed.
                    Some(keeping) => play::take_up(keeping, kept, engine.started()),
                    None => Err(NotTakenUp::Gone),
                };
                match taken_up {
                    Ok(TakenUp { play, words: begun, saved }) => {
                        let opened = ActiveSession(play);
                        *words = DraftWords::kept(begun);
                        notice.0 = None;
                        unsaved.follow(&saved);
                        let facts = standing(opened.get());
                        commands.insert_resource(opened);
                        commands.trigger(SessionOpened);
                        announce(&mut commands, facts);
                    }
                    Err(why) => notice.0 = Some(sentence(&why.to_string())),
                }
            }
            Intent::Do(command) => {
                let Some(active) = active.as_deref_mut() else { continue };
                let facts = carry_out(active, command, &mut words, &mut notice, &mut unsaved);
                announce(&mut commands, facts);
            }
            Intent::Show(wanted) => commands.trigger(*wanted),
            Intent::Keep(kept) => commands.trigger(KeepWanted(*kept)),
            Intent::Rate(wanted) => commands.trigger(*wanted),
            Intent::Leave => commands.trigger(SessionLeft),
        }
    }
}

/// Opens the interview of a session.
fn begin(
    opened: &mut ActiveSession,
    words: &mut DraftWords,
    notice: &mut Notice,
    unsaved: &mut Unsaved,
) -> Vec<Fact> {
    *words = DraftWords::default();
    carry_out(opened, &Command::Begin, words, notice, unsaved)
}

/// What is to be said again of a session that was taken up.
fn standing(session: &Session) -> Vec<Fact> {
    match (session.turn(), session.current()) {
        (Turn::Answer | Turn::Rate, Some((question, _))) => vec![Fact::QuestionAsked(question)],
        (Turn::Probe, _) => session.probe().map(|p| Fact::ProbeAsked(p.gap)).into_iter().collect(),
        (Turn::Feedback, _) => vec![Fact::AnswerAssessed],
        (Turn::Closing, _) => vec![Fact::EndReached],
        _ => Vec::new(),
    }
}

/// Carries a command out and keeps it; gives what happened.
fn carry_out(
    active: &mut ActiveSession,
    command: &Command,
    words: &mut DraftWords,
    notice: &mut Notice,
    unsaved: &mut Unsaved,
) -> Vec<Fact> {
    let command = match command {
        // Whoever skips loses no word.
        Command::Skip if words.text != active.get().begun() => Session::skipping(&words.text),
        command => command.clone(),
    };
    let Done { events: facts, saved, notice: told } = match active.0.apply(command) {
        Ok(done) => done,
        Err(rejected) => {
            notice.0 = Some(sentence(&rejected.to_string()));
            return Vec::new();
        }
    };
    notice.0 = told;
    for fact in &facts {
        match fact {
            // A retry goes on from the words that were handed in, and what was skipped from those that were set aside.
            Fact::QuestionAsked(_) => words.text = active.get().begun(),
            // What is added is written on an empty sheet.
            Fact::ProbeAsked(_) | Fact::ProbeSkipped | Fact::EndReached => words.text.clear(),
            _ => {}
        }
    }
    unsaved.follow(&saved);
    facts
}

/// A reason as a sentence.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// Writes the player's words to disk whenever they changed, and now and then down to the disk itself.
fn keep_words(
    time: Res<Time<Real>>,
    active: Option<Res<ActiveSession>>,
    mut words: ResMut<DraftWords>,
    mut unsaved: ResMut<Unsaved>,
    mut since: Local<Duration>,
) {
    *since += time.delta();
    let Some(active) = active else { return };
    let changed = words.text != words.kept;
    let settles = *since >= SETTLE_EVERY && (changed || !words.settled);
    if !changed && !settles {
        return;
    }
    if settles {
        *since = Duration::ZERO;
    }
    let words = words.bypass_change_detection();
    words.kept.clone_from(&words.text);
    words.settled = settles;
    let saved = active.0.keep(&words.text, settles);
    // Words that are kept say nothing of a step that is not.
    if saved.is_err() {
        unsaved.follow(&saved);
    }
}

/// Tells the player that words cannot be saved until they can, behind whatever else there is to tell.
fn say_unsaved(unsaved: Res<Unsaved>, mut notice: ResMut<Notice>, mut said: Local<Option<String>>) {
    if said.is_some() && notice.0 == *said && unsaved.sentence() != said.as_ref() {
        notice.0 = None;
    }
    *said = unsaved.sentence().cloned();
    if notice.0.is_none() && said.is_some() {
        notice.0.clone_from(&said);
    }
}
