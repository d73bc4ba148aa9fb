//! How far a key point is said in any words: each of its word pieces looked for in the whole answer, by what it means in its
//! place, beyond what is found of it in any story.
//!
//! A claim that is told in other words and over several sentences is near no single sentence of the answer, but its pieces are
//! near pieces of it. Some of them are in every story, so that what stories of other trades have is taken off.

use crate::interview::scoring::{
    closeness::{
        encoder::{Encoder, Passage},
        reference::ReadKeyPoint,
    },
    numbers::Numbers,
};

/// How much of a key point an answer of these words has beyond what any story has of it, at most 1; 0 where too little of
/// the point carries content.
pub(super) fn beyond(encoder: &Encoder, told: &Passage, point: &ReadKeyPoint) -> f32 {
    let (wanted, common) = &*encoder.beyond_any_story(&point.read);
    if !wanted.has_content(Numbers::shipped().comparing.said.fewest) {
        return 0.0;
    }
    (wanted.found_in(told) - common) / (1.0 - common).max(f32::EPSILON)
}
