//! The bridge between what the player wants and the session: intents in, facts out.
//!
//! [`apply_intents`] alone writes the session. What happened goes out as observer events; the screen follows them.

use std::sync::Arc;

use bevy::prelude::*;

use crate::{
    game::AppSystems,
    interview::{
        probing::Remark,
        scoring::Scorer,
        session::{Command, Event as Fact, Session, Settings, Turn},
    },
    storage::{
        journal::{self, Draft, Journal},
        scenarios::{self, Entry, Loaded},
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Intent>()
        .init_resource::<Notice>()
        .init_resource::<Words>()
        .add_systems(Update, (apply_intents, keep_words).chain().in_set(AppSystems::Session));
}

/// What the player wants.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Look at a scenario of the library.
    Choose(usize),
    /// Sit down in front of the chosen panel.
    Begin(Settings),
    /// Take the unfinished interview up again.
    TakeUp,
    /// Carry a command out in the session.
    Do(Command),
    /// Leave the interview; it can be taken up again.
    Leave,
}

/// The interview begins or goes on.
#[derive(Event, Clone, Copy, Debug)]
pub struct SessionOpened;

/// A section begins; an index into the scenario's sections.
#[derive(Event, Clone, Copy, Debug)]
pub struct SectionOpened(pub usize);

/// A question is asked; an index into the scenario's questions.
#[derive(Event, Clone, Copy, Debug)]
pub struct QuestionAsked(pub usize);

/// The word goes from one panelist to another; what is said comes before what is asked next.
#[derive(Event, Clone, Debug)]
pub struct HandedOver(pub Remark);

/// A panelist asks back; the probe is that of the session.
#[derive(Event, Clone, Copy, Debug)]
pub struct ProbeAsked;

/// The player may see how the last answer went.
#[derive(Event, Clone, Copy, Debug)]
pub struct AnswerAssessed;

/// The interview is over.
#[derive(Event, Clone, Copy, Debug)]
pub struct SessionFinished;

/// The player left the interview.
#[derive(Event, Clone, Copy, Debug)]
pub struct SessionLeft;

/// The scenarios that can be played, and the one that is chosen.
#[derive(Resource, Debug)]
pub struct Library {
    /// What there is.
    pub entries: Vec<Entry>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// The chosen one, read.
    pub loaded: Loaded,
}

impl Library {
    /// The library with one scenario chosen.
    pub fn new(loaded: Loaded) -> Self {
        let mut entries = scenarios::list();
        let chosen = match entries.iter().position(|entry| entry.name == loaded.name) {
            Some(known) => known,
            None => {
                let source = scenarios::Source::BuiltIn;
                entries.insert(0, Entry { name: loaded.name.clone(), source });
                0
            }
        };
        Self { entries, chosen, loaded }
    }
}

/// Where sessions are kept; nowhere in tests and where the system gives no folder.
#[derive(Resource, Clone, Debug, Default)]
pub struct SaveFolder(pub Option<std::path::PathBuf>);

/// The session, open to everybody's reading.
#[derive(Resource, Debug)]
pub struct ActiveSession {
    session: Session,
    journal: Option<Journal>,
}

impl ActiveSession {
    /// The session.
    pub fn get(&self) -> &Session {
        &self.session
    }
}

/// The player's words on the current question, kept on disk as they change.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words so far.
    pub text: String,
    kept: String,
}

impl Words {
    /// Words that are on disk already.
    fn kept(text: String) -> Self {
        Self { kept: text.clone(), text }
    }
}

/// Something the player must be told, in one sentence.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice(pub Option<String>);

fn apply_intents(
    mut commands: Commands,
    mut intents: MessageReader<Intent>,
    mut active: Option<ResMut<ActiveSession>>,
    mut library: ResMut<Library>,
    mut words: ResMut<Words>,
    mut notice: ResMut<Notice>,
    folder: Res<SaveFolder>,
) {
    for intent in intents.read() {
        match intent {
            Intent::Choose(index) => choose(&mut library, *index, &mut notice),
            Intent::Begin(settings) => {
                let mut opened = open(&library.loaded, *settings, &folder, &mut notice);
                *words = Words::default();
                let facts = carry_out(&mut opened, &Command::Begin, &mut words, &mut notice);
                commands.insert_resource(opened);
                commands.trigger(SessionOpened);
                announce(&mut commands, facts);
            }
            Intent::TakeUp => match take_up(&folder) {
                Ok((opened, draft)) => {
                    *words = Words::kept(draft);
                    let facts = standing(opened.get());
                    commands.insert_resource(opened);
                    commands.trigger(SessionOpened);
                    announce(&mut commands, facts);
                }
                Err(why) => notice.0 = Some(why),
            },
            Intent::Do(command) => {
                let Some(active) = active.as_deref_mut() else { continue };
                let facts = carry_out(active, command, &mut words, &mut notice);
                announce(&mut commands, facts);
            }
            Intent::Leave => commands.trigger(SessionLeft),
        }
    }
}

