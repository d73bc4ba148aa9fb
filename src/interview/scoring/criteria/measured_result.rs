//! Measured result: whether what came of it has a figure.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{Criterion, Kind},
    },
    star::Role,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "measured-result",
    name: "Measured result",
    about: "Looks for a figure in the result: an outcome that was measured is easier to believe.",
    kind: Kind::Quality,
    assess,
};

/// A sentence that tells a result at least so clearly is looked at for figures.
const TELLS_A_RESULT: f32 = 0.35;

fn assess(context: &Context) -> Finding {
    let in_model = context.model.presence[Role::Result as usize] >= 0.5
        && context.model.answer.figures().iter().any(|figure| figure.measures());
    let asked = match context.story {
        Story::This => in_model && measured_in_model(context),
        Story::Own => in_model || context.reference.asks() == Asks::Story,
    };
    if !asked {
        return Finding::not_asked(CRITERION.id, "This question can be answered without figures.");
    }
    let mut measured = Vec::new();
    let mut timed = Vec::new();
    let mut elsewhere = Vec::new();
    for s in context.counting() {
        let result = context.substance.strengths[s][Role::Result as usize] >= TELLS_A_RESULT;
        for figure in context.answer.figures_of(s) {
            match (result, figure.measures()) {
                (true, true) => measured.push(figure.span),
                (true, false) => timed.push(figure.span),
                (false, true) => elsewhere.push(figure.span),
                (false, false) => {}
            }
        }
    }
    match (measured.len(), timed.len(), elsewhere.len()) {
        (0, 0, 0) => Finding::new(CRITERION.id, 0.0, "There is no figure for what came of it."),
        (0, 0, _) => {
            Finding::new(CRITERION.id, 0.35, "There are figures, but none for what came of it.")
                .shown(elsewhere)
        }
        (0, ..) => Finding::new(CRITERION.id, 0.6, "What came of it has a date, but no measure.")
            .shown(timed),
        (1, ..) => Finding::new(CRITERION.id, 0.85, "What came of it is measured.").shown(measured),
        _ => Finding::new(CRITERION.id, 1.0, "What came of it is measured.").shown(measured),
    }
}

/// Whether a sentence of the model answer that tells a result has a figure.
fn measured_in_model(context: &Context) -> bool {
    let model = &context.model.answer;
    (0..model.sentences().len()).any(|s| {
        context.model.strengths[s][Role::Result as usize] >= TELLS_A_RESULT
            && model.figures_of(s).any(|figure| figure.measures())
    })
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: f32) {
        let score = trial::score("measured-result", answer, Story::Own);
        assert!((score - expected).abs() < 0.01, "{score}");
    }

    #[test]
    fn figures_count_in_the_result() {
        check("As a result, losses fell from 20% to 4% in the orchard.", 1.0);
        check("I planted 40 trees behind the greenhouse in Kent.", 0.35);
        check("As a result, the orchard bloomed again.", 0.0);
    }
}
