//! Sessions: what was played when, with its journal once it is over.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::{
    interview::{
        practice::day::Day,
        session::{Session, UnixMillis},
    },
    storage::{
        clock::Clock,
        history::{
            History, HistoryError, answers, as_i64, attempts, first, ratings, rows, scenarios,
        },
        unfinished::JournalHeader,
    },
};

const PUT: &str = "INSERT INTO sessions (uid, scenario, begun, day) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (uid) DO UPDATE SET scenario = excluded.scenario RETURNING key";
const NEW: &str = "INSERT INTO sessions (uid, scenario, begun, day) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (uid) DO NOTHING";
const FINISH: &str = "UPDATE sessions SET journal = ?2 WHERE key = ?1";
pub(super) const IS_KNOWN: &str = "SELECT journal IS NOT NULL FROM sessions WHERE uid = ?1";
pub(super) const NUMBER: &str = "SELECT key FROM sessions WHERE uid = ?1";
pub(super) const ONE: &str = "SELECT s.key, c.title, s.begun, s.day, s.journal
  FROM sessions s JOIN scenarios c ON c.key = s.scenario WHERE s.key = ?1";

pub(super) const NEWEST: &str = "SELECT s.key, c.title, s.day, s.journal IS NOT NULL,
    (SELECT count(*) FROM attempts a WHERE a.session = s.key)
  FROM sessions s CROSS JOIN scenarios c ON c.key = s.scenario
  ORDER BY s.begun DESC, s.key DESC LIMIT ?1";

/// A session with what is to be noted of it.
#[derive(Debug)]
pub struct SessionRecord<'a> {
    /// What its journal says.
    pub header: &'a JournalHeader,
    /// What the history calls it.
    pub uid: &'a str,
    /// The session as it stands.
    pub session: &'a Session,
    /// When it began; what has no time was given then.
    pub begun: UnixMillis,
    /// The clock that says which day a time belongs to.
    pub clock: &'a Clock,
    /// The attempts before this one are noted already.
    pub from: usize,
    /// Its journal, where it is over.
    pub journal: Option<&'a str>,
}

/// A session of an earlier time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastSession {
    /// What the history calls it, from 1.
    pub number: i64,
    /// What its scenario is called.
    pub title: String,
    /// When it began.
    pub begun: UnixMillis,
    /// The day that was.
    pub day: Day,
    /// Its journal; none where it was never finished.
    pub journal: Option<String>,
}

/// A session of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionEntry {
    /// What the history calls it, from 1.
    pub number: i64,
    /// What its scenario is called.
    pub title: String,
    /// The day on which it began.
    pub day: Day,
    /// Whether it is over.
    pub is_over: bool,
    /// How many answers were given in it.
    pub attempts: u32,
}

impl History {
    /// The newest sessions in which something was answered, so many at most, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest_sessions(&self, at_most: usize) -> Result<Vec<SessionEntry>, HistoryError> {
        let mut found = rows(&self.connection, NEWEST, &[&as_i64(at_most as u64)], |row| {
            Ok(SessionEntry {
                number: row.get(0)?,
                title: row.get(1)?,
                day: Day::new(row.get(2)?),
                is_over: row.get(3)?,
                attempts: row.get(4)?,
            })
        })?;
        found.retain(|session| session.attempts > 0);
        Ok(found)
    }

    /// Opens the record of a session that begins; gives what the history calls it, unlike every other.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin_session(
        &mut self,
        header: &JournalHeader,
        session: &Session,
        at: UnixMillis,
        day: Day,
    ) -> Result<String, HistoryError> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let scenario = scenarios::put(&change, &header.scenario, &header.text, session.scenario())?;
        let mut uid = at.0.to_string();
        // Two may begin in one millisecond, and a clock that stands still begins them all in one.
        for again in 2.. {
            if change.execute(NEW, params![uid, scenario, as_i64(at.0), day.number()])? > 0 {
                break;
            }
            uid = format!("{}-{again}", at.0);
        }
        change.commit()?;
        Ok(uid)
    }

    /// Notes what a session holds beyond what was noted; all of it, or nothing.
    ///
    /// # Errors
    /// What the database says.
    pub fn note(&mut self, record: &SessionRecord) -> Result<(), HistoryError> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        put(&change, record)?;
        change.commit()?;
        Ok(())
    }

    /// Whether a session is known and over.
    ///
    /// # Errors
    /// What the database says.
    pub(super) fn holds_finished(&self, uid: &str) -> Result<bool, HistoryError> {
        let mut known = self.connection.prepare_cached(IS_KNOWN)?;
        let over: Option<bool> = known.query_row([uid], |row| row.get(0)).optional()?;
        Ok(over == Some(true))
    }

    /// The number of a session by what its journal calls it.
    ///
    /// # Errors
    /// What the database says.
    pub fn session_number(&self, uid: &str) -> Result<Option<i64>, HistoryError> {
        Ok(first(&self.connection, NUMBER, &[&uid], |row| row.get(0))?)
    }

    /// The session of this number.
    ///
    /// # Errors
    /// There is none, or what the database says.
    pub fn session(&self, number: i64) -> Result<PastSession, HistoryError> {
        let found = first(&self.connection, ONE, &[&number], |row| {
            Ok(PastSession {
                number: row.get(0)?,
                title: row.get(1)?,
                begun: UnixMillis(row.get::<_, i64>(2)?.unsigned_abs()),
                day: Day::new(row.get(3)?),
                journal: row.get(4)?,
            })
        })?;
        found.ok_or(HistoryError::NoSuchSession(number))
    }
}

fn put(change: &Connection, record: &SessionRecord) -> rusqlite::Result<()> {
    let SessionRecord { header, session, begun, clock, .. } = record;
    let scenario = session.scenario();
    // Its text is as long as the interview, and was noted when that began.
    let scenario_key = match scenarios::key_of(change, scenario.id())? {
        Some(key) => key,
        None => scenarios::put(change, &header.scenario, &header.text, scenario)?,
    };
    let day = clock.day_of(*begun).number();
    let key: i64 = change
        .prepare_cached(PUT)?
        .query_row(params![record.uid, scenario_key, as_i64(begun.0), day], |row| row.get(0))?;
    let seconds = session.seconds();
    for (place, attempt) in session.attempts().iter().enumerate().skip(record.from) {
        let question = scenarios::put_question(change, scenario_key, scenario, attempt.question)?;
        let at = attempt.at.unwrap_or(*begun);
        let placed = attempts::Placed {
            session: key,
            place,
            question,
            at,
            day: clock.day_of(at),
            seconds: seconds.get(place).copied().flatten(),
        };
        let number = attempts::put(change, &placed, attempt)?;
        answers::put(change, number, attempt)?;
        ratings::put(change, number, ratings::PLAYER, attempt.own_rating, at)?;
    }
    if let Some(journal) = record.journal {
        change.prepare_cached(FINISH)?.execute(params![key, journal])?;
    }
    Ok(())
}
