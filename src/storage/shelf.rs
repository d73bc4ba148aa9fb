//! Interviews that are not under way: those that were finished, and those that can be gone on with.
//!
//! Both lie in `sessions/`, named by the time at which they were put there; what can be gone on with says so in its name.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    interview::{scenario::Scenario, session::Progress},
    storage::{
        clock, draft,
        files::{self, FileError},
        unfinished::{self, Unfinished},
    },
};

/// The most interviews that are offered to go on with.
const MAX_KEPT: usize = 9;
/// What the journal of a finished interview ends in.
const FINISHED: &str = "jsonl";
/// What the journal of an interview ends in that can be gone on with.
const UNFINISHED: &str = "unfinished.jsonl";
/// What the words end in that were being typed.
const DRAFT: &str = "draft.json";

/// An interview that can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it was put on the shelf; nothing where it is the one under way.
    put_away: Option<u128>,
    /// What its scenario is called.
    pub title: String,
    /// Where it stands.
    pub progress: Progress,
    /// Whether the player said anything in it.
    pub holds_words: bool,
}

impl Kept {
    /// Whether it is the one that beginning another puts on the shelf.
    pub fn is_under_way(&self) -> bool {
        self.put_away.is_none()
    }

    /// Where it stands, as the end of a sentence.
    pub fn place(&self) -> String {
        let Progress { number, of } = self.progress;
        format!("question {number} of {of}")
    }
}

/// The interviews that can be gone on with: the one under way, then the others, the newest first.
pub fn kept(folder: &Path) -> Vec<Kept> {
    let mut read: Vec<(String, Scenario)> = Vec::new();
    let mut kept = Vec::new();
    let under_way = Unfinished::find(folder).map(|unfinished| (None, unfinished));
    let others = put_away_at(folder)
        .into_iter()
        .filter_map(|at| Some((Some(at), Unfinished::read(&path(folder, at, UNFINISHED))?)));
    for (put_away, unfinished) in under_way.into_iter().chain(others).take(MAX_KEPT) {
        // Most of them are of the same few scenarios.
        let known = read.iter().position(|(text, _)| *text == unfinished.header.text);
        let at = match (known, unfinished.scenario()) {
            (Some(at), _) => at,
            (None, Ok(scenario)) => {
                read.push((unfinished.header.text.clone(), scenario));
                read.len() - 1
            }
            (None, Err(_)) => continue,
        };
        kept.push(describe(put_away, &unfinished, &read[at].1));
    }
    kept
}

fn describe(put_away: Option<u128>, unfinished: &Unfinished, scenario: &Scenario) -> Kept {
    Kept {
        put_away,
        title: scenario.title().to_owned(),
        progress: unfinished.progress(scenario),
        // What lies on the shelf was put there for its words.
        holds_words: put_away.is_some() || unfinished.holds_words(),
    }
}

/// Makes one of them the interview under way; the one that was goes on the shelf.
///
/// # Errors
/// What the system says.
pub fn take_out(folder: &Path, kept: &Kept) -> Result<(), FileError> {
    let Some(at) = kept.put_away else { return Ok(()) };
    put_away(folder)?;
    let from = path(folder, at, UNFINISHED);
    draft::take_out(folder, &path(folder, at, DRAFT))?;
    let to = unfinished::path_in(folder);
    fs::rename(&from, &to)
        .and_then(|()| files::sync_folder(&to))
        .map_err(|source| FileError::Io { path: from, source })
}

/// Puts the interview under way on the shelf, to be gone on with where the player said anything.
///
/// # Errors
/// What the system says.
pub(super) fn put_away(folder: &Path) -> Result<(), FileError> {
    let words = Unfinished::find(folder).is_some_and(|unfinished| unfinished.holds_words());
    put_away_as(folder, if words { UNFINISHED } else { FINISHED })
}

/// Puts the interview under way on the shelf as one that is over.
///
/// # Errors
/// What the system says.
pub(super) fn put_away_finished(folder: &Path) -> Result<(), FileError> {
    put_away_as(folder, FINISHED)
}

fn put_away_as(under: &Path, ending: &str) -> Result<(), FileError> {
    let from = unfinished::path_in(under);
    if !from.exists() {
        return Ok(());
    }
    let sessions = folder(under);
    let fail = |source| FileError::Io { path: sessions.clone(), source };
    fs::create_dir_all(&sessions).map_err(fail)?;
    let at = free_time(under);
    draft::put_away(under, &path(under, at, DRAFT))?;
    let to = path(under, at, ending);
    fs::rename(&from, &to).and_then(|()| files::sync_folder(&to)).map_err(fail)
}

/// The folder of what is not under way.
pub(super) fn folder(folder: &Path) -> PathBuf {
    folder.join("sessions")
}

/// A path on the shelf that nothing lies at, named by the time it is now.
pub(super) fn free_path(folder: &Path, ending: &str) -> PathBuf {
    path(folder, free_time(folder), ending)
}

fn path(under: &Path, at: u128, ending: &str) -> PathBuf {
    folder(under).join(format!("{at}.{ending}"))
}

/// The time it is now, or the first one after it at which nothing was put away.
fn free_time(folder: &Path) -> u128 {
    let now = u128::from(clock::now().0);
    let taken = |at: &u128| {
        [FINISHED, UNFINISHED, DRAFT].iter().any(|ending| path(folder, *at, ending).exists())
    };
    (now..).find(|at| !taken(at)).unwrap_or(now)
}

/// When the interviews were put away that can be gone on with, the newest first.
fn put_away_at(under: &Path) -> Vec<u128> {
    let mut times = times_of(under, UNFINISHED);
    times.sort_unstable_by(|a, b| b.cmp(a));
    times
}

/// The journals of the interviews that are over, with when they were put away, the oldest first.
pub(super) fn finished(under: &Path) -> Vec<(u128, PathBuf)> {
    let mut times = times_of(under, FINISHED);
    times.sort_unstable();
    times.into_iter().map(|at| (at, path(under, at, FINISHED))).collect()
}

/// The times that the names on the shelf tell which end so.
fn times_of(under: &Path, ending: &str) -> Vec<u128> {
    let Ok(entries) = fs::read_dir(folder(under)) else { return Vec::new() };
    let time = |entry: fs::DirEntry| {
        let name = entry.file_name();
        name.to_str()?.strip_suffix(ending)?.strip_suffix('.')?.parse().ok()
    };
    entries.flatten().filter_map(time).collect()
}
