//! What sentences mean, as vectors: the sentence encoder, where the build has it.
//!
//! The encoder is `all-MiniLM-L6-v2` with its weights in `assets/encoder`: in the binary, on the processor, with no file
//! and no network. Its vectors know what a sentence is about, not what it does in a story, so that they are used for
//! closeness and relevance and never to tell a Situation from a Result. `docs/scoring.md` says why this one.

mod encoded;
mod passage;
mod remembered;

#[cfg(feature = "meaning")]
mod bert;
#[cfg(feature = "meaning")]
mod beside;
#[cfg(feature = "meaning")]
mod claims;
#[cfg(feature = "meaning")]
mod linear;
#[cfg(feature = "meaning")]
mod lists;
#[cfg(feature = "meaning")]
mod pieces;
#[cfg(feature = "meaning")]
mod questions;
#[cfg(feature = "meaning")]
mod weighing;
#[cfg(feature = "meaning")]
mod weights;
#[cfg(feature = "meaning")]
mod whole;

pub(in crate::interview::scoring) use passage::{
    ClaimReading, Embedding, LESSON, PARTS, Passage, WholeAnswer,
};

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::interview::{
    scoring::closeness::encoder::{encoded::EncodedTexts, remembered::RememberedReadings},
    text::{Span, Text},
};

/// The encoder reads 128 word pieces at a time; a longer passage is read in parts of so many words.
const WORDS_AT_ONCE: usize = 70;
/// And of so many bytes, whatever a word is.
const BYTES_AT_ONCE: usize = 1_200;
/// So many passages are read at once: more make the products no faster and need more memory.
const BATCH: usize = 16;

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

/// The encoder, with the passages it read last.
#[derive(Clone)]
pub struct Encoder {
    #[cfg(feature = "meaning")]
    network: Arc<Network>,
    read: Arc<Mutex<RememberedReadings>>,
    encoded: Arc<EncodedTexts>,
}

#[cfg(feature = "meaning")]
struct Network {
    pieces: pieces::Pieces,
    bert: bert::Bert,
    whole: whole::WholeReader,
    claims: claims::ClaimReader,
    questions: questions::QuestionReader,
}

/// A key point as the encoder reads it.
#[derive(Default)]
pub(in crate::interview::scoring) struct EncodedPoint {
    /// What it means.
    pub(in crate::interview::scoring) passage: Passage,
    /// How much of it is found in stories of other trades, on average.
    pub(in crate::interview::scoring) in_any_story: f32,
    /// What the first layers make of it, as those read it that look for it in an answer.
    #[cfg(feature = "meaning")]
    claim: Vec<f32>,
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Encoder")
    }
}

impl Encoder {
    /// Starts the encoder. It takes a tenth of a second, which no frame has to spare: call it beside them.
    ///
    /// # Errors
    /// A build without it, or an encoder that does not start.
    pub fn load() -> Result<Self, NoMeaning> {
        #[cfg(feature = "meaning")]
        return EncodedTexts::shipped().and_then(Self::with).map_err(NoMeaning::Failed);
        #[cfg(not(feature = "meaning"))]
        Err(NoMeaning::LeftOut)
    }

    #[cfg(feature = "meaning")]
    fn with(encoded: EncodedTexts) -> Result<Self, String> {
        let weights = weights::PackedWeights::read(weights::SHIPPED)?;
        let reader = weights::PackedWeights::read(weights::READER)?;
        let network = Network {
            pieces: pieces::Pieces::new()?,
            bert: bert::Bert::read(&weights)?,
            whole: whole::WholeReader::read(&reader)?,
            claims: claims::ClaimReader::read(&reader)?,
            questions: questions::QuestionReader::read(&reader)?,
        };
        Ok(Self { network: Arc::new(network), read: Arc::default(), encoded: Arc::new(encoded) })
    }

    /// Whether this build has an encoder.
    pub fn is_built_in() -> bool {
        cfg!(feature = "meaning")
    }

    /// The direction of a text that was read into words.
    pub(in crate::interview::scoring) fn of(&self, text: &Text) -> Arc<Embedding> {
        let sentences = self.sentences(text);
        match sentences.as_slice() {
            [only] => only.whole.clone(),
            _ => {
                let parts = sentences.iter().enumerate();
                let weighed = parts.map(|(s, part)| (&*part.whole, text.words_of(s).len() as f32));
                Arc::new(Embedding::mean(weighed))
            }
        }
    }

