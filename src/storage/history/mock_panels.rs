//! Mock panels that are over, each with its journal.

use rusqlite::params;

use crate::{
    interview::{practice::day::Day, session::UnixMillis},
    storage::history::{History, HistoryError, as_i64, first, rows},
};

const PUT: &str =
    "INSERT INTO mock_panels (uid, title, begun, day, journal) VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT (uid) DO UPDATE SET journal = excluded.journal";
pub(super) const LIST: &str =
    "SELECT key, title, begun, day, '' FROM mock_panels WHERE key > 0 ORDER BY key DESC LIMIT 200";
pub(super) const ONE: &str =
    "SELECT key, title, begun, day, journal FROM mock_panels WHERE key = ?1";
pub(super) const LAST: &str = "SELECT key, title, begun, day, journal FROM mock_panels WHERE key > 0 ORDER BY key DESC LIMIT 1";

/// A mock panel of an earlier time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastPanel {
    /// What the history calls it, from 1.
    pub number: i64,
    /// What its scenario is called.
    pub title: String,
    /// When it began.
    pub begun: UnixMillis,
    /// The day that was.
    pub day: Day,
    /// Its journal; empty in a list.
    pub journal: String,
}

impl History {
    /// Keeps a mock panel that is over; one of the same name is kept anew.
    ///
    /// # Errors
    /// What the database says.
    pub fn put_mock_panel(
        &mut self,
        (uid, title): (&str, &str),
        begun: UnixMillis,
        day: Day,
        journal: &str,
    ) -> Result<(), HistoryError> {
        self.connection
            .execute(PUT, params![uid, title, as_i64(begun.0), day.number(), journal])?;
        Ok(())
    }

    /// The mock panels that are over, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn mock_panels(&self) -> Result<Vec<PastPanel>, HistoryError> {
        Ok(rows(&self.connection, LIST, &[], read)?)
    }

    /// The mock panel of this number, or the newest.
    ///
    /// # Errors
    /// There is none, or what the database says.
    pub fn mock_panel(&self, number: Option<i64>) -> Result<PastPanel, HistoryError> {
        let found = match number {
            Some(number) => first(&self.connection, ONE, &[&number], read)?,
            None => first(&self.connection, LAST, &[], read)?,
        };
        found.ok_or(number.map_or(HistoryError::NoPanelYet, HistoryError::NoSuchPanel))
    }
}

fn read(row: &rusqlite::Row) -> rusqlite::Result<PastPanel> {
    Ok(PastPanel {
        number: row.get(0)?,
        title: row.get(1)?,
        begun: UnixMillis(row.get::<_, i64>(2)?.unsigned_abs()),
        day: Day::new(row.get(3)?),
        journal: row.get(4)?,
    })
}
