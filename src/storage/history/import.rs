//! Reading in the sessions that were finished before there was a history, and those whose end it missed.

use std::path::Path;

use rusqlite::params;

use crate::{
    interview::{
        fingerprint::Fingerprint,
        scoring::engine::Engine,
        session::{Command, Step, UnixMillis},
    },
    storage::{
        clock::Clock,
        files,
        history::{History, HistoryError, SessionRecord, first},
        shelf,
        unfinished::{JournalHeader, MAX_BYTES, Unfinished},
    },
};

pub(super) const WAS_READ: &str = "SELECT 1 FROM journals WHERE name = ?1";
const READ: &str = "INSERT OR IGNORE INTO journals (name) VALUES (?1)";

/// What the history calls a session whose journal has no name for it: by what it is of and what was answered first, which
/// no later step changes; nothing as long as nothing was answered.
pub fn name_by_content(header: &JournalHeader, log: &[Step]) -> Option<String> {
    let said = |step: &&Step| matches!(step.command, Command::Answer(_) | Command::Pick(_));
    let answer = serde_json::to_string(log.iter().find(said)?).ok()?;
    let header = serde_json::to_string(header).ok()?;
    Some(format!("journal-{}", Fingerprint::of([header.as_str(), answer.as_str()])))
}

impl History {
    /// Whether there are finished sessions in a folder that were not looked into.
    ///
    /// # Errors
    /// What the database says.
    pub fn lacks_finished(&self, folder: &Path) -> Result<bool, HistoryError> {
        for (at, _) in shelf::finished(folder) {
            if first(&self.connection, WAS_READ, &[&at.to_string()], |_| Ok(()))?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads in every finished session of a folder that is not known yet; gives how many there were.
    ///
    /// Their answers are judged by this engine, as the journals of old do not hold what was found. What can no longer be
    /// played stays where it is.
    ///
    /// # Errors
    /// What the database says.
    pub fn read_in_finished(
        &mut self,
        folder: &Path,
        engine: &Engine,
        clock: &Clock,
    ) -> Result<usize, HistoryError> {
        let mut read_in = 0;
        for (at, path) in shelf::finished(folder) {
            let name = at.to_string();
            if first(&self.connection, WAS_READ, &[&name], |_| Ok(()))?.is_some() {
                continue;
            }
            if let Some(unfinished) = Unfinished::read(&path) {
                let put_away = UnixMillis(u64::try_from(at).unwrap_or(u64::MAX));
                read_in +=
                    usize::from(self.read_in(&unfinished, &path, put_away, engine, clock)?);
            }
            self.connection.execute(READ, params![name])?;
        }
        Ok(read_in)
    }

    fn read_in(
        &mut self,
        unfinished: &Unfinished,
        path: &Path,
        put_away: UnixMillis,
        engine: &Engine,
        clock: &Clock,
    ) -> Result<bool, HistoryError> {
        let header = &unfinished.header;
        let uid = match header.session.as_str() {
            "" => name_by_content(header, &unfinished.log),
            uid => Some(uid.to_owned()),
        };
        let Some(uid) = uid else { return Ok(false) };
        if self.holds_finished(&uid)? {
            return Ok(false);
        }
        let Ok(session) = unfinished.replay(engine) else { return Ok(false) };
        if session.attempts().is_empty() {
            return Ok(false);
        }
        let first_step = unfinished.log.iter().find_map(|step| step.at);
        let begun = header.at.or(first_step).unwrap_or(put_away);
        let journal = files::read_text(path, MAX_BYTES).ok();
        self.note(&SessionRecord {
            header,
            uid: &uid,
            session: &session,
            begun,
            clock,
            from: 0,
            journal: journal.as_deref(),
        })?;
        Ok(true)
    }
}
