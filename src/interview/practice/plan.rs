//! What today's minutes are best spent on.
//!
//! With a date, what lifts most of what will be remembered on that day comes first, every evening anew; what is fresh waits
//! until it has begun to fade, and comes once more in the last evenings. Once the evenings that are left are no more than it
//! takes to see every question well as often as is wanted, those that lack most of it come first; and on the last one what is
//! weakest comes once more. Without a date, a question comes back when it has faded.

use std::cmp::Reverse;

use crate::interview::practice::{
    chosen::chosen, day::Day, question::PracticeQuestion, reason::Reason,
};

/// One question of today's practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The question, as an index into those that were planned with.
    pub question: usize,
    /// Why.
    pub reason: Reason,
    /// How long it takes, in seconds.
    pub seconds: u32,
}

/// Today's practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodaysPractice {
    /// What to practise, in this order.
    pub picks: Vec<Pick>,
    /// The minutes that were asked for.
    pub minutes: u32,
    /// The shortest question that is due, in seconds, where it takes longer than the minutes that are left.
    pub too_short_for: Option<u32>,
    /// How many questions cannot be seen well often enough before their day, whatever is done in these minutes.
    pub out_of_reach: usize,
    /// How many questions were answered today already.
    pub done: usize,
}

/// A question that could be practised today.
struct Candidate {
    question: usize,
    /// By how much that lifts what will be remembered of it on its day, in thousandths.
    gain: i64,
    /// What will be remembered of it on its day, or is today, without it.
    forecast: u32,
    /// On how many more days it is to be seen well.
    wanted: usize,
    /// Whether it can be, by what is known of it: it came back well before, or was never asked.
    within_reach: bool,
    /// How many evenings are left for it; today is one.
    evenings: u32,
    seconds: u32,
}

/// Plans a day: what of these questions fits into these minutes, after what was done today already.
pub fn plan(questions: &[PracticeQuestion], today: Day, minutes: u32) -> TodaysPractice {
    let minutes = minutes.min(chosen().minutes.most);
    let of_today = questions.iter().filter(|question| question.was_seen_on(today));
    let (done, used) =
        of_today.fold((0, 0_u32), |(done, used), question| (done + 1, used + question.seconds()));
    let budget = (minutes * 60).saturating_sub(used);
    let candidates: Vec<_> = questions
        .iter()
        .enumerate()
        .filter(|(_, question)| !question.was_seen_on(today))
        .filter_map(|(index, question)| candidate(index, question, today))
        .collect();
    let out_of_reach = out_of_reach(questions, today, minutes * 60);
    let ordered = ordered(candidates, minutes * 60);
    let mut left = budget;
    let mut picks = Vec::new();
    for Candidate { question, seconds, .. } in &ordered {
        if *seconds <= left {
            left -= seconds;
            let reason = reason(&questions[*question], today);
            picks.push(Pick { question: *question, reason, seconds: *seconds });
        }
    }
    let shortest = ordered.iter().map(|candidate| candidate.seconds).min();
    let too_short_for = shortest.filter(|_| picks.is_empty());
    TodaysPractice { picks, minutes, too_short_for, out_of_reach, done }
}

/// What becomes of a question that was not seen today; nothing where it can wait.
fn candidate(index: usize, question: &PracticeQuestion, today: Day) -> Option<Candidate> {
    let spacing = &chosen().spacing;
    let (memory, seconds) = (question.memory(), question.seconds());
    let is_new = question.last().is_none();
    let is_fresh = memory.recall(today) >= spacing.retention && !is_new;
    let Some(panel) = question.panel.filter(|panel| panel.day > today) else {
        // What was begun is not lost before something else is begun.
        let faded = i64::from(spacing.retention) - i64::from(memory.recall(today));
        let gain = if is_new { 0 } else { faded };
        let forecast = memory.recall(today);
        let (wanted, within_reach, evenings) = (0, true, u32::MAX);
        let candidate =
            Candidate { question: index, gain, forecast, wanted, within_reach, evenings, seconds };
        return (!is_fresh).then_some(candidate);
    };
    let evenings = panel.day.since(today);
    let then = memory.recall_if_practised(today, question.usual_grade(), panel.day);
    let forecast = memory.recall(panel.day);
    let gain = i64::from(then) - i64::from(forecast);
    // In the middle of the time what is fresh waits until it has begun to fade; in the last evenings, what gains nothing.
    let waits = if evenings > spacing.last_evenings { is_fresh } else { gain < spacing.least_gain };
    let (wanted, within_reach) = (question.wanted(), question.comes_back_well());
    (!waits || is_new).then_some(Candidate {
        question: index,
        gain,
        forecast,
        wanted,
        within_reach,
        evenings,
        seconds,
    })
}

