//! What sentences mean, as vectors: the sentence encoder, where the build has it.
//!
//! The encoder is `paraphrase-MiniLM-L3-v2` as the crate `pocket-encoder` ships it: in the binary, on the processor, with
//! no file and no network. Its vectors know what a sentence is about, not what it does in a story, so that they are used
//! for closeness and relevance and never to tell a Situation from a Result. `docs/scoring.md` says why this one.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::interview::text::{Span, Text};

/// The encoder reads 128 word pieces at a time; a longer passage is read in parts of so many words.
const WORDS_AT_ONCE: usize = 70;
/// And of so many bytes, whatever a word is.
const BYTES_AT_ONCE: usize = 1_200;
/// So many sentences are remembered, about 6 MB of vectors.
const REMEMBERED: usize = 4_096;

/// Why there is no judgement by meaning.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoMeaning {
    /// The build leaves the encoder out.
    #[error("this build compares words only: it was made without the feature `meaning`")]
    LeftOut,
    /// The encoder did not start.
    #[error("the sentence encoder did not start ({0}); words alone are compared")]
    Failed(String),
}

/// The direction a text points in; all are of length 1, or 0 where there is nothing to read.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::interview::scoring) struct Embedding(Vec<f32>);

impl Embedding {
    /// How near two texts are, from -1 to 1.
    pub(in crate::interview::scoring) fn cosine(&self, other: &Self) -> f32 {
        self.0.iter().zip(&other.0).map(|(a, b)| a * b).sum()
    }

    /// How near two texts are in what each says beyond a third, from -1 to 1.
    pub(in crate::interview::scoring) fn cosine_beyond(&self, other: &Self, third: &Self) -> f32 {
        let (a, b) = (self.cosine(third), other.cosine(third));
        let lengths = ((1.0 - a * a).max(0.0) * (1.0 - b * b).max(0.0)).sqrt();
        if lengths > 1e-3 { (self.cosine(other) - a * b) / lengths } else { 0.0 }
    }

    /// The direction of several together, each with its weight.
    pub(in crate::interview::scoring) fn mean<'a>(
        parts: impl IntoIterator<Item = (&'a Self, f32)>,
    ) -> Self {
        let mut sum: Vec<f32> = Vec::new();
        for (part, weight) in parts {
            sum.resize(sum.len().max(part.0.len()), 0.0);
            for (to, from) in sum.iter_mut().zip(&part.0) {
                *to += from * weight;
            }
        }
        let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length > 0.0 {
            sum.iter_mut().for_each(|x| *x /= length);
        }
        Self(sum)
    }
}

/// The encoder, with the sentences it read last.
#[derive(Clone)]
pub struct Encoder {
    #[cfg(feature = "meaning")]
    encoder: pocket_encoder::Encoder,
    read: Arc<Mutex<BTreeMap<String, Arc<Embedding>>>>,
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Meaning")
    }
}

impl Encoder {
    /// Starts the encoder. It takes a tenth of a second, which no frame has to spare: call it beside them.
    ///
    /// # Errors
    /// A build without it, or an encoder that does not start.
    pub fn load() -> Result<Self, NoMeaning> {
        #[cfg(feature = "meaning")]
        {
            let encoder =
                pocket_encoder::Encoder::new().map_err(|e| NoMeaning::Failed(e.to_string()))?;
            Ok(Self { encoder, read: Arc::default() })
        }
        #[cfg(not(feature = "meaning"))]
        Err(NoMeaning::LeftOut)
    }

    /// Whether this build has an encoder.
    pub fn is_built_in() -> bool {
        cfg!(feature = "meaning")
    }

    /// The direction of a text that was read into words.
    pub(in crate::interview::scoring) fn of(&self, text: &Text) -> Arc<Embedding> {
        let parts = (0..text.sentences().len()).map(|s| (self.sentence(text, s), text.words_of(s)));
        let parts: Vec<_> = parts.map(|(vector, words)| (vector, words.len() as f32)).collect();
        match parts.as_slice() {
            [(only, _)] => only.clone(),
            _ => Arc::new(Embedding::mean(parts.iter().map(|(v, weight)| (&**v, *weight)))),
        }
    }

    /// The direction of one sentence.
    pub(in crate::interview::scoring) fn sentence(
        &self,
        text: &Text,
        sentence: usize,
    ) -> Arc<Embedding> {
        let span = text.sentences()[sentence].span;
        let words = text.words_of(sentence);
        let said = span.of(text.text());
        if words.len() <= WORDS_AT_ONCE && said.len() <= BYTES_AT_ONCE {
            return self.passage(said);
        }
        let parts: Vec<_> = words
            .chunks(WORDS_AT_ONCE)
            .map(|part| {
                let first = part.first().map_or(span.start, |w| w.span.start);
                let end = part.last().map_or(span.end, |w| w.span.end);
                (self.passage(Span { start: first, end }.of(text.text())), part.len() as f32)
            })
            .collect();
        Arc::new(Embedding::mean(parts.iter().map(|(v, weight)| (&**v, *weight))))
    }

    /// The direction of a passage, read at most once while it is remembered.
    fn passage(&self, text: &str) -> Arc<Embedding> {
        let mut end = text.len().min(BYTES_AT_ONCE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        if let Some(known) = self.remembered().get(text) {
            return known.clone();
        }
        let vector = Arc::new(self.encode(text));
        let mut read = self.remembered();
        if read.len() >= REMEMBERED {
            read.clear();
        }
        read.insert(text.to_owned(), vector.clone());
        vector
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Arc<Embedding>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(feature = "meaning")]
    fn encode(&self, text: &str) -> Embedding {
        // What the encoder refuses, such as blanks alone, means nothing.
        let vectors = self.encoder.embed(&[text]).unwrap_or_default();
        Embedding(vectors.into_iter().next().unwrap_or_default())
    }

    #[cfg(not(feature = "meaning"))]
    fn encode(&self, _: &str) -> Embedding {
        Embedding(Vec::new())
    }
}

#[cfg(all(test, feature = "meaning"))]
mod tests {
    use super::Encoder;
    use crate::interview::text::Text;

    fn near(a: &str, b: &str) -> f32 {
        let meaning = Encoder::load().expect("the encoder that ships with the game loads");
        meaning.of(&Text::read(a)).cosine(&meaning.of(&Text::read(b)))
    }

    #[test]
    fn what_means_the_same_is_nearer_than_what_shares_words() {
        let said = "Our clients were leaving us for a cheaper competitor.";
        let same = near(said, "We kept losing customers to a rival with lower prices.");
        let other = near(said, "The leaves of our tree were leaning on a cheap fence.");
        assert!(same > other, "{same} {other}");
    }

    #[test]
    fn a_sentence_of_any_length_and_script_is_read() {
        for text in ["", "   ", "\u{0}", "né", "漢字", &"ab ".repeat(4_000), &"x".repeat(9_000)]
        {
            let near = near(text, "Customers cancelled.");
            assert!(near.is_finite() && near.abs() <= 1.001, "{text:?} {near}");
        }
    }

    #[test]
    fn a_passage_read_again_is_the_same() {
        assert_eq!(near("We shipped it.", "It went out."), near("We shipped it.", "It went out."));
    }
}
