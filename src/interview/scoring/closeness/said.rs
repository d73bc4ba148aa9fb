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

/// How far an answer of these words says a key point, from 0 to 1.
pub(super) fn said(encoder: &Encoder, told: &Passage, point: &ReadKeyPoint) -> f32 {
    let chosen = &Numbers::shipped().comparing.said;
    let (wanted, common) = &*encoder.beyond_any_story(&point.read);
    if !wanted.has_content(chosen.fewest) {
        return 0.0;
    }
    let found = wanted.found_in(told);
    let beyond = (found - common) / (1.0 - common).max(f32::EPSILON);
    ((beyond - chosen.nothing) / (chosen.all - chosen.nothing)).clamp(0.0, 1.0)
}
