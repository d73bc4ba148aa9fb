//! Consistency: whether the story rehearsed is told as the model answer has it, or its claims are denied.

use crate::interview::scoring::{
    Story,
    assessment::{Evidence, Finding},
    context::Context,
    criteria::{Criterion, Heard, Kind, as_found, count},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const CONSISTENCY: Self = Self::new("consistency");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::CONSISTENCY,
    name: "Consistency",
    about: "Looks for words that deny what the model answer says; a “not” of its own is no fault.",
    kind: Kind::Closeness,
    assess,
    step: Some(as_found),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.story == Story::Own || !context.model.is_told() {
        return Finding::not_asked(CRITERION.id, "Its facts are its own.");
    }
    let chosen = &context.numbers.qualities.consistency;
    let denials = &context.reading.denials;
    let many = denials.len().saturating_sub(chosen.allowed) as f32;
    let by_words = (1.0 - many / chosen.too_many).max(0.0);
    let story = &context.numbers.gates.negated.story;
    let between = |(from, to): (f32, f32), x: f32| (x - from) / (to - from);
    let end = context.turned_end().map(|(point, likely)| (point, between(story.ends, likely)));
    let end = end.filter(|(_, doubt)| *doubt > 0.0);
    let of_end = end.map_or(0.0, |(_, doubt)| doubt);
    let doubt = between((story.doubted, story.turned), context.turned_share()).max(of_end);
    let score = by_words.min(1.0 - story.doubt_costs * doubt.clamp(0.0, 1.0));
    if many <= 0.0 {
        let found = &context.reading.found;
        let is_named = found.iter().any(|f| f.reversed.is_some() || !f.changed.is_empty())
            || !context.reading.turned.is_empty();
        let sentence = match (is_named, end, doubt > 0.0) {
            (true, _, _) => "What stands against the model answer is named beside its key points.",
            (false, Some(_), _) => "Did it end as the model answer has it? Compare the two.",
            (false, None, true) => "Is all of it as the model answer has it? Compare the two.",
            (false, None, false) => {
                "A fact turned round in other words is not always seen: compare what came of it."
            }
        };
        let mut finding = Finding::new(CRITERION.id, score, sentence);
        if let Some((point, _)) = end.filter(|_| !is_named) {
            let place = context.reading.found[point].claim.sentence;
            finding.evidence.extend(place.map(|s| Evidence::Answer(context.sentence(s))));
            finding.evidence.push(Evidence::KeyPoint(point));
        }
        return finding;
    }
    let sentence = format!(
        "{} may say the opposite of the model answer: compare them with it.",
        count(denials.len(), "place")
    );
    Finding::new(CRITERION.id, score, sentence).fault().shown(denials.iter().copied())
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::CONSISTENCY, answer, Story::This);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn the_model_answer_denies_nothing_of_itself() {
        check(&trial::model_text(), 1.0..=1.0);
    }

    #[test]
    fn a_story_turned_round_is_not_consistent() {
        check(
            "I never timed a step with the stopwatch, and I didn't write a script. No scanners were borrowed from the \
             museum. We did not reopen four days early, and the error rate rose.",
            0.0..=0.4,
        );
    }

    #[test]
    fn one_denial_is_a_way_of_speaking() {
        check("Not the volunteers but I wrote the small script for the labels.", 1.0..=1.0);
    }
}
