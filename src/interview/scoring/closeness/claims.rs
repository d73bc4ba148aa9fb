//! Key points read as claims: whether the answer tells each, tells it in part or turns it round.

use std::sync::Arc;

use crate::interview::{
    scoring::{
        assessment::Coverage,
        closeness::{
            Comparison, Found,
            encoder::{ClaimReading, EncodedPoint},
            polarity::Reversal,
            reference::Model,
        },
        numbers::{ClaimsRead, Numbers},
    },
    text::Text,
};

fn chosen() -> &'static ClaimsRead {
    &Numbers::shipped().comparing.claims
}

/// Each key point as the encoder reads it, where there is one, and what the sentences that count say of it.
pub(super) fn read(
    answer: &Text,
    model: &Model,
    counted: &[bool],
    means: Comparison,
) -> Vec<(Option<Arc<EncodedPoint>>, ClaimReading)> {
    let Some((encoder, senses)) = means.meaning else {
        return vec![(None, ClaimReading::default()); model.key_points.len()];
    };
    let points: Vec<_> = model.key_points.iter().map(|point| encoder.point(&point.read)).collect();
    let readings = if means.reads_claims {
        encoder.claims(&points, &senses.read_as_whole(encoder, answer, counted))
    } else {
        vec![ClaimReading::default(); points.len()]
    };
    let counting: Vec<usize> = (0..counted.len()).filter(|s| counted[*s]).collect();
    let words = counting.iter().map(|s| answer.words_of(*s).len()).sum();
    let is_short = told_in_short(words);
    let placed = readings.into_iter().map(|reading| ClaimReading {
        sentence: reading.sentence.and_then(|at| counting.get(at).copied()),
        in_part: reading.in_part + reading.turned * is_short,
        ..reading
    });
    points.into_iter().map(Some).zip(placed).collect()
}

/// How far an answer of so many words is one that is told in short, from 0 to 1. It leaves out half of each point, which is easily
/// taken for its reverse.
pub(in crate::interview::scoring) fn told_in_short(words: usize) -> f32 {
    let whole = Numbers::shipped().gates.negated.story.fewest as f32;
    (2.0 * (1.0 - words as f32 / whole)).clamp(0.0, 1.0)
}

/// How likely the claims are turned round, on average.
pub(super) fn turned_share(found: &[Found]) -> f32 {
    let sum: f32 = found.iter().map(|point| point.claim.turned).sum();
    sum / found.len().max(1) as f32
}

/// The sentence that surely turns a claim round.
pub(super) fn reversal(claim: &ClaimReading, answer: &Text) -> Option<Reversal> {
    let span = answer.sentences().get(claim.sentence?)?.span;
    let is_turned = claim.turned >= chosen().turned;
    is_turned.then_some(Reversal { span, sure: claim.turned >= chosen().surely_turned })
}

impl ClaimReading {
    /// How much of the claim is told, from 0 to 1, where a sentence has so much of its words: who says it word for word tells it.
    pub(super) fn heard_in(&self, words: f32) -> f32 {
        if words >= chosen().all_words && self.turned < chosen().turned {
            return 1.0;
        }
        self.told + self.in_part * chosen().in_part
    }

    /// How likely it is told, wholly or in part.
    pub(super) fn heard(&self) -> f32 {
        self.told + self.in_part
    }

    /// Whether it may well be told, and rather than turned round.
    pub(super) fn may_be_told(&self) -> bool {
        self.told >= chosen().nearly_told && self.told > self.turned
    }

    /// How far a key point is said, which comparing it with the answer's words and sentences puts so far: what is more likely told
    /// than not is heard at least in part, and what is nearly said and may well be told is said.
    pub(super) fn at_least(&self, compared: Coverage, score: f32) -> Coverage {
        let said = self.may_be_told() && score >= chosen().nearly_said;
        match compared {
            Coverage::Partly if said => Coverage::Hit,
            Coverage::Missed if self.told >= chosen().rather_told => Coverage::Partly,
            compared => compared,
        }
    }

    /// Whether it is more likely turned round than told.
    pub(in crate::interview::scoring) fn is_rather_turned(&self) -> bool {
        self.turned > self.told + self.in_part
    }

    /// Whether it is so likely told that no word in its place can deny it.
    pub(super) fn is_surely_told(&self) -> bool {
        self.told >= chosen().surely_told
    }
}
