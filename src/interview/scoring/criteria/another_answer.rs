//! Another answer: the model answer of another question of the same interview.

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{
        Criterion, Kind,
        quoting::{ended, quote},
    },
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "another-answer",
    name: "Another answer",
    about: "Recognises the answer to another question of this interview.",
    kind: Kind::Gate,
    assess,
};

/// The share of content words that the other model answer has.
const HELD: f32 = 0.55;
/// By how much that is more than this question's model answer has.
const MARGIN: f32 = 0.25;
/// Fewer words tell nothing.
const FEWEST: usize = 12;

fn assess(context: &Context) -> Finding {
    match &context.rival {
        Some(rival)
            if rival.held >= HELD
                && rival.held - rival.own >= MARGIN
                && context.answer.words().len() >= FEWEST =>
        {
            let sentence =
                ended(format!("This answers another question: {}", quote(&rival.question)));
            let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
            Finding::new(CRITERION.id, 0.0, sentence).shown(shown).capped(2)
        }
        Some(_) => Finding::new(CRITERION.id, 1.0, "It is not seen to belong to another question."),
        None => Finding::not_asked(CRITERION.id, "There is no other question to compare it with."),
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires("another-answer", answer), expected);
    }

    #[test]
    fn the_other_model_answer_is_recognised() {
        check(&trial::OTHER_MODEL.map(|(_, s)| s).join(" "), true);
        check(&trial::model_text(), false);
    }
}
