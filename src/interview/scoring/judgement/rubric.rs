//! What counts how much, and what each level sounds like: the data of `assets/rubric.ron`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::interview::scoring::{Story, assessment::Level};

/// The weights, borders and anchors of both stories.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// How *this story* is rated.
    pub this: StoryRubric,
    /// How *my own story* is rated.
    pub own: StoryRubric,
    /// What each quality counts in `Assessment::star`.
    pub star: BTreeMap<String, f32>,
    /// The closeness that a gate leaves in any case when it fires, from 0 to 1: it leaves as much as its own score where
    /// that is more. A gate that is not here leaves all of it.
    pub closeness_left: BTreeMap<String, f32>,
}

/// How answers to one kind of story are rated.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryRubric {
    /// What each criterion counts in the level; a criterion that is not here does not count.
    pub weights: BTreeMap<String, f32>,
    /// The weighted mean from which on an answer reaches level 2, 3, 4 and 5.
    pub thresholds: [f32; 4],
    /// How much of the model answer an answer of level 2, 3, 4 and 5 tells at least, from 0 to 1: what the anchors say is
    /// then true.
    pub told: [f32; 4],
    /// What an answer of level 1 to 5 sounds like.
    pub anchors: [String; 5],
}

/// The rubric that ships with the game; a test reads it, so that it can be read.
static SHIPPED: LazyLock<Rubric> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rubric.ron"));
    ron::from_str(text).expect("the rubric that ships with the game can be read")
});

impl Rubric {
    /// The rubric that ships with the game.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// How this kind of story is rated.
    pub fn of(&self, story: Story) -> &StoryRubric {
        match story {
            Story::This => &self.this,
            Story::Own => &self.own,
        }
    }
}

impl StoryRubric {
    /// Where a mean lies on the scale, from 1 to 5: a threshold is the middle between two levels.
    pub fn place(&self, mean: f32) -> f32 {
        let mut below = 0.0;
        for (step, threshold) in self.thresholds.iter().enumerate() {
            if mean < *threshold {
                let part =
                    if step == 0 { mean / threshold } else { (mean - below) / (threshold - below) };
                return if step == 0 { 1.0 + 0.5 * part } else { step as f32 + 0.5 + part };
            }
            below = *threshold;
        }
        let part = ((mean - below) / (1.0 - below).max(0.01)).min(1.0);
        4.5 + 0.5 * part
    }

    /// The level of a weighted mean.
    pub fn level(&self, mean: f32) -> Level {
        let passed = self.thresholds.iter().filter(|border| mean >= **border).count();
        Level::new(1 + passed as u8)
    }

    /// The highest level of an answer that tells so much of the model answer.
    pub fn told(&self, closeness: f32) -> Level {
        let passed = self.told.iter().filter(|border| closeness >= **border).count();
        Level::new(1 + passed as u8)
    }

    /// What an answer of this level sounds like.
    pub fn anchor(&self, level: Level) -> &str {
        &self.anchors[usize::from(level.number() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::criteria;

    #[test]
    fn the_shipped_rubric_names_only_known_criteria() {
        let rubric = Rubric::shipped();
        for map in [&rubric.this.weights, &rubric.own.weights, &rubric.star, &rubric.closeness_left]
        {
            for id in map.keys() {
                assert!(criteria::find(id).is_some(), "{id} is no criterion");
            }
        }
    }

    #[test]
    fn levels_rise_with_the_mean() {
        for story in [&Rubric::shipped().this, &Rubric::shipped().own] {
            assert!(story.thresholds.is_sorted() && story.told.is_sorted());
            assert_eq!(story.level(0.0).number(), 1);
            assert_eq!(story.level(1.0).number(), 5);
        }
    }
}
