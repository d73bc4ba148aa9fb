//! The session under way, kept so that nothing is lost when the window closes or the power goes.
//!
//! A journal is a file of JSON lines: a header, then every step of the session's log. Replayed, it gives the session
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
        scoring::{Scorer, closeness::meaning::Meaning},
        session::{Session, Settings, Step, Turn},
    },
    storage::files::{self, FileError},
};

/// The version of the journal's form. The first knew no probes; it is read as one of a session without them.
const VERSION: u32 = 2;
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

/// The words being typed, and what they answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The question's id.
    pub question: String,
    /// Which of the probes they answer, from 1; 0 for the question itself.
    #[serde(default)]
    pub probe: usize,
    /// The words so far.
    pub text: String,
}

impl Draft {
    /// The words being typed in a session; nothing where nothing is asked.
    pub fn of(session: &Session, text: String) -> Option<Self> {
        let (_, question) = session.current()?;
        Some(Self { question: question.id.clone(), probe: probe(session), text })
    }

    /// Whether the words answer what the session asks now.
    pub fn answers(&self, session: &Session) -> bool {
        session.current().is_some_and(|(_, question)| question.id == self.question)
            && matches!(session.turn(), Turn::Answer | Turn::Probe)
            && probe(session) == self.probe
    }
}

/// Which of the probes is asked, from 1; 0 where it is the question itself.
fn probe(session: &Session) -> usize {
    match (session.turn(), session.attempts().last()) {
        (Turn::Probe, Some(attempt)) => attempt.probes.len(),
        _ => 0,
    }
}

/// A session that was not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// What it is of.
    pub header: Header,
    /// What was done.
    pub log: Vec<Step>,
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

    /// Notes what was carried out.
    ///
    /// # Errors
    /// What the system says.
    pub fn note(&mut self, step: &Step) -> Result<(), FileError> {
        let path = path_in(&self.folder);
        self.file.write_all(&line(step)).map_err(|source| io(&path, source))
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
    if !(1..=VERSION).contains(&header.version) {
        return None;
    }
    let log: Vec<Step> = lines.map_while(|line| serde_json::from_str(line).ok()).collect();
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
    use crate::interview::{probing::Gap, session::Command};

    #[test]
    fn a_session_and_its_draft_come_back() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let settings = Settings { seed: 7, ..Settings::default() };
        let mut journal = Journal::begin(folder.path(), "a", "(…)", settings)?;
        assert_eq!(unfinished(folder.path()), None);
        journal.note(&Command::Begin.into())?;
        let answer = Command::Answer("Two\nlines.".to_owned());
        journal.note(&Step::Probed(answer.clone(), Gap::Result))?;
        let draft = Draft { question: "q2".to_owned(), probe: 1, text: "I was say".to_owned() };
        journal.keep_draft(&draft)?;
        drop(journal);
        let found = unfinished(folder.path()).ok_or("nothing found")?;
        assert_eq!(found.header.settings.seed, 7);
        assert_eq!(found.log, [Command::Begin.into(), Step::Probed(answer, Gap::Result)]);
        assert_eq!(found.draft, draft);
        Ok(())
    }

    #[test]
    fn a_line_cut_off_by_a_crash_is_left_out() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), "a", "", Settings::default())?;
        journal.note(&Command::Begin.into())?;
        journal.file.write_all(b"{\"Answer\":\"I wa")?;
        assert_eq!(unfinished(folder.path()).ok_or("nothing found")?.log, [Command::Begin.into()]);
        Ok(())
    }

    #[test]
    fn beginning_anew_keeps_what_was_left() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), "a", "", Settings::default())?;
        journal.note(&Command::Begin.into())?;
        journal.keep_draft(&Draft {
            question: "q".to_owned(),
            text: "words".to_owned(),
            ..Draft::default()
        })?;
        Journal::begin(folder.path(), "b", "", Settings::default())?;
        assert_eq!(fs::read_dir(folder.path().join("sessions"))?.count(), 2);
        assert_eq!(unfinished(folder.path()), None);
        Ok(())
    }

    /// An answer to the first question of the built-in scenario that leaves its result open.
    const UNFINISHED: &str = "Eight months ago I noticed that our enterprise customers were churning at 15% a year \
        although they liked the product. I found that we were selling to IT while the users were in Operations.";

    fn built_in() -> Result<crate::storage::scenarios::Loaded, Box<dyn std::error::Error>> {
        crate::storage::scenarios::load(None).map_err(|error| error.report().into())
    }

    #[test]
    fn an_interview_left_in_the_middle_of_a_probe_goes_on_there()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, loaded) = (tempfile::tempdir()?, built_in()?);
        let settings = Settings { seed: 7, ..Settings::default() };
        let scenario = Arc::new(loaded.scenario);
        let scorer = Arc::new(Scorer::of(&scenario));
        let mut session = Session::new(scenario, scorer, settings);
        let mut journal = Journal::begin(folder.path(), "built-in", &loaded.text, settings)?;
        for command in [Command::Begin, Command::Answer(UNFINISHED.to_owned())] {
            session.apply(command)?;
            journal.note(session.log().last().ok_or("nothing logged")?)?;
        }
        assert_eq!(session.turn(), Turn::Probe);
        let draft = Draft::of(&session, "In the end we".to_owned()).ok_or("nothing asked")?;
        journal.keep_draft(&draft)?;
        drop(journal);

        let found = unfinished(folder.path()).ok_or("nothing found")?;
        let again = found.replay()?;
        assert_eq!((again.turn(), again.probe()), (Turn::Probe, session.probe()));
        assert!(found.draft.answers(&again));
        let of_the_answer = Draft { probe: 0, ..found.draft };
        assert!(!of_the_answer.answers(&again), "the words of the answer are no addition");
        Ok(())
    }

    #[test]
    fn a_journal_from_before_there_were_probes_is_replayed_without_them()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, loaded) = (tempfile::tempdir()?, built_in()?);
        let header = serde_json::json!({
            "version": 1,
            "scenario": "built-in",
            "text": loaded.text,
            "settings": {
                "seed": 7, "order": "Scripted", "answers": "Typed", "pace": "Coach", "story": "this",
            },
        });
        let answer = serde_json::json!({ "Answer": UNFINISHED });
        let journal = format!("{header}\n\"Begin\"\n{answer}\n{{\"Rate\":3}}\n");
        fs::write(path_in(folder.path()), journal)?;
        fs::write(folder.path().join(DRAFT), "{\"question\":\"q\",\"text\":\"words\"}\n")?;
        let found = unfinished(folder.path()).ok_or("nothing found")?;
        let session = found.replay()?;
        assert_eq!((session.turn(), session.attempts()[0].probes.len()), (Turn::Feedback, 0));
        assert_eq!((found.draft.probe, found.draft.text.as_str()), (0, "words"));
        Ok(())
    }
}
