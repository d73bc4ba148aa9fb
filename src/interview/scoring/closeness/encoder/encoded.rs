//! What the encoder makes of texts that never change, so that no process has to read them.

use std::sync::Arc;

use crate::interview::scoring::closeness::encoder::{Embedding, Passage};

/// The usual questions and stories, and stories of other trades, encoded.
#[derive(Default)]
pub(in crate::interview::scoring) struct EncodedTexts {
    /// The usual questions, in the order of their list.
    pub(in crate::interview::scoring) questions: Vec<Arc<Embedding>>,
    /// The usual stories, in the order of their list.
    pub(in crate::interview::scoring) stories: Vec<Arc<Embedding>>,
    /// The stories of other trades: their pieces alone, each of which counts as much as any.
    pub(super) background: Vec<Passage>,
}
