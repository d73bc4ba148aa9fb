//! Whether a story that is told nearly whole leaves out its end.
//!
//! What came of it is often about the same things as what was done, so that a sentence on the one is near to the other as
//! well. A key point that is not surely said, in a sentence that says another one better, is taken for that nearness.

use crate::interview::{
    scoring::{
        assessment::Coverage,
        closeness::{Alignment, Found, targets::Target},
        numbers::{Ending, Numbers},
    },
    star::Role,
};

fn chosen() -> &'static Ending {
    &Numbers::shipped().comparing.ending
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
    /// The same with whether the end is missing; where it is, no part of it was said. Where the parts are read by meaning, a
    /// sentence tells the end so likely; without one it is missing where the model answer has one.
    pub(in crate::interview::scoring) fn ended(
        mut self,
        targets: &[Target],
        likeliest: Option<f32>,
        can_end: bool,
    ) -> Self {
        let seems = is_unended(&self.found, targets);
        self.is_unended = match likeliest {
            None => seems,
            Some(likeliest) => {
                let without = likeliest < Numbers::shipped().qualities.parts.ends
                    && !tells_its_end(&self.found, targets);
                can_end && (without || seems && likeliest < chosen().surely)
            }
        };
        if self.is_unended {
            take_back(&mut self.found, targets);
        }
        self
    }
}

/// Whether what came of it is told by half, whatever parts its sentences seem to do, or there is nothing of it.
fn tells_its_end(found: &[Found], targets: &[Target]) -> bool {
    let ends = found.iter().zip(targets).filter(|(_, target)| target.role == Role::Result);
    let (sum, all) = ends.fold((0.0, 0.0), |(sum, all), (point, _)| (sum + point.score, all + 1.0));
    sum >= chosen().told * all
}

/// Where the end is missing, no part of it was said: takes back what only seemed to be.
fn take_back(found: &mut [Found], targets: &[Target]) {
    let ends = found.iter_mut().zip(targets).filter(|(_, target)| target.role == Role::Result);
    for (point, _) in ends.filter(|(point, _)| point.score < chosen().sure) {
        point.coverage = Coverage::Missed;
    }
}

/// Whether the rest is told, and of what came of it next to nothing.
fn is_unended(found: &[Found], targets: &[Target]) -> bool {
    let mean = |scores: Vec<f32>| {
        let sum: f32 = scores.iter().sum();
        (!scores.is_empty()).then(|| sum / scores.len() as f32)
    };
    let points = || found.iter().zip(targets);
    let rest = points().filter(|(_, t)| t.role != Role::Result).map(|(f, _)| f.score).collect();
    let results = points().filter(|(_, t)| t.role == Role::Result);
    let ends = results.map(|(f, _)| if f.outdone { 0.0 } else { f.score }).collect();
    match (mean(rest), mean(ends)) {
        (Some(rest), Some(ends)) => rest >= chosen().rest && ends < chosen().ends,
        _ => false,
    }
}
