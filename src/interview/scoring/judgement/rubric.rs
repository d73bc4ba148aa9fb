//! What each level sounds like: the data of `assets/rubric.ron`.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Coverage, Finding, KeyPointMatch, Level},
        criterion_id::CriterionId,
        numbers::{Rubric, StoryRubric},
        tone::FindingTone,
    },
    star::Role,
};

/// Gates that bound the level of an answer that may tell all of it, so that how little is told is no reason for its level.
const HELD_BY: [CriterionId; 3] =
    [CriterionId::FIGURES_CHANGED, CriterionId::NEGATED, CriterionId::PADDING];

impl Rubric {
    /// What an answer of this level sounds like; that the whole story is told is said where no key point is missed and what
    /// came of it is surely told, which it has to be for a story that can be followed to its end.
    pub fn sounds(
        &self,
        story: Story,
        level: Level,
        points: &[KeyPointMatch],
        findings: &[Finding],
    ) -> &str {
        let is_held = |finding: &Finding| {
            finding.cap == Some(level.number()) && HELD_BY.contains(&finding.criterion)
        };
        if findings.iter().any(is_held) {
            return &self.held;
        }
        let is_missed = points.iter().any(|point| point.coverage == Coverage::Missed);
        let is_unsure = findings.iter().any(|finding| {
            let is_end = finding.criterion == CriterionId::RESULT && finding.is_asked();
            is_end && finding.tone != FindingTone::Praise
        });
        let is_highest = level == Level::HIGHEST;
        let follows_to_the_end = level >= Level::new(4);
        if story == Story::This && (is_highest && is_missed || follows_to_the_end && is_unsure) {
            &self.nearly
        } else {
            self.of(story).anchor(level)
        }
    }

    /// How this kind of story is spoken of.
    pub fn of(&self, story: Story) -> &StoryRubric {
        match story {
            Story::This => &self.this,
            Story::Own => &self.own,
        }
    }
}

/// What keeps an answer from a level whose anchor would not be true of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// How much of the story is told.
    Told,
    /// How much belongs to this story alone.
    Specific,
    /// Whether a plan has a plain step.
    Steps,
    /// Whether it is of the kind that was asked for.
    Kind,
    /// Whether what was asked about happens in it.
    About,
    /// Whether one's own part is told.
    OwnPart,
    /// Whether the end is told.
    End,
    /// Whether it says nothing that goes against the model answer.
    Consistency,
}

impl Bound {
    /// As a sentence goes on behind "since".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Told => "not all of the model answer's points were plainly heard in it",
            Self::Specific => "hardly any names, dates or amounts were heard in it",
            Self::Steps => "hardly a step was heard in it with its time, its reason or its case",
            Self::Kind => "another kind of answer was asked for",
            Self::About => "it seems to tell of something other than they asked",
            Self::OwnPart => "your own part was not heard in it",
            Self::End => "how it ended was not plainly heard in it",
            Self::Consistency => "something in it may be otherwise in the model answer",
        }
    }
}

impl StoryRubric {
    /// The highest level whose anchor is true of an answer with these scores, and what bounds it: how much of the model
    /// answer it tells, whether it tells the end and one's own part, whether it is a story at all where one was asked for, or how much in it
    /// belongs to no other story.
    pub fn highest(&self, score: impl Fn(CriterionId) -> Option<f32>) -> (Level, Bound) {
        let told = score(CriterionId::KEY_POINTS).unwrap_or_default();
        // A plan belongs to no one story: its steps stand for that.
        let specific = score(CriterionId::SPECIFICITY);
        let by_things = if specific.is_some() { Bound::Specific } else { Bound::Steps };
        let specific = specific.or_else(|| score(CriterionId::STEPS)).unwrap_or(1.0);
        // All four parts are asked of stories alone.
        let is_story_asked = Role::ALL.into_iter().all(|role| score(role.into()).is_some());
        let kind = score(CriterionId::KIND).filter(|_| is_story_asked).unwrap_or(1.0);
        let about = score(CriterionId::RELEVANCE).filter(|_| is_story_asked).unwrap_or(1.0);
        let end = score(CriterionId::RESULT).unwrap_or(1.0);
        // Where a plan is asked for, or something of oneself, nothing of it is told.
        let is_other = !is_story_asked && score(CriterionId::KIND).is_some_and(|kind| kind <= 0.0);
        let own = score(CriterionId::OWN_CONTRIBUTION).filter(|_| is_story_asked).unwrap_or(1.0);
        let consistent = score(CriterionId::CONSISTENCY).unwrap_or(1.0);
        let passed = |borders: &[f32; 4], reached: f32| {
            borders.iter().filter(|border| reached >= **border).count() as u8
        };
        let bounds = [
            (Level::new(1 + passed(&self.told, told)), Bound::Told),
            (Level::new(1 + passed(&self.specific, specific)), by_things),
            (Level::new(1 + passed(&self.kind, kind)), Bound::Kind),
            (Level::new(1 + passed(&self.about, about)), Bound::About),
            (if is_other { Level::new(self.without_kind) } else { Level::HIGHEST }, Bound::Kind),
            (
                if own > 0.0 { Level::HIGHEST } else { Level::new(self.without_own_part) },
                Bound::OwnPart,
            ),
            (Level::new(1 + passed(&self.end, end)), Bound::End),
            (Level::new(1 + passed(&self.consistent, consistent)), Bound::Consistency),
        ];
        bounds.into_iter().fold((Level::HIGHEST, Bound::Told), |lowest, bound| {
            if bound.0 < lowest.0 { bound } else { lowest }
        })
    }

