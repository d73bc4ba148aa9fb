//! Key points as they are looked for: bags of weighted words and figures.
//!
//! Figures weigh most, words peculiar to this story next, everyday words little, words of the question least.

use std::collections::{BTreeMap, BTreeSet};

use crate::interview::{
    scoring::{
        closeness::{
            match_features::Sketch,
            reference::{Model, ReadKeyPoint, Reference},
            word_similarity::WordKey,
        },
        numbers::{Numbers, TermWeights},
    },
    star::Role,
    text::{
        Figure, Text, Unit,
        content::{carries_content, content_words},
        lexicon,
    },
};

fn weights() -> &'static TermWeights {
    &Numbers::shipped().comparing.weights
}

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

    /// What a word weighs by how peculiar it is to one reference.
    fn weight(&self, stem: &str) -> f32 {
        let with = self.by_stem.get(stem).copied().unwrap_or(0);
        if self.references < weights().references || with <= 1 {
            1.0
        } else if with * 4 <= self.references {
            weights().shared
        } else {
            weights().widespread
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
            let weight = weights().parts[point.role as usize]
                * (own / weights().full).max(weights().least).min(1.0);
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
    let (of_time, other) = weights().figures;
    for word in read.words() {
        let figure = read.figures().iter().find(|figure| figure.span.holds(word.span));
        if let Some(figure) = figure {
            if in_figure <= figure.span.start {
                let weight =
                    if matches!(figure.unit, Unit::Time | Unit::Date) { of_time } else { other };
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
            weight *= weights().everyday;
        }
        if asked.iter().any(|a| a.same(&kin)) {
            weight *= weights().asked;
        }
        terms.push(Term { kin, weight, figure: None });
    }
    if terms.is_empty() {
        terms.extend(read.words().iter().map(|w| Term {
            kin: WordKey::of(w),
            weight: weights().only,
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
            .map(|(t, term)| {
                row[t].max(next.map_or(0.0, |n| n[t] * weights().neighbour)) * term.weight
            })
            .sum()
    }
}
