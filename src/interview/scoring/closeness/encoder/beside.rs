//! A text read beside an answer: layers that see the answer, as a whole, with every piece of the text.

use ndarray::Array2;

use crate::interview::scoring::closeness::encoder::{
    bert::{EncoderLayer, LAYERS, WIDTH, attend},
    linear::{Linear, Product},
    passage::WholeAnswer,
    weights::PackedWeights,
    whole::FIRST,
};

struct BesideLayer {
    own: EncoderLayer,
    /// Keys and values of what the answer has.
    beside: Linear,
}

/// Layers that read texts, which the encoder's first layers have read, beside an answer.
pub(super) struct BesideReader(Vec<BesideLayer>);

impl BesideReader {
    /// Unpacks the layers that read texts of this kind.
    pub(super) fn read(weights: &PackedWeights, kind: &str) -> Result<Self, String> {
        let product = Product::new();
        let mark = weights.vector(&format!("{kind}_mark"))?;
        let layer = |number: usize| {
            let layer = format!("{kind}.layer.{number}");
            let name = |part: &str| format!("{layer}.attention.self.{part}");
            let beside = Linear::read(&product, weights, &[name("key"), name("value")])?;
            Ok(BesideLayer {
                own: EncoderLayer::read(&product, weights, &layer)?,
                beside: beside.with_added(&product, &mark),
            })
        };
        Ok(Self((FIRST..LAYERS).map(layer).collect::<Result<_, String>>()?))
    }

    /// What the layers make of every piece of the texts, one text behind the other; nothing where texts or answer are empty.
    pub(super) fn of(&self, texts: &[&[f32]], answer: &WholeAnswer) -> Option<Array2<f32>> {
        let lengths: Vec<usize> = texts.iter().map(|text| text.len() / WIDTH).collect();
        let rows = lengths.iter().sum();
        if rows == 0 || answer.means.is_empty() {
            return None;
        }
        let mut states = Array2::from_shape_vec((rows, WIDTH), texts.concat()).ok()?;
        let product = Product::new();
        for (layer, seen) in self.0.iter().zip(&answer.depths) {
            let beside = layer.beside.of(&product, seen);
            let attended = attend(&layer.own.asked(&product, &states), &lengths, Some(&beside));
            states = layer.own.of(&product, &states, &attended);
        }
        Some(states)
    }
}
