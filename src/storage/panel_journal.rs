//! The journal of a mock panel, kept so that nothing is lost when it is interrupted.
//!
//! A file of JSON lines in `panels/`: a header with the scenario and what was agreed, then every step, each on the disk
//! before the next is taken. Ratings stand in it sealed. What can be gone on with says so in its name; what is being typed
//! or noted lies beside it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use crate::{
    interview::{
        ratings::{ChangeDraft, MockPanel, NoteSheet, PanelSetup, PanelStep, RatingDraft, Sealed},
        scenario::Scenario,
        scoring::{Scorer, engine::Engine},
        session::UnixMillis,
    },
    storage::{
        clock,
        files::{self, FileError},
        line_log::{LineLog, line},
    },
};

/// The version of the journal's form.
const VERSION: u32 = 1;
/// A journal beyond this many bytes is not read.
const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The most unfinished panels that are offered.
const MAX_KEPT: usize = 9;
/// What the journal of a panel that is over ends in.
const FINISHED: &str = ".panel.jsonl";
/// What the journal of a panel ends in that can be gone on with.
const UNFINISHED: &str = ".unfinished.jsonl";
/// What is being typed or noted ends in.
const DRAFT: &str = ".draft.json";

/// What a mock panel's journal is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelHeader {
    version: u32,
    /// The scenario's name.
    pub scenario: String,
    /// The scenario's whole text as it was when the panel was set up.
    pub text: String,
    /// What was agreed.
    pub setup: PanelSetup,
    /// When it was set up; nothing where there was no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
}

impl PanelHeader {
    /// Of a panel of the scenario with this name and text.
    pub fn new(scenario: &str, text: &str, setup: PanelSetup, at: Option<UnixMillis>) -> Self {
        Self { version: VERSION, scenario: scenario.to_owned(), text: text.to_owned(), setup, at }
    }
}

/// What is being written and was not handed in.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelDraft {
    /// How many steps the panel had taken: words of an earlier moment belong to what was handed in.
    pub steps: usize,
    /// The candidate's words so far.
    pub words: String,
    /// What a rater notes, and who.
    pub notes: Option<(usize, Sealed<NoteSheet>)>,
    /// A rating that is being written, and whose.
    pub rating: Option<(usize, Sealed<RatingDraft>)>,
    /// A change after the reveal that is being written.
    pub change: Option<ChangeDraft>,
    /// The seconds that the candidate has spoken so far.
    pub seconds: u32,
}

/// A mock panel as its journal tells it.
#[derive(Clone, Debug)]
pub struct KeptPanel {
    /// What it is of.
    pub header: PanelHeader,
    /// What was done.
    pub log: Vec<PanelStep>,
    /// What was being typed or noted.
    pub draft: PanelDraft,
    /// Where its journal lies; nowhere where it was read from the history.
    path: PathBuf,
    /// How much of that is whole.
    whole: Vec<u8>,
}

impl KeptPanel {
    /// The panel of a journal's text.
    pub fn of_text(journal: &str) -> Option<Self> {
        Self::of_bytes(journal.as_bytes(), PathBuf::new())
    }

    /// Reads up to the first line that is none; a crash may cut one off in the middle.
    fn of_bytes(bytes: &[u8], path: PathBuf) -> Option<Self> {
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let first = lines.next()?;
        let header: PanelHeader = serde_json::from_slice(first).ok()?;
        let mut whole = first.len();
        let mut log = Vec::new();
        for line in lines {
            let Ok(step) = serde_json::from_slice(line) else { break };
            log.push(step);
            whole += line.len();
        }
        let draft = PanelDraft::default();
        let whole = bytes[..whole].to_vec();
        (header.version == VERSION).then_some(Self { header, log, draft, path, whole })
    }

    /// The panel as it was left, judged as it was judged; `engine` is the best one there is.
    ///
    /// # Errors
    /// A sentence, where its scenario can no longer be played or the log does not fit it.
    pub fn replay(&self, engine: &Engine) -> Result<MockPanel, String> {
        let scenario = Scenario::from_ron(&self.header.text)
            .map_err(|faults| format!("its scenario has {} faults", faults.len()))?;
        let scorer = Arc::new(Scorer::of(&scenario));
        let panel = MockPanel::new(Arc::new(scenario), scorer, self.header.setup.clone())
            .map_err(|fault| fault.to_string())?
            .with_ready(engine.clone());
        panel.replayed(self.log.iter().cloned()).map_err(|rejected| rejected.to_string())
    }