/// The candidates, those first that today is best spent on.
fn ordered(mut candidates: Vec<Candidate>, a_day: u32) -> Vec<Candidate> {
    let pressed = is_pressed(&candidates, a_day);
    candidates.sort_by_key(|candidate| {
        let last_evening = candidate.evenings == 1;
        let first = pressed && candidate.within_reach && !last_evening;
        let lacks = if first { candidate.wanted } else { 0 };
        let gain = if last_evening { 0 } else { candidate.gain };
        (!last_evening, Reverse(lacks), Reverse(gain), candidate.forecast, candidate.question)
    });
    candidates
}

/// Whether the evenings after this one are no longer enough for all that is to be seen well and can be.
fn is_pressed(candidates: &[Candidate], a_day: u32) -> bool {
    let dated =
        candidates.iter().filter(|candidate| candidate.wanted > 0 && candidate.within_reach);
    let evenings = dated.clone().map(|candidate| candidate.evenings).min();
    let needed: u64 =
        dated.map(|candidate| candidate.wanted as u64 * u64::from(candidate.seconds)).sum();
    evenings
        .is_some_and(|evenings| needed > u64::from(evenings.saturating_sub(1)) * u64::from(a_day))
}

/// How many questions cannot be seen well often enough in the time that is left, one evening after the other.
fn out_of_reach(questions: &[PracticeQuestion], today: Day, a_day: u32) -> usize {
    let wanting = questions.iter().filter_map(|question| {
        let panel = question.panel.filter(|panel| panel.day > today)?;
        let evenings = panel.day.since(today) - u32::from(question.was_seen_on(today));
        (question.wanted() > 0).then_some((evenings, question.wanted() as u32, question.seconds()))
    });
    let mut wanting: Vec<_> = wanting.collect();
    wanting.sort_unstable();
    let mut used = 0_u64;
    let mut beyond = 0;
    for (evenings, wanted, seconds) in wanting {
        let needs = u64::from(wanted) * u64::from(seconds);
        // What is left of an evening behind the last question that fits into it is of no use.
        let useful = a_day - a_day % seconds.max(1);
        if wanted <= evenings && used + needs <= u64::from(evenings) * u64::from(useful) {
            used += needs;
        } else {
            beyond += 1;
        }
    }
    beyond
}

fn reason(question: &PracticeQuestion, today: Day) -> Reason {
    let Some((on, level)) = question.last() else { return Reason::NotYetAsked };
    match (level, question.panel.filter(|panel| panel.day > today)) {
        (None, _) => Reason::NotJudged { on },
        (Some(level), _) if level.number() < chosen().seen_well.level => Reason::Weak { level, on },
        (_, Some(panel)) => Reason::DueBefore { panel: panel.day, last: on },
        (_, None) => Reason::Faded { last: on },
    }
}

impl TodaysPractice {
    /// How long all of it takes, in minutes.
    pub fn takes(&self) -> u32 {
        self.picks.iter().map(|pick| pick.seconds).sum::<u32>().div_ceil(60)
    }

    /// That not every question can be seen well often enough, and what would help, in one sentence; nothing where all can.
    pub fn out_of_reach_in_words(&self) -> Option<String> {
        let questions = match self.out_of_reach {
            0 => return None,
            1 => "1 question".to_owned(),
            count => format!("{count} questions"),
        };
        Some(format!(
            "In the evenings that are left, {questions} cannot be answered well twice more; more minutes a day would help."
        ))
    }

    /// Today's practice in one line: "3 questions, about 12 minutes".
    pub fn headline(&self) -> String {
        match (self.picks.len(), self.too_short_for) {
            (0, Some(seconds)) => format!(
                "Nothing fits into what is left of {}: the shortest takes about {}",
                minutes(self.minutes),
                minutes(seconds.div_ceil(60))
            ),
            (0, None) if self.done > 0 => "That was it for today".to_owned(),
            (0, None) => "Nothing is due today".to_owned(),
            (1, _) => format!("1 question, about {}", minutes(self.takes())),
            (count, _) => format!("{count} questions, about {}", minutes(self.takes())),
        }
    }
}

