//! Answers: the words of an attempt, what was added, and what was found in them.

use rusqlite::{Connection, params};

use crate::{
    interview::{progress::past::WholeAttempt, session::Attempt},
    storage::history::{
        History, HistoryError,
        attempts::{self, ATTEMPT_COLUMNS, attempt_columns, question_columns},
        first,
    },
};

const PUT: &str = "INSERT INTO answers (attempt, text, additions, assessment)
  VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (attempt) DO UPDATE SET text = excluded.text, additions = excluded.additions,
    assessment = excluded.assessment";
pub(super) const ONE: &str = concat!(
    "SELECT ",
    attempt_columns!(),
    ", ",
    question_columns!(),
    ", w.text, w.additions, w.assessment
      FROM attempts a JOIN answers w ON w.attempt = a.number
      LEFT JOIN ratings r ON r.attempt = a.number AND r.rater = 'player'
      JOIN questions q ON q.key = a.question
      JOIN scenarios c ON c.key = q.scenario
      WHERE a.number = ?1"
);

/// Notes the words of an attempt and what was found in them.
pub(super) fn put(connection: &Connection, number: i64, attempt: &Attempt) -> rusqlite::Result<()> {
    // What is kept here can always be written.
    let additions = serde_json::to_string(&attempt.probes).unwrap_or_default();
    let assessment = serde_json::to_string(&attempt.assessment).unwrap_or_default();
    connection.prepare_cached(PUT)?.execute(params![
        number,
        attempt.text,
        additions,
        assessment
    ])?;
    Ok(())
}

/// Reads a whole attempt of a row that begins with its columns and those of its question.
pub(super) fn read(row: &rusqlite::Row) -> rusqlite::Result<WholeAttempt> {
    let from = ATTEMPT_COLUMNS + 6;
    Ok(WholeAttempt {
        asked: attempts::read_question(row, ATTEMPT_COLUMNS)?,
        past: attempts::read(row)?,
        text: row.get(from)?,
        probes: serde_json::from_str(row.get_ref(from + 1)?.as_str()?).unwrap_or_default(),
        assessment: serde_json::from_str(row.get_ref(from + 2)?.as_str()?).ok(),
    })
}

impl History {
    /// The whole attempt of this number.
    ///
    /// # Errors
    /// There is none, or what the database says.
    pub fn attempt(&self, number: i64) -> Result<WholeAttempt, HistoryError> {
        first(&self.connection, ONE, &[&number], read)?.ok_or(HistoryError::NoSuchAttempt(number))
    }
}
