//! A question as practice sees it: how it went, when, and how long it takes.

use crate::interview::{
    fingerprint::Fingerprint,
    practice::{
        chosen::chosen,
        day::Day,
        grade::{Grade, Outing},
        memory::QuestionMemory,
    },
    scoring::level::Level,
};

/// One time that a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// On which day.
    pub day: Day,
    /// How it went.
    pub outing: Outing,
    /// How long the answer took, in seconds; none where nobody looked at a clock.
    pub seconds: Option<u32>,
}

/// What tells a question from all others: its scenario and its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionKey {
    /// The scenario's id.
    pub scenario: String,
    /// The fingerprint of its words.
    pub fingerprint: Fingerprint,
}

/// The day that a question is practised for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanelDay {
    /// The day of the panel.
    pub day: Day,
    /// The day on which it was entered: what was seen well before counts for nothing.
    pub since: Day,
}

/// A question with everything that practice knows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeQuestion {
    /// What tells it from others.
    pub key: QuestionKey,
    /// What its scenario calls it.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What it is practised for; none where there is no date.
    pub panel: Option<PanelDay>,
    memory: QuestionMemory,
    last: Option<(Day, Option<Level>)>,
    seen_well: Vec<Day>,
    /// How it came back last, when it did.
    usual: Grade,
    seconds: u32,
}

impl PracticeQuestion {
    /// A question with the times it was answered, in their order.
    pub fn new(
        key: QuestionKey,
        id: &str,
        text: &str,
        panel: Option<PanelDay>,
        sightings: &[Sighting],
    ) -> Self {
        let mut question = Self {
            key,
            id: id.to_owned(),
            text: text.to_owned(),
            panel,
            memory: QuestionMemory::default(),
            last: None,
            seen_well: Vec::new(),
            usual: Grade::Good,
            seconds: usual_seconds(sightings),
        };
        for sighting in sightings {
            question.see(sighting);
        }
        question
    }

    /// Takes note of one more answer.
    pub fn see(&mut self, sighting: &Sighting) {
        let Sighting { day, outing, .. } = *sighting;
        self.last = Some((day, outing.level));
        if let Some(grade) = Grade::of(outing) {
            self.memory = self.memory.after(day, grade);
            self.usual = grade;
        }
        if outing.is_well() && self.seen_well.last() != Some(&day) {
            self.seen_well.push(day);
        }
    }

    /// The same question where it is known how long it takes.
    #[must_use]
    pub(super) fn taking(mut self, seconds: u32) -> Self {
        self.seconds = seconds;
        self
    }

    /// What is remembered of it.
    pub fn memory(&self) -> QuestionMemory {
        self.memory
    }

    /// How it comes back when it does.
    pub fn usual_grade(&self) -> Grade {
        self.usual
    }

    /// Whether it can be seen well, by what is known of it.
    pub fn comes_back_well(&self) -> bool {
        self.last.is_none() || self.usual > Grade::Again
    }

    /// When it was answered last, and at what level.
    pub fn last(&self) -> Option<(Day, Option<Level>)> {
        self.last
    }

    /// Whether it was answered on a day.
    pub fn was_seen_on(&self, day: Day) -> bool {
        self.last.is_some_and(|(last, _)| last == day)
    }

    /// Whether its last answer held: one that was never given did not.
    pub fn is_held(&self) -> bool {
        let held = |level: Level| level.number() >= chosen().seen_well.level;
        self.last.and_then(|(_, level)| level).is_some_and(held)
    }

    /// On how many more days it is to be seen well before the panel; none without a date.
    pub fn wanted(&self) -> usize {
        let Some(panel) = self.panel else { return 0 };
        let well = self.seen_well.iter().filter(|day| **day >= panel.since).count();
        chosen().seen_well.times.saturating_sub(well)
    }

    /// How long it takes, in seconds, feedback and all.
    pub fn seconds(&self) -> u32 {
        self.seconds
    }
}

/// The median of what it took, and the time to read what was found.
fn usual_seconds(sightings: &[Sighting]) -> u32 {
    let chosen = &chosen().seconds;
    let mut known: Vec<u32> =
        sightings.iter().filter_map(|sighting| sighting.seconds).filter(|s| *s > 0).collect();
    known.sort_unstable();
    let Some(median) = known.get(known.len() / 2) else { return chosen.unknown };
    (median.saturating_add(chosen.feedback)).max(chosen.least).min(chosen.most)
}
