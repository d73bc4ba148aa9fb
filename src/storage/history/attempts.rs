//! Attempts: every answer that was given, and how it went.

use rusqlite::{Connection, Row, params};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    interview::{
        fingerprint::Fingerprint,
        practice::day::Day,
        progress::past::{AskedQuestion, PastAttempt, QuestionHistory},
        scoring::{
            Story,
            assessment::Level,
            judged_by::{Basis, JudgedBy},
        },
        session::{Attempt, UnixMillis},
    },
    storage::history::{History, HistoryError, as_i64, first, rows},
};

const PUT: &str = "INSERT INTO attempts (session, place, question, at, day, story, helped, kind,
    level, perhaps, seconds, words, spoken, basis, engine)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
  ON CONFLICT (session, place) DO UPDATE SET question = excluded.question, story = excluded.story,
    helped = excluded.helped, kind = excluded.kind, level = excluded.level,
    perhaps = excluded.perhaps, seconds = excluded.seconds, words = excluded.words,
    spoken = excluded.spoken, basis = excluded.basis, engine = excluded.engine
  RETURNING number";

/// The columns of an attempt, and of its question behind them.
macro_rules! attempt_columns {
    () => {
        "a.number, a.session, a.at, a.day, a.story, a.helped, a.kind, a.level, a.perhaps, \
         r.level, a.seconds, a.words, a.spoken, a.basis, a.engine"
    };
}
macro_rules! question_columns {
    () => {
        "c.id, c.title, q.fingerprint, q.id, q.section, q.text"
    };
}
pub(super) use {attempt_columns, question_columns};

/// How many columns an attempt has.
pub(super) const ATTEMPT_COLUMNS: usize = 15;

/// Every question that was answered.
pub(super) const QUESTIONS: &str = concat!(
    "SELECT ",
    question_columns!(),
    ", q.key FROM questions q JOIN scenarios c ON c.key = q.scenario ORDER BY q.key"
);
/// The newest answers to a question.
pub(super) const OF_QUESTION: &str = concat!(
    "SELECT ",
    attempt_columns!(),
    " FROM attempts a LEFT JOIN ratings r ON r.attempt = a.number AND r.rater = 'player'
      WHERE a.question = ?1 ORDER BY a.at DESC, a.number DESC LIMIT ?2"
);
/// The newest answers to anything.
pub(super) const NEWEST: &str = concat!(
    "SELECT ",
    attempt_columns!(),
    ", ",
    question_columns!(),
    " FROM (SELECT * FROM attempts ORDER BY at DESC, number DESC LIMIT ?1) a
      LEFT JOIN ratings r ON r.attempt = a.number AND r.rater = 'player'
      CROSS JOIN questions q ON q.key = a.question
      CROSS JOIN scenarios c ON c.key = q.scenario
      ORDER BY a.at DESC, a.number DESC"
);

/// The newest answers to the question that an attempt answered.
pub(super) const BESIDE: &str = concat!(
    "SELECT ",
    attempt_columns!(),
    " FROM attempts a LEFT JOIN ratings r ON r.attempt = a.number AND r.rater = 'player'
      WHERE a.question = (SELECT question FROM attempts WHERE number = ?1)
      ORDER BY a.at DESC, a.number DESC LIMIT ?2"
);
/// The attempt in a place of a session.
pub(super) const AT_PLACE: &str = "SELECT a.number FROM sessions s
  CROSS JOIN attempts a ON a.session = s.key WHERE s.uid = ?1 AND a.place = ?2";

/// Where and when an attempt was made.
pub(super) struct Placed {
    pub(super) session: i64,
    pub(super) place: usize,
    pub(super) question: i64,
    pub(super) at: UnixMillis,
    pub(super) day: Day,
    pub(super) seconds: Option<u32>,
}

/// Notes an attempt as it stands; gives its number, which stays.
pub(super) fn put(
    connection: &Connection,
    placed: &Placed,
    attempt: &Attempt,
) -> rusqlite::Result<i64> {
    let found = &attempt.assessment;
    connection.prepare_cached(PUT)?.query_row(
        params![
            placed.session,
            as_i64(placed.place as u64),
            placed.question,
            as_i64(placed.at.0),
            placed.day.number(),
            word(&found.story),
            attempt.hinted || attempt.watched || attempt.card.is_some(),
            found.kind.as_ref().map(word),
            found.judged_level().map(Level::number),
            found.perhaps.map(Level::number),
            placed.seconds,
            as_i64(found.words as u64),
            found.spoken_seconds,
            word(&found.judged_by.basis),
            found.judged_by.version,
        ],
        |row| row.get(0),
    )
}

