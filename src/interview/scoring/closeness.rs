//! How far an answer says the key points of a model answer.
//!
//! A key point is a bag of weighted words and figures. It is looked for in every sentence of the answer and every pair
//! of neighbours, because people split and join sentences when they retell; the best place counts.

use crate::interview::{
    answer::{Answer, Figure, Span},
    scoring::{
        assessment::Coverage,
        kinship::Kin,
        polarity,
        reference::{KeyPoint, Model, carries_content},
        targets::Target,
    },
};

/// A key point is said from here on.
const HIT: f32 = 0.6;
/// A key point is partly said from here on.
const PARTLY: f32 = 0.3;
/// The share of the weight that the best place has, against what stands anywhere in the answer.
const PLACE: f32 = 0.85;
/// Retelling keeps about half of the words: how far a share of the weight (left) says a key point (right).
const CURVE: [(f32, f32); 7] =
    [(0.0, 0.0), (0.15, 0.03), (0.28, 0.28), (0.4, 0.58), (0.55, 0.82), (0.8, 0.96), (1.0, 1.0)];
/// A figure is another one only where so many words around it are the model's.
const AROUND: usize = 4;

/// What was found for one key point.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) score: f32,
    pub(super) coverage: Coverage,
    /// The sentence where it is said best.
    pub(super) sentence: Option<usize>,
    /// Figures of the key point that the place lacks, as indices.
    pub(super) missing: Vec<Span>,
    /// Figures that the place has instead: of the key point, of the answer.
    pub(super) changed: Vec<(Span, Span)>,
    /// The word that turns the key point round.
    pub(super) reversed: Option<Span>,
}

/// What the answer says of a model answer.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) found: Vec<Found>,
    /// For each sentence of the answer, how far it says any key point, from 0 to 1.
    pub(super) aligned: Vec<f32>,
    /// The mean of the key points by weight, from 0 to 1.
    pub(super) closeness: f32,
}

/// Compares an answer with key points; only sentences that `counts` marks are looked at.
pub(super) fn read(answer: &Answer, model: &Model, targets: &[Target], counts: &[bool]) -> Reading {
    let kin: Vec<Kin> = answer.words().iter().map(Kin::of).collect();
    let sentences = answer.sentences().len();
    let mut aligned = vec![0.0_f32; sentences];
    let mut found = Vec::with_capacity(targets.len());
    for (point, target) in model.key_points.iter().zip(targets) {
        let strengths = strengths(answer, &kin, target, counts);
        let total: f32 = target.terms.iter().map(|t| t.weight).sum();
        let mut best = (0.0_f32, None);
        for s in 0..sentences {
            let alone = target.cover(&strengths[s], None) / total;
            aligned[s] = aligned[s].max(alone);
            let next = strengths.get(s + 1);
            let place = alone.max(target.cover(&strengths[s], next) / total);
            if place > best.0 + 1e-6 {
                let ahead = next.map_or(0.0, |n| target.cover(n, None) / total);
                best = (place, Some(if ahead > alone { s + 1 } else { s }));
            }
        }
        let anywhere = (0..target.terms.len())
            .map(|t| {
                let best = strengths.iter().map(|row| row[t]).fold(0.0, f32::max);
                best * target.terms[t].weight
            })
            .sum::<f32>()
            / total;
        let score = curve(PLACE * best.0 + (1.0 - PLACE) * anywhere);
        found.push(judge(answer, point, score, best.1, counts, model.answer.figures()));
    }
    let scores: Vec<f32> = found.iter().map(|f| f.score).collect();
    Reading { found, aligned, closeness: mean(&scores, targets) }
}

/// The mean of key points' scores by their weight, from 0 to 1.
pub(super) fn mean(scores: &[f32], targets: &[Target]) -> f32 {
    let weights: f32 = targets.iter().map(|t| t.weight).sum();
    let said: f32 = scores.iter().zip(targets).map(|(score, t)| score * t.weight).sum();
    if weights > 0.0 { said / weights } else { 0.0 }
}

/// For each sentence, how far it has each term.
fn strengths(answer: &Answer, kin: &[Kin], target: &Target, counts: &[bool]) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0_f32; target.terms.len()]; answer.sentences().len()];
    for (t, term) in target.terms.iter().enumerate() {
        if let Some(wanted) = &term.figure {
            for figure in answer.figures() {
                let s = answer.words()[figure.word].sentence;
                if counts[s] && figure.agrees(wanted) {
                    rows[s][t] = 1.0;
                }
            }
            continue;
        }
        for (word, kin) in answer.words().iter().zip(kin) {
            let cell = &mut rows[word.sentence][t];
            if *cell < 1.0 && counts[word.sentence] {
                *cell = cell.max(kin.with(&term.kin));
            }
        }
    }
    rows
}

/// Looks at the best place more closely: figures that are missing or changed, and whether the claim is turned round.
fn judge(
    answer: &Answer,
    point: &KeyPoint,
    mut score: f32,
    sentence: Option<usize>,
    counts: &[bool],
    known: &[Figure],
) -> Found {
    let mut missing = Vec::new();
    let mut changed = Vec::new();
    let mut reversed = None;
    if let Some(s) = sentence.filter(|_| score >= PARTLY) {
        let near: Vec<&Figure> = (s.saturating_sub(1)..=s + 1)
            .filter(|n| *n < answer.sentences().len() && counts[*n])
            .flat_map(|n| answer.figures_of(n))
            .collect();
        for wanted in point.read.figures() {
            if near.iter().any(|figure| figure.agrees(wanted)) {
                continue;
            }
            match answer.figures_of(s).find(|said| replaces(answer, said, point, wanted, known)) {
                Some(said) if score >= HIT => changed.push((wanted.span, said.span)),
                _ => missing.push(wanted.span),
            }
        }
        if !changed.is_empty() {
            score = (score * 0.75).max(HIT);
        }
        if score >= HIT {
            reversed = polarity::reversal(&point.read, answer, s);
        }
        if reversed.is_some() {
            score *= 0.15;
        }
    }
    let coverage = if score >= HIT && changed.is_empty() {
        Coverage::Hit
    } else if score >= PARTLY {
        Coverage::Partly
    } else {
        Coverage::Missed
    };
    Found { score, coverage, sentence, missing, changed, reversed }
}

/// Whether a figure of the answer stands where a key point has another: it counts the same, is nowhere in the model answer,
/// and has one of the same words around it.
fn replaces(
    answer: &Answer,
    said: &Figure,
    point: &KeyPoint,
    wanted: &Figure,
    known: &[Figure],
) -> bool {
    if !said.comparable(wanted) || known.iter().any(|figure| figure.agrees(said)) {
        return false;
    }
    let around = |text: &Answer, word: usize| -> Vec<Kin> {
        let words =
            &text.words()[word.saturating_sub(AROUND)..text.words().len().min(word + AROUND + 1)];
        words.iter().filter(|w| carries_content(w)).map(Kin::of).collect()
    };
    let theirs = around(&point.read, wanted.word);
    around(answer, said.word).iter().any(|kin| theirs.iter().any(|other| other.with(kin) > 0.0))
}

fn curve(x: f32) -> f32 {
    for pair in CURVE.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if x <= x1 {
            return y0 + (y1 - y0) * ((x - x0) / (x1 - x0));
        }
    }
    1.0
}
