//! A session that was not finished, as its journal tells it.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use crate::{
    interview::{
        scenario::{KeptAnswer, Scenario},
        scoring::{Scorer, engine::Engine},
        session::{Command, Progress, Session, Settings, Step, UnixMillis},
    },
    storage::{
        draft::{self, Draft},
        files,
    },
};

/// The version of the journal's form. The first knew no probes; it is read as one of a session without them. Up to the
/// second every follow-up was asked in any case. Up to the third no step had its time, and none said which engine judged.
/// Up to the fourth all questions were asked, and each was compared with the model answer of its scenario.
const VERSION: u32 = 5;
/// The first version of sessions that leave a follow-up out where it does not fit.
const LEAVES_OUT: u32 = 3;
/// The first version whose log says which engine judged.
const LOGS_ENGINE: u32 = 4;
/// A journal beyond this many bytes is not taken up again.
pub(super) const MAX_BYTES: usize = 32 * 1024 * 1024;

/// What the journal is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalHeader {
    version: u32,
    /// The scenario's name.
    pub scenario: String,
    /// The scenario's id; empty up to version 3, which the text stands for.
    #[serde(default)]
    pub id: String,
    /// When the session began; nothing up to version 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
    /// The scenario's whole text as it was when the session began.
    pub text: String,
    /// What was chosen.
    pub settings: Settings,
    /// The ids of the questions that are asked; none where all of them are, as always up to version 4.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// The player's own model answers that it is compared with; none up to version 4.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptAnswer>,
    /// What the history calls the session; empty where it knows nothing of it, as always up to version 4.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub session: String,
}

impl JournalHeader {
    /// Of a session that begins at this time, of the scenario with this name, id and text.
    pub fn new(
        scenario: &str,
        id: &str,
        text: &str,
        settings: Settings,
        at: Option<UnixMillis>,
    ) -> Self {
        Self {
            version: VERSION,
            scenario: scenario.to_owned(),
            id: id.to_owned(),
            at,
            text: text.to_owned(),
            settings,
            only: Vec::new(),
            kept: Vec::new(),
            session: String::new(),
        }
    }

    /// The same where only the questions of these ids are asked.
    #[must_use]
    pub fn asking_only(mut self, only: Vec<String>) -> Self {
        self.only = only;
        self
    }

    /// The session that it is of, not yet begun, judged by this scorer's engine.
    pub fn session_of(&self, scenario: Arc<Scenario>, scorer: Arc<Scorer>) -> Session {
        let only = self.only_in(&scenario);
        let session = Session::new(scenario, scorer, self.settings);
        let session =
            if self.asks_every_follow_up() { session.with_every_follow_up() } else { session };
        if only.is_empty() { session } else { session.asking_only(&only) }
    }

    /// The questions that are asked, as indices; none where all of them are.
    fn only_in(&self, scenario: &Scenario) -> Vec<usize> {
        self.only.iter().filter_map(|id| Some(scenario.question(id)?.0)).collect()
    }

    fn asks_every_follow_up(&self) -> bool {
        self.version < LEAVES_OUT
    }
}

/// A session that was not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// What it is of.
    pub header: JournalHeader,
    /// What was done.
    pub log: Vec<Step>,
    /// The words that were being typed.
    pub draft: Draft,
}

impl Unfinished {
    /// The session that was left unfinished in a folder, if there is one that can be read.
    ///
    /// A last line that was cut off by a crash is left out.
    pub fn find(folder: &Path) -> Option<Self> {
        Some(Self { draft: draft::read(folder), ..Self::read(&path_in(folder))? })
    }

    /// The session of a journal, without the words that were being typed.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let bytes = files::read_start(path, MAX_BYTES).ok()?;
        let read =
            read_whole(&bytes).filter(|read| bytes.len() <= MAX_BYTES && !read.log.is_empty())?;
        Some(Self { header: read.header, log: read.log, draft: Draft::default() })
    }

    /// The session of a journal's text, without the words that were being typed.
    pub fn of_text(journal: &str) -> Option<Self> {
        let read = read_whole(journal.as_bytes())?;
        Some(Self { header: read.header, log: read.log, draft: Draft::default() })
    }

    /// The session as it was left, judged as it was judged: by words alone until its log takes another engine. `engine` is
    /// the best one there is; where the log asks for more, words alone are compared.
    ///
    /// Up to version 3 no log says what judged. All of it is judged by the best engine there is, which is what judged it
    /// but for the moment in which the encoder started.
    ///
    /// # Errors
    /// A sentence, where the scenario it was of can no longer be played or the log does not fit it.
    pub fn replay(&self, engine: &Engine) -> Result<Session, String> {
        let scenario = Arc::new(self.scenario()?);
        let mut scorer = Scorer::of(&scenario);
        if self.header.version < LOGS_ENGINE {
            scorer = scorer.with(engine.clone());
        }
        let session = self.header.session_of(scenario, Arc::new(scorer)).with_ready(engine.clone());
        session.replayed(self.log.iter().cloned()).map_err(|rejected| rejected.to_string())
    }

    /// The scenario it is of.
    ///
    /// # Errors
    /// A sentence, where it can no longer be played.
    pub fn scenario(&self) -> Result<Scenario, String> {
        Scenario::from_ron(&self.header.text)
            .map(|scenario| scenario.with_kept_answers(&self.header.kept))
            .map_err(|faults| format!("its scenario has {} faults", faults.len()))
    }

    /// Where it stands in its scenario; nothing is judged for it.
    pub fn progress(&self, scenario: &Scenario) -> Progress {
        let every = self.header.asks_every_follow_up();
        let only = self.header.only_in(scenario);
        Progress::of(scenario, self.header.settings, every, &only, self.log.iter().cloned())
    }

    /// Whether the player said anything in it.
    pub fn holds_words(&self) -> bool {
        let says = |step: &Step| {
            matches!(step.command, Command::Answer(_) | Command::Pick(_) | Command::SetAside(_))
        };
        !self.draft.text.trim().is_empty() || self.log.iter().any(says)
    }
}

/// What can be read of a journal.
pub(super) struct Read {
    pub(super) header: JournalHeader,
    pub(super) log: Vec<Step>,
    /// How many bytes that is.
    pub(super) bytes: usize,
}

/// Reads up to the first line that is none; a crash may cut one off in the middle of a letter.
pub(super) fn read_whole(bytes: &[u8]) -> Option<Read> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let first = lines.next()?;
    let header: JournalHeader = serde_json::from_slice(first).ok()?;
    if !(1..=VERSION).contains(&header.version) {
        return None;
    }
    let mut read = Read { header, log: Vec::new(), bytes: first.len() };
    for line in lines {
        let Ok(step) = serde_json::from_slice(line) else { break };
        read.log.push(step);
        read.bytes += line.len();
    }
    Some(read)
}

/// Where the session under way is kept.
pub(super) fn path_in(folder: &Path) -> PathBuf {
    folder.join("session.jsonl")
}
