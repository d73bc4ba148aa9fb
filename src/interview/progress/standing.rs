//! Where the answers stand by section and by competency, now and a week ago.

use serde::Serialize;

use crate::interview::{
    competency::Competency, practice::day::Day, progress::past::QuestionHistory,
    scoring::assessment::Level,
};

/// The days of a week.
const WEEK: i32 = 7;

/// Where the answers of a group stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// What the group is called.
    pub name: String,
    /// How many of its questions were answered.
    pub questions: usize,
    /// The mean level of their last answers, to a tenth; none where none was judged.
    pub now: Option<f32>,
    /// The same a week ago; none where nothing was judged by then.
    pub week_ago: Option<f32>,
}

impl Standing {
    /// The standing in one line: "Care: 3.5, a week ago 2.0 (2 questions)".
    pub fn in_words(&self) -> String {
        let now = self.now.map_or("not judged".to_owned(), |mean| format!("{mean:.1}"));
        let before = self.week_ago.map_or(String::new(), |mean| format!(", a week ago {mean:.1}"));
        let questions = if self.questions == 1 { "question" } else { "questions" };
        format!("{}: {now}{before} ({} {questions})", self.name, self.questions)
    }
}

/// The standing of every section of every scenario, in the order in which they were first met.
pub fn by_section(histories: &[QuestionHistory], today: Day) -> Vec<Standing> {
    grouped(histories, today, |history| {
        Some(format!("{}: {}", history.asked.scenario_title, history.asked.section))
    })
}

/// The standing of every competency over all scenarios.
pub fn by_competency(histories: &[QuestionHistory], today: Day) -> Vec<Standing> {
    let mut standings = grouped(histories, today, |history| {
        Some(Competency::asked_in(&history.asked.text)?.title.to_owned())
    });
    standings.sort_by(|a, b| a.name.cmp(&b.name));
    standings
}

fn grouped(
    histories: &[QuestionHistory],
    today: Day,
    name: impl Fn(&QuestionHistory) -> Option<String>,
) -> Vec<Standing> {
    let mut groups: Vec<(String, Vec<&QuestionHistory>)> = Vec::new();
    for history in histories {
        let Some(name) = name(history) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(history),
            None => groups.push((name, vec![history])),
        }
    }
    let standing = |(name, members): (String, Vec<&QuestionHistory>)| Standing {
        name,
        questions: members.len(),
        now: mean(&members, today),
        week_ago: mean(&members, today.plus(-WEEK)),
    };
    groups.into_iter().map(standing).collect()
}

/// The mean of the last levels up to a day, to a tenth.
fn mean(members: &[&QuestionHistory], until: Day) -> Option<f32> {
    let last = |history: &&QuestionHistory| -> Option<Level> {
        let mut before = history.attempts.iter().rev().filter(|past| past.day <= until);
        before.find_map(|past| past.level)
    };
    let levels: Vec<f32> =
        members.iter().filter_map(last).map(|level| f32::from(level.number())).collect();
    (!levels.is_empty()).then(|| {
        let mean = levels.iter().sum::<f32>() / levels.len() as f32;
        (mean * 10.0).round() / 10.0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::progress::trial::history;

    #[test]
    fn a_section_stands_where_its_last_answers_do() {
        let histories = [
            history("One?", "Care", &[(80, 1), (90, 2), (99, 4)]),
            history("Two?", "Care", &[(98, 3)]),
            history("Three?", "Future", &[(99, 5)]),
        ];
        let expected =
            [("Made up: Care", 2, Some(3.5), Some(2.0)), ("Made up: Future", 1, Some(5.0), None)];
        let found = by_section(&histories, Day::new(100));
        let found: Vec<_> = found
            .iter()
            .map(|standing| {
                (standing.name.as_str(), standing.questions, standing.now, standing.week_ago)
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn questions_of_one_competency_stand_together_wherever_they_were_asked() {
        let stakeholders =
            "Tell me about a time you had to align stakeholders who had competing priorities.";
        let asked = Competency::asked_in(stakeholders).expect("it is a usual one");
        let histories = [
            history(stakeholders, "Care", &[(99, 4)]),
            history("How do you align stakeholders?", "Future", &[(99, 2)]),
            history("Why?", "Future", &[(99, 5)]),
        ];
        let found = by_competency(&histories, Day::new(100));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0].name.as_str(), found[0].questions, found[0].now),
            (asked.title, 2, Some(3.0))
        );
    }
}
