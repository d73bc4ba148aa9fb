//! What is practised for: the day of a scenario's panel, and the minutes a day.

use rusqlite::params;

use crate::{
    interview::{
        practice::{self, day::Day, question::PanelDay},
        scenario::Scenario,
    },
    storage::history::{History, HistoryError, first, rows, scenarios},
};

const PUT: &str = "INSERT INTO panels (scenario, day, since) VALUES (?1, ?2, ?3)
  ON CONFLICT (scenario) DO UPDATE SET day = excluded.day,
    since = CASE WHEN day = excluded.day THEN since ELSE excluded.since END";
const REMOVE: &str = "DELETE FROM panels WHERE scenario = ?1";
pub(super) const ALL: &str = "SELECT c.id, p.day, p.since FROM panels p
  JOIN scenarios c ON c.key = p.scenario ORDER BY p.day, c.id";
const PUT_MINUTES: &str = "INSERT INTO preferences (name, value) VALUES ('minutes', ?1)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value";
pub(super) const MINUTES: &str = "SELECT value FROM preferences WHERE name = 'minutes'";

impl History {
    /// Sets the day of a scenario's panel, or says that there is none.
    ///
    /// # Errors
    /// What the database says.
    pub fn set_panel(
        &mut self,
        (name, text, scenario): (&str, &str, &Scenario),
        day: Option<Day>,
        today: Day,
    ) -> Result<(), HistoryError> {
        let change = self.connection.transaction()?;
        let key = match scenarios::key_of(&change, scenario.id())? {
            Some(key) => key,
            None => scenarios::put(&change, name, text, scenario)?,
        };
        match day {
            Some(day) => change.execute(PUT, params![key, day.number(), today.number()])?,
            None => change.execute(REMOVE, [key])?,
        };
        change.commit()?;
        Ok(())
    }

    /// The days of the panels that are ahead or were, each with its scenario's id.
    ///
    /// # Errors
    /// What the database says.
    pub fn panels(&self) -> Result<Vec<(String, PanelDay)>, HistoryError> {
        Ok(rows(&self.connection, ALL, &[], |row| {
            let panel = PanelDay { day: Day::new(row.get(1)?), since: Day::new(row.get(2)?) };
            Ok((row.get(0)?, panel))
        })?)
    }

    /// The minutes a day that the player wants to practise.
    ///
    /// # Errors
    /// What the database says.
    pub fn minutes(&self) -> Result<u32, HistoryError> {
        let minutes = first(&self.connection, MINUTES, &[], |row| row.get(0))?;
        Ok(minutes.unwrap_or_else(practice::usual_minutes))
    }

    /// Sets the minutes a day.
    ///
    /// # Errors
    /// What the database says.
    pub fn set_minutes(&mut self, minutes: u32) -> Result<(), HistoryError> {
        self.connection.execute(PUT_MINUTES, [minutes])?;
        Ok(())
    }
}
