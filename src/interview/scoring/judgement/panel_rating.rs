//! What a panelist makes of an answer, and how long they expect it to be.

use crate::interview::{
    scoring::{
        Scorer, Story, assessment::Assessment, criterion_id::CriterionId,
        judgement::rating::Rating, numbers::Numbers,
    },
    star::Role,
    text::Text,
};

impl Scorer {
    /// A panelist's rating of an answer, 1 to 5, the criteria they look for counting double.
    pub fn rating(&self, assessment: &Assessment, looks_for: &[CriterionId]) -> f32 {
        Rating::new(self.levels(), assessment.story, &assessment.findings).leaning(looks_for)
    }

    /// The parts of an answer that a question asks for, in the order of [`Role::ALL`].
    pub fn asked_parts(&self, question: usize, story: Story) -> [bool; 4] {
        let reference = self.reference(question);
        Role::ALL.map(|role| {
            reference.is_some_and(|asked| asked.asks_for(&asked.models()[0], role, story))
        })
    }

    /// How long an answer to this question should take, in seconds: about as long as the model answer.
    pub fn aim_seconds(&self, question: usize, story: Story) -> u32 {
        let aims = &Numbers::shipped().judging.panel;
        match (story, self.reference(question)) {
            (Story::This, Some(reference)) => {
                let words = Text::read(reference.model_text()).words().len();
                Text::seconds(words).max(aims.shortest_aim).div_ceil(5) * 5
            }
            _ => aims.own_story_aim,
        }
    }
}
