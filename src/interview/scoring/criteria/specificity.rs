//! Specificity: figures, names and words that belong to this story and no other.

use crate::interview::scoring::{
    Story,
    assessment::Finding,
    closeness::reference::Asks,
    context::Context,
    criteria::{Criterion, Heard, Kind},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const SPECIFICITY: Self = Self::new("specificity");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::SPECIFICITY,
    name: "Specificity",
    about: "Looks for names, dates, amounts and things: they make a story yours, and believable.",
    kind: Kind::Quality,
    assess,
    step: Some(|_, _| {
        "Say who, where, when and how much: names, dates and amounts make it yours.".to_owned()
    }),
    praised: true,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.story == Story::Own && context.reference.asks() == Asks::Plan {
        return Finding::not_asked(CRITERION.id, "What you would do belongs to no one story yet.");
    }
    let chosen = &context.numbers.qualities.specificity;
    let score = score(context);
    // Rare words count as things, but only what surely belongs to one story is shown.
    let mut spans = context.telling.specifics.sure.clone();
    let finding = |sentence: &str| Finding::new(CRITERION.id, score, sentence);
    let finding = if score < chosen.clear {
        finding(match context.story {
            Story::Own => "More names, dates and amounts would make it plainly yours.",
            Story::This => "More names, dates and amounts would make it easier to believe.",
        })
        .fault()
    } else if spans.len() >= chosen.surely {
        finding("It has names, dates or amounts.").praise()
    } else {
        finding("")
    };
    spans.truncate(12);
    finding.shown(spans)
}

/// How specific an answer is, from 0 to 1: each thing adds less than the one before it. In *this story* as specific as the
/// model answer is enough.
pub(super) fn score(context: &Context) -> f32 {
    let most_of_it = context.numbers.qualities.specificity.most_of_it;
    let of = |things: usize| 1.0 - (-(things as f32) / most_of_it).exp();
    let told = of(context.telling.specifics.count());
    match context.story {
        Story::Own => told,
        Story::This => (told / of(context.model.telling.specifics.count().max(1))).min(1.0),
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::SPECIFICITY, answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn things_count_and_generalities_do_not() {
        check(&trial::model_text(), 0.9..=1.0);
        check(
            "We had a difficult problem and I worked on it with the team until it was good.",
            0.0..=0.2,
        );
    }
}
