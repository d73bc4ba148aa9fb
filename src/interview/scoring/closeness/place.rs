//! The place where a key point is said best, looked at more closely.

use crate::interview::{
    scoring::{
        assessment::Coverage,
        closeness::{
            Found, changed, encoder::ClaimReading, gates, match_features::MatchFeatures, points,
            polarity, reference::ReadKeyPoint,
        },
    },
    text::{Figure, Text, Unit, Word},
};

/// "Eighty-five grand, where we normally get sixty".
const THOUSAND: f64 = 1000.0;

/// Looks at the best place more closely: figures that are missing or changed, and whether the claim is turned round.
pub(super) fn judge(
    answer: &Text,
    point: &ReadKeyPoint,
    traits: MatchFeatures,
    mut score: f32,
    sentence: Option<usize>,
    counted: &[bool],
    known: &[Figure],
) -> Found {
    if answer.words().is_empty() || !counted.contains(&true) {
        score = 0.0;
    }
    let mut missing = Vec::new();
    let mut changed = Vec::new();
    let mut reversed = None;
    if let Some(s) = sentence.filter(|_| score >= points().partly) {
        let near: Vec<&Figure> = (s.saturating_sub(1)..=s + 1)
            .filter(|n| *n < answer.sentences().len() && counted[*n])
            .flat_map(|n| answer.figures_of(n))
            .collect();
        let alike = changed::said_alike(point, answer, s, score >= points().hit);
        for wanted in point.read.figures() {
            // Where the place has a length, a share or a sum of its own, that of its neighbour is another one.
            let own = |figure: &Figure| figure.unit != Unit::Count && figure.comparable(wanted);
            let is_own = answer.figures_of(s).any(own);
            let in_place = || answer.figures_of(s).any(|figure| figure.agrees(wanted));
            let around = || near.iter().any(|figure| figure.agrees(wanted));
            if in_place() || !is_own && around() {
                continue;
            }
            let other = answer
                .figures_of(s)
                .find(|said| changed::replaces(answer, said, point, wanted, known));
            match other.filter(|_| alike) {
                Some(said) => changed.push((wanted.span, said.span)),
                // Said anywhere, it may be said of this.
                None if !is_missed(wanted) || said(answer, wanted) => {}
                None => missing.push(wanted.span),
            }
        }
        reversed = polarity::reversal(&point.read, answer, s);
        if !changed.is_empty() {
            let share = changed.len() as f32 / point.read.figures().len() as f32;
            score *= 1.0 - gates().figures_changed.costs * share;
        }
    }
    let coverage = coverage(score, changed.is_empty());
    let (denied, outdone, is_there, is_open_end) = (None, false, false, false);
    let claim = ClaimReading::default();
    Found {
        score,
        coverage,
        traits,
        sentence,
        is_there,
        missing,
        changed,
        claim,
        reversed,
        denied,
        outdone,
        is_open_end,
    }
}

/// Whether a figure is missed where it is not said: not a date, a factor, a share in words or two or three of something, which
/// people say in many ways.
fn is_missed(wanted: &Figure) -> bool {
    let few = wanted.unit == Unit::Count && wanted.number < points().many;
    let in_words = wanted.unit == Unit::Percent && wanted.is_rough();
    !few && !in_words && !matches!(wanted.unit, Unit::Date | Unit::Factor)
}

/// Whether an answer has a figure of a key point, were it as the number of something, a length of time by its unit ("a month
/// later" for 30 days) or thousands without their word.
fn said(answer: &Text, wanted: &Figure) -> bool {
    let thousands = wanted.unit == Unit::Money && answer.has_number(wanted.number / THOUSAND);
    let is_unit = |word: &Word| wanted.unit == Unit::Time && wanted.is_one(&word.lower);
    thousands
        || answer.figures().iter().any(|figure| figure.agrees(wanted))
        || answer.has_number(wanted.number)
        || answer.words().iter().any(is_unit)
}

fn coverage(score: f32, unchanged: bool) -> Coverage {
    match score {
        score if score >= points().hit && unchanged => Coverage::Hit,
        score if score >= points().partly => Coverage::Partly,
        _ => Coverage::Missed,
    }
}

/// A key point said the other way round is not said. A single reversal that may be a slip of the reading is none.
pub(super) fn settle_reversals(found: &mut [Found]) {
    let gate = &gates().negated;
    let several = found.iter().filter(|f| f.reversed.is_some()).count() >= gate.several;
    for point in found {
        match point.reversed {
            Some(reversal) if several || reversal.sure => {
                point.score *= 1.0 - gate.costs;
                point.coverage = coverage(point.score, point.changed.is_empty());
            }
            _ => point.reversed = None,
        }
    }
}
