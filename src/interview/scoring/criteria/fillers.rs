//! Fillers: "um", "you know", "basically".

use crate::interview::{
    lexicon,
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind, count},
    },
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "fillers",
    name: "Fillers",
    about: "Counts words that only fill time: a few are human, many hide the story.",
    kind: Kind::Quality,
    assess,
};

/// So many fillers in a hundred words that carry something pass unnoticed.
const UNNOTICED: f32 = 1.0;
/// So many more leave nothing of the score.
const TOO_MANY: f32 = 6.0;

fn assess(context: &Context) -> Finding {
    let spans: Vec<_> = lexicon::FILLERS
        .find(context.answer.words())
        .map(|m| context.words(m.first, m.end))
        .collect();
    let share = spans.len() as f32 * 100.0 / context.substance.words.max(50) as f32;
    let score = 1.0 - (share - UNNOTICED).max(0.0) / TOO_MANY;
    let sentence = match spans.len() {
        0 => "No fillers.".to_owned(),
        n if score >= 0.85 => format!("{}, which nobody notices.", count(n, "filler")),
        n => format!("{}: leave them out, or pause instead.", count(n, "filler")),
    };
    Finding::new(CRITERION.id, score, sentence).shown(spans)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let finding = trial::finding("fillers", answer, Story::Own);
        assert!(expected.contains(&finding.score), "{finding:?}");
    }

    #[test]
    fn many_fillers_weigh() {
        check("I rewired the greenhouse in Kent.", 1.0..=1.0);
        check("So yeah, um, I basically, you know, rewired it, sort of.", 0.0..=0.3);
    }
}
