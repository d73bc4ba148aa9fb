//! What is compared between a key point and an answer, as numbers a regression can weigh.

use std::collections::BTreeSet;

use crate::interview::{
    answer::{Answer, Word},
    scoring::{meaning::Vector, reference::carries_content},
};

/// How many traits there are.
const COUNT: usize = 18;

/// A key point beside an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Traits(pub [f32; COUNT]);

/// One thing that is compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trait {
    /// Its name in the file of fitted numbers.
    pub id: &'static str,
    /// Its place in [`Traits`].
    pub index: usize,
    /// Where its slope may change.
    pub knots: &'static [f64],
    /// Whether it takes the sentence encoder.
    pub by_meaning: bool,
}

macro_rules! table {
    ($($index:literal $id:literal $knots:expr, $by_meaning:literal;)*) => {
        [$(Trait { id: $id, index: $index, knots: &$knots, by_meaning: $by_meaning },)*]
    };
}

/// All of them, in the order of [`Traits`].
pub const TRAITS: [Trait; COUNT] = table![
    0 "place" [0.25, 0.6], false;
    1 "anywhere" [0.25, 0.6], false;
    2 "stems" [0.3, 0.7], false;
    3 "letters" [0.35, 0.65], false;
    4 "of-model" [0.3, 0.7], false;
    5 "length" [1.0, 2.5], false;
    6 "of-question" [0.5], false;
    7 "asked" [0.5], false;
    8 "nearest" [0.4, 0.7], true;
    9 "whole" [0.4, 0.7], true;
    10 "model" [0.4, 0.7], true;
    11 "question" [0.5], true;
    12 "given" [0.5], true;
    13 "point-length" [1.5, 2.5], false;
    14 "place-of-brief" [], false;
    15 "of-model-of-brief" [], false;
    16 "place-and-nearest" [], true;
    17 "whole-of-brief" [], true;
];

/// A text as its comparison needs it.
#[derive(Clone, Debug)]
pub(super) struct Sketch {
    stems: BTreeSet<String>,
    letters: BTreeSet<[char; 3]>,
    words: usize,
}

impl Sketch {
    /// The stems that carry content, and the runs of three letters, of some words.
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a Word>) -> Self {
        let mut sketch = Self { stems: BTreeSet::new(), letters: BTreeSet::new(), words: 0 };
        for word in words {
            sketch.words += 1;
            if carries_content(word) {
                sketch.stems.insert(word.stem.clone());
            }
            let letters: Vec<char> =
                std::iter::once(' ').chain(word.lower.chars()).chain([' ']).collect();
            sketch.letters.extend(letters.windows(3).map(|run| [run[0], run[1], run[2]]));
        }
        sketch
    }

    /// The share of its content that another text has; 0 where there is none.
    pub(super) fn stems_in(&self, other: &Self) -> f32 {
        share(self.stems.iter().filter(|s| other.stems.contains(*s)).count(), self.stems.len())
    }

    fn stems_in_without(&self, other: &Self, without: &Self) -> f32 {
        let asked: Vec<_> = self.stems.iter().filter(|s| !without.stems.contains(*s)).collect();
        share(asked.iter().filter(|s| other.stems.contains(**s)).count(), asked.len())
    }

    fn letters_f(&self, other: &Self) -> f32 {
        let both = self.letters.intersection(&other.letters).count();
        // Recall counts twice, as in chrF with β = 2 (Popović 2015, 2016).
        let (recall, precision) =
            (share(both, self.letters.len()), share(both, other.letters.len()));
        let under = 4.0 * precision + recall;
        if under > 0.0 { 5.0 * precision * recall / under } else { 0.0 }
    }
}

fn share(part: usize, all: usize) -> f32 {
    if all > 0 { part as f32 / all as f32 } else { 0.0 }
}

/// What is compared by words: a key point, the answer, the question and the whole model answer.
pub(super) struct Words<'a> {
    pub(super) point: &'a Sketch,
    pub(super) answer: &'a Sketch,
    pub(super) question: &'a Sketch,
    pub(super) model: &'a Sketch,
}

impl Words<'_> {
    /// The traits that need no places and no figures.
    pub(super) fn compare(&self, traits: &mut Traits) {
        let t = &mut traits.0;
        t[2] = self.point.stems_in_without(self.answer, self.question);
        t[3] = self.point.letters_f(self.answer);
        t[4] = self.answer.stems_in(self.model);
        t[5] = ((1.0 + self.answer.words as f32) / (1.0 + self.point.words as f32)).ln().max(-1.0)
            + 1.0;
        t[6] = self.answer.stems_in(self.question);
        t[7] = self.point.stems_in(self.question);
        t[13] = (1.0 + self.point.words as f32).ln();
        // A brief key point, as a term asked for, is said in another way than a long one is.
        let brief = (2.0 - t[13]).max(0.0);
        t[14] = brief * t[0];
        t[15] = brief * t[4];
    }
}

/// What is compared by meaning.
pub(super) struct Meanings<'a> {
    pub(super) point: &'a Vector,
    pub(super) whole: &'a Vector,
    pub(super) model: &'a Vector,
    pub(super) question: &'a Vector,
    /// How near the nearest place in the answer is.
    pub(super) nearest: f32,
}

impl Meanings<'_> {
    /// The traits that take the encoder.
    pub(super) fn compare(&self, traits: &mut Traits) {
        let t = &mut traits.0;
        t[8] = self.nearest;
        t[9] = self.whole.cosine(self.point);
        t[10] = self.whole.cosine(self.model);
        t[11] = self.whole.cosine(self.question);
        t[12] = self.point.cosine(self.question);
        t[16] = t[0] * self.nearest;
        t[17] = (2.0 - t[13]).max(0.0) * t[9];
    }
}

/// The words of the sentences that count.
pub(super) fn counted<'a>(
    answer: &'a Answer,
    counts: &'a [bool],
) -> impl Iterator<Item = &'a Word> {
    answer.words().iter().filter(|word| counts[word.sentence])
}
