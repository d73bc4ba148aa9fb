//! An answer read as a whole: every sentence beside all others, and what each of them does.
//!
//! The encoder reads sentence by sentence. Whether a sentence tells what came of a story, or turns round what another said, is
//! seen only beside the others. So what the encoder's first layers made of each sentence goes through layers of its own in which
//! every piece sees the whole answer. They are trained on stories whose sentences are labelled, on claims told and turned round, and
//! on which questions a story answers, all at once: `examples/reader`.

use std::ops::Range;

use ndarray::{Array1, Array2, Axis, Slice};

use crate::interview::scoring::closeness::encoder::{
    bert::{EncoderLayer, LAYERS, WIDTH, attend},
    linear::Product,
    passage::{Passage, WholeAnswer},
    weighing::Weighing,
    weights::PackedWeights,
};

/// So many of the encoder's layers read a sentence, or a claim, before these.
pub(super) const FIRST: usize = 3;
/// A long answer is read in blocks of so many sentences at most,
const SENTENCES: usize = 24;
/// and of about so many pieces, so that the time grows as the answer does.
const PIECES: usize = 640;

/// The layers that read an answer as a whole.
pub(super) struct WholeReader {
    layers: Vec<EncoderLayer>,
    /// What the place of a sentence adds to its pieces.
    place: Array2<f32>,
    parts: Weighing,
}

impl WholeReader {
    /// Unpacks the weights.
    pub(super) fn read(weights: &PackedWeights) -> Result<Self, String> {
        let product = Product::new();
        let layers = (FIRST..LAYERS)
            .map(|layer| EncoderLayer::read(&product, weights, &format!("tower.layer.{layer}")));
        Ok(Self {
            layers: layers.collect::<Result<_, _>>()?,
            place: weights.matrix("place.weight")?,
            parts: Weighing::read(weights, "part_hidden", "part_out")?,
        })
    }

    /// Reads an answer that has these sentences and no others.
    pub(super) fn whole(&self, sentences: &[&Passage]) -> WholeAnswer {
        let mut whole = WholeAnswer::default();
        whole.depths.resize(self.layers.len(), Array2::zeros((0, WIDTH)));
        for block in blocks(sentences) {
            let lengths: Vec<usize> =
                sentences[block.clone()].iter().map(|passage| passage.pieces()).collect();
            let mut states = self.placed(sentences, block);
            let product = Product::new();
            let pieces = [states.nrows()];
            for (layer, depth) in self.layers.iter().zip(&mut whole.depths) {
                let attended = attend(&layer.asked(&product, &states), &pieces, None);
                states = layer.of(&product, &states, &attended);
                // Rows of the same width always join.
                let joined = depth.append(Axis(0), states.view());
                debug_assert!(joined.is_ok(), "{joined:?}");
            }
            let mut at = 0;
            for length in lengths {
                let rows = states.slice_axis(Axis(0), Slice::from(at..at + length));
                at += length;
                let mean = rows.mean_axis(Axis(0)).unwrap_or_else(|| Array1::zeros(WIDTH));
                whole.parts.push(self.parts.shares(&mean));
                whole.means.push(mean);
            }
        }
        whole
    }

    /// The pieces of some of the sentences, each with its sentence's place among all.
    fn placed(&self, sentences: &[&Passage], block: Range<usize>) -> Array2<f32> {
        let last = sentences.len().saturating_sub(1);
        let yes = |is: bool| f32::from(u8::from(is));
        let pieces = sentences[block.clone()].iter().map(|passage| passage.pieces()).sum();
        let mut states = Array2::zeros((pieces, WIDTH));
        let mut rows = states.rows_mut().into_iter();
        for (passage, at) in sentences[block.clone()].iter().zip(block) {
            let share = at as f32 / last.max(1) as f32;
            let place = [share, yes(at == 0), yes(at == last), share * share];
            let adds = self.place.dot(&Array1::from_iter(place));
            for (piece, mut row) in passage.states.chunks_exact(WIDTH).zip(rows.by_ref()) {
                row.iter_mut().zip(piece).zip(&adds).for_each(|((to, x), adds)| *to = x + adds);
            }
        }
        states
    }
}

/// What of the sentences is read together.
fn blocks(sentences: &[&Passage]) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut pieces = 0;
    for (at, passage) in sentences.iter().enumerate() {
        pieces += passage.pieces();
        match blocks.last_mut() {
            Some(block) if block.len() < SENTENCES && pieces <= PIECES => block.end = at + 1,
            _ => {
                blocks.push(at..at + 1);
                pieces = passage.pieces();
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use crate::interview::{
        scoring::closeness::encoder::{Encoder, passage::PARTS},
        star::Role,
        text::Text,
    };

    fn parts(answer: &str) -> Vec<[f32; PARTS]> {
        let encoder = Encoder::load().expect("the encoder that ships with the game loads");
        let answer = Text::read(answer);
        let sentences = encoder.sentences(&answer);
        encoder.whole(&answer, &sentences, &vec![true; sentences.len()]).parts.clone()
    }

    #[test]
    fn what_came_of_a_story_is_told_from_what_was_done() {
        let story = "Last winter the boiler of our school failed in the coldest week. I rang three firms and borrowed \
                     heaters from the church hall.";
        let result = Role::Result as usize;
        let with = parts(&format!(
            "{story} No child had to go home, and the boiler was mended by Friday."
        ));
        assert!(with[2][result] > 0.5 && with[1][result] < 0.3, "{with:?}");
        let without = parts(story);
        assert!(without.iter().all(|parts| parts[result] < 0.3), "{without:?}");
    }

    #[test]
    fn an_answer_of_any_length_is_read() {
        assert!(parts("").is_empty());
        let long = "I asked the team, and we moved the beds by hand. ".repeat(100);
        assert_eq!(parts(&long).len(), 100);
    }
}
