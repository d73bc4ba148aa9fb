//! Another answer: the model answer of another question of the same interview.

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{
        Criterion, Heard, Kind, answer_the_question,
        quoting::{ended, quote},
    },
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const ANOTHER_ANSWER: Self = Self::new("another-answer");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::ANOTHER_ANSWER,
    name: "Another answer",
    about: "Recognises the answer to another question of this interview.",
    kind: Kind::Gate,
    assess,
    step: Some(answer_the_question),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.another_answer;
    match &context.rival {
        Some(rival)
            if rival.held >= gate.held
                && rival.held - rival.own >= gate.margin
                && context.answer.words().len() >= gate.fewest =>
        {
            let sentence =
                ended(format!("This answers another question: {}", quote(&rival.question)));
            let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
            Finding::new(CRITERION.id, 0.0, sentence).shown(shown).capped(gate.cap)
        }
        Some(_) => Finding::new(CRITERION.id, 1.0, "It is not seen to belong to another question."),
        None => Finding::not_asked(CRITERION.id, "There is no other question to compare it with."),
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::ANOTHER_ANSWER, answer), expected);
    }

    #[test]
    fn the_other_model_answer_is_recognised() {
        check(&trial::OTHER_MODEL.map(|(_, s)| s).join(" "), true);
        check(&trial::model_text(), false);
    }
}
