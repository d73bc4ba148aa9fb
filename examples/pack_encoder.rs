//! Packs the weights of a sentence encoder: 4 bits a weight, as `assets/encoder/PROVENANCE.md` says.
//!
//! ```text
//! cargo run --example pack_encoder -- model.safetensors assets/encoder/minilm-l6.safetensors
//! ```

use std::{error::Error, fs, path::PathBuf};

use clap::Parser;
use half::f16;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};

/// So many weights share a scale.
const GROUP: usize = 32;
/// Only so many positions are used.
const POSITIONS: usize = 128;
/// Scales that are tried, from the one by which the greatest weight just fits, in steps of this part of it.
const STEP: f32 = 0.02;
const STEPS: u8 = 16;

#[derive(Parser)]
struct Arguments {
    /// The weights as published, in single precision.
    published: PathBuf,
    /// Where the packed ones go.
    packed: PathBuf,
}

struct Tensor {
    name: String,
    kind: Dtype,
    shape: Vec<usize>,
    bytes: Vec<u8>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let bytes = fs::read(&arguments.published)?;
    let published = SafeTensors::deserialize(&bytes)?;
    let mut packed = Vec::new();
    for name in published.names() {
        if name.starts_with("pooler") || name.ends_with("position_ids") {
            continue;
        }
        let tensor = published.tensor(name)?;
        let mut values: Vec<f32> = tensor
            .data()
            .chunks_exact(4)
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]))
            .collect();
        let mut shape = tensor.shape().to_vec();
        if name.contains("position_embeddings") {
            values.truncate(POSITIONS * shape[1]);
            shape[0] = POSITIONS;
        }
        let whole = shape.len() == 1
            || name.contains("position_embeddings")
            || name.contains("token_type_embeddings");
        if whole {
            let halves = values.iter().flat_map(|x| f16::from_f32(*x).to_le_bytes());
            packed.push(Tensor {
                name: name.to_owned(),
                kind: Dtype::F16,
                shape,
                bytes: halves.collect(),
            });
            continue;
        }
        let (mut quarters, mut scales) = (Vec::new(), Vec::new());
        for group in values.chunks_exact(GROUP) {
            let (scale, numbers) = quantised(group);
            scales.extend(scale.to_le_bytes());
            quarters.extend(numbers.chunks_exact(2).map(|pair| pair[0] | (pair[1] << 4)));
        }
        let columns = shape[1];
        packed.push(Tensor {
            name: format!("{name}.q"),
            kind: Dtype::U8,
            shape: vec![shape[0], columns / 2],
            bytes: quarters,
        });
        packed.push(Tensor {
            name: format!("{name}.s"),
            kind: Dtype::F16,
            shape: vec![shape[0], columns / GROUP],
            bytes: scales,
        });
    }
    let views = packed
        .iter()
        .map(|it| Ok((it.name.as_str(), TensorView::new(it.kind, it.shape.clone(), &it.bytes)?)))
        .collect::<Result<Vec<_>, safetensors::SafeTensorError>>()?;
    let file = safetensors::serialize(views, None)?;
    println!("{} tensors, {} bytes", packed.len(), file.len());
    fs::write(&arguments.packed, file)?;
    Ok(())
}

/// The scale and the numbers from 0 to 15 that come nearest to a group of weights, 8 standing for 0.
fn quantised(group: &[f32]) -> (f16, Vec<u8>) {
    let greatest = group.iter().fold(0.0_f32, |a, x| if x.abs() > a.abs() { *x } else { a });
    let mut best = (f32::MAX, f16::ZERO, vec![8; group.len()]);
    for step in 0..STEPS {
        for end in [-8.0, 7.0] {
            let scale = f16::from_f32(greatest / end * (1.0 - STEP * f32::from(step)));
            let by = scale.to_f32();
            if by == 0.0 {
                continue;
            }
            let numbers: Vec<f32> =
                group.iter().map(|x| (x / by).round().clamp(-8.0, 7.0)).collect();
            let off: f32 = group.iter().zip(&numbers).map(|(x, n)| (x - n * by).powi(2)).sum();
            if off < best.0 {
                best = (off, scale, numbers.iter().map(|n| (n + 8.0) as u8).collect());
            }
        }
    }
    (best.1, best.2)
}
