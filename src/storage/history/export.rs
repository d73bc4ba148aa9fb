//! Everything of the history, for whoever takes it elsewhere.

use rusqlite::Row;
use serde::Serialize;
use serde_json::Value;

use crate::{
    interview::progress::past::{AskedQuestion, PastAttempt},
    storage::history::{
        History, HistoryError,
        attempts::{self, ATTEMPT_COLUMNS, attempt_columns, question_columns},
        rows,
    },
};

/// All attempts, in the order in which they were given.
const EVERY: &str = concat!(
    "SELECT ",
    attempt_columns!(),
    ", ",
    question_columns!(),
    ", w.text, w.additions, w.assessment, k.attempt IS NOT NULL
      FROM attempts a
      LEFT JOIN ratings r ON r.attempt = a.number AND r.rater = 'player'
      LEFT JOIN kept_answers k ON k.attempt = a.number
      JOIN answers w ON w.attempt = a.number
      JOIN questions q ON q.key = a.question
      JOIN scenarios c ON c.key = q.scenario
      ORDER BY a.at, a.number"
);
const RATINGS: &str = "SELECT rater, level FROM ratings WHERE attempt = ?1 ORDER BY rater";

/// What somebody said of an attempt.
#[derive(Debug, Serialize)]
pub struct ExportedRating {
    /// Who; the player is `player`.
    pub rater: String,
    /// Their level.
    pub level: u8,
}

/// An attempt with all that is known of it.
#[derive(Debug)]
pub struct ExportedAttempt {
    /// What it answered.
    pub asked: AskedQuestion,
    /// How it went.
    pub past: PastAttempt,
    /// Its words, with what was added.
    pub text: String,
    /// What the panel asked back, as JSON.
    pub additions: Value,
    /// What was found in it, as JSON.
    pub assessment: Value,
    /// Whether it is kept as the player's own model answer.
    pub is_kept: bool,
    /// What people said of it.
    pub ratings: Vec<ExportedRating>,
}

impl History {
    /// Hands over every attempt, one at a time, in the order in which they were given, until one is refused.
    ///
    /// # Errors
    /// What the database says; what refuses an attempt gives its own error.
    pub fn export<E>(
        &self,
        mut take: impl FnMut(ExportedAttempt) -> Result<(), E>,
    ) -> Result<Result<(), E>, HistoryError> {
        let mut every = self.connection.prepare(EVERY)?;
        let mut found = every.query([])?;
        while let Some(row) = found.next()? {
            let mut attempt = read(row)?;
            attempt.ratings = rows(&self.connection, RATINGS, &[&attempt.past.number], |row| {
                Ok(ExportedRating { rater: row.get(0)?, level: row.get(1)? })
            })?;
            if let Err(refused) = take(attempt) {
                return Ok(Err(refused));
            }
        }
        Ok(Ok(()))
    }
}

fn read(row: &Row) -> rusqlite::Result<ExportedAttempt> {
    let from = ATTEMPT_COLUMNS + 6;
    let json = |at: usize| -> rusqlite::Result<Value> {
        Ok(serde_json::from_str(row.get_ref(at)?.as_str()?).unwrap_or_default())
    };
    Ok(ExportedAttempt {
        asked: attempts::read_question(row, ATTEMPT_COLUMNS)?,
        past: attempts::read(row)?,
        text: row.get(from)?,
        additions: json(from + 1)?,
        assessment: json(from + 2)?,
        is_kept: row.get(from + 3)?,
        ratings: Vec::new(),
    })
}
