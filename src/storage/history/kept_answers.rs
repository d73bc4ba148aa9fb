//! Answers that the player kept as models of their own.

use rusqlite::params;

use crate::{
    interview::{progress::past::KeptAttempt, session::UnixMillis},
    storage::history::{
        History, HistoryError, answers, as_i64,
        attempts::{attempt_columns, question_columns},
        first, rows,
    },
};

const PUT: &str = "INSERT INTO kept_answers (question, attempt, at)
  SELECT question, number, ?2 FROM attempts WHERE number = ?1
  ON CONFLICT (question) DO UPDATE SET attempt = excluded.attempt, at = excluded.at";
const REMOVE: &str = "DELETE FROM kept_answers
  WHERE question = (SELECT question FROM attempts WHERE number = ?1) AND attempt = ?1";
pub(super) const ALL: &str = concat!(
    "SELECT ",
    attempt_columns!(),
    ", ",
    question_columns!(),
    ", w.text, w.additions, w.assessment, k.at
      FROM kept_answers k
      CROSS JOIN attempts a ON a.number = k.attempt
      JOIN answers w ON w.attempt = a.number
      LEFT JOIN ratings r ON r.attempt = a.number AND r.rater = 'player'
      JOIN questions q ON q.key = a.question
      JOIN scenarios c ON c.key = q.scenario
      ORDER BY k.question"
);

pub(super) const IS_KEPT: &str = "SELECT 1 FROM attempts a
  CROSS JOIN kept_answers k ON k.question = a.question AND k.attempt = a.number WHERE a.number = ?1";

impl History {
    /// Whether an attempt is kept.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_kept(&self, attempt: i64) -> Result<bool, HistoryError> {
        Ok(first(&self.connection, IS_KEPT, &[&attempt], |_| Ok(()))?.is_some())
    }

    /// Keeps an attempt as the model answer to its question, in place of any that was kept before.
    ///
    /// # Errors
    /// There is no such attempt, or what the database says.
    pub fn keep(&mut self, attempt: i64, at: UnixMillis) -> Result<(), HistoryError> {
        match self.connection.execute(PUT, params![attempt, as_i64(at.0)])? {
            0 => Err(HistoryError::NoSuchAttempt(attempt)),
            _ => Ok(()),
        }
    }

    /// Keeps an attempt no longer; gives whether it was kept.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep_no_longer(&mut self, attempt: i64) -> Result<bool, HistoryError> {
        Ok(self.connection.execute(REMOVE, [attempt])? > 0)
    }

    /// Every answer that is kept, in the order of their questions.
    ///
    /// # Errors
    /// What the database says.
    pub fn kept(&self) -> Result<Vec<KeptAttempt>, HistoryError> {
        Ok(rows(&self.connection, ALL, &[], |row| {
            let since = UnixMillis(row.get::<_, i64>(24)?.unsigned_abs());
            Ok(KeptAttempt { attempt: answers::read(row)?, since })
        })?)
    }
}