    /// What each sentence of a text means; those not read before are read together.
    pub(in crate::interview::scoring) fn sentences(&self, text: &Text) -> Vec<Arc<Passage>> {
        let parts: Vec<Vec<&str>> =
            (0..text.sentences().len()).map(|s| parts_of(text, s)).collect();
        let read = self.passages(&parts.concat());
        let mut read = read.into_iter();
        parts
            .iter()
            .map(|parts| {
                let passages: Vec<_> = read.by_ref().take(parts.len()).collect();
                match passages.as_slice() {
                    [only] => only.clone(),
                    several => {
                        let several: Vec<&Passage> = several.iter().map(|part| &**part).collect();
                        Arc::new(Passage::whole(&several))
                    }
                }
            })
            .collect()
    }

    /// A key point, read once.
    pub(in crate::interview::scoring) fn point(&self, point: &Text) -> Arc<EncodedPoint> {
        if let Some(known) = self.remembered().points.get(point.text()) {
            return known.clone();
        }
        let stories = &self.encoded.background;
        let passage = self.joined(point);
        let found: f32 = stories.iter().map(|story| passage.found_in(story)).sum();
        let in_any_story = found / stories.len().max(1) as f32;
        let read = Arc::new(EncodedPoint {
            passage,
            in_any_story,
            #[cfg(feature = "meaning")]
            claim: self.claim(point.text()),
        });
        self.remembered().points.insert(point.text().to_owned(), read.clone());
        read
    }

    /// What the first layers make of a claim.
    #[cfg(feature = "meaning")]
    fn claim(&self, text: &str) -> Vec<f32> {
        let read = self.passages(&[text.trim()]);
        read.iter().flat_map(|passage| &passage.states).copied().collect()
    }

    /// The sentences of an answer that count, read as a whole, as if it had no others.
    #[cfg(feature = "meaning")]
    pub(in crate::interview::scoring) fn whole(
        &self,
        answer: &Text,
        sentences: &[Arc<Passage>],
        counted: &[bool],
    ) -> Arc<WholeAnswer> {
        let key = (counted.to_vec(), answer.text().to_owned());
        if let Some(known) = self.remembered().wholes.get(&key) {
            return known.clone();
        }
        let counting = sentences.iter().zip(counted).filter(|(_, counted)| **counted);
        let counting: Vec<&Passage> = counting.map(|(passage, _)| &**passage).collect();
        let whole = Arc::new(self.network.whole.whole(&counting));
        let mut read = self.remembered();
        read.make_room(counting.iter().map(|passage| passage.pieces()).sum());
        read.wholes.insert(key, whole.clone());
        whole
    }

    #[cfg(not(feature = "meaning"))]
    pub(in crate::interview::scoring) fn whole(
        &self,
        _: &Text,
        _: &[Arc<Passage>],
        counted: &[bool],
    ) -> Arc<WholeAnswer> {
        let counting = counted.iter().filter(|counted| **counted).count();
        let nothing = [1.0 / PARTS as f32; PARTS];
        Arc::new(WholeAnswer { parts: vec![nothing; counting] })
    }

    /// What an answer says of each key point.
    #[cfg(feature = "meaning")]
    pub(in crate::interview::scoring) fn claims(
        &self,
        points: &[Arc<EncodedPoint>],
        answer: &WholeAnswer,
    ) -> Vec<ClaimReading> {
        let claims: Vec<&[f32]> = points.iter().map(|point| point.claim.as_slice()).collect();
        self.network.claims.claims(&claims, answer)
    }

    #[cfg(not(feature = "meaning"))]
    pub(in crate::interview::scoring) fn claims(
        &self,
        points: &[Arc<EncodedPoint>],
        _: &WholeAnswer,
    ) -> Vec<ClaimReading> {
        vec![ClaimReading::default(); points.len()]
    }

    /// How likely an answer tells what a question asks for, from 0 to 1; nothing where that cannot be said.
    #[cfg(feature = "meaning")]
    pub(in crate::interview::scoring) fn answers(
        &self,
        question: &Text,
        answer: &WholeAnswer,
    ) -> Option<f32> {
        self.network.questions.answers(&self.claim(question.text()), answer)
    }

    #[cfg(not(feature = "meaning"))]
    pub(in crate::interview::scoring) fn answers(&self, _: &Text, _: &WholeAnswer) -> Option<f32> {
        None
    }

