//! Word for word: most of the answer is the model answer's own wording. No fault, only worth knowing.

use std::collections::BTreeSet;

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Kind},
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "word-for-word",
    name: "Word for word",
    about: "Says whether the answer is the model answer's wording: fine for learning it, stiff before a panel.",
    kind: Kind::Gate,
    assess,
};

/// The length of the runs of words that are compared.
const RUN: usize = 6;
/// The share of runs from which on an answer is word for word.
pub(in crate::interview::scoring) const WORD_FOR_WORD: f32 = 0.5;

fn assess(context: &Context) -> Finding {
    let share = share(context);
    let sentence = if share >= WORD_FOR_WORD {
        "This is close to word for word. Before a panel, your own words sound surer."
    } else {
        "Less than half of it is the model answer’s wording."
    };
    Finding::new(CRITERION.id, 1.0 - share, sentence)
}

/// The share of the answer's runs of six words that the model answer has, from 0 to 1.
pub(in crate::interview::scoring) fn share(context: &Context) -> f32 {
    fn runs(words: &[crate::interview::text::Word]) -> impl Iterator<Item = Vec<&str>> {
        words.windows(RUN).map(|run| run.iter().map(|w| w.lower.as_str()).collect())
    }
    let known: BTreeSet<Vec<&str>> = runs(context.model.answer.words()).collect();
    let all = runs(context.answer.words()).count();
    let kept = runs(context.answer.words()).filter(|run| known.contains(run)).count();
    if all > 0 { kept as f32 / all as f32 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::assess(answer, Story::This).word_for_word, expected);
    }

    #[test]
    fn the_model_answer_is_word_for_word_and_no_fault() {
        check(&trial::model_text(), true);
        check("I timed the steps, wrote a script for the labels and we reopened early.", false);
        assert_eq!(trial::assess(&trial::model_text(), Story::This).level.number(), 5);
    }
}
