//! How far a key point is said in any words: each of its word pieces looked for in the whole answer, by what it means in its
//! place, beyond what is found of it in any story.
//!
//! A claim that is told in other words and over several sentences is near no single sentence of the answer, but its pieces are
//! near pieces of it. Some of them are in every story, so that what stories of other trades have is taken off.

use crate::interview::scoring::{
    closeness::encoder::{EncodedPoint, Passage},
    numbers::Numbers,
};

/// How much of a key point an answer of these words has beyond what any story has of it, at most 1, and how much of it each
/// of the sentences that were joined, with so many pieces each, has; 0 where too little of the point carries content.
pub(super) fn beyond(
    point: &EncodedPoint,
    (told, lengths): &(Passage, Vec<usize>),
) -> (f32, Vec<f32>) {
    let (wanted, common) = (&point.passage, point.in_any_story);
    if !wanted.has_content(Numbers::shipped().comparing.said.fewest) {
        return (0.0, vec![0.0; lengths.len()]);
    }
    let found = wanted.found_among(told, lengths);
    let all: f32 = found.iter().sum();
    ((all - common) / (1.0 - common).max(f32::EPSILON), found)
}
