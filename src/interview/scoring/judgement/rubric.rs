//! What counts how much, and what each level sounds like: the data of `assets/rubric.ron`.

use crate::interview::scoring::{
    Story,
    assessment::Level,
    numbers::{Rubric, StoryRubric},
};

impl Rubric {
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
        let part = ((mean - below) / (1.0 - below).max(f32::EPSILON)).min(1.0);
        5.0 - 0.5 + 0.5 * part
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
    use crate::interview::scoring::numbers::Numbers;

    #[test]
    fn levels_rise_with_the_mean() {
        for story in [&Numbers::shipped().rubric.this, &Numbers::shipped().rubric.own] {
            assert!(story.thresholds.is_sorted() && story.told.is_sorted());
            assert_eq!(story.level(0.0).number(), 1);
            assert_eq!(story.level(1.0).number(), 5);
        }
    }
}
