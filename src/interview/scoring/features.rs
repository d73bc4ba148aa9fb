//! What the fitted numbers weigh, for the programs that fit them.

use crate::interview::{
    scoring::{Refused, Scorer, Story, closeness::match_features::MatchFeatures, closest},
    text::Text,
};

impl Scorer {
    /// What the fitted numbers weigh, for each key point of the alternative that the answer comes closest to, with the
    /// key point's share in closeness; the shares sum to 1.
    ///
    /// # Errors
    /// As [`Self::assess`].
    pub fn traits(
        &self,
        question: usize,
        answer: &str,
    ) -> Result<Vec<(MatchFeatures, f32)>, Refused> {
        let (reference, targets) = self.asked(question)?;
        let answer = Text::read(answer);
        let senses = self.senses(&answer, reference);
        let means = self.means(senses.as_ref(), reference);
        let (alternative, _, reading) =
            closest::closest(&answer, reference, targets, means, Story::This);
        let targets = &targets[alternative];
        let all: f32 = targets.iter().map(|t| t.weight).sum();
        Ok(reading.found.iter().zip(targets).map(|(f, t)| (f.traits, t.weight / all)).collect())
    }
}
