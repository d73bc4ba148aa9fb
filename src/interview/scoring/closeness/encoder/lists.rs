//! The file of the texts that ship encoded: stories of other trades.
//!
//! It is written by `examples/encode_lists.rs`; an encoder whose texts are others than the file's does not start.

use std::collections::HashMap;

use half::f16;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};

use crate::interview::{
    fingerprint::Fingerprint,
    scoring::closeness::encoder::{
        Encoder, NoMeaning, Passage, bert::WIDTH, encoded::EncodedTexts,
    },
    text::Text,
};

const SHIPPED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/encoded.safetensors"));
/// Stories of other trades, one a line.
const BACKGROUND: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/background.txt"));
/// Under this name the file says of which texts it is.
const TEXTS: &str = "texts";

impl EncodedTexts {
    /// Those that ship.
    pub(super) fn shipped() -> Result<Self, String> {
        let wrong = |error: safetensors::SafeTensorError| error.to_string();
        let (_, head) = SafeTensors::read_metadata(SHIPPED).map_err(wrong)?;
        let of = head.metadata().as_ref().and_then(|said| said.get(TEXTS));
        if of != Some(&fingerprint()) {
            return Err("its lists changed and were not encoded anew".to_owned());
        }
        let file = SafeTensors::deserialize(SHIPPED).map_err(wrong)?;
        let background = (0..background().count()).map(|story| {
            let bytes = file.tensor(&name(story)).map_err(wrong)?.data();
            let halves = bytes.chunks_exact(2);
            let directions: Vec<f32> =
                halves.map(|two| f16::from_le_bytes([two[0], two[1]]).to_f32()).collect();
            let weights = vec![1.0; directions.len() / WIDTH];
            Ok(Passage { directions, weights, ..Passage::default() })
        });
        Ok(Self { background: background.collect::<Result<_, String>>()? })
    }
}

impl Encoder {
    /// The file of the texts that ship encoded, encoded anew.
    ///
    /// # Errors
    /// An encoder that does not start.
    pub fn encode_lists() -> Result<Vec<u8>, NoMeaning> {
        let encoder = Self::with(EncodedTexts::default());
        encoder.and_then(|encoder| file(&encoder)).map_err(NoMeaning::Failed)
    }
}

fn file(encoder: &Encoder) -> Result<Vec<u8>, String> {
    let stories = background().enumerate().map(|(story, text)| {
        let directions = encoder.joined(&Text::read(text)).directions;
        (name(story), directions.iter().flat_map(|x| f16::from_f32(*x).to_le_bytes()).collect())
    });
    let stories: Vec<(String, Vec<u8>)> = stories.collect();
    let views = stories.iter().map(|(name, bytes)| {
        let shape = vec![bytes.len() * 8 / Dtype::F16.bitsize() / WIDTH, WIDTH];
        Ok((name.as_str(), TensorView::new(Dtype::F16, shape, bytes)?))
    });
    let views = views.collect::<Result<Vec<_>, safetensors::SafeTensorError>>();
    let said = HashMap::from([(TEXTS.to_owned(), fingerprint())]);
    views
        .and_then(|views| safetensors::serialize(views, Some(said)))
        .map_err(|error| error.to_string())
}

fn background() -> impl Iterator<Item = &'static str> {
    BACKGROUND.lines().filter(|line| !line.starts_with('#'))
}

fn name(story: usize) -> String {
    format!("background.{story}")
}

/// What tells these texts from others.
fn fingerprint() -> String {
    Fingerprint::of(background()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Other processors differ in the last digits, so that one or the other value is rounded to the next of 255; another text is off by
    /// far more.
    const NEAR: f32 = 3e-2;

    #[track_caller]
    fn check(shipped: &[f32], anew: &[f32], text: &str) {
        assert_eq!(shipped.len(), anew.len(), "{text}");
        let off = shipped.iter().zip(anew).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(off < NEAR, "{text}: {off}; run `cargo run --example encode_lists`");
    }

    #[test]
    fn what_ships_encoded_is_what_the_encoder_makes_of_it_now() {
        let encoder = Encoder::load().expect("the encoder that ships with the game loads");
        let encoded = &encoder.encoded;
        assert_eq!(encoded.background.len(), background().count());
        for (story, text) in encoded.background.iter().zip(background()).step_by(9) {
            check(&story.directions, &encoder.joined(&Text::read(text)).directions, text);
        }
    }
}
