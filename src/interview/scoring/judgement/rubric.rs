//! What each level sounds like: the data of `assets/rubric.ron`.

use crate::interview::{
    scoring::{
        Story,
        assessment::Level,
        criterion_id::CriterionId,
        numbers::{Rubric, StoryRubric},
    },
    star::Role,
};

impl Rubric {
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
    /// Whether one's own part is told.
    OwnPart,
    /// Whether the end is told.
    End,
}

impl Bound {
    /// As a sentence goes on behind "since".
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Told => "some of the model answer's points were not heard in it",
            Self::Specific => "hardly any names, dates or amounts were heard in it",
            Self::Steps => "hardly a step was heard in it with its time, its reason or its case",
            Self::Kind => "another kind of answer was asked for",
            Self::OwnPart => "your own part was not heard in it",
            Self::End => "how it ended was not heard in it",
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
        let ends = score(CriterionId::RESULT).is_none_or(|result| result > 0.0);
        // Where a plan is asked for, or something of oneself, nothing of it is told.
        let is_other = !is_story_asked && score(CriterionId::KIND).is_some_and(|kind| kind <= 0.0);
        let own = score(CriterionId::OWN_CONTRIBUTION).filter(|_| is_story_asked).unwrap_or(1.0);
        let passed = |borders: &[f32; 4], reached: f32| {
            borders.iter().filter(|border| reached >= **border).count() as u8
        };
        let bounds = [
            (Level::new(1 + passed(&self.told, told)), Bound::Told),
            (Level::new(1 + passed(&self.specific, specific)), by_things),
            (Level::new(1 + passed(&self.kind, kind)), Bound::Kind),
            (if is_other { Level::new(self.without_kind) } else { Level::HIGHEST }, Bound::Kind),
            (
                if own > 0.0 { Level::HIGHEST } else { Level::new(self.without_own_part) },
                Bound::OwnPart,
            ),
            (if ends { Level::HIGHEST } else { Level::new(self.without_end) }, Bound::End),
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
