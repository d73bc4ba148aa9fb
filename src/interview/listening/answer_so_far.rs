//! What a panel hears in an answer under way, and what of it is new.

use std::collections::BTreeSet;

use crate::interview::scoring::{
    assessment::{Assessment, Coverage},
    criteria::{Criteria, Heard},
    criterion_id::CriterionId,
    presence::Presence,
};

/// The words without anything new from which on an answer wanders; half of them are forgiven again.
const WANDERS: f32 = 48.0;
/// The words below which no gate is believed: every answer begins too short.
const TOO_EARLY: usize = 25;
/// An answer under way, as far as a panel reacts to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerSoFar {
    /// The key points that are said, as indices.
    pub points: BTreeSet<usize>,
    /// How many figures it has that measure something.
    pub figures: usize,
    /// Ids of the qualities that are reached.
    pub qualities: BTreeSet<CriterionId>,
    /// How clear the teller's own part is, 0 to 1.
    pub own: f32,
    /// Whether words stand in for content.
    pub padded: bool,
    /// Whether something else keeps it from being an answer.
    pub doubtful: bool,
    /// How many words it has.
    pub words: usize,
    /// How long it takes to say beside how long it may take; 1 is as long.
    pub length: f32,
}

impl AnswerSoFar {
    /// What a panel hears in an answer that may take `aim` seconds.
    pub fn of(criteria: Criteria, assessment: &Assessment, aim: u32) -> Self {
        let early = assessment.words < TOO_EARLY;
        let hit = assessment.key_points.iter().filter(|point| point.coverage == Coverage::Hit);
        let mut heard = Self {
            points: hit.map(|point| point.key_point).collect(),
            figures: assessment.figures,
            words: assessment.words,
            length: assessment.spoken_seconds as f32 / aim.max(1) as f32,
            ..Self::default()
        };
        for finding in &assessment.findings {
            let score = finding.score.unwrap_or(0.0);
            match criteria.find(finding.criterion).map_or(Heard::Nothing, |c| c.heard) {
                Heard::Quality if Presence::of(score) == Presence::There => {
                    heard.qualities.insert(finding.criterion);
                }
                Heard::OwnPart if !early => heard.own = score,
                Heard::Padding if !early => heard.padded |= finding.fired(),
                Heard::Doubt if !early => heard.doubtful |= finding.fired(),
                _ => {}
            }
        }
        heard
    }
}

/// Something new in the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A key point is said.
    Point,
    /// A figure is given.
    Figure,
    /// A quality is reached: a criterion's id.
    Quality(CriterionId),
}

/// A condition that is entered at one value and left at a lower one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Hysteresis(Option<f32>);

impl Hysteresis {
    fn follow(&mut self, value: f32, leave: f32, enter: f32, now: f32) {
        match self.0 {
            None if value >= enter => self.0 = Some(now),
            Some(_) if value < leave => self.0 = None,
            _ => {}
        }
    }
}

/// What was heard so far of one answer.
#[derive(Clone, Debug, Default)]
pub struct NewsTracker {
    points: BTreeSet<usize>,
    qualities: BTreeSet<CriterionId>,
    figures: usize,
    words_at_news: usize,
    own: Hysteresis,
    told_own: bool,
    doubtful: Hysteresis,
    wandering: Hysteresis,
    over: Hysteresis,
}

impl NewsTracker {
    /// Takes the answer as it stands in; gives what is new in it. Nothing is new twice.
    pub(super) fn follow(&mut self, heard: &AnswerSoFar, now: f32) -> Vec<News> {
        let mut news = Vec::new();
        for point in &heard.points {
            if self.points.insert(*point) {
                news.push(News::Point);
            }
        }
        if heard.figures > self.figures {
            self.figures = heard.figures;
            news.push(News::Figure);
        }
        for quality in &heard.qualities {
            if self.qualities.insert(*quality) {
                news.push(News::Quality(*quality));
            }
        }
        self.own.follow(heard.own, 0.5, 0.75, now);
        if self.own.0.is_some() && !self.told_own {
            self.told_own = true;
            news.push(News::Quality(CriterionId::OWN_CONTRIBUTION));
        }
        if !news.is_empty() || heard.words < self.words_at_news {
            self.words_at_news = heard.words;
        }
        let empty = if heard.padded { WANDERS } else { 0.0 };
        let since_news = (heard.words - self.words_at_news) as f32;
        self.wandering.follow(since_news.max(empty), WANDERS / 2.0, WANDERS, now);
        self.doubtful.follow(f32::from(u8::from(heard.doubtful)), 0.5, 0.5, now);
        self.over.follow(heard.length, 1.0, 1.15, now);
        news
    }

    /// Since when the answer wanders.
    pub fn wandering(&self) -> Option<f32> {
        self.wandering.0
    }

    /// Since when a gate fires.
    pub fn doubtful(&self) -> Option<f32> {
        self.doubtful.0
    }

    /// Since when the answer is too long.
    pub fn over(&self) -> Option<f32> {
        self.over.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_that_wavers_about_the_target_is_one_excess() {
        let mut hearing = NewsTracker::default();
        let mut since = BTreeSet::new();
        for (second, length) in [0.9, 1.1, 1.16, 1.12, 1.16, 1.04, 1.2].into_iter().enumerate() {
            hearing.follow(&AnswerSoFar { length, ..AnswerSoFar::default() }, second as f32);
            since.extend(hearing.over().map(f32::to_bits));
        }
        assert_eq!(since.len(), 1);
        hearing.follow(&AnswerSoFar { length: 0.98, ..AnswerSoFar::default() }, 9.0);
        assert_eq!(hearing.over(), None);
    }

    #[test]
    fn words_taken_out_again_are_no_wandering() {
        let mut hearing = NewsTracker::default();
        hearing.follow(&AnswerSoFar { figures: 1, words: 60, ..AnswerSoFar::default() }, 0.0);
        hearing.follow(&AnswerSoFar { figures: 0, words: 5, ..AnswerSoFar::default() }, 1.0);
        hearing.follow(&AnswerSoFar { figures: 1, words: 40, ..AnswerSoFar::default() }, 2.0);
        assert_eq!(hearing.wandering(), None);
        hearing.follow(&AnswerSoFar { figures: 1, words: 60, ..AnswerSoFar::default() }, 3.0);
        assert_eq!(hearing.wandering(), Some(3.0));
    }
}
