//! How a question grew from answer to answer, and what grew most since last week.

use serde::Serialize;

use crate::interview::{
    practice::day::Day,
    progress::past::{AskedQuestion, PastAttempt, QuestionHistory},
};

/// The days of a week.
const WEEK: i32 = 7;

/// So many levels stand on a line.
const LINE: usize = 8;

/// One answer on the plot of its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GrowthPoint {
    /// The attempt, to be opened.
    pub attempt: i64,
    /// Its day, as a date.
    pub day: String,
    /// Its level; none where it could not be judged.
    pub level: Option<u8>,
    /// The player's own.
    pub own_rating: Option<u8>,
    /// How long it took, in seconds.
    pub seconds: Option<u32>,
    /// How long it takes to say, in seconds.
    pub spoken_seconds: u32,
}

/// The answers to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionGrowth {
    /// The scenario's id.
    pub scenario: String,
    /// The question's id.
    pub question: String,
    /// Its words.
    pub text: String,
    /// Its answers, the oldest first.
    pub points: Vec<GrowthPoint>,
}

impl QuestionGrowth {
    /// The growth of a question.
    pub fn of(history: &QuestionHistory) -> Self {
        let AskedQuestion { scenario, id, text, .. } = &history.asked;
        Self {
            scenario: scenario.clone(),
            question: id.clone(),
            text: text.clone(),
            points: history.attempts.iter().map(point).collect(),
        }
    }

    /// Its last levels in words, as a line has room for them: "… 2 → 3 → 3 → 4".
    pub fn last_levels_in_words(&self) -> String {
        let told = self.points.iter().map(|point| match point.level {
            Some(level) => level.to_string(),
            None => "–".to_owned(),
        });
        let told: Vec<_> = told.collect();
        let left_out = told.len().saturating_sub(LINE);
        let line = told[left_out..].join(" → ");
        if left_out > 0 { format!("… {line}") } else { line }
    }

    /// Its levels in words, for whoever does not see the plot: "2, 3, 3, 4".
    pub fn levels_in_words(&self) -> String {
        let words = self.points.iter().map(|point| match point.level {
            Some(level) => level.to_string(),
            None => "not judged".to_owned(),
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

fn point(past: &PastAttempt) -> GrowthPoint {
    GrowthPoint {
        attempt: past.number,
        day: past.day.to_string(),
        level: past.level.map(|level| level.number()),
        own_rating: past.own.map(|own| own.number()),
        seconds: past.seconds,
        spoken_seconds: past.spoken_seconds,
    }
}

/// What rose most between its last answer of a week ago or before and its last of all, in one sentence; nothing where
/// nothing rose.
pub fn improved_since_last_week(histories: &[QuestionHistory], today: Day) -> Option<String> {
    let week_ago = today.plus(-WEEK);
    let judged = |history: &QuestionHistory, until: Day| {
        let mut found = history.attempts.iter().rev().filter(|past| past.day <= until);
        found.find_map(|past| Some((past.level?, past.day)))
    };
    let rises = histories.iter().filter_map(|history| {
        let (before, _) = judged(history, week_ago)?;
        let (now, day) = judged(history, today)?;
        (day > week_ago && now > before).then_some((history, before, now))
    });
    let rises: Vec<_> = rises.collect();
    let (history, before, now) =
        rises.iter().max_by_key(|(_, before, now)| now.number() - before.number())?;
    let others = match rises.len() - 1 {
        0 => String::new(),
        1 => ", and 1 other rose too".to_owned(),
        others => format!(", and {others} others rose too"),
    };
    Some(format!(
        "Since last week “{}” went from {} to {}{others}.",
        history.asked.text.trim(),
        before.number(),
        now.number()
    ))
}

/// A span of time in the words of a list: "2 min", "40 s"; nothing where it is not known.
pub fn took_in_words(seconds: Option<u32>) -> String {
    match seconds.filter(|seconds| *seconds > 0) {
        None => String::new(),
        Some(seconds) if seconds < 100 => format!("{seconds} s"),
        Some(seconds) => format!("{} min", (seconds + 30) / 60),
    }
}

/// On how many of the last seven days something was practised, in one sentence.
pub fn practised_in_words(days: &[Day], today: Day) -> String {
    let last: Vec<_> = days.iter().filter(|day| **day <= today && today.since(**day) < 7).collect();
    match last.len() {
        0 => "Nothing was practised in the last 7 days.".to_owned(),
        days => format!("You practised on {days} of the last 7 days."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::progress::trial::{history, past};

    #[test]
    fn what_rose_most_since_last_week_is_said_in_one_sentence() {
        let today = Day::new(100);
        let told = |histories: &[QuestionHistory]| improved_since_last_week(histories, today);
        let rose = history("The plan?", "", &[(80, 1), (90, 2), (98, 4)]);
        let rose_less = history("The team?", "", &[(92, 2), (99, 3)]);
        let fell = history("The fault?", "", &[(92, 4), (99, 3)]);
        let new = history("The future?", "", &[(99, 5)]);
        let long_ago = history("The past?", "", &[(60, 1), (80, 5)]);
        assert_eq!(
            told(&[fell.clone(), rose_less.clone(), rose.clone(), new.clone()]).as_deref(),
            Some("Since last week “The plan?” went from 2 to 4, and 1 other rose too.")
        );
        assert_eq!(
            told(&[rose_less]).as_deref(),
            Some("Since last week “The team?” went from 2 to 3.")
        );
        assert_eq!(told(&[fell, new, long_ago]), None);
    }

    #[test]
    fn a_question_s_plot_is_told_in_words_too() {
        let mut growth = history("The plan?", "", &[(80, 1), (98, 4)]);
        growth.attempts.push(past(99, None, Some(3)));
        let growth = QuestionGrowth::of(&growth);
        assert_eq!(growth.levels_in_words(), "1, 4, not judged");
        assert_eq!(growth.last_levels_in_words(), "1 → 4 → –");
        assert_eq!(growth.points[2].own_rating, Some(3));
        assert_eq!(growth.points[0].day, "1970-03-22");
    }

    #[test]
    fn the_days_of_a_week_are_counted() {
        let days = [93, 94, 98, 100, 101].map(Day::new);
        let told = |today| practised_in_words(&days, Day::new(today));
        assert_eq!(told(100), "You practised on 3 of the last 7 days.");
        assert_eq!(told(200), "Nothing was practised in the last 7 days.");
    }
}