fn minutes(number: u32) -> String {
    if number == 1 { "1 minute".to_owned() } else { format!("{number} minutes") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{
        fingerprint::Fingerprint,
        practice::{
            grade::Outing,
            question::{PanelDay, QuestionKey, Sighting},
        },
        scoring::level::Level,
    };

    const TODAY: i32 = 100;

    /// A question that was answered on these days at these levels, and is practised for a panel in so many days.
    fn question(name: &str, panel_in: Option<i32>, seen: &[(i32, u8)]) -> PracticeQuestion {
        let sightings: Vec<_> = seen
            .iter()
            .map(|(day, level)| {
                let outing = Outing { level: Some(Level::new(*level)), own: None, helped: false };
                Sighting { day: Day::new(*day), outing, seconds: None }
            })
            .collect();
        let key =
            QuestionKey { scenario: "s".to_owned(), fingerprint: Fingerprint::of_words(name) };
        let panel =
            panel_in.map(|days| PanelDay { day: Day::new(TODAY + days), since: Day::new(0) });
        PracticeQuestion::new(key, name, name, panel, &sightings)
    }

    #[track_caller]
    fn check(questions: &[PracticeQuestion], minutes: u32, expected: &[(&str, &str)]) {
        let planned = plan(questions, Day::new(TODAY), minutes);
        let told: Vec<_> = planned
            .picks
            .iter()
            .map(|pick| {
                (questions[pick.question].id.as_str(), pick.reason.in_words(Day::new(TODAY)))
            })
            .collect();
        let told: Vec<_> = told.iter().map(|(id, why)| (*id, why.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn without_a_date_what_has_faded_comes_before_what_is_new() {
        let questions = [
            question("new", None, &[]),
            question("fresh", None, &[(99, 5)]),
            question("faded", None, &[(40, 4)]),
            question("weak", None, &[(97, 1)]),
        ];
        let expected = [
            ("faded", "fading: last answered on 10 February"),
            ("weak", "was a 1 on Wednesday"),
            ("new", "not yet asked"),
        ];
        check(&questions, 20, &expected);
        check(&questions, 9, &expected[..2]);
    }

    #[test]
    fn the_evening_before_the_weakest_comes_first() {
        let questions = [
            question("strong", Some(1), &[(60, 5), (80, 5)]),
            question("weak", Some(1), &[(90, 2), (97, 2)]),
            question("middling", Some(1), &[(80, 4)]),
        ];
        let planned = plan(&questions, Day::new(TODAY), 4);
        assert_eq!(planned.picks.len(), 1);
        assert_eq!(questions[planned.picks[0].question].id, "weak");
    }

    #[test]
    fn where_the_panel_has_passed_a_question_comes_back_when_it_has_faded() {
        let questions = [question("fresh", Some(-3), &[(99, 5)]), question("new", Some(-3), &[])];
        check(&questions, 20, &[("new", "not yet asked")]);
        assert_eq!(plan(&questions, Day::new(TODAY), 20).out_of_reach, 0);
    }

    #[test]
    fn what_was_answered_today_has_used_its_minutes() {
        let questions = [
            question("done", None, &[(TODAY, 3)]),
            question("one", None, &[]),
            question("two", None, &[]),
        ];
        check(&questions, 8, &[("one", "not yet asked")]);
        check(&questions, 4, &[]);
        assert_eq!(
            plan(&questions, Day::new(TODAY), 4).headline(),
            "Nothing fits into what is left of 4 minutes: the shortest takes about 4 minutes"
        );
        assert_eq!(plan(&questions[..1], Day::new(TODAY), 20).headline(), "That was it for today");
    }

    #[test]
    fn too_few_minutes_are_said_to_be_too_few() {
        let questions: Vec<_> = (0..10).map(|n| question(&format!("q{n}"), Some(2), &[])).collect();
        // Two evenings of two questions each: two questions can be seen twice.
        let planned = plan(&questions, Day::new(TODAY), 8);
        assert_eq!((planned.picks.len(), planned.out_of_reach), (2, 8));
        assert_eq!(planned.headline(), "2 questions, about 8 minutes");
    }
}
