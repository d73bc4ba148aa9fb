//! Repetition: the same sentences or phrases over and over.

use std::collections::BTreeMap;

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Heard, Kind},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const REPETITION: Self = Self::new("repetition");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::REPETITION,
    name: "Repetition",
    about: "Recognises an answer that says the same over and over.",
    kind: Kind::Gate,
    assess,
    step: Some(|_, _| "Say each thing once, and use the time for something new.".to_owned()),
    praised: false,
    heard: Heard::Padding,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.repetition;
    let words = context.answer.words();
    let mut seen: BTreeMap<[&str; 3], usize> = BTreeMap::new();
    let mut again = 0;
    for run in words.windows(3) {
        let times = seen.entry([&run[0].stem, &run[1].stem, &run[2].stem]).or_insert(0);
        again += usize::from(*times > 0);
        *times += 1;
    }
    let share = again as f32 / words.len().max(1) as f32;
    if words.len() < gate.fewest || share < gate.repeated {
        return Finding::new(CRITERION.id, 1.0, "It does not say the same over and over.");
    }
    let repeats = context.substance.repeats.iter().enumerate().filter(|(_, again)| **again);
    let shown: Vec<_> = repeats.take(4).map(|(s, _)| context.sentence(s)).collect();
    let score = 1.0 - share;
    Finding::new(CRITERION.id, score, "It says the same thing several times.")
        .shown(shown)
        .capped(gate.cap)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::REPETITION, answer), expected);
    }

    #[test]
    fn one_sentence_many_times_is_repetition() {
        check(&"I timed each step with a stopwatch for two days. ".repeat(6), true);
        check(&trial::model_text(), false);
    }
}
