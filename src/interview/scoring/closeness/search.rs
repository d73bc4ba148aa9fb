//! Where in an answer a key point is said: the sentence that is nearest to it, by words, by meaning and by its pieces together.

use crate::interview::scoring::closeness::{encoder::ClaimReading, points};

/// A search of a key point's place, sentence by sentence.
pub(super) struct Search<'a> {
    claim: &'a ClaimReading,
    best: Option<NearSentence>,
    /// How near the next best sentence is.
    second: f32,
}

struct NearSentence {
    sentence: usize,
    nearness: f32,
    /// Whether it is near by words or by meaning alone.
    is_near: bool,
}

impl<'a> Search<'a> {
    /// Looks for the place of a key point of which the answer says this as a claim.
    pub(super) fn for_claim(claim: &'a ClaimReading) -> Self {
        Self { claim, best: None, second: 0.0 }
    }

    /// Looks at a sentence: how much of the key point's words it has, how near it is by meaning, and by its pieces.
    pub(super) fn look_at(&mut self, sentence: usize, words: f32, meaning: f32, pieces: f32) {
        let rests_here = self.claim.sentence == Some(sentence);
        let read = if rests_here { points().rests * self.claim.heard() } else { 0.0 };
        let nearness = words + meaning.max(0.0) + pieces.max(0.0) + read;
        let best = self.best.as_ref().map_or(0.0, |best| best.nearness);
        if nearness > best + f32::EPSILON {
            self.second = best;
            let is_near = words.max(meaning) >= points().there;
            self.best = Some(NearSentence { sentence, nearness, is_near });
        } else {
            self.second = self.second.max(nearness);
        }
    }

    /// The sentence that is nearest.
    pub(super) fn place(&self) -> Option<usize> {
        self.best.as_ref().map(|best| best.sentence)
    }

    /// Whether it is near, and no other is nearly as near.
    pub(super) fn is_sure(&self) -> bool {
        let ahead = |best: &NearSentence| best.nearness - self.second >= points().ahead;
        self.best.as_ref().is_some_and(|best| best.is_near && ahead(best))
    }
}
