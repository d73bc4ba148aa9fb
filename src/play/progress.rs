//! How the answers grew, read off the history: what the page of both front-ends shows.

use serde::Serialize;

use crate::{
    interview::{
        practice::day::Day,
        progress::{
            growth::{self, QuestionGrowth},
            own_ratings::{self, RatedAnswer},
            past::{PastAttempt, QuestionHistory},
            standing::{self, Standing},
        },
    },
    storage::history::{History, HistoryError, PracticeDay},
};

/// So many of the newest answers to a question are on its plot.
const MOST_POINTS: usize = 200;

/// How the answers grew.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProgressPage {
    /// What improved since last week, in one sentence; nothing where nothing did.
    pub improved: Option<String>,
    /// On how many of the last days something was practised, in one sentence.
    pub practised: String,
    /// That own ratings come nearer to the levels, in one sentence; nothing where they do not.
    pub own_ratings: Option<String>,
    /// The last answer that the player rated themselves.
    pub last_rated: Option<RatedAnswer>,
    /// Every question that was answered.
    pub questions: Vec<QuestionGrowth>,
    /// The sections of all scenarios.
    pub sections: Vec<Standing>,
    /// The competencies over all scenarios.
    pub competencies: Vec<Standing>,
    /// The days of the last month on which something was practised.
    pub days: Vec<PracticeDay>,
}

impl ProgressPage {
    /// So many days are looked back for those on which something was practised.
    pub const DAYS: i32 = 30;

    /// What the page says first.
    pub fn headline(&self) -> String {
        if self.questions.is_empty() {
            "Nothing was answered yet".to_owned()
        } else {
            self.practised.clone()
        }
    }

    /// The page of a day, of all questions or of those that are called by one id.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(history: &History, today: Day, question: Option<&str>) -> Result<Self, HistoryError> {
        let mut chosen = history.by_question(MOST_POINTS)?;
        chosen.retain(|history: &QuestionHistory| question.is_none_or(|id| history.asked.id == id));
        let mut attempts: Vec<PastAttempt> =
            chosen.iter().flat_map(|history| history.attempts.clone()).collect();
        attempts.sort_by_key(|past| (past.at, past.number));
        let mut newest = attempts.iter().rev();
        let last_rated = newest.find(|past| past.own.is_some() && past.level.is_some());
        let last_rated = last_rated.map(|past| history.attempt(past.number)).transpose()?;
        let days = history.days_since(today.plus(-Self::DAYS))?;
        let practised: Vec<Day> = days.iter().map(|practised| practised.day).collect();
        Ok(Self {
            improved: growth::improved_since_last_week(&chosen, today),
            practised: growth::practised_in_words(&practised, today),
            own_ratings: own_ratings::closing_in(&attempts),
            last_rated: last_rated.as_ref().and_then(RatedAnswer::of),
            questions: chosen.iter().map(QuestionGrowth::of).collect(),
            sections: standing::by_section(&chosen, today),
            competencies: standing::by_competency(&chosen, today),
            days,
        })
    }
}
