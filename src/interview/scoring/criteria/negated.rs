//! Negated: what the model answer says, turned round.

use crate::interview::scoring::{
    Story,
    assessment::{Coverage, Evidence, Finding},
    context::Context,
    criteria::{Criterion, Heard, Kind, as_found},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const NEGATED: Self = Self::new("negated");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::NEGATED,
    name: "Facts reversed",
    about: "Recognises key points that are said the other way round.",
    kind: Kind::Gate,
    assess,
    step: Some(as_found),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.negated;
    if context.story == Story::Own {
        return Finding::not_asked(CRITERION.id, "Its facts are its own.");
    }
    let found = &context.reading.found;
    let reversed: Vec<_> =
        found.iter().enumerate().filter_map(|(i, f)| Some((i, f.reversed?.span))).collect();
    if reversed.is_empty() {
        return Finding::new(CRITERION.id, 1.0, "Nothing was seen to be said the other way round.");
    }
    let reached = found.iter().filter(|f| f.coverage > Coverage::Missed).count() + reversed.len();
    let share = reversed.len() as f32 / reached as f32;
    let sentence = match reversed.len() {
        1 => "One key point is said the other way round.".to_owned(),
        n => format!("{n} key points are said the other way round."),
    };
    let mut finding = Finding::new(CRITERION.id, 1.0 - share, sentence);
    for (i, span) in &reversed {
        finding.evidence.push(Evidence::Answer(*span));
        finding.evidence.push(Evidence::KeyPoint(*i));
    }
    let (several, another_story) = gate.caps;
    match reversed.len() {
        0 | 1 => finding,
        _ if share >= gate.another_story => finding.capped(another_story),
        _ => finding.capped(several),
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::NEGATED, answer), expected);
    }

    #[test]
    fn denied_key_points_are_recognised() {
        check(
            "I did not write a small script that copied the labels from the old catalogue. I never paired every new \
             volunteer with an experienced librarian for the first morning. As a result, we never catalogued 2,100 \
             books a day instead of 300.",
            true,
        );
    }

    #[test]
    fn the_same_facts_are_not() {
        check(&trial::model_text(), false);
        check(
            "I wrote a script that copied labels from the old catalogue, not a new system.",
            false,
        );
    }
}