/// A value of a few as the word that JSON writes for it.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The value that a word stands for; none where no value has it any more.
fn value<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::String(word.to_owned())).ok()
}

pub(super) fn read(row: &Row) -> rusqlite::Result<PastAttempt> {
    let level = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<u8>>(at)?.map(Level::new));
    Ok(PastAttempt {
        number: row.get(0)?,
        session: row.get(1)?,
        at: UnixMillis(row.get::<_, i64>(2)?.unsigned_abs()),
        day: Day::new(row.get(3)?),
        story: value(row.get_ref(4)?.as_str()?).unwrap_or(Story::This),
        helped: row.get(5)?,
        kind: row.get_ref(6)?.as_str_or_null()?.and_then(value),
        level: level(7)?,
        perhaps: level(8)?,
        own: level(9)?,
        seconds: row.get(10)?,
        words: row.get(11)?,
        spoken_seconds: row.get(12)?,
        judged_by: JudgedBy {
            basis: value(row.get_ref(13)?.as_str()?).unwrap_or(Basis::Words),
            version: row.get(14)?,
        },
    })
}

pub(super) fn read_question(row: &Row, from: usize) -> rusqlite::Result<AskedQuestion> {
    Ok(AskedQuestion {
        scenario: row.get(from)?,
        scenario_title: row.get(from + 1)?,
        fingerprint: Fingerprint::written(row.get_ref(from + 2)?.as_str()?),
        id: row.get(from + 3)?,
        section: row.get(from + 4)?,
        text: row.get(from + 5)?,
    })
}

impl History {
    /// Every question that was answered, each with its newest answers, so many at most, the oldest of them first.
    ///
    /// # Errors
    /// What the database says.
    pub fn by_question(&self, at_most: usize) -> Result<Vec<QuestionHistory>, HistoryError> {
        self.by_question_where(at_most, |_| true)
    }

    fn by_question_where(
        &self,
        at_most: usize,
        wanted: impl Fn(&AskedQuestion) -> bool,
    ) -> Result<Vec<QuestionHistory>, HistoryError> {
        let questions = rows(&self.connection, QUESTIONS, &[], |row| {
            Ok((read_question(row, 0)?, row.get::<_, i64>(6)?))
        })?;
        let mut histories = Vec::with_capacity(questions.len());
        for (asked, key) in questions.into_iter().filter(|(asked, _)| wanted(asked)) {
            let limit = as_i64(at_most as u64);
            let mut attempts = rows(&self.connection, OF_QUESTION, &[&key, &limit], read)?;
            attempts.reverse();
            if !attempts.is_empty() {
                histories.push(QuestionHistory { asked, attempts });
            }
        }
        Ok(histories)
    }

    /// The newest answers to the question that an attempt answered, so many at most, the oldest of them first.
    ///
    /// # Errors
    /// What the database says.
    pub fn beside(&self, attempt: i64, at_most: usize) -> Result<Vec<PastAttempt>, HistoryError> {
        let limit = as_i64(at_most as u64);
        let mut attempts = rows(&self.connection, BESIDE, &[&attempt, &limit], read)?;
        attempts.reverse();
        Ok(attempts)
    }

    /// The number of the attempt in a place, from 0, of the session that its journal calls so.
    ///
    /// # Errors
    /// What the database says.
    pub fn attempt_at(&self, session: &str, place: usize) -> Result<Option<i64>, HistoryError> {
        let place = as_i64(place as u64);
        Ok(first(&self.connection, AT_PLACE, &[&session, &place], |row| row.get(0))?)
    }

    /// The newest answers to the questions that a scenario calls by this id, so many at most, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest_of(
        &self,
        id: &str,
        at_most: usize,
    ) -> Result<Vec<(AskedQuestion, PastAttempt)>, HistoryError> {
        let histories = self.by_question_where(at_most, |asked| asked.id == id)?;
        let mut found: Vec<_> = histories
            .into_iter()
            .flat_map(|QuestionHistory { asked, attempts }| {
                attempts.into_iter().map(move |past| (asked.clone(), past))
            })
            .collect();
        found.sort_by_key(|(_, past)| std::cmp::Reverse((past.at, past.number)));
        found.truncate(at_most);
        Ok(found)
    }

    /// The newest answers to anything, so many at most, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub fn newest(
        &self,
        at_most: usize,
    ) -> Result<Vec<(AskedQuestion, PastAttempt)>, HistoryError> {
        Ok(rows(&self.connection, NEWEST, &[&as_i64(at_most as u64)], |row| {
            Ok((read_question(row, ATTEMPT_COLUMNS)?, read(row)?))
        })?)
    }
}
