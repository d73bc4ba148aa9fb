//! What each level sounds like: the data of `assets/rubric.ron`.

use crate::interview::scoring::{
    Story,
    assessment::Level,
    numbers::{Rubric, StoryRubric},
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

impl StoryRubric {
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
