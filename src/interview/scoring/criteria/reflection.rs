//! Reflection: what was learned, and what would be done differently.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind},
    },
    text::lexicon,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "reflection",
    name: "Reflection",
    about: "Looks for what you took from it: one sentence at the end is enough.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    let spans: Vec<_> = lexicon::REFLECTION
        .find(context.answer.words())
        .filter(|m| context.substance.counted[context.answer.words()[m.first].sentence])
        .map(|m| context.words(m.first, m.end))
        .collect();
    if spans.is_empty() {
        Finding::new(CRITERION.id, 0.0, "It does not say what you took from it.")
    } else {
        Finding::new(CRITERION.id, 1.0, "It says what you took from it.").shown(spans)
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        let score = trial::score("reflection", answer, Story::Own);
        assert_eq!(score > 0.5, expected, "{score}");
    }

    #[test]
    fn a_lesson_of_this_story_counts() {
        check("I learned to test the irrigation valves before the first frost.", true);
        check("I tested the irrigation valves before the first frost.", false);
        check("I learned that teamwork is very important.", false);
    }
}
