//! The forward pass of the encoder: BERT (Devlin and others 2019, <https://arxiv.org/abs/1810.04805>) in six layers, for
//! several sentences at once.
//!
//! All sentences' tokens are rows of one matrix, so that each layer is a few large products; only attention goes
//! sentence by sentence. A layer's weights are laid out once as the product reads them. Products are sums of whole numbers
//! (`linear.rs`), attention and norms sums of fractions in one order, so that a value depends neither on the other rows nor on how
//! many threads there are.

use ndarray::{Array, Array2, Axis, Dimension, Slice, linalg::general_mat_mul};
use rten_simd::{SimdOp, SimdUnaryOp};
use rten_vecmath::{Gelu, Normalize, NormalizeOptions, Softmax, Sum, SumSquareSub};

use crate::interview::scoring::closeness::encoder::{
    linear::{Linear, Product},
    weights::{Packed, PackedWeights},
};

/// Values a token.
pub(super) const WIDTH: usize = 384;
/// Tokens a sentence at most.
pub(super) const LONGEST: usize = 128;

const HEADS: usize = 12;
const HEAD: usize = WIDTH / HEADS;
pub(super) const LAYERS: usize = 6;
/// What keeps the normalisation of a row without variance finite.
const EPSILON: f32 = 1e-12;

/// The Gaussian error linear unit of each value.
pub(super) fn unit<D: Dimension>(values: &mut Array<f32, D>) {
    if let Some(values) = values.as_slice_mut() {
        Gelu {}.map_mut(values);
    }
}

struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    fn read(weights: &PackedWeights, name: &str) -> Result<Self, String> {
        Ok(Self {
            scale: weights.vector(&format!("{name}.weight"))?.to_vec(),
            shift: weights.vector(&format!("{name}.bias"))?.to_vec(),
        })
    }

    fn apply(&self, rows: &mut Array2<f32>) {
        for row in rows.as_slice_mut().unwrap_or_default().chunks_exact_mut(WIDTH) {
            let mean = Sum::new(row).dispatch() / WIDTH as f32;
            let variance = SumSquareSub::new(row, mean).dispatch() / WIDTH as f32;
            let options = NormalizeOptions {
                pre_scale_bias: mean,
                scale: (variance + EPSILON).sqrt().recip(),
                element_scale: Some(&self.scale),
                element_bias: Some(&self.shift),
                ..NormalizeOptions::default()
            };
            Normalize::new_mut(row, options).dispatch();
        }
    }
}

/// One layer of the network.
pub(super) struct EncoderLayer {
    /// Queries, keys and values side by side.
    attention: Linear,
    joined: Linear,
    after_attention: Norm,
    widened: Linear,
    narrowed: Linear,
    after: Norm,
}

impl EncoderLayer {
    /// The layer of this name.
    pub(super) fn read(
        product: &Product,
        weights: &PackedWeights,
        layer: &str,
    ) -> Result<Self, String> {
        let name = |part: &str| format!("{layer}.{part}");
        let linear = |parts: &[&str]| {
            let names: Vec<String> = parts.iter().map(|part| name(part)).collect();
            Linear::read(product, weights, &names)
        };
        Ok(Self {
            attention: linear(&[
                "attention.self.query",
                "attention.self.key",
                "attention.self.value",
            ])?,
            joined: linear(&["attention.output.dense"])?,
            after_attention: Norm::read(weights, &name("attention.output.LayerNorm"))?,
            widened: linear(&["intermediate.dense"])?,
            narrowed: linear(&["output.dense"])?,
            after: Norm::read(weights, &name("output.LayerNorm"))?,
        })
    }

    /// Queries, keys and values of every token, side by side.
    pub(super) fn asked(&self, product: &Product, states: &Array2<f32>) -> Array2<f32> {
        self.attention.of(product, states)
    }

    /// What becomes of the states with what each token took from others.
    pub(super) fn of(
        &self,
        product: &Product,
        states: &Array2<f32>,
        attended: &Array2<f32>,
    ) -> Array2<f32> {
        let mut joined = self.joined.of(product, attended);
        joined += states;
        self.after_attention.apply(&mut joined);
        let mut widened = self.widened.of(product, &joined);
        unit(&mut widened);
        let mut states = self.narrowed.of(product, &widened);
        states += &joined;
        self.after.apply(&mut states);
        states
    }
}

/// The encoder's network.
pub(super) struct Bert {
    pieces: Packed,
    /// What a place in the sentence adds, with what the first of two sentences adds.
    places: Array2<f32>,
    norm: Norm,
    layers: Vec<EncoderLayer>,
}

