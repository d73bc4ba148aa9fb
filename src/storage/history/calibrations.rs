//! Calibrations: what raters gave to answers of known level.

use rusqlite::params;

use crate::{
    interview::{calibration::round::RatedExample, session::UnixMillis},
    storage::history::{History, HistoryError, as_i64, rows},
};

const PUT: &str = "INSERT INTO calibrations (rater, at, rating) VALUES (?1, ?2, ?3)";
pub(super) const OF: &str = "SELECT rating FROM calibrations WHERE rater = ?1 ORDER BY key";
const RATERS: &str = "SELECT DISTINCT rater FROM calibrations ORDER BY rater";

impl History {
    /// Adds a rating of an answer of known level.
    ///
    /// # Errors
    /// What the database says.
    pub fn add_calibration(
        &mut self,
        rater: &str,
        at: UnixMillis,
        rating: &RatedExample,
    ) -> Result<(), HistoryError> {
        let rating = serde_json::to_string(rating).unwrap_or_default();
        self.connection.prepare_cached(PUT)?.execute(params![rater, as_i64(at.0), rating])?;
        Ok(())
    }

    /// What a rater gave, in the order in which they gave it.
    ///
    /// # Errors
    /// What the database says.
    pub fn calibrations(&self, rater: &str) -> Result<Vec<RatedExample>, HistoryError> {
        let written = rows(&self.connection, OF, &[&rater], |row| row.get::<_, String>(0))?;
        Ok(written.iter().filter_map(|written| serde_json::from_str(written).ok()).collect())
    }

    /// Everybody who has rated answers of known level.
    ///
    /// # Errors
    /// What the database says.
    pub fn calibrated_raters(&self) -> Result<Vec<String>, HistoryError> {
        Ok(rows(&self.connection, RATERS, &[], |row| row.get(0))?)
    }
}
