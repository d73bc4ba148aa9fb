//! What was practised, kept for good: a database in the player's folder, beside the journal of the session under way.
//!
//! The journal is the log that outlives a crash; the history is written behind it, in its order, and whatever it lacks is
//! written again from the journal. The SQL of a table stands in the file of that table, its columns in `schema/`.

pub mod import;

mod answers;
mod attempts;
mod calibrations;
mod days;
mod export;
mod kept_answers;
mod migrations;
mod mock_panels;
mod opening;
mod panels;
mod ratings;
mod scenarios;
mod sessions;
#[cfg(test)]
mod tests;

pub use days::PracticeDay;
pub use export::{ExportedAttempt, ExportedRating};
pub use mock_panels::PastPanel;
pub use opening::SetAside;
pub use scenarios::KnownScenario;
pub use sessions::{PastSession, SessionEntry, SessionRecord};

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Row, ToSql};
use thiserror::Error;

use crate::storage::files::FileError;

/// Why the history cannot be read or written.
#[derive(Debug, Error)]
pub enum HistoryError {
    /// The database refused.
    #[error("the history cannot be read or written: {0}")]
    Database(#[from] rusqlite::Error),
    /// The file system refused.
    #[error("the history cannot be opened: {0}")]
    File(#[from] FileError),
    /// There is no attempt with this number.
    #[error("there is no attempt {0}: `hotseat history` lists them")]
    NoSuchAttempt(i64),
    /// There is no session with this number.
    #[error("there is no session {0}: `hotseat history` names them")]
    NoSuchSession(i64),
    /// There is no mock panel that is over.
    #[error("no mock panel is over yet: `hotseat panel --list` names those that were interrupted")]
    NoPanelYet,
    /// There is no mock panel with this number.
    #[error("there is no mock panel {0}: `hotseat panel --list` names them")]
    NoSuchPanel(i64),
}

/// The history of a player.
#[derive(Debug)]
pub struct History {
    connection: Connection,
    path: PathBuf,
}

/// Rows of a statement, read one by one.
fn rows<T>(
    connection: &Connection,
    sql: &str,
    parameters: &[&dyn ToSql],
    read: impl FnMut(&Row) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map(parameters, read)?.collect()
}

/// The first row of a statement, where there is one.
fn first<T>(
    connection: &Connection,
    sql: &str,
    parameters: &[&dyn ToSql],
    read: impl FnMut(&Row) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    Ok(rows(connection, sql, parameters, read)?.into_iter().next())
}

/// A number as the database holds it.
fn as_i64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Where the history of a folder lies.
fn path_in(folder: &Path) -> PathBuf {
    folder.join("history.sqlite")
}

impl History {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
