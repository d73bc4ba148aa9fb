//! What the encoder makes of texts that never change, so that no process has to read them.

use crate::interview::scoring::closeness::encoder::Passage;

/// Stories of other trades, encoded.
#[derive(Default)]
pub(super) struct EncodedTexts {
    /// Their pieces alone, each of which counts as much as any.
    pub(super) background: Vec<Passage>,
}
