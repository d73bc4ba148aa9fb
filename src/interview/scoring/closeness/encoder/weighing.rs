//! Small networks that weigh what the encoder made of a text: one hidden layer, and shares of 1 behind it.

use ndarray::{Array1, Array2};

use crate::interview::scoring::closeness::encoder::{bert::unit, weights::PackedWeights};

/// A layer whose weights are in half precision.
struct Dense {
    weights: Array2<f32>,
    bias: Array1<f32>,
}

impl Dense {
    fn read(weights: &PackedWeights, name: &str) -> Result<Self, String> {
        let bias = weights.vector(&format!("{name}.bias"))?;
        Ok(Self { weights: weights.matrix(&format!("{name}.weight"))?, bias })
    }

    fn of(&self, row: &Array1<f32>) -> Array1<f32> {
        self.weights.dot(row) + &self.bias
    }
}

/// One such network.
pub(super) struct Weighing {
    hidden: Dense,
    out: Dense,
}

impl Weighing {
    /// The one whose layers have these names.
    pub(super) fn read(weights: &PackedWeights, hidden: &str, out: &str) -> Result<Self, String> {
        Ok(Self { hidden: Dense::read(weights, hidden)?, out: Dense::read(weights, out)? })
    }

    /// The shares of so many outcomes.
    pub(super) fn shares<const OUTCOMES: usize>(&self, values: &Array1<f32>) -> [f32; OUTCOMES] {
        let mut hidden = self.hidden.of(values);
        unit(&mut hidden);
        let out = self.out.of(&hidden);
        let most = out.fold(f32::MIN, |most, x| most.max(*x));
        let mut shares: [f32; OUTCOMES] =
            std::array::from_fn(|at| out.get(at).map_or(0.0, |x| (x - most).exp()));
        let sum: f32 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= sum);
        shares
    }
}
