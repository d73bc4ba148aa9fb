//! The versions of the database: each step leads from one to the next, and a copy is made before it.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::storage::{clock, files::FileError, history::HistoryError};

/// What leads from each version to the next, from the empty database on.
pub(super) const MIGRATIONS: [&str; 4] = [
    include_str!("schema/1-answered.sql"),
    include_str!("schema/2-practised.sql"),
    include_str!("schema/3-planned.sql"),
    include_str!("schema/4-rated.sql"),
];

/// The version that this program writes.
pub(super) const NEWEST: usize = MIGRATIONS.len();

/// The version of a database; 0 for an empty one.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<usize> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Brings a database to the newest version; a copy of it lies beside it before each step.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), HistoryError> {
    let is_new = version(connection)? == 0;
    loop {
        let from = version(connection)?;
        let Some(step) = MIGRATIONS.get(from) else { return Ok(()) };
        if !is_new {
            back_up(connection, path, from)?;
        }
        let change = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
        // Another program may have taken the same step in between.
        if version(&change)? == from {
            change.execute_batch(step)?;
            change.pragma_update(
                None,
                "user_version",
                i64::try_from(from + 1).unwrap_or(i64::MAX),
            )?;
            change.commit()?;
        }
    }
}

/// Copies the database as it is, to a name that nothing has.
fn back_up(connection: &Connection, path: &Path, version: usize) -> Result<(), HistoryError> {
    let stamp = clock::now().0;
    let name = |at: u64| path.with_file_name(format!("history.version-{version}.{at}.sqlite"));
    let to = (stamp..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(stamp));
    let Some(text) = to.to_str() else {
        let source = std::io::Error::other("its name is no text");
        return Err(FileError::Io { path: to, source }.into());
    };
    connection.execute("VACUUM INTO ?1", [text])?;
    Ok(())
}
