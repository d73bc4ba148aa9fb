//! A linear layer: weights of eight bits, laid out once as the product reads them.
//!
//! Each row is rounded to eight bits as well, by its own scale, so that a product is a sum of whole numbers: exact, whatever the
//! processor and whatever is read beside it. Seven bits of each weight are used, so that no sum of two overflows where processors
//! add pairs in sixteen bits.

use ndarray::{Array1, Array2, Axis};
use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix, QuantParams};
use rten_tensor::NdTensorView;

use crate::interview::scoring::closeness::encoder::weights::PackedWeights;

/// What multiplies; it may not go from one thread to another, and costs nothing.
pub(super) type Product = GemmExecutor<u8, i8, i32>;

/// The greatest whole number that a weight is rounded to.
const WEIGHT: u8 = 63;
/// And one that a value is, on either side of its zero.
const VALUE: u8 = 127;
/// Where values without a sign have their zero.
const ZERO: u8 = 128;

pub(super) struct Linear {
    weights: PackedBMatrix<i8>,
    /// What one step of each output's weights is worth.
    steps: Array1<f32>,
    bias: Array1<f32>,
}

impl Linear {
    /// The layers of these names side by side.
    pub(super) fn read(
        product: &Product,
        weights: &PackedWeights,
        names: &[String],
    ) -> Result<Self, String> {
        let (mut values, mut bias) = (Vec::new(), Vec::new());
        for name in names {
            values.extend(weights.packed(&format!("{name}.weight"))?.unpacked());
            bias.extend(weights.vector(&format!("{name}.bias"))?);
        }
        let inputs = values.len() / bias.len().max(1);
        let steps: Vec<f32> =
            values.chunks(inputs.max(1)).map(|output| step(output, WEIGHT)).collect();
        let rounded = values.chunks(inputs.max(1)).zip(&steps);
        let rounded: Vec<i8> = rounded
            .flat_map(|(output, step)| {
                output.iter().map(move |weight| (weight / step).round() as i8)
            })
            .collect();
        let by_output = NdTensorView::try_from_data([bias.len(), inputs], rounded.as_slice())
            .map_err(|_| format!("{names:?}: weights and bias are of different sizes"))?;
        let weights = product.prepack_b(by_output.transposed());
        Ok(Self { weights, steps: steps.into(), bias: bias.into() })
    }

    /// The same for rows to which something was added.
    pub(super) fn with_added(mut self, product: &Product, added: &Array1<f32>) -> Self {
        let added = added.view().insert_axis(Axis(0)).to_owned();
        let of_it = self.of(product, &added);
        self.bias = of_it.row(0).to_owned();
        self
    }

    pub(super) fn of(&self, product: &Product, rows: &Array2<f32>) -> Array2<f32> {
        let (height, width) = rows.dim();
        let steps: Vec<f32> = rows
            .rows()
            .into_iter()
            .map(|row| step(row.as_slice().unwrap_or_default(), VALUE))
            .collect();
        let mut rounded = Vec::with_capacity(height * width);
        for (row, step) in rows.rows().into_iter().zip(&steps) {
            let (by, zero) = (step.recip(), f32::from(ZERO) + 0.5);
            rounded.extend(row.iter().map(|value| (value * by + zero) as u8));
        }
        let mut sums = vec![0; height * self.bias.len()];
        let zeros = vec![ZERO; height];
        let by_zero = GemmOptions {
            a_quant: Some(QuantParams { zero_point: &zeros }),
            ..GemmOptions::default()
        };
        let values =
            GemmInputA::Unpacked(NdTensorView::from_data([height, width], rounded.as_slice()));
        let done = product.gemm(&mut sums, values, GemmInputB::Packed(&self.weights), by_zero);
        debug_assert!(done.is_ok(), "{done:?}");
        let mut out = Array2::zeros((height, self.bias.len()));
        let sums = sums.chunks(self.bias.len().max(1)).zip(&steps);
        for (mut row, (sums, by_row)) in out.rows_mut().into_iter().zip(sums) {
            let parts = row.iter_mut().zip(sums).zip(&self.steps).zip(&self.bias);
            parts.for_each(|(((to, sum), step), bias)| *to = *sum as f32 * (step * by_row) + bias);
        }
        out
    }
}

/// The step of some values that are rounded to so many on either side of zero.
fn step(values: &[f32], most: u8) -> f32 {
    let greatest = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
    if greatest > 0.0 { greatest / f32::from(most) } else { 1.0 }
}
