//! What was read last, so that it is not read again.

use std::{collections::BTreeMap, sync::Arc};

#[cfg(feature = "meaning")]
use crate::interview::scoring::closeness::encoder::WholeAnswer;
use crate::interview::scoring::closeness::encoder::{EncodedPoint, Passage};

/// So many pieces of passages and answers are remembered, some 60 MB of vectors.
const PIECES: usize = 8_192;
/// So many key points are remembered.
const POINTS: usize = 2_048;

/// Passages, key points and answers, each by its words.
#[derive(Default)]
pub(super) struct RememberedReadings {
    pub(super) passages: BTreeMap<String, Arc<Passage>>,
    pub(super) points: BTreeMap<String, Arc<EncodedPoint>>,
    #[cfg(feature = "meaning")]
    pub(super) wholes: BTreeMap<(Vec<bool>, String), Arc<WholeAnswer>>,
    pieces: usize,
}

impl RememberedReadings {
    /// Forgets all where there would be too much with so many pieces more.
    pub(super) fn make_room(&mut self, pieces: usize) {
        if self.pieces + pieces > PIECES || self.points.len() > POINTS {
            *self = Self::default();
        }
        self.pieces += pieces;
    }
}
