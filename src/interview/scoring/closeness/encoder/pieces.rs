//! Word pieces: how the encoder reads a text.

use serde_json::{Map, Value, json};
use tokenizers::Tokenizer;

use crate::interview::{
    scoring::{closeness::encoder::bert::LONGEST, numbers::Numbers},
    text::{frequency, lexicon},
};

/// A word piece of a passage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct WordPiece {
    /// Its number in the vocabulary.
    pub(super) id: u32,
    /// How much it counts where two passages are compared.
    pub(super) weight: f32,
}

/// The text's way into the network.
pub(super) struct Pieces {
    tokenizer: Tokenizer,
    opens: u32,
    closes: u32,
}

impl Pieces {
    /// Makes the tokenizer of the vocabulary that ships.
    pub(super) fn new() -> Result<Self, String> {
        let vocabulary: Map<String, Value> = frequency::pieces()
            .enumerate()
            .map(|(id, piece)| (piece.to_owned(), id.into()))
            .collect();
        let number = |piece: &str| {
            let id = vocabulary.get(piece).and_then(Value::as_u64);
            id.and_then(|id| u32::try_from(id).ok()).ok_or(format!("the vocabulary lacks {piece}"))
        };
        let (opens, closes) = (number("[CLS]")?, number("[SEP]")?);
        let tokenizer = json!({
            "version": "1.0",
            "truncation": null,
            "padding": null,
            "added_tokens": [],
            "normalizer": {
                "type": "BertNormalizer",
                "clean_text": true,
                "handle_chinese_chars": true,
                "strip_accents": null,
                "lowercase": true,
            },
            "pre_tokenizer": { "type": "BertPreTokenizer" },
            "post_processor": null,
            "decoder": null,
            "model": {
                "type": "WordPiece",
                "unk_token": "[UNK]",
                "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100,
                "vocab": vocabulary,
            },
        });
        let tokenizer =
            Tokenizer::from_bytes(tokenizer.to_string()).map_err(|error| error.to_string())?;
        Ok(Self { tokenizer, opens, closes })
    }

    /// The pieces of a passage between the two that open and close it; what is beyond the longest passage is left out.
    pub(super) fn of(&self, text: &str) -> Vec<WordPiece> {
        let mut pieces = vec![WordPiece { id: self.opens, weight: 0.0 }];
        // A text that cannot be cut into pieces says nothing.
        if let Ok(encoding) = self.tokenizer.encode(text, false) {
            let tokens = encoding.get_ids().iter().zip(encoding.get_tokens());
            pieces.extend(
                tokens
                    .take(LONGEST - 2)
                    .map(|(id, token)| WordPiece { id: *id, weight: weight(token) }),
            );
        }
        pieces.push(WordPiece { id: self.closes, weight: 0.0 });
        pieces
    }
}

fn weight(token: &str) -> f32 {
    if !token.contains(char::is_alphanumeric) {
        0.0
    } else if lexicon::CLOSED_CLASS.contains_key(token) {
        Numbers::shipped().comparing.words.little_content
    } else {
        1.0
    }
}
