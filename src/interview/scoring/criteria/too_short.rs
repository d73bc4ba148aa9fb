//! Too short: nothing is said, or that nothing is known.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind},
    },
    text::{Span, lexicon},
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "too-short",
    name: "Too short",
    about: "Recognises an answer that says nothing yet.",
    kind: Kind::Gate,
    assess,
};

/// A statement of not knowing is the whole answer up to so many words.
const ONLY_NOT_KNOWING: usize = 15;
/// An answer has at least this share of the model answer's words.
const OF_MODEL: f32 = 0.12;

fn assess(context: &Context) -> Finding {
    let words = context.answer.words();
    let whole: Vec<Span> = context.answer.sentences().iter().map(|s| s.span).collect();
    if words.is_empty() {
        return Finding::new(CRITERION.id, 0.0, "There is no answer yet.").capped(1);
    }
    let model = context.model.answer.words().len();
    let unknown = lexicon::NOT_KNOWING.find(words).next();
    if let Some(found) = unknown
        && words.len() <= ONLY_NOT_KNOWING
        && (found.first == 0 || found.end == words.len())
        && context.reading.closeness < 0.2
    {
        let span = context.words(found.first, found.end);
        return Finding::new(CRITERION.id, 0.0, "It says that there is no answer.")
            .shown([span])
            .capped(1);
    }
    let needed = (model as f32 * OF_MODEL) as usize;
    // Only what carries something counts, so that idle talk lifts no answer out of this gate.
    if words.len() < needed || (0 < context.substance.words && context.substance.words < needed) {
        let cap = if words.len() < 4 { 1 } else { 2 };
        return Finding::new(CRITERION.id, 0.1, "This is too short to be judged as an answer.")
            .shown(whole)
            .capped(cap);
    }
    if context.substance.words == 0
        && context.reading.closeness < 0.2
        && model >= 12
        && context.model.is_told()
    {
        return Finding::new(
            CRITERION.id,
            0.1,
            "There are words, but nothing one could ask about.",
        )
        .shown(whole)
        .capped(2);
    }
    Finding::new(CRITERION.id, 1.0, "There is enough to judge.")
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires("too-short", answer), expected);
    }

    #[test]
    fn silence_and_not_knowing_are_too_short() {
        check("", true);
        check("…", true);
        check("Sorry, no idea.", true);
        check("Books.", true);
    }

    #[test]
    fn a_short_answer_of_substance_is_not() {
        check(
            "I wrote a script that copied the labels from the old catalogue, and we reopened four days early.",
            false,
        );
        check(
            "I don't know who broke it, but I borrowed three scanners from the museum and timed each step.",
            false,
        );
    }
}
