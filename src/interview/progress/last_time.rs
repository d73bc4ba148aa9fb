//! The answers of an interview beside those of the time before.

use serde::Serialize;

use crate::interview::{
    practice::day::Day, progress::past::QuestionHistory, scoring::assessment::Level,
};

/// A question that was answered in an interview and before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgainstLastTime {
    /// The question's words.
    pub text: String,
    /// The level of the last answer before.
    pub before: Level,
    /// The day that was given on, as a date.
    pub on: String,
    /// The level of the last answer in the interview.
    pub now: Level,
}

impl AgainstLastTime {
    /// In one line, as it is told on a day: "2 on Monday, 4 now".
    pub fn in_words(&self, today: Day) -> String {
        let day = Day::parse(&self.on).map_or(self.on.clone(), |day| day.seen_from(today));
        match self.now.cmp(&self.before) {
            std::cmp::Ordering::Equal => format!("{} as {day}", self.now.number()),
            _ => format!("{} {day}, {} now", self.before.number(), self.now.number()),
        }
    }
}

/// What of an interview was answered before: the last level in it beside the last one of the time before it began.
pub fn against_last_time(histories: &[QuestionHistory], session: i64) -> Vec<AgainstLastTime> {
    let of = |history: &QuestionHistory| {
        let first = history.attempts.iter().position(|past| past.session == session)?;
        let (earlier, later) = history.attempts.split_at(first);
        let now = later.iter().rev().filter(|past| past.session == session);
        let now = now.filter_map(|past| past.level).next()?;
        let (before, on) = earlier.iter().rev().find_map(|past| Some((past.level?, past.day)))?;
        Some(AgainstLastTime { text: history.asked.text.clone(), before, on: on.to_string(), now })
    };
    histories.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::progress::trial;

    #[test]
    fn the_last_level_of_an_interview_stands_beside_the_last_one_before_it() {
        let mut known = trial::history("The plan?", "", &[(80, 1), (90, 2), (98, 3), (98, 4)]);
        for past in &mut known.attempts[2..] {
            past.session = 7;
        }
        let mut new = trial::history("The team?", "", &[(98, 3)]);
        new.attempts[0].session = 7;
        let other = trial::history("The fault?", "", &[(80, 2), (90, 3)]);
        let found = against_last_time(&[known, new, other], 7);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].before, found[0].now), (Level::new(2), Level::new(4)));
        assert_eq!(found[0].in_words(Day::new(98)), "2 on 1 April, 4 now");
        let same = AgainstLastTime { before: Level::new(4), ..found[0].clone() };
        assert_eq!(same.in_words(Day::new(98)), "4 as on 1 April");
    }
}