    /// What an answer of this level sounds like.
    pub fn anchor(&self, level: Level) -> &str {
        &self.anchors[usize::from(level.number() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::{criteria::trial, numbers::Numbers};

    /// An own story asked for in full, told in full but for one thing.
    #[track_caller]
    fn check(lacks: CriterionId, expected: u8, why: Bound) {
        let score = |id: CriterionId| match id {
            _ if id == lacks => Some(0.0),
            CriterionId::KEY_POINTS => None,
            _ => Some(1.0),
        };
        let (level, bound) = Numbers::shipped().rubric.of(Story::Own).highest(score);
        assert_eq!((level.number(), bound), (expected, why));
    }

    #[test]
    fn an_own_story_is_no_better_than_its_anchor_says() {
        check(CriterionId::RESULT, 3, Bound::End);
        check(CriterionId::OWN_CONTRIBUTION, 3, Bound::OwnPart);
        check(CriterionId::KIND, 2, Bound::Kind);
        check(CriterionId::RELEVANCE, 2, Bound::About);
        check(CriterionId::SPECIFICITY, 2, Bound::Specific);
    }

    #[test]
    fn what_may_be_told_otherwise_is_no_full_answer() {
        let consistent = |score: f32| {
            let score = move |id: CriterionId| {
                Some(if id == CriterionId::CONSISTENCY { score } else { 1.0 })
            };
            Numbers::shipped().rubric.of(Story::This).highest(score)
        };
        assert_eq!(consistent(0.8), (Level::new(4), Bound::Consistency));
        assert_eq!(consistent(1.0).0, Level::HIGHEST);
    }

    #[test]
    fn what_may_be_an_end_makes_no_full_answer() {
        let told = |end: f32| {
            let score = |id: CriterionId| match id {
                CriterionId::RESULT => Some(end),
                CriterionId::KEY_POINTS => None,
                _ => Some(1.0),
            };
            Numbers::shipped().rubric.of(Story::Own).highest(score).0.number()
        };
        assert_eq!([0.0, 0.3, 0.5, 0.8].map(told), [3, 3, 4, 5]);
    }

    #[test]
    fn the_whole_story_is_told_where_nothing_is_missed_alone() {
        let all = trial::assess(&trial::model_text(), Story::This);
        assert!(all.anchor.starts_with("The whole story is told"), "{}", all.anchor);
        let rubric = &Numbers::shipped().rubric;
        let sounds = |points: &[KeyPointMatch], findings: &[Finding]| {
            rubric.sounds(Story::This, Level::HIGHEST, points, findings).to_owned()
        };
        let mut points = all.key_points.clone();
        points[0].coverage = Coverage::Missed;
        assert_eq!(sounds(&points, &all.findings), rubric.nearly);
        let mut findings = all.findings.clone();
        for finding in findings.iter_mut().filter(|f| f.criterion == CriterionId::RESULT) {
            finding.tone = FindingTone::Plain;
        }
        assert_eq!(sounds(&all.key_points, &findings), rubric.nearly);
    }

    #[test]
    fn what_a_gate_bounds_is_not_called_little() {
        let turned = trial::model_text().replace("I wrote", "I never wrote");
        let turned = trial::assess(&turned, Story::This);
        assert_eq!(turned.level, Level::new(3));
        assert_eq!(turned.anchor, Numbers::shipped().rubric.held);
    }

    #[test]
    fn a_plan_belongs_to_no_one_story_and_needs_a_plain_step() {
        let plan = |steps: f32| {
            let score = move |id: CriterionId| match id {
                CriterionId::STEPS => Some(steps),
                CriterionId::KIND | CriterionId::OWN_CONTRIBUTION => Some(1.0),
                _ => None,
            };
            Numbers::shipped().rubric.of(Story::Own).highest(score)
        };
        assert_eq!(plan(0.1), (Level::new(2), Bound::Steps));
        assert_eq!(plan(0.8).0, Level::HIGHEST);
    }
}
