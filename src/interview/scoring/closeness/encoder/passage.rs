//! What a passage means: the direction of the whole and of each piece in its place, and how near two passages are.

use std::sync::Arc;

#[cfg(feature = "meaning")]
use crate::interview::scoring::closeness::encoder::bert;

/// The direction a text points in; all are of length 1, or 0 where there is nothing to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::interview::scoring) struct Embedding(pub(super) Vec<f32>);

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

/// What an answer says of a claim, as shares of 1; the rest is how likely it does not speak of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::interview::scoring) struct ClaimReading {
    /// It tells it.
    pub(in crate::interview::scoring) told: f32,
    /// It tells clearly less.
    pub(in crate::interview::scoring) in_part: f32,
    /// It says the opposite.
    pub(in crate::interview::scoring) turned: f32,
    /// The sentence that this rests on most.
    pub(in crate::interview::scoring) sentence: Option<usize>,
}

/// What a sentence may do: the four parts of a story, a lesson, a view, a plan, and none of these.
pub(in crate::interview::scoring) const PARTS: usize = 8;
/// The place of the lesson among them.
pub(in crate::interview::scoring) const LESSON: usize = 4;

/// What an answer is as a whole, of which every sentence was read beside all others.
#[derive(Debug, Default)]
pub(in crate::interview::scoring) struct WholeAnswer {
    /// Of every piece, what each layer made of it.
    #[cfg(feature = "meaning")]
    pub(super) depths: Vec<ndarray::Array2<f32>>,
    /// The mean over the pieces of each sentence, behind the last layer.
    #[cfg(feature = "meaning")]
    pub(super) means: Vec<ndarray::Array1<f32>>,
    /// How likely each sentence does each of the parts.
    pub(in crate::interview::scoring) parts: Vec<[f32; PARTS]>,
}

/// What a passage means: as a whole, and piece by piece in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::interview::scoring) struct Passage {
    /// The direction of the whole.
    pub(in crate::interview::scoring) whole: Arc<Embedding>,
    /// The directions of its pieces that count, one behind the other.
    pub(super) directions: Vec<f32>,
    /// How much each of them counts.
    pub(super) weights: Vec<f32>,
    /// What the encoder's first layers made of every piece, its two marks as well.
    pub(super) states: Vec<f32>,
}

impl Passage {
    /// Several passages as one.
    pub(in crate::interview::scoring) fn joined<'a>(
        passages: impl IntoIterator<Item = &'a Self>,
    ) -> Self {
        let mut joined = Self::default();
        let mut wholes = Vec::new();
        for passage in passages {
            joined.directions.extend_from_slice(&passage.directions);
            joined.weights.extend_from_slice(&passage.weights);
            wholes.push((passage.whole.clone(), passage.weights.len() as f32));
        }
        joined.whole = Arc::new(Embedding::mean(wholes.iter().map(|(v, weight)| (&**v, *weight))));
        joined
    }

    /// The parts of one long sentence as one passage, with all that is known of its pieces.
    pub(super) fn whole(parts: &[&Self]) -> Self {
        let mut joined = Self::joined(parts.iter().copied());
        joined.states = parts.iter().flat_map(|part| &part.states).copied().collect();
        joined
    }

    /// Whether it has words that carry content, at least so many.
    pub(in crate::interview::scoring) fn has_content(&self, at_least: usize) -> bool {
        self.weights.iter().filter(|weight| **weight >= 1.0).count() >= at_least
    }

    /// How far what this passage says is found in another, from -1 to 1: each of its pieces beside the one most like it
    /// in its place, as BERTScore's recall has it (Zhang and others 2020, <https://arxiv.org/abs/1904.09675>), words
    /// without content counting little. 0 where either says nothing.
    pub(super) fn found_in(&self, other: &Self) -> f32 {
        self.nearest_in(other).map(|(_, found)| found).sum()
    }

    /// The same for each of the passages that another was joined of, with so many pieces each: what is found nearest there.
    pub(in crate::interview::scoring) fn found_among(
        &self,
        other: &Self,
        lengths: &[usize],
    ) -> Vec<f32> {
        let owners: Vec<usize> =
            lengths.iter().enumerate().flat_map(|(at, length)| vec![at; *length]).collect();
        let mut found = vec![0.0; lengths.len()];
        for (place, near) in self.nearest_in(other) {
            found[owners[place]] += near;
        }
        found
    }

    /// For each piece that counts, the place of the one most like it and what that adds to the whole.
    fn nearest_in(&self, other: &Self) -> impl Iterator<Item = (usize, f32)> {
        let all: f32 = self.weights.iter().sum();
        let nearest = if all <= 0.0 || other.weights.is_empty() {
            Vec::new()
        } else {
            nearest(&self.directions, &other.directions, self.weights.len())
        };
        nearest
            .into_iter()
            .zip(&self.weights)
            .map(move |((at, near), weight)| (at, near * weight / all))
    }

    /// How many pieces it has, those that do not count among them.
    #[cfg(feature = "meaning")]
    pub(super) fn pieces(&self) -> usize {
        self.states.len() / bert::WIDTH
    }

    /// How many pieces count.
    pub(in crate::interview::scoring) fn len(&self) -> usize {
        self.weights.len()
    }
}

/// For each of the `count` directions, which of the others is nearest, and its cosine.
#[cfg(feature = "meaning")]
fn nearest(these: &[f32], others: &[f32], count: usize) -> Vec<(usize, f32)> {
    use ndarray::ArrayView2;

    let rows = |of: &'_ [f32]| of.len() / bert::WIDTH;
    let (Ok(these), Ok(others)) = (
        ArrayView2::from_shape((count, bert::WIDTH), these),
        ArrayView2::from_shape((rows(others), bert::WIDTH), others),
    ) else {
        return vec![(0, 0.0); count];
    };
    let cosines = these.dot(&others.t());
    let nearest = |row: ndarray::ArrayView1<f32>| {
        let places = row.iter().copied().enumerate();
        places.fold((0, f32::MIN), |most, (at, x)| if x > most.1 { (at, x) } else { most })
    };
    cosines.rows().into_iter().map(nearest).collect()
}

#[cfg(not(feature = "meaning"))]
fn nearest(_: &[f32], _: &[f32], count: usize) -> Vec<(usize, f32)> {
    vec![(0, 0.0); count]
}
