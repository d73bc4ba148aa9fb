//! Nothing new: the answer only says what the question says.

use std::collections::BTreeSet;

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Kind},
    reference,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "nothing-new",
    name: "Nothing new",
    about: "Recognises an answer that only repeats the question.",
    kind: Kind::Gate,
    assess,
};

/// At least this share of the different content words is the answer's own.
const OWN_WORDS: f32 = 0.25;

fn assess(context: &Context) -> Finding {
    let said: BTreeSet<&str> =
        reference::content(context.answer).map(|w| w.stem.as_str()).collect();
    let asked: BTreeSet<&str> =
        reference::content(context.reference.read_question()).map(|w| w.stem.as_str()).collect();
    let new = said.difference(&asked).count();
    // Short answers may well be made of the question's words.
    let repeats = said.len() >= 4
        && (new as f32) < OWN_WORDS * said.len() as f32
        && context.reading.closeness < 0.3;
    if !repeats {
        return Finding::new(CRITERION.id, 1.0, "It says more than the question.");
    }
    let spans = context.answer.sentences().iter().take(3).map(|s| s.span);
    Finding::new(CRITERION.id, 0.0, "It repeats the question and does not answer it.")
        .shown(spans)
        .capped(1)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires("nothing-new", answer), expected);
    }

    #[test]
    fn the_question_is_no_answer() {
        check(trial::QUESTION, true);
        check(&trial::QUESTION.repeat(4), true);
    }

    #[test]
    fn an_answer_may_take_up_the_question() {
        check(
            "I had to bring the catalogue project back on track after the scanner crashed.",
            false,
        );
    }
}
