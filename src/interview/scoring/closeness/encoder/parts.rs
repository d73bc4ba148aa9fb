//! What each sentence of an answer does in it, by what the encoder made of it and of its neighbours.
//!
//! What the last layer says is what a sentence is about; the layers before it know more of how it is said. Their means are
//! weighed by two small networks, trained on labelled stories: `examples/reader`.

use crate::interview::scoring::closeness::encoder::{
    bert::WIDTH,
    passage::{Passage, SentenceParts},
    weighing::Weighing,
    weights::PackedWeights,
};

const SHIPPED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/parts.safetensors"));

/// The layers whose means are weighed.
pub(super) const FROM_LAYER: usize = 3;
/// So many values a sentence.
pub(super) const VALUES: usize = 4 * WIDTH;

/// What reads the parts of an answer.
pub(super) struct PartReader {
    /// By the sentence alone.
    alone: Weighing,
    /// With its neighbours and its place.
    placed: Weighing,
}

impl PartReader {
    /// The one that ships.
    pub(super) fn shipped() -> Result<Self, String> {
        let weights = PackedWeights::read(SHIPPED)?;
        let weighing = |name: &str| {
            Weighing::read(&weights, &format!("{name}.hidden"), &format!("{name}.out"))
        };
        Ok(Self { alone: weighing("alone")?, placed: weighing("placed")? })
    }

    /// The parts of each sentence of an answer that has no others.
    pub(super) fn read(&self, sentences: &[&Passage]) -> Vec<SentenceParts> {
        let last = sentences.len().saturating_sub(1);
        let nothing = [0.0; VALUES];
        let values = |at: Option<usize>| {
            let known = at.and_then(|at| sentences.get(at)).map(|passage| passage.means.as_slice());
            known.filter(|means| means.len() == VALUES).unwrap_or(&nothing)
        };
        let yes = |is: bool| f32::from(u8::from(is));
        (0..sentences.len())
            .map(|at| {
                let share = at as f32 / last.max(1) as f32;
                let place = [share, yes(at == 0), yes(at == last), share * share];
                let own = values(Some(at));
                let around = [values(at.checked_sub(1)), values(Some(at + 1))];
                let placed = [own, around[0], around[1], &place].concat();
                SentenceParts {
                    alone: self.alone.shares(&own.to_vec().into()),
                    placed: self.placed.shares(&placed.into()),
                }
            })
            .collect()
    }
}