    /// What a text means, as one passage.
    fn joined(&self, text: &Text) -> Passage {
        Passage::joined(self.sentences(text).iter().map(|sentence| &**sentence))
    }

    /// What passages mean, each read at most once while it is remembered.
    fn passages(&self, texts: &[&str]) -> Vec<Arc<Passage>> {
        let known: Vec<_> = {
            let read = self.remembered();
            texts.iter().map(|text| read.passages.get(*text).cloned()).collect()
        };
        let mut unknown: Vec<&str> = Vec::new();
        for (text, _) in texts.iter().zip(&known).filter(|(_, known)| known.is_none()) {
            if !unknown.contains(text) {
                unknown.push(text);
            }
        }
        let mut new = BTreeMap::new();
        for batch in unknown.chunks(BATCH) {
            new.extend(batch.iter().copied().zip(self.encode(batch).into_iter().map(Arc::new)));
        }
        if !new.is_empty() {
            let mut read = self.remembered();
            let pieces: usize = new.values().map(|passage| passage.weights.len()).sum();
            read.make_room(pieces);
            read.passages.extend(new.iter().map(|(text, it)| ((*text).to_owned(), it.clone())));
        }
        let found = texts.iter().zip(known);
        found
            .map(|(text, known)| known.or_else(|| new.get(text).cloned()).unwrap_or_default())
            .collect()
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, RememberedReadings> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(feature = "meaning")]
    fn encode(&self, texts: &[&str]) -> Vec<Passage> {
        let pieces: Vec<_> = texts.iter().map(|text| self.network.pieces.of(text)).collect();
        let ids: Vec<Vec<u32>> =
            pieces.iter().map(|pieces| pieces.iter().map(|piece| piece.id).collect()).collect();
        let states = self.network.bert.states(&ids);
        let last = &states[bert::LAYERS];
        let mut at = 0;
        pieces
            .iter()
            .map(|pieces| {
                let mut passage = Passage::default();
                // What is empty between its two marks points nowhere.
                let empty = pieces.len() <= 2;
                let mut sum = vec![0.0; if empty { 0 } else { bert::WIDTH }];
                let rows = at..at + pieces.len();
                at = rows.end;
                let read = ndarray::Slice::from(rows.clone());
                let first = states[whole::FIRST].slice_axis(ndarray::Axis(0), read);
                passage.states = first.iter().copied().collect();
                for (piece, row) in pieces.iter().zip(rows) {
                    let row = last.row(row);
                    sum.iter_mut().zip(&row).for_each(|(sum, x)| *sum += x);
                    if piece.weight > 0.0 {
                        let length = row.dot(&row).sqrt().max(f32::MIN_POSITIVE);
                        passage.directions.extend(row.iter().map(|x| x / length));
                        passage.weights.push(piece.weight);
                    }
                }
                passage.whole = Arc::new(Embedding::mean([(&Embedding(sum), 1.0)]));
                passage
            })
            .collect()
    }

    #[cfg(not(feature = "meaning"))]
    fn encode(&self, texts: &[&str]) -> Vec<Passage> {
        vec![Passage::default(); texts.len()]
    }
}

/// The parts of a sentence that the encoder can read at once.
fn parts_of(text: &Text, sentence: usize) -> Vec<&str> {
    let span = text.sentences()[sentence].span;
    let words = text.words_of(sentence);
    let said = span.of(text.text());
    if words.len() <= WORDS_AT_ONCE && said.len() <= BYTES_AT_ONCE {
        return vec![said];
    }
    let parts = words.chunks(WORDS_AT_ONCE).map(|part| {
        let first = part.first().map_or(span.start, |w| w.span.start);
        let end = part.last().map_or(span.end, |w| w.span.end);
        let said = Span { start: first, end }.of(text.text());
        &said[..said.floor_char_boundary(BYTES_AT_ONCE)]
    });
    parts.collect()
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
    fn a_sentence_means_the_same_whatever_is_read_with_it() {
        let read = |text: &str| {
            let meaning = Encoder::load().expect("the encoder that ships with the game loads");
            meaning.sentences(&Text::read(text))
        };
        let alone = read("We shipped it.");
        let beside = read("I asked the team. We shipped it. It went out in May, a week late.");
        assert_eq!(alone[0], beside[1]);
    }

    #[test]
    fn a_passage_read_again_is_the_same() {
        assert_eq!(near("We shipped it.", "It went out."), near("We shipped it.", "It went out."));
    }
}
