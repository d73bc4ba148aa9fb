//! Deleting what a player said, all of it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::storage::files::FileError;

/// What lies in a player's folder and holds words of theirs or what was found in them.
fn belongs_to_practice(name: &str) -> bool {
    name.starts_with("history.")
        || name.starts_with("draft.")
        || name.starts_with("session.jsonl")
        || name == "sessions"
        || name == "panels"
}

/// What of the player's practice lies in a folder.
///
/// # Errors
/// What the system says.
pub fn practice_in(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let fail = |source| FileError::Io { path: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(fail)?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(fail)?;
        if entry.file_name().to_str().is_some_and(belongs_to_practice) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Deletes the player's practice: every answer, what was found in it, what was begun, and what was planned. Scenarios and
/// settings stay.
///
/// # Errors
/// What the system says; what was deleted by then is gone.
pub fn delete_practice(folder: &Path) -> Result<usize, FileError> {
    let found = practice_in(folder)?;
    for path in &found {
        let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        gone.map_err(|source| FileError::Io { path: path.clone(), source })?;
    }
    Ok(found.len())
}
