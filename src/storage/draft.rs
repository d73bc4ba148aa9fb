//! The words being typed, kept as they change.
//!
//! They stand in two files: one is written at every change and not waited for, the other now and then and down to the
//! disk. Whatever happens, one of them can be read.

use std::{fs, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    interview::session::{Session, Turn},
    storage::files::{self, FileError},
};

/// What the file is called that lasts.
const SETTLED: &str = "draft.settled.json";
/// What the file is called that is written at every change.
const LATEST: &str = "draft.json";
/// A draft beyond this many bytes is not read.
const MAX_BYTES: usize = 1024 * 1024;

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

/// Keeps the words at a change.
///
/// # Errors
/// What the system says.
pub(super) fn keep(folder: &Path, draft: &Draft) -> Result<(), FileError> {
    files::write_soon(&folder.join(LATEST), &bytes(draft))
}

/// Keeps the words down to the disk.
///
/// # Errors
/// What the system says.
pub(super) fn settle(folder: &Path, draft: &Draft) -> Result<(), FileError> {
    files::write_whole(&folder.join(SETTLED), &bytes(draft))
}

/// The words that were kept last; none where there are none.
pub(super) fn read(folder: &Path) -> Draft {
    [LATEST, SETTLED].into_iter().find_map(|name| read_from(&folder.join(name))).unwrap_or_default()
}

/// The words that lie in a file.
fn read_from(path: &Path) -> Option<Draft> {
    serde_json::from_str(&files::read_text(path, MAX_BYTES).ok()?).ok()
}

/// Moves the words that were kept last to a file of their own, where there are any.
///
/// # Errors
/// What the system says.
pub(super) fn put_away(folder: &Path, to: &Path) -> Result<(), FileError> {
    let (latest, settled) = (folder.join(LATEST), folder.join(SETTLED));
    let fail = |source| FileError::Io { path: to.to_owned(), source };
    if read_from(&latest).is_some() {
        fs::rename(&latest, to).map_err(fail)?;
        if settled.exists() {
            fs::remove_file(&settled).map_err(fail)?;
        }
    } else if settled.exists() {
        fs::rename(&settled, to).map_err(fail)?;
    }
    Ok(())
}

/// Makes the words of a file those that were kept last.
///
/// # Errors
/// What the system says.
pub(super) fn take_out(folder: &Path, from: &Path) -> Result<(), FileError> {
    if !from.exists() {
        return Ok(());
    }
    let fail = |source| FileError::Io { path: from.to_owned(), source };
    fs::rename(from, folder.join(LATEST)).map_err(fail)
}

fn bytes(draft: &Draft) -> Vec<u8> {
    serde_json::to_vec(draft).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft { question: "q".to_owned(), probe: 0, text: text.to_owned() }
    }

    #[test]
    fn the_latest_words_come_back_and_the_settled_ones_where_those_are_cut()
    -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        settle(folder.path(), &draft("I was"))?;
        keep(folder.path(), &draft("I was saying"))?;
        assert_eq!(read(folder.path()), draft("I was saying"));
        fs::write(folder.path().join(LATEST), "")?;
        assert_eq!(read(folder.path()), draft("I was"));
        Ok(())
    }

    #[test]
    fn words_that_were_put_away_are_those_that_were_kept_last()
    -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let away = folder.path().join("away.json");
        settle(folder.path(), &draft("I was"))?;
        keep(folder.path(), &draft("I was saying"))?;
        put_away(folder.path(), &away)?;
        assert_eq!(read(folder.path()), Draft::default());
        take_out(folder.path(), &away)?;
        assert_eq!(read(folder.path()), draft("I was saying"));
        Ok(())
    }
}