    /// The draft, where it belongs to what is asked for now.
    pub fn draft_for(&self, panel: &MockPanel) -> Option<PanelDraft> {
        Some(self.draft.clone()).filter(|draft| draft.steps == panel.log().len())
    }
}

/// The panels of a folder that can be gone on with, the newest first.
pub fn kept(folder: &Path) -> Vec<KeptPanel> {
    let Ok(entries) = fs::read_dir(panels_in(folder)) else { return Vec::new() };
    let mut times: Vec<u64> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(UNFINISHED)?.parse().ok())
        .collect();
    times.sort_unstable_by(|one, other| other.cmp(one));
    let read = |at: &u64| {
        let path = path(folder, *at, UNFINISHED);
        let bytes = files::read_start(&path, MAX_BYTES).ok()?;
        let kept = KeptPanel::of_bytes(&bytes, path).filter(|_| bytes.len() <= MAX_BYTES)?;
        let draft = fs::read(self::path(folder, *at, DRAFT)).ok();
        let draft = draft.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Some(KeptPanel { draft, ..kept })
    };
    times.iter().filter_map(read).take(MAX_KEPT).collect()
}

/// The journal being written.
#[derive(Debug)]
pub struct PanelJournal {
    path: PathBuf,
    lines: LineLog,
}

impl PanelJournal {
    /// Opens a journal for a new panel.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(folder: &Path, header: &PanelHeader) -> Result<Self, FileError> {
        let panels = panels_in(folder);
        fs::create_dir_all(&panels)
            .map_err(|source| FileError::Io { path: panels.clone(), source })?;
        let from = header.at.unwrap_or_else(clock::now).0;
        let is_free = |at: &u64| {
            [FINISHED, UNFINISHED].iter().all(|ending| !path(folder, *at, ending).exists())
        };
        let at = (from..).find(is_free).unwrap_or(from);
        let path = path(folder, at, UNFINISHED);
        let first = line(header);
        files::write_whole(&path, &first)?;
        Ok(Self { lines: LineLog::behind(&path, &first)?, path })
    }

    /// Goes on with a journal behind the last of its lines that is whole.
    ///
    /// # Errors
    /// What the system says.
    pub fn reopen(kept: &KeptPanel) -> Result<Self, FileError> {
        let lines = LineLog::behind(&kept.path, &kept.whole)?;
        Ok(Self { path: kept.path.clone(), lines })
    }

    /// Notes what was carried out.
    ///
    /// # Errors
    /// What the system says; the step waits for the next one then.
    pub fn note(&mut self, step: &PanelStep) -> Result<(), FileError> {
        self.lines.add(step)
    }

    /// Keeps what is being typed or noted, without waiting for the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep_draft(&self, draft: &PanelDraft) -> Result<(), FileError> {
        files::write_soon(&self.with_ending(DRAFT), &line(draft))
    }

    /// All of it that is on the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn text(&self) -> Result<String, FileError> {
        files::read_text(&self.path, MAX_BYTES)
    }

    /// What the history calls the panel.
    pub fn uid(&self) -> String {
        let name = self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.trim_end_matches(UNFINISHED).to_owned()
    }

    /// Puts the journal of a panel away that is over.
    ///
    /// # Errors
    /// What the system says.
    pub fn close(self) -> Result<(), FileError> {
        let (from, to) = (self.path.clone(), self.with_ending(FINISHED));
        // What was being typed has been handed in, or was given up with the end.
        let _ = fs::remove_file(self.with_ending(DRAFT));
        drop(self);
        fs::rename(&from, &to)
            .and_then(|()| files::sync_folder(&to))
            .map_err(|source| FileError::Io { path: from, source })
    }

    fn with_ending(&self, ending: &str) -> PathBuf {
        self.path.with_file_name(format!("{}{ending}", self.uid()))
    }
}

fn panels_in(folder: &Path) -> PathBuf {
    folder.join("panels")
}

fn path(folder: &Path, at: u64, ending: &str) -> PathBuf {
    panels_in(folder).join(format!("{at}{ending}"))
}
