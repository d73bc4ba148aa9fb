//! What is compared between a key point and an answer, as numbers a regression can weigh.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{closeness::encoder::Embedding, numbers::Numbers},
    text::{Word, content::carries_content},
};

/// How many traits there are.
const COUNT: usize = 11;

/// A key point beside an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MatchFeatures(pub [f32; COUNT]);

impl MatchFeatures {
    /// Those of the key point's own words.
    pub(in crate::interview::scoring) const WHOLLY: Self = Self([1.0; COUNT]);

    /// The larger of both, for each.
    pub(in crate::interview::scoring) fn max(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine = mine.max(theirs);
        }
        self
    }
}

/// One thing that is compared. The more there is of it the better, so that its slopes are never below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trait {
    /// Its name in the file of fitted numbers.
    pub id: &'static str,
    /// Its place in [`MatchFeatures`].
    pub index: usize,
    /// Whether it takes the sentence encoder.
    pub by_meaning: bool,
}

impl Trait {
    /// Where one stretch ends and the next begins; each stretch has a slope of its own.
    pub fn knots(&self) -> &'static [f64] {
        Numbers::shipped().comparing.knots.at.get(self.id).map_or(&[], Vec::as_slice)
    }
}

macro_rules! table {
    ($($index:literal $id:literal $by_meaning:literal;)*) => {
        [$(Trait { id: $id, index: $index, by_meaning: $by_meaning },)*]
    };
}

/// All of them, in the order of [`MatchFeatures`].
pub const TRAITS: [Trait; COUNT] = table![
    0 "place" false;
    1 "anywhere" false;
    2 "pairs" false;
    3 "stems" false;
    4 "letters" false;
    5 "of-point" false;
    6 "fullness" false;
    7 "meaning" true;
    8 "beyond-question" true;
    9 "pieces" true;
    10 "claim" true;
];

/// A text as its comparison needs it.
#[derive(Clone, Debug)]
pub(in crate::interview::scoring) struct Sketch {
    stems: BTreeSet<String>,
    /// Sorted, each once.
    letters: Vec<[char; 3]>,
    words: usize,
}

impl Sketch {
    /// The stems that carry content, and the runs of three letters, of some words.
    pub(in crate::interview::scoring) fn of<'a>(words: impl IntoIterator<Item = &'a Word>) -> Self {
        let mut sketch = Self { stems: BTreeSet::new(), letters: Vec::new(), words: 0 };
        for word in words {
            sketch.words += 1;
            if carries_content(word) {
                sketch.stems.insert(word.stem.clone());
            }
            let letters: Vec<char> =
                std::iter::once(' ').chain(word.lower.chars()).chain([' ']).collect();
            sketch.letters.extend(letters.windows(3).map(|run| [run[0], run[1], run[2]]));
        }
        sketch.letters.sort_unstable();
        sketch.letters.dedup();
        sketch
    }

    /// The share of its content that another text has; 0 where there is none.
    pub(in crate::interview::scoring) fn stems_in(&self, other: &Self) -> f32 {
        share(self.stems.iter().filter(|s| other.stems.contains(*s)).count(), self.stems.len())
    }

    fn stems_in_without(&self, other: &Self, without: &Self) -> f32 {
        let asked: Vec<_> = self.stems.iter().filter(|s| !without.stems.contains(*s)).collect();
        if asked.is_empty() {
            return self.stems_in(other);
        }
        share(asked.iter().filter(|s| other.stems.contains(**s)).count(), asked.len())
    }

    fn letters_f(&self, other: &Self) -> f32 {
        let both = in_both(&self.letters, &other.letters);
        // Recall counts twice, as in chrF with β = 2 (Popović 2015, 2016).
        let (recall, precision) =
            (share(both, self.letters.len()), share(both, other.letters.len()));
        let under = 4.0 * precision + recall;
        if under > 0.0 { 5.0 * precision * recall / under } else { 0.0 }
    }
}

/// How many entries two sorted lists have in common.
fn in_both<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        i += usize::from(x <= y);
        j += usize::from(y <= x);
        both += usize::from(x == y);
    }
    both
}

fn share(part: usize, all: usize) -> f32 {
    if all > 0 { part as f32 / all as f32 } else { 0.0 }
}

/// The pairs of neighbours in an answer, wherever they stand.
pub(in crate::interview::scoring) struct Pairs<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Pairs<'a> {
    /// Those of some sentences.
    pub(in crate::interview::scoring) fn of(
        sentences: impl IntoIterator<Item = &'a [Word]>,
    ) -> Self {
        Self(sentences.into_iter().flat_map(pairs).collect())
    }

    /// The share of the pairs in other words that are among them.
    pub(in crate::interview::scoring) fn share(&self, words: &[Word]) -> f32 {
        share(pairs(words).filter(|pair| self.0.contains(pair)).count(), pairs(words).count())
    }
}

/// Every word with the next one.
fn pairs(words: &[Word]) -> impl Iterator<Item = (&str, &str)> {
    words.windows(2).map(|pair| (pair[0].lower.as_str(), pair[1].lower.as_str()))
}

/// What is compared by words: a key point and a stretch of the answer, beside the question.
pub(in crate::interview::scoring) struct SketchComparison<'a> {
    pub(in crate::interview::scoring) point: &'a Sketch,
    pub(in crate::interview::scoring) place: &'a Sketch,
    pub(in crate::interview::scoring) question: &'a Sketch,
}

impl SketchComparison<'_> {
    /// Sets the traits that need no terms and no figures.
    pub(in crate::interview::scoring) fn compare(&self, traits: &mut MatchFeatures) {
        traits.0[3] = self.point.stems_in_without(self.place, self.question);
        traits.0[4] = self.point.letters_f(self.place);
        traits.0[5] = self.place.stems_in(self.point);
        // Shorter than the key point is too short; to be longer gains nothing.
        traits.0[6] = (self.place.words as f32 / self.point.words.max(1) as f32).min(1.0);
    }
}

/// What is compared by meaning.
pub(in crate::interview::scoring) struct Meanings<'a> {
    pub(in crate::interview::scoring) point: &'a Embedding,
    pub(in crate::interview::scoring) place: &'a Embedding,
    pub(in crate::interview::scoring) question: &'a Embedding,
}

impl Meanings<'_> {
    /// Sets the traits that take the encoder.
    pub(in crate::interview::scoring) fn compare(&self, traits: &mut MatchFeatures) {
        traits.0[7] = self.place.cosine(self.point);
        traits.0[8] = self.place.cosine_beyond(self.point, self.question);
    }
}
