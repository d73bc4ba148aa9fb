//! Whether a story that is told nearly whole leaves out its end.
//!
//! What came of it is often about the same things as what was done, so that a sentence on the one is near to the other as
//! well. A key point that is not surely said, in a sentence that says another one better, is taken for that nearness.

use crate::interview::{
    scoring::{
        assessment::Coverage,
        closeness::{
            Alignment, Found,
            encoder::{Encoder, LESSON},
            reference::{Model, ReadKeyPoint},
            targets::Target,
        },
        numbers::{Ending, Numbers},
    },
    star::Role,
    text::Span,
};

fn chosen() -> &'static Ending {
    &Numbers::shipped().comparing.ending
}

/// How a model answer ends.
pub(in crate::interview::scoring) struct ModelEnd {
    /// Whether some sentence surely tells what came of it.
    pub(in crate::interview::scoring) is_told: bool,
    /// For each key point, whether it is of the Result.
    pub(in crate::interview::scoring) results: Vec<bool>,
    /// For each key point, whether it tells what came of it: of the Result, and no lesson.
    pub(in crate::interview::scoring) ends: Vec<bool>,
}

impl ModelEnd {
    /// Reads a model answer's parts by meaning; without an encoder its key points' own parts say what is known.
    pub(in crate::interview::scoring) fn read(encoder: Option<&Encoder>, model: &Model) -> Self {
        let points = model.key_points.iter();
        let results: Vec<bool> = points.clone().map(|point| point.role == Role::Result).collect();
        let Some(encoder) = encoder else {
            return Self { is_told: false, ends: results.clone(), results };
        };
        let read = encoder.sentences(&model.answer);
        let parts = &encoder.whole(&model.answer, &read, &vec![true; read.len()]).parts;
        let surely = Numbers::shipped().comparing.ending.surely;
        let is_lesson = |point: &ReadKeyPoint| {
            let within = |s: &Span| s.start <= point.span.start && point.span.start < s.end;
            let sentence = model.answer.sentences().iter().position(|s| within(&s.span));
            sentence.is_some_and(|s| parts[s][LESSON] >= surely)
        };
        let ends = points.zip(&results).map(|(point, ends)| *ends && !is_lesson(point));
        Self {
            is_told: parts.iter().any(|parts| parts[Role::Result as usize] >= surely),
            ends: ends.collect(),
            results,
        }
    }
}

/// Marks the key points whose place rather says one of another part.
pub(super) fn settle(found: &mut [Found], targets: &[Target]) {
    let places: Vec<_> =
        found.iter().zip(targets).map(|(f, t)| (f.sentence, t.role, f.score)).collect();
    for (point, target) in found.iter_mut().zip(targets) {
        let better = |(place, role, score): &(Option<usize>, Role, f32)| {
            *place == point.sentence && *role != target.role && *score > point.score
        };
        let is_sure = point.score >= chosen().sure && point.missing.is_empty();
        point.outdone = point.coverage > Coverage::Missed && !is_sure && places.iter().any(better);
    }
}

impl Alignment {
    /// The same with whether the end is missing, which some key points tell; where it is, no part of it was said. Where the
    /// parts are read by meaning, a sentence tells the end so likely; without one it is missing where the model answer has one.
    pub(in crate::interview::scoring) fn ended(
        mut self,
        model: &ModelEnd,
        likeliest: Option<f32>,
        can_end: bool,
    ) -> Self {
        let rest = told(&self.found, &model.results, false, |point| point.score).unwrap_or(0.0);
        // A lesson stands for no end, and an end that only seems to be told has no lesson behind it.
        let end = |score| {
            let said = |these| told(&self.found, these, true, score);
            Some(said(&model.ends)?.min(said(&model.results)?))
        };
        let bare = end(|point| if point.outdone { 0.0 } else { point.score });
        self.is_unended = match (likeliest, end(|point| point.score)) {
            (None, _) => rest >= chosen().rest && bare.is_some_and(|end| end < chosen().ends),
            (Some(likeliest), Some(end)) if can_end => {
                end < chosen().told && likeliest + chosen().beyond * (end - rest) < chosen().least
            }
            _ => false,
        };
        if self.is_unended {
            take_back(&mut self.found, &model.ends);
        }
        self
    }
}

/// How far the key points that tell the end are said, or the others, on average.
fn told(found: &[Found], ends: &[bool], end: bool, score: fn(&Found) -> f32) -> Option<f32> {
    let these = found.iter().zip(ends).filter(|(_, ends)| **ends == end);
    let (sum, all) = these.fold((0.0, 0.0), |(sum, all), (f, _)| (sum + score(f), all + 1.0));
    (all > 0.0).then(|| sum / all)
}

/// Where the end is missing, no part of it was said: takes back what only seemed to be.
fn take_back(found: &mut [Found], ends: &[bool]) {
    for (point, _) in found.iter_mut().zip(ends).filter(|(_, ends)| **ends) {
        if point.score < chosen().sure {
            point.coverage = Coverage::Missed;
        }
        point.is_open_end = point.coverage == Coverage::Missed;
    }
}
