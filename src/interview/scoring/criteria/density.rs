//! How thickly words of one kind stand in what an answer tells: shared by the criteria that count such words.

use crate::interview::{
    scoring::context::Context,
    text::{Span, lexicon::Phrases},
};

/// So many in a hundred words that carry something pass: a few are human.
const ALLOWED: f32 = 1.0;
/// So many more leave nothing of the score.
const TOO_MANY: f32 = 6.0;

/// Where the phrases stand, and the score that is left, before it is brought into 0 to 1.
pub(super) fn read(context: &Context, phrases: &Phrases) -> (Vec<Span>, f32) {
    let spans: Vec<_> =
        phrases.find(context.answer.words()).map(|m| context.words(m.first, m.end)).collect();
    let share = spans.len() as f32 * 100.0 / context.substance.words.max(50) as f32;
    let score = 1.0 - (share - ALLOWED).max(0.0) / TOO_MANY;
    (spans, score)
}
