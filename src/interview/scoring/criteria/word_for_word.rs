//! Word for word: most of the answer is the model answer's own wording. No fault, only worth knowing.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Heard, Kind},
        criterion_id::CriterionId,
    },
    text::Word,
};

impl CriterionId {
    /// The criterion of this file.
    pub const WORD_FOR_WORD: Self = Self::new("word-for-word");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::WORD_FOR_WORD,
    name: "Word for word",
    about: "Says whether the answer is the model answer's wording: fine for learning it, stiff in front of a panel.",
    kind: Kind::Gate,
    assess,
    step: None,
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let share = share(context);
    let sentence = if is_word_for_word(context) {
        "This is close to word for word. In front of a panel, your own words sound more confident."
    } else {
        "Less than half of it is the model answer’s wording."
    };
    Finding::new(CRITERION.id, 1.0 - share, sentence)
}

/// Whether most of the answer is the model answer's own wording.
pub(in crate::interview::scoring) fn is_word_for_word(context: &Context) -> bool {
    share(context) >= context.numbers.gates.word_for_word.share
}

/// The share of the answer's runs of words that the model answer has, from 0 to 1.
fn share(context: &Context) -> f32 {
    fn runs(words: &[Word], length: usize) -> impl Iterator<Item = Vec<&str>> {
        words.windows(length).map(|run| run.iter().map(|w| w.lower.as_str()).collect())
    }
    let length = context.numbers.gates.word_for_word.run;
    let known: BTreeSet<Vec<&str>> = runs(context.model.answer.words(), length).collect();
    let all = runs(context.answer.words(), length).count();
    let kept = runs(context.answer.words(), length).filter(|run| known.contains(run)).count();
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
