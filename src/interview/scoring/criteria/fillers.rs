//! Fillers: "um", "you know", "basically".

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind, count, density},
    },
    text::lexicon,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "fillers",
    name: "Fillers",
    about: "Counts words that only fill time: a few are human, many hide the story.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    let (spans, score) = density::read(context, &lexicon::FILLERS);
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
        let score = trial::score("fillers", answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn many_fillers_weigh() {
        check("I rewired the greenhouse in Kent.", 1.0..=1.0);
        check("So yeah, um, I basically, you know, rewired it, sort of.", 0.0..=0.3);
    }
}
