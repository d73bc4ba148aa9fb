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
    /// The same with whether the end is missing, which these key points tell; where it is, no part of it was said. Where the
    /// parts are read by meaning, a sentence tells the end so likely; without one it is missing where the model answer has one.
    pub(in crate::interview::scoring) fn ended(
        mut self,
        ends: &[bool],
        likeliest: Option<f32>,
        can_end: bool,
    ) -> Self {
        let rest = told(&self.found, ends, false, |point| point.score).unwrap_or(0.0);
        let end = |score| told(&self.found, ends, true, score);
        let bare = end(|point| if point.outdone { 0.0 } else { point.score });
        let seems = rest >= chosen().rest && bare.is_some_and(|end| end < chosen().ends);
        self.is_unended = match (likeliest, end(|point| point.score)) {
            (None, _) => seems,
            (Some(likeliest), Some(end)) if can_end => {
                let without = likeliest < Numbers::shipped().qualities.parts.ends;
                without && end < chosen().told
                    || seems && (likeliest < chosen().surely || rest - end >= chosen().behind)
            }
            _ => false,
        };
        if self.is_unended {
            take_back(&mut self.found, ends);
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
    let ends = found.iter_mut().zip(ends).filter(|(_, ends)| **ends);
    for (point, _) in ends.filter(|(point, _)| point.score < chosen().sure) {
        point.coverage = Coverage::Missed;
    }
}
