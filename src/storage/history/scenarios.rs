//! Scenarios by id, and their questions by fingerprint.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    interview::{
        fingerprint::Fingerprint,
        progress::past::{AskableQuestion, AskedQuestion},
        scenario::Scenario,
    },
    storage::history::{
        History, HistoryError, as_i64,
        attempts::{question_columns, read_question},
        rows,
    },
};

const PUT: &str = "INSERT INTO scenarios (id, name, title, text) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, text = excluded.text
  RETURNING key";
pub(super) const KEY_OF: &str = "SELECT key FROM scenarios WHERE id = ?1";
/// What was answered, or has a date.
pub(super) const KNOWN: &str =
    "SELECT s.id, s.name, s.title, s.text FROM scenarios s ORDER BY s.key";
/// What can be asked, scenario by scenario in its order.
pub(super) const ASKABLE: &str = concat!(
    "SELECT ",
    question_columns!(),
    ", q.own_story FROM questions q CROSS JOIN scenarios c ON c.key = q.scenario
      WHERE q.place IS NOT NULL ORDER BY q.scenario, q.place"
);
const UNPLACE: &str = "UPDATE questions SET place = NULL WHERE scenario = ?1";
const PLACE: &str =
    "INSERT INTO questions (scenario, fingerprint, id, section, text, place, own_story)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
  ON CONFLICT (scenario, fingerprint) DO UPDATE SET id = excluded.id, section = excluded.section,
    text = excluded.text, place = excluded.place, own_story = excluded.own_story";
const PUT_QUESTION: &str = "INSERT INTO questions (scenario, fingerprint, id, section, text)
  VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT (scenario, fingerprint) DO UPDATE SET
    id = excluded.id, section = excluded.section, text = excluded.text
  RETURNING key";

/// A scenario that was practised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownScenario {
    /// Its id.
    pub id: String,
    /// The name it was last found by.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// The text of its file as it was last played.
    pub text: String,
}

/// Notes a scenario as it is now, with all of its questions; gives its key.
pub(super) fn put(
    connection: &Connection,
    name: &str,
    text: &str,
    scenario: &Scenario,
) -> rusqlite::Result<i64> {
    let mut put = connection.prepare_cached(PUT)?;
    let row = params![scenario.id(), name, scenario.title(), text];
    let key: i64 = put.query_row(row, |row| row.get(0))?;
    connection.prepare_cached(UNPLACE)?.execute([key])?;
    let mut put = connection.prepare_cached(PLACE)?;
    for (place, askable) in AskableQuestion::all(scenario).into_iter().enumerate() {
        let AskedQuestion { fingerprint, id, section, text, .. } = askable.asked;
        let place = as_i64(place as u64);
        let own = askable.own_story;
        put.execute(params![key, fingerprint.to_string(), id, section, text, place, own])?;
    }
    Ok(key)
}

/// The key of a scenario that is known.
pub(super) fn key_of(connection: &Connection, id: &str) -> rusqlite::Result<Option<i64>> {
    connection.prepare_cached(KEY_OF)?.query_row([id], |row| row.get(0)).optional()
}

/// Notes a question in the words it is asked in now; gives its key.
pub(super) fn put_question(
    connection: &Connection,
    scenario_key: i64,
    scenario: &Scenario,
    index: usize,
) -> rusqlite::Result<i64> {
    let question = &scenario.questions()[index];
    let fingerprint = Fingerprint::of_words(&question.text).to_string();
    let section = &scenario.sections()[question.section].title;
    let mut put = connection.prepare_cached(PUT_QUESTION)?;
    put.query_row(params![scenario_key, fingerprint, question.id, section, question.text], |row| {
        row.get(0)
    })
}

impl History {
    /// Notes a scenario as it is now: its file was changed since it was played.
    ///
    /// # Errors
    /// What the database says.
    pub fn note_scenario(
        &self,
        name: &str,
        text: &str,
        scenario: &Scenario,
    ) -> Result<(), HistoryError> {
        let change = self.connection.unchecked_transaction()?;
        put(&change, name, text, scenario)?;
        change.commit()?;
        Ok(())
    }

    /// Every question that the known scenarios ask now, scenario by scenario in its order.
    ///
    /// # Errors
    /// What the database says.
    pub fn askable(&self) -> Result<Vec<AskableQuestion>, HistoryError> {
        Ok(rows(&self.connection, ASKABLE, &[], |row| {
            Ok(AskableQuestion { asked: read_question(row, 0)?, own_story: row.get(6)? })
        })?)
    }

    /// Every scenario that was practised or has a date, in the order in which they came.
    ///
    /// # Errors
    /// What the database says.
    pub fn scenarios(&self) -> Result<Vec<KnownScenario>, HistoryError> {
        Ok(rows(&self.connection, KNOWN, &[], |row| {
            Ok(KnownScenario {
                id: row.get(0)?,
                name: row.get(1)?,
                title: row.get(2)?,
                text: row.get(3)?,
            })
        })?)
    }
}
