//! What is said behind a debrief: how it went against last time, and what to practise next and when.

use crate::{
    interview::{
        practice::day::Day,
        progress::last_time::{AgainstLastTime, against_last_time},
        scoring::Story,
    },
    play::{ComingPractice, TELLING_ANSWERS, Today},
    storage::history::{History, HistoryError},
};

/// What is said behind a debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afterwards {
    /// The day it is said on.
    pub today: Day,
    /// How the answers went against those before.
    pub against: Vec<AgainstLastTime>,
    /// What to practise next, and when; nothing where nothing is due within a month.
    pub next: Option<ComingPractice>,
}

impl Afterwards {
    /// What is said on a day behind the session that the history calls so.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(
        history: &History,
        name: &str,
        today: Day,
        story: Story,
    ) -> Result<Self, HistoryError> {
        let against = match history.session_number(name)? {
            Some(session) => against_last_time(&history.by_question(TELLING_ANSWERS)?, session),
            None => Vec::new(),
        };
        let next = Today::of(history, today, story)?.next();
        Ok(Self { today, against, next })
    }
}
