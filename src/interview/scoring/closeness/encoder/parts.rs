//! What each sentence of an answer does in it, by what the encoder made of it and of its neighbours.
//!
//! What the last layer says is what a sentence is about; the layers before it know more of how it is said. Their means are
//! weighed by two small networks, trained on labelled stories: `examples/reader`.

use ndarray::Array1;

use crate::interview::scoring::closeness::encoder::{
    bert::{Gelu, WIDTH},
    claims::Dense,
    passage::{PARTS, Passage, SentenceParts},
    weights::PackedWeights,
};

const SHIPPED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/parts.safetensors"));

/// The layers whose means are weighed.
pub(super) const FROM_LAYER: usize = 3;
/// So many values a sentence.
pub(super) const VALUES: usize = 4 * WIDTH;

/// One of the two networks.
struct Weighing {
    hidden: Dense,
    out: Dense,
}

/// What reads the parts of an answer.
pub(super) struct PartReader {
    /// By the sentence alone.
    alone: Weighing,
    /// With its neighbours and its place.
    placed: Weighing,
    gelu: Gelu,
}

impl PartReader {
    /// The one that ships.
    pub(super) fn shipped() -> Result<Self, String> {
        let weights = PackedWeights::read(SHIPPED)?;
        let weighing = |name: &str| {
            Ok::<_, String>(Weighing {
                hidden: Dense::read(&weights, &format!("{name}.hidden"))?,
                out: Dense::read(&weights, &format!("{name}.out"))?,
            })
        };
        Ok(Self { alone: weighing("alone")?, placed: weighing("placed")?, gelu: Gelu::new() })
    }

    /// The parts of each sentence of an answer that has no others.
    pub(super) fn read(&self, sentences: &[&Passage]) -> Vec<SentenceParts> {
        let last = sentences.len().saturating_sub(1);
        let values = |at: Option<usize>| {
            let known = at.and_then(|at| sentences.get(at)).map(|passage| passage.means.as_slice());
            let known = known.filter(|means| means.len() == VALUES);
            known.map_or_else(|| vec![0.0; VALUES], <[f32]>::to_vec)
        };
        (0..sentences.len())
            .map(|at| {
                let own = values(Some(at));
                let share = at as f32 / last.max(1) as f32;
                let yes = |is: bool| f32::from(u8::from(is));
                let place = [share, yes(at == 0), yes(at == last), share * share];
                let around = [values(at.checked_sub(1)), values(Some(at + 1))].concat();
                let placed = own.iter().chain(&around).chain(&place).copied().collect();
                SentenceParts {
                    alone: self.weigh(&self.alone, &own.into()),
                    placed: self.weigh(&self.placed, &placed),
                }
            })
            .collect()
    }

    fn weigh(&self, by: &Weighing, values: &Array1<f32>) -> [f32; PARTS] {
        let mut hidden = by.hidden.of(values);
        hidden.mapv_inplace(|x| self.gelu.of(x));
        let out = by.out.of(&hidden);
        let most = out.fold(f32::MIN, |most, x| most.max(*x));
        let mut shares: [f32; PARTS] =
            std::array::from_fn(|part| out.get(part).map_or(0.0, |x| (x - most).exp()));
        let sum: f32 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= sum);
        shares
    }
}
