//! The encoder's weights, as `examples/pack_encoder.rs` packs them: 4 bits a weight in groups with a scale each.

use half::f16;
use ndarray::{Array1, Array2};
use safetensors::SafeTensors;

/// So many weights share a scale.
const GROUP: usize = 32;
/// What stands for a weight of 0.
const NOTHING: i8 = 8;

/// The weights that are in the program.
pub(super) const SHIPPED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/minilm-l6.safetensors"));
/// Those of what reads answers on top of it.
pub(super) const READER: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/reader.safetensors"));

/// A matrix that stays packed until a row of it is wanted.
pub(super) struct Packed {
    quarters: Vec<u8>,
    scales: Vec<f32>,
    columns: usize,
}

impl Packed {
    /// All rows, one behind the other.
    pub(super) fn unpacked(&self) -> Vec<f32> {
        let mut values = vec![0.0; self.scales.len() * GROUP];
        for (row, out) in values.chunks_exact_mut(self.columns).enumerate() {
            self.row(row, out);
        }
        values
    }

    /// Writes a row into `out`; nothing where there is no such row.
    pub(super) fn row(&self, row: usize, out: &mut [f32]) {
        let groups = self.columns / GROUP;
        let Some(scales) = self.scales.get(row * groups..(row + 1) * groups) else {
            return;
        };
        let bytes = &self.quarters[row * self.columns / 2..(row + 1) * self.columns / 2];
        for ((group, scale), out) in
            bytes.chunks_exact(GROUP / 2).zip(scales).zip(out.chunks_exact_mut(GROUP))
        {
            for (byte, pair) in group.iter().zip(out.chunks_exact_mut(2)) {
                pair[0] = f32::from((byte & 15) as i8 - NOTHING) * scale;
                pair[1] = f32::from((byte >> 4) as i8 - NOTHING) * scale;
            }
        }
    }
}

/// The tensors of a packed file.
pub(super) struct PackedWeights<'a>(SafeTensors<'a>);

impl<'a> PackedWeights<'a> {
    /// A matrix in half precision, a row for each of so many outputs.
    pub(super) fn matrix(&self, name: &str) -> Result<Array2<f32>, String> {
        let tensor = self.0.tensor(name).map_err(|error| format!("{name}: {error}"))?;
        let shape = match tensor.shape() {
            [rows, columns] => (*rows, *columns),
            _ => return Err(format!("{name}: it is no matrix")),
        };
        let values = self.vector(name)?.to_vec();
        Array2::from_shape_vec(shape, values).map_err(|error| format!("{name}: {error}"))
    }

    /// Reads the file's head.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, String> {
        SafeTensors::deserialize(bytes).map(Self).map_err(|error| error.to_string())
    }

    /// A tensor in half precision.
    pub(super) fn vector(&self, name: &str) -> Result<Array1<f32>, String> {
        let tensor = self.0.tensor(name).map_err(|error| format!("{name}: {error}"))?;
        Ok(tensor
            .data()
            .chunks_exact(2)
            .map(|half| f16::from_le_bytes([half[0], half[1]]).to_f32())
            .collect())
    }

    /// A packed matrix, as it is.
    pub(super) fn packed(&self, name: &str) -> Result<Packed, String> {
        let scales = self.vector(&format!("{name}.s"))?.to_vec();
        let name = format!("{name}.q");
        let tensor = self.0.tensor(&name).map_err(|error| format!("{name}: {error}"))?;
        let quarters = tensor.data().to_vec();
        let columns = tensor.shape().get(1).map_or(0, |half| half * 2);
        if columns == 0 || columns % GROUP != 0 || quarters.len() * 2 != scales.len() * GROUP {
            return Err(format!("{name}: its size is not what its scales say"));
        }
        Ok(Packed { quarters, scales, columns })
    }
}
