//! Days: how much was practised on each.

use serde::{Serialize, Serializer};

use crate::{
    interview::practice::day::Day,
    storage::history::{History, HistoryError, rows},
};

pub(super) const SINCE: &str =
    "SELECT day, attempts, seconds FROM days WHERE day >= ?1 ORDER BY day";

/// A day on which something was practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PracticeDay {
    /// The day.
    #[serde(serialize_with = "as_date")]
    pub day: Day,
    /// How many answers were given.
    pub attempts: u32,
    /// How long they took, in seconds, as far as that is known.
    pub seconds: u32,
}

fn as_date<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

impl History {
    /// The days since one on which something was practised.
    ///
    /// # Errors
    /// What the database says.
    pub fn days_since(&self, day: Day) -> Result<Vec<PracticeDay>, HistoryError> {
        Ok(rows(&self.connection, SINCE, &[&day.number()], |row| {
            Ok(PracticeDay {
                day: Day::new(row.get(0)?),
                attempts: row.get(1)?,
                seconds: row.get(2)?,
            })
        })?)
    }
}
