//! A linear layer: weights of eight bits, laid out once as the product reads them.
//!
//! Each row is rounded to eight bits as well, by its own scale, so that a product is a sum of whole numbers: exact, whatever the
//! processor and whatever is read beside it. Seven bits of each weight are used, so that no sum of two overflows where processors
//! add pairs in sixteen bits.

use ndarray::{Array1, Array2, Axis};
use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix, QuantParams};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;
use rten_vecmath::MinMax;

use crate::interview::scoring::closeness::encoder::weights::PackedWeights;

/// What multiplies; it may not go from one thread to another, and costs nothing.
pub(super) type Product = GemmExecutor<u8, i8, i32>;

/// The greatest whole number that a weight is rounded to.
const WEIGHT: u8 = 63;
/// And one that a value is, on either side of its zero.
const VALUE: u8 = 127;
/// Where values without a sign have their zero.
const ZERO: u8 = 128;
/// What has no room for a fraction, and ends in the zero: what is added to it is rounded, and its last eight bits are the whole number.
const WHOLE: f32 = (1 << 23 | ZERO as u32) as f32;

pub(super) struct Linear {
    weights: PackedBMatrix<i8>,
    /// What one step of each output's weights is worth.
    steps: Vec<f32>,
    bias: Vec<f32>,
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
        Ok(Self { weights, steps, bias })
    }

    /// The same for rows to which something was added.
    pub(super) fn with_added(mut self, product: &Product, added: &Array1<f32>) -> Self {
        let added = added.view().insert_axis(Axis(0)).to_owned();
        let of_it = self.of(product, &added);
        self.bias = of_it.row(0).to_vec();
        self
    }

    pub(super) fn of(&self, product: &Product, rows: &Array2<f32>) -> Array2<f32> {
        let (height, width) = rows.dim();
        let outputs = self.bias.len();
        let standard = rows.as_standard_layout();
        let rows = standard.as_slice().unwrap_or_default().chunks_exact(width.max(1));
        let mut rounded = Vec::with_capacity(height * width);
        let mut steps = Vec::with_capacity(height);
        for row in rows {
            let step = step(row, VALUE);
            let by = step.recip();
            rounded.extend(row.iter().map(|value| (value * by + WHOLE).to_bits() as u8));
            steps.push(step);
        }
        let zeros = vec![ZERO; height];
        let values =
            GemmInputA::Unpacked(NdTensorView::from_data([height, width], rounded.as_slice()));
        let mut sums = vec![0; height * outputs];
        let by_zero = GemmOptions {
            a_quant: Some(QuantParams { zero_point: &zeros }),
            ..GemmOptions::default()
        };
        let done = product.gemm(&mut sums, values, GemmInputB::Packed(&self.weights), by_zero);
        debug_assert!(done.is_ok(), "{done:?}");
        let mut out = Vec::with_capacity(height * outputs);
        for (sums, by_row) in sums.chunks_exact(outputs.max(1)).zip(&steps) {
            let parts = sums.iter().zip(&self.steps).zip(&self.bias);
            out.extend(parts.map(|((sum, step), bias)| *sum as f32 * (step * by_row) + bias));
        }
        // A row of sums for each row is as large as it must be.
        Array2::from_shape_vec((height, outputs), out).unwrap_or_default()
    }
}

/// The step of some values that are rounded to so many on either side of zero.
fn step(values: &[f32], most: u8) -> f32 {
    let (least, greatest) = MinMax::new(values).dispatch();
    let greatest = greatest.max(-least);
    if greatest > 0.0 { greatest / f32::from(most) } else { 1.0 }
}
