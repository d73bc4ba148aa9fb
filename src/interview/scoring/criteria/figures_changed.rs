//! Figures changed: the model answer's sentences with other numbers.

use crate::interview::scoring::{
    Story,
    assessment::{Evidence, Finding},
    context::Context,
    criteria::{Criterion, Heard, Kind, as_found},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const FIGURES_CHANGED: Self = Self::new("figures-changed");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::FIGURES_CHANGED,
    name: "Figures changed",
    about: "Recognises figures that differ from the model answer's.",
    kind: Kind::Gate,
    assess,
    step: Some(as_found),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.figures_changed;
    if context.story == Story::Own {
        return Finding::not_asked(CRITERION.id, "Its figures are its own.");
    }
    let mut evidence = Vec::new();
    let mut changed = Vec::new();
    for (i, found) in context.reading.found.iter().enumerate() {
        for (meant, said) in &found.changed {
            let said_text = said.of(context.answer.text());
            changed.push((said_text, meant.of(context.model.key_points[i].read.text())));
            evidence.push(Evidence::Answer(*said));
            evidence.push(Evidence::KeyPoint(i));
        }
    }
    if changed.is_empty() {
        return Finding::new(CRITERION.id, 1.0, "No figure was seen to differ.");
    }
    let (said, meant) = changed[0];
    let sentence = match changed.len() {
        1 => format!("“{said}” was “{meant}” in the model answer."),
        n => format!("{n} figures differ, such as “{said}”, which was “{meant}”."),
    };
    let (score, cap) = gate.by_count[changed.len().min(gate.by_count.len()) - 1];
    Finding { evidence, ..Finding::new(CRITERION.id, score, sentence).capped(cap) }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, closeness::reference::Reference, criteria::trial, criterion_id::CriterionId,
    };

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::FIGURES_CHANGED, answer), expected);
    }

    #[test]
    fn other_figures_are_recognised() {
        check(
            "As a result, we catalogued 3,400 books a day instead of 120 and reopened nine days early.",
            true,
        );
    }

    #[test]
    fn rounded_and_left_out_figures_are_not() {
        check(
            "As a result, we catalogued about 2,000 books a day instead of 300 and reopened early.",
            false,
        );
        check("As a result, we catalogued far more books a day and reopened early.", false);
    }

    #[track_caller]
    fn check_said_as(meant: &str, said: &str, expected: bool) {
        let told = |figure: &str| {
            format!(
                "The move of the surgery to the new building took the team {figure}, which pleased the mayor of Leith."
            )
        };
        let scorer =
            Scorer::new(vec![Reference::from_texts("What did the move take?", &[told(meant)])]);
        let found = scorer.assess(0, &told(said), Story::This).expect("the answer is short enough");
        let finding =
            found.finding(CriterionId::FIGURES_CHANGED).expect("every criterion is there");
        assert_eq!(finding.fired(), expected, "{}", finding.sentence);
    }

    #[test]
    fn figures_in_other_units_rounded_and_in_words_are_the_same() {
        check_said_as("4 hours", "240 minutes", false);
        check_said_as("4 hours", "half a working day", false);
        check_said_as("4 hours", "five hours", true);
        check_said_as("$97,000", "about $100K", false);
        check_said_as("$97,000", "nearly a hundred thousand dollars", false);
        check_said_as("$97,000", "$60K", true);
        check_said_as("61% of the desks", "six in ten of the desks", false);
        check_said_as("66% of the desks", "two thirds of the desks", false);
        check_said_as("66% of the desks", "30% of the desks", true);
        check_said_as("18 days", "two to three weeks", false);
        check_said_as("18 days", "between two and three weeks", false);
        check_said_as("18 days", "40 days", true);
    }
}
