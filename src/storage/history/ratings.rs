//! Ratings: what people said an attempt is worth.

use rusqlite::{Connection, params};

use crate::{
    interview::{scoring::assessment::Level, session::UnixMillis},
    storage::history::as_i64,
};

/// The rater who gave the answer.
pub(super) const PLAYER: &str = "player";

const PUT: &str = "INSERT INTO ratings (attempt, rater, level, at) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (attempt, rater) DO UPDATE SET level = excluded.level, at = excluded.at";
const TAKE_BACK: &str = "DELETE FROM ratings WHERE attempt = ?1 AND rater = ?2";

/// Notes what a rater says of an attempt, or that they say nothing.
pub(super) fn put(
    connection: &Connection,
    attempt: i64,
    rater: &str,
    level: Option<Level>,
    at: UnixMillis,
) -> rusqlite::Result<()> {
    match level {
        Some(level) => {
            let row = params![attempt, rater, level.number(), as_i64(at.0)];
            connection.prepare_cached(PUT)?.execute(row)?
        }
        None => connection.prepare_cached(TAKE_BACK)?.execute(params![attempt, rater])?,
    };
    Ok(())
}