fn choose(library: &mut Library, index: usize, notice: &mut Notice) {
    let Some(entry) = library.entries.get(index) else { return };
    match scenarios::load_entry(entry) {
        Ok(loaded) => {
            library.loaded = loaded;
            library.chosen = index;
            notice.0 = None;
        }
        Err(error) => {
            notice.0 = Some(format!(
                "“{}” cannot be played: {error}. `hotseat check` names every fault.",
                entry.name
            ));
        }
    }
}

fn open(
    loaded: &Loaded,
    settings: Settings,
    folder: &SaveFolder,
    notice: &mut Notice,
) -> ActiveSession {
    let scenario = Arc::new(loaded.scenario.clone());
    let scorer = Arc::new(Scorer::of(&scenario));
    let journal = folder.0.as_ref().and_then(|folder| {
        Journal::begin(folder, &loaded.name, &loaded.text, settings)
            .inspect_err(|error| notice.0 = Some(not_saved(error)))
            .ok()
    });
    ActiveSession { session: Session::new(scenario, scorer, settings), journal }
}

fn take_up(folder: &SaveFolder) -> Result<(ActiveSession, String), String> {
    let gone = || "The unfinished interview can no longer be read.".to_owned();
    let folder = folder.0.as_ref().ok_or_else(gone)?;
    let unfinished = journal::unfinished(folder).ok_or_else(gone)?;
    let session = unfinished.replay().map_err(|_| gone())?;
    let draft = Some(unfinished.draft).filter(|draft| draft.answers(&session));
    let draft = draft.map(|draft| draft.text).unwrap_or_default();
    let journal = Journal::reopen(folder).map_err(|error| not_saved(&error))?;
    Ok((ActiveSession { session, journal: Some(journal) }, draft))
}

/// What is to be said again of a session that was taken up.
fn standing(session: &Session) -> Vec<Fact> {
    match (session.turn(), session.current()) {
        (Turn::Answer | Turn::Rate, Some((question, _))) => vec![Fact::QuestionAsked(question)],
        (Turn::Probe, _) => session.probe().map(|p| Fact::ProbeAsked(p.gap)).into_iter().collect(),
        (Turn::Feedback, _) => vec![Fact::AnswerAssessed],
        _ => Vec::new(),
    }
}

/// Carries a command out and keeps it; gives what happened.
fn carry_out(
    active: &mut ActiveSession,
    command: &Command,
    words: &mut Words,
    notice: &mut Notice,
) -> Vec<Fact> {
    let facts = match active.session.apply(command.clone()) {
        Ok(facts) => facts,
        Err(rejected) => {
            notice.0 = Some(sentence(&rejected.to_string()));
            return Vec::new();
        }
    };
    notice.0 = None;
    if let (Some(journal), Some(step)) = (&mut active.journal, active.session.log().last())
        && let Err(error) = journal.note(step)
    {
        notice.0 = Some(not_saved(&error));
    }
    for fact in &facts {
        match fact {
            Fact::QuestionAsked(question) => {
                // A retry goes on from the words that were handed in.
                let again = active.session.latest(*question).filter(|_| *command == Command::Retry);
                words.text = again.map_or_else(String::new, |attempt| attempt.text.clone());
            }
            // What is added is written on an empty sheet.
            Fact::ProbeAsked(_) => words.text.clear(),
            Fact::SessionFinished => {
                if let Some(journal) = active.journal.take()
                    && let Err(error) = journal.close()
                {
                    notice.0 = Some(not_saved(&error));
                }
            }
            _ => {}
        }
    }
    facts
}

/// Tells whoever listens what happened.
fn announce(commands: &mut Commands, facts: Vec<Fact>) {
    for fact in facts {
        match fact {
            Fact::SectionOpened(section) => commands.trigger(SectionOpened(section)),
            Fact::QuestionAsked(question) => commands.trigger(QuestionAsked(question)),
            Fact::HandedOver(remark) => commands.trigger(HandedOver(remark)),
            Fact::ProbeAsked(_) => commands.trigger(ProbeAsked),
            Fact::AnswerAssessed => commands.trigger(AnswerAssessed),
            Fact::SessionFinished => commands.trigger(SessionFinished),
            Fact::HintGiven
            | Fact::AnswerGiven
            | Fact::AdditionGiven
            | Fact::ProbeSkipped
            | Fact::QuestionSkipped(_)
            | Fact::Paused
            | Fact::Resumed => {}
        }
    }
}

/// A reason as a sentence.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// Writes the player's words to disk whenever they changed.
fn keep_words(
    active: Option<Res<ActiveSession>>,
    mut words: ResMut<Words>,
    mut notice: ResMut<Notice>,
) {
    let Some(active) = active else { return };
    if words.text == words.kept {
        return;
    }
    let words = words.bypass_change_detection();
    words.kept.clone_from(&words.text);
    let Some(journal) = &active.journal else { return };
    let Some(draft) = Draft::of(&active.session, words.text.clone()) else { return };
    if let Err(error) = journal.keep_draft(&draft) {
        notice.0 = Some(not_saved(&error));
    }
}

fn not_saved(error: &crate::storage::files::FileError) -> String {
    format!(
        "Your words cannot be saved: {error}. Free the disk or set HOTSEAT_DATA to another folder."
    )
}
