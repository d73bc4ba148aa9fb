//! The session under way, kept so that nothing is lost when the window closes or the power goes.
//!
//! A journal is a file of JSON lines: a header, then every command that was carried out. Replayed, it gives the session
//! back. The words being typed stand beside it, replaced as they change. A finished or abandoned journal is moved to
//! `sessions/`.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::{
    interview::{
        scenario::Scenario,
        scoring::{Scorer, meaning::Meaning},
        session::{Command, Session, Settings},
    },
    storage::files::{self, FileError},
};

/// The version of the journal's form.
const VERSION: u32 = 1;
/// A journal beyond this many bytes is not taken up again.
const MAX_BYTES: usize = 32 * 1024 * 1024;

/// What the journal is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    version: u32,
    /// The scenario's name.
    pub scenario: String,
    /// The scenario's whole text as it was when the session began.
    pub text: String,
    /// What was chosen.
    pub settings: Settings,
}

/// The words being typed, and the question they answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The question's id.
    pub question: String,
    /// The words so far.
    pub text: String,
}

/// A session that was not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// What it is of.
    pub header: Header,
    /// What was done.
    pub log: Vec<Command>,
    /// The words that were being typed.
    pub draft: Draft,
}

impl Unfinished {
    /// The session as it was left.
    ///
    /// # Errors
    /// A sentence, where the scenario it was of can no longer be played or the log does not fit it.
    pub fn replay(&self) -> Result<Session, String> {
        let scenario = Scenario::from_ron(&self.header.text)
            .map_err(|faults| format!("its scenario has {} faults", faults.len()))?;
        let scenario = Arc::new(scenario);
        let scorer = Arc::new(Scorer::of(&scenario));
        // What was judged by meaning is judged by it again; without an encoder it was judged by words.
        if let Ok(meaning) = Meaning::load() {
            scorer.learn(meaning);
        }
        Session::replay(scenario, scorer, self.header.settings, self.log.iter().cloned())
            .map_err(|rejected| rejected.to_string())
    }
}

/// The folder for what the player makes: `HOTSEAT_DATA` if set, else the system's place for it.
pub fn data_folder() -> Option<PathBuf> {
    match env::var_os("HOTSEAT_DATA") {
        Some(folder) if !folder.is_empty() => Some(folder.into()),
        _ => ProjectDirs::from("", "", "hotseat").map(|dirs| dirs.data_dir().to_owned()),
    }
}

/// The journal being written.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    file: fs::File,
}

impl Journal {
    /// Opens a journal for a new session; one that was left unfinished is moved to `sessions/`.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(
        folder: &Path,
        scenario: &str,
        text: &str,
        settings: Settings,
    ) -> Result<Self, FileError> {
        let path = path_in(folder);
        fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
        archive(folder)?;
        let header = Header {
            version: VERSION,
            scenario: scenario.to_owned(),
            text: text.to_owned(),
            settings,
        };
        files::write_whole(&path, &line(&header))?;
        Self::reopen(folder)
    }

    /// Goes on with the journal that is there.
    ///
    /// # Errors
    /// What the system says.
    pub fn reopen(folder: &Path) -> Result<Self, FileError> {
        let path = path_in(folder);
        let file =
            fs::OpenOptions::new().append(true).open(&path).map_err(|source| io(&path, source))?;
        Ok(Self { folder: folder.to_owned(), file })
    }

    /// Notes a command that was carried out.
    ///
    /// # Errors
    /// What the system says.
    pub fn note(&mut self, command: &Command) -> Result<(), FileError> {
        let path = path_in(&self.folder);
        self.file.write_all(&line(command)).map_err(|source| io(&path, source))
    }

    /// Keeps the words being typed.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep_draft(&self, draft: &Draft) -> Result<(), FileError> {
        files::write_whole(&self.folder.join(DRAFT), &line(draft))
    }

    /// Moves the journal to `sessions/`.
    ///
    /// # Errors
    /// What the system says.
    pub fn close(self) -> Result<(), FileError> {
        archive(&self.folder)
    }
}

/// The session that was left unfinished, if there is one that can be read.
///
/// A last line that was cut off by a crash is left out.
pub fn unfinished(folder: &Path) -> Option<Unfinished> {
    let text = files::read_text(&path_in(folder), MAX_BYTES).ok()?;
    let mut lines = text.lines();
    let header: Header = serde_json::from_str(lines.next()?).ok()?;
    if header.version != VERSION {
        return None;
    }
    let log: Vec<Command> = lines.map_while(|line| serde_json::from_str(line).ok()).collect();
    if log.is_empty() {
        return None;
    }
    let draft = files::read_text(&folder.join(DRAFT), MAX_BYTES)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    Some(Unfinished { header, log, draft })
}

const DRAFT: &str = "draft.json";

fn path_in(folder: &Path) -> PathBuf {
    folder.join("session.jsonl")
}

fn io(path: &Path, source: std::io::Error) -> FileError {
    FileError::Io { path: path.to_owned(), source }
}

/// A value as one line of JSON; what is kept here can always be written.
fn line(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}

/// Moves the journal that is there to `sessions/`, with the words that were not handed in as its draft beside it.
fn archive(folder: &Path) -> Result<(), FileError> {
    let path = path_in(folder);
    if !path.exists() {
        return Ok(());
    }
    let sessions = folder.join("sessions");
    fs::create_dir_all(&sessions).map_err(|source| io(&sessions, source))?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis());
    let kept = sessions.join(format!("{now}.jsonl"));
    fs::rename(&path, &kept).map_err(|source| io(&path, source))?;
    let draft = folder.join(DRAFT);
    if draft.exists() {
        let kept = sessions.join(format!("{now}.{DRAFT}"));
        fs::rename(&draft, &kept).map_err(|source| io(&draft, source))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_and_its_draft_come_back() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let settings = Settings { seed: 7, ..Settings::default() };
        let mut journal = Journal::begin(folder.path(), "a", "(…)", settings)?;
        assert_eq!(unfinished(folder.path()), None);
        journal.note(&Command::Begin)?;
        journal.note(&Command::Answer("Two\nlines.".to_owned()))?;
        let draft = Draft { question: "q2".to_owned(), text: "I was say".to_owned() };
        journal.keep_draft(&draft)?;
        drop(journal);
        let found = unfinished(folder.path()).ok_or("nothing found")?;
        assert_eq!(found.header.settings.seed, 7);
        assert_eq!(found.log, [Command::Begin, Command::Answer("Two\nlines.".to_owned())]);
        assert_eq!(found.draft, draft);
        Ok(())
    }

    #[test]
    fn a_line_cut_off_by_a_crash_is_left_out() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), "a", "", Settings::default())?;
        journal.note(&Command::Begin)?;
        journal.file.write_all(b"{\"Answer\":\"I wa")?;
        assert_eq!(unfinished(folder.path()).ok_or("nothing found")?.log, [Command::Begin]);
        Ok(())
    }

    #[test]
    fn beginning_anew_keeps_what_was_left() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), "a", "", Settings::default())?;
        journal.note(&Command::Begin)?;
        journal.keep_draft(&Draft { question: "q".to_owned(), text: "words".to_owned() })?;
        Journal::begin(folder.path(), "b", "", Settings::default())?;
        assert_eq!(fs::read_dir(folder.path().join("sessions"))?.count(), 2);
        assert_eq!(unfinished(folder.path()), None);
        Ok(())
    }
}