impl Bert {
    /// Unpacks the weights.
    pub(super) fn read(weights: &PackedWeights) -> Result<Self, String> {
        let kinds = weights.vector("embeddings.token_type_embeddings.weight")?;
        let mut places = weights
            .vector("embeddings.position_embeddings.weight")?
            .into_shape_with_order((LONGEST, WIDTH))
            .map_err(|error| error.to_string())?;
        places += &kinds.slice_axis(Axis(0), Slice::from(..WIDTH));
        let product = Product::new();
        Ok(Self {
            pieces: weights.packed("embeddings.word_embeddings.weight")?,
            places,
            norm: Norm::read(weights, "embeddings.LayerNorm")?,
            layers: (0..LAYERS)
                .map(|layer| {
                    EncoderLayer::read(&product, weights, &format!("encoder.layer.{layer}"))
                })
                .collect::<Result<_, _>>()?,
        })
    }

    /// The states of every token of every sentence, a row each, the sentences one behind the other: before each layer, and
    /// behind the last.
    pub(super) fn states(&self, sentences: &[Vec<u32>]) -> Vec<Array2<f32>> {
        let tokens = sentences.iter().map(Vec::len).sum();
        let mut states = Array2::zeros((tokens, WIDTH));
        let places = sentences.iter().flat_map(|sentence| sentence.iter().enumerate());
        let mut piece = [0.0; WIDTH];
        for (mut row, (place, id)) in states.rows_mut().into_iter().zip(places) {
            self.pieces.row(*id as usize, &mut piece);
            row.iter_mut()
                .zip(&piece)
                .zip(self.places.row(place.min(LONGEST - 1)))
                .for_each(|((to, piece), place)| *to = piece + place);
        }
        self.norm.apply(&mut states);
        let product = Product::new();
        let lengths: Vec<usize> = sentences.iter().map(Vec::len).collect();
        let mut all = vec![states];
        for layer in &self.layers {
            let states = &all[all.len() - 1];
            let attended = attend(&layer.asked(&product, states), &lengths, None);
            let next = layer.of(&product, states, &attended);
            all.push(next);
        }
        all
    }
}

/// What each token takes from the tokens of its own sentence, and from others that every sentence sees: by queries, keys and
/// values side by side, and by the keys and values of the others.
pub(super) fn attend(
    parts: &Array2<f32>,
    lengths: &[usize],
    others: Option<&Array2<f32>>,
) -> Array2<f32> {
    let mut attended = Array2::zeros((parts.nrows(), WIDTH));
    let scale = (HEAD as f32).sqrt().recip();
    let mut start = 0;
    for length in lengths {
        let end = start + length;
        let rows = Slice::from(start..end);
        let here = parts.slice_axis(Axis(0), rows);
        let beside = others.map_or(0, Array2::nrows);
        for head in 0..HEADS {
            let (from, to) = (head * HEAD, (head + 1) * HEAD);
            let columns = |of: usize| Slice::from(of * WIDTH + from..of * WIDTH + to);
            let part = |of: usize| here.slice_axis(Axis(1), columns(of));
            let other = |of: usize| others.map(|others| others.slice_axis(Axis(1), columns(of)));
            let mut shares = Array2::zeros((*length, length + beside));
            let (mut own, mut rest) = shares.view_mut().split_at(Axis(1), *length);
            general_mat_mul(scale, &part(0), &part(1).t(), 0.0, &mut own);
            if let Some(keys) = other(0) {
                general_mat_mul(scale, &part(0), &keys.t(), 0.0, &mut rest);
            }
            for mut row in shares.rows_mut() {
                if let Some(row) = row.as_slice_mut() {
                    Softmax::new_mut(row).dispatch();
                }
            }
            let (own, rest) = shares.view().split_at(Axis(1), *length);
            let mut taken = own.dot(&part(2));
            if let Some(values) = other(1) {
                taken += &rest.dot(&values);
            }
            let mut to_these = attended.slice_axis_mut(Axis(0), rows);
            to_these.slice_axis_mut(Axis(1), Slice::from(from..to)).assign(&taken);
        }
        start = end;
    }
    attended
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::closeness::encoder::weights::SHIPPED;

    #[test]
    fn a_sentence_is_the_same_whatever_is_read_with_it() {
        let weights = PackedWeights::read(SHIPPED).expect("the weights that ship are in order");
        let bert = Bert::read(&weights).expect("the weights that ship are in order");
        let (first, second) = (vec![101, 2057, 12_472, 2009, 1012, 102], vec![101, 2009, 102]);
        let beside = bert.states(&[first.clone(), second.clone()]);
        let alone = bert.states(&[second]);
        for (alone, beside) in alone.iter().zip(&beside) {
            assert_eq!(alone.view(), beside.slice_axis(Axis(0), Slice::from(first.len()..)));
        }
    }
}
