//! Key points as they are looked for: bags of weighted words and figures.
//!
//! Figures weigh most, words peculiar to this story next, everyday words little, words of the question least.

use std::collections::{BTreeMap, BTreeSet};

use crate::interview::{
    scoring::closeness::{
        match_features::Sketch,
        reference::{Model, ReadKeyPoint, Reference},
        word_similarity::WordKey,
    },
    star::Role,
    text::{
        Figure, Text, Unit,
        content::{carries_content, content_words},
        lexicon,
    },
};

/// What the second of two neighbouring sentences is worth.
const NEIGHBOUR: f32 = 0.92;
/// A key point with so many stems of its own weighs fully; with fewer it weighs less, down to the least.
const FULL: f32 = 8.0;
/// What a key point weighs at least.
const LEAST: f32 = 0.2;
/// What the parts of an answer weigh: the result most of all, the situation least.
const ROLE_WEIGHTS: [f32; 4] = [0.8, 1.0, 1.0, 1.3];

/// A key point prepared for comparison.
#[derive(Clone, Debug)]
pub struct Target {
    pub terms: Vec<Term>,
    pub weight: f32,
    pub role: Role,
    pub sketch: Sketch,
}

#[derive(Clone, Debug)]
pub struct Term {
    pub kin: WordKey,
    pub weight: f32,
    pub figure: Option<Figure>,
}

/// How many of a scenario's references have a stem.
#[derive(Clone, Debug, Default)]
pub struct DocumentFrequency {
    references: usize,
    by_stem: BTreeMap<String, usize>,
}

impl DocumentFrequency {
    /// Counts over all references of a scenario.
    pub fn over(references: &[Reference]) -> Self {
        let mut by_stem = BTreeMap::new();
        for model in references.iter().map(|reference| &reference.models()[0]) {
            for stem in &model.stems {
                *by_stem.entry(stem.clone()).or_insert(0) += 1;
            }
        }
        Self { references: references.len(), by_stem }
    }

    /// What a word weighs by how peculiar it is to one reference, from 0.6 to 1.
    fn weight(&self, stem: &str) -> f32 {
        let with = self.by_stem.get(stem).copied().unwrap_or(0);
        if self.references < 4 || with <= 1 {
            1.0
        } else if with * 4 <= self.references {
            0.8
        } else {
            0.6
        }
    }
}

/// Prepares the key points of a model answer.
pub fn of(model: &Model, question: &Text, spread: &DocumentFrequency) -> Vec<Target> {
    let stems = |point: &ReadKeyPoint| -> BTreeSet<String> {
        content_words(&point.read).map(|word| word.stem.clone()).collect()
    };
    let mut shared: BTreeMap<String, f32> = BTreeMap::new();
    for stem in model.key_points.iter().flat_map(stems) {
        *shared.entry(stem).or_insert(0.0) += 1.0;
    }
    let points = model.key_points.iter();
    points
        .map(|point| {
            // A stem that several key points share is in part each one's own.
            let own: f32 = stems(point).iter().map(|stem| 1.0 / shared[stem]).sum();
            let weight = ROLE_WEIGHTS[point.role as usize] * (own / FULL).clamp(LEAST, 1.0);
            let sketch = Sketch::of(point.read.words());
            let terms = terms(point, question, spread);
            Target { terms, weight, role: point.role, sketch }
        })
        .collect()
}

/// The words and figures of a key point with their weights.
fn terms(point: &ReadKeyPoint, question: &Text, spread: &DocumentFrequency) -> Vec<Term> {
    let asked: Vec<WordKey> =
        question.words().iter().filter(|w| carries_content(w)).map(WordKey::of).collect();
    let read = &point.read;
    let mut terms: Vec<Term> = Vec::new();
    let mut in_figure = 0;
    for word in read.words() {
        let figure = read.figures().iter().find(|figure| {
            figure.span.start <= word.span.start && word.span.end <= figure.span.end
        });
        if let Some(figure) = figure {
            if in_figure <= figure.span.start {
                let weight = if matches!(figure.unit, Unit::Time | Unit::Date) { 0.8 } else { 1.1 };
                terms.push(Term { kin: WordKey::of(word), weight, figure: Some(figure.clone()) });
                in_figure = figure.span.start + 1;
            }
            continue;
        }
        if !carries_content(word)
            || terms.iter().any(|t| t.figure.is_none() && t.kin.stem() == word.stem)
        {
            continue;
        }
        let kin = WordKey::of(word);
        let mut weight = spread.weight(&word.stem);
        if lexicon::COMMON_WORDS.contains(word.lower.as_str()) {
            weight *= 0.5;
        }
        if asked.iter().any(|a| a.same(&kin)) {
            weight *= 0.4;
        }
        terms.push(Term { kin, weight, figure: None });
    }
    if terms.is_empty() {
        terms.extend(read.words().iter().map(|w| Term {
            kin: WordKey::of(w),
            weight: 0.2,
            figure: None,
        }));
    }
    terms
}

impl Target {
    /// The weight of what two neighbouring sentences have, or one.
    pub fn cover(&self, row: &[f32], next: Option<&Vec<f32>>) -> f32 {
        self.terms
            .iter()
            .enumerate()
            .map(|(t, term)| row[t].max(next.map_or(0.0, |n| n[t] * NEIGHBOUR)) * term.weight)
            .sum()
    }
}
