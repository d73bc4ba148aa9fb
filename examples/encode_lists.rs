//! Encodes the texts that never change, as they ship with the encoder: the usual questions and stories, and the stories of
//! other trades.
//!
//! ```text
//! cargo run --example encode_lists --no-default-features --features meaning -- assets/encoder/encoded.safetensors
//! ```

use std::{error::Error, fs, path::PathBuf};

use clap::Parser;
use hotseat::interview::scoring::closeness::encoder::Encoder;

#[derive(Parser)]
struct Arguments {
    /// Where they go.
    encoded: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let file = Encoder::encode_lists()?;
    println!("{} bytes", file.len());
    Ok(fs::write(Arguments::parse().encoded, file)?)
}
