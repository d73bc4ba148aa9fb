//! What is compared between a key point and an answer, as numbers a regression can weigh.

use std::collections::BTreeSet;

use crate::interview::{
    answer::{Answer, Word},
    scoring::{meaning::Vector, reference::carries_content},
};

/// How many traits there are.
const COUNT: usize = 12;

/// A key point beside an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Traits(pub [f32; COUNT]);

/// One thing that is compared. The more there is of it the better, so that its slopes are never below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trait {
    /// Its name in the file of fitted numbers.
    pub id: &'static str,
    /// Its place in [`Traits`].
    pub index: usize,
    /// Where one stretch ends and the next begins; each stretch has a slope of its own.
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
    4 "letters-of-model" [0.35, 0.65], false;
    5 "of-model" [0.3, 0.7], false;
    6 "fullness" [0.5], false;
    7 "only-model" [], false;
    8 "nearest" [0.4, 0.7], true;
    9 "whole" [0.4, 0.7], true;
    10 "model" [0.4, 0.7], true;
    11 "beyond-question" [0.25, 0.5], true;
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
    /// How many model answers the question has.
    pub(super) alternatives: usize,
}

impl Words<'_> {
    /// The traits that need no places and no figures.
    pub(super) fn compare(&self, traits: &mut Traits) {
        let t = &mut traits.0;
        t[2] = self.point.stems_in_without(self.answer, self.question);
        t[3] = self.point.letters_f(self.answer);
        t[4] = self.model.letters_f(self.answer);
        t[5] = self.answer.stems_in(self.model);
        // Shorter than the model is too short; to be longer gains nothing.
        t[6] = (self.answer.words as f32 / self.model.words.max(1) as f32).min(1.0);
        // Where alternatives are given, one of them is close to any right answer, so that less is forgiven.
        t[7] = 1.0 / self.alternatives.max(1) as f32;
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
        t[11] = self.whole.cosine_beyond(self.model, self.question);
    }
}

/// The words of the sentences that count.
pub(super) fn counted<'a>(
    answer: &'a Answer,
    counts: &'a [bool],
) -> impl Iterator<Item = &'a Word> {
    answer.words().iter().filter(|word| counts[word.sentence])
}
