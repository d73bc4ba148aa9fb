//! Relevance: whether the answer speaks of what was asked.

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{
        Criterion, Heard, Kind,
        quoting::{ended, quote},
    },
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const RELEVANCE: Self = Self::new("relevance");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::RELEVANCE,
    name: "Relevance",
    about: "Checks whether the answer is about what was asked, not about something close to it.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: true,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let chosen = &context.numbers.qualities.relevance;
    let score = score(context);
    let sentence = if score >= chosen.answers {
        "It answers the question."
    } else if score >= chosen.near {
        "It may answer the question; the first sentence could say how."
    } else {
        "How does this answer the question? The first sentence could say it."
    };
    let shown = context.topics.evidence.iter().take(5).copied();
    let finding = Finding::new(CRITERION.id, score, sentence).shown(shown);
    if score >= chosen.answers { finding.praise() } else { finding.fault() }
}

/// How far the answer is on the question, from 0 to 1. What a story is about is never surely known, so that only a root
/// of the odds is believed.
pub(super) fn score(context: &Context) -> f32 {
    let chosen = &context.numbers.qualities.relevance;
    let by_topic = context.topics.relevance;
    // What says the model answer's key points is on the question, whoever's story was asked for.
    let by_chance = context.numbers.relevance.by_meaning.by_chance;
    let beyond = (context.reading.closeness - by_chance) / (1.0 - by_chance);
    let by_model = beyond.max(0.0) * chosen.of_model;
    let found = by_topic.max(by_model).max(chosen.never_sure).min(1.0 - chosen.never_sure);
    let odds = (found / (1.0 - found)).powf(1.0 / chosen.believed);
    odds / (1.0 + odds)
}

fn step(context: &Context, _: &Finding) -> String {
    ended(format!("Say how this answers the question: {}", quote(context.reference.question())))
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::RELEVANCE, answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn the_model_answer_and_stories_like_it_are_relevant() {
        check(&trial::model_text(), 0.8..=1.0);
        check(
            "Our theatre renovation project was nine weeks late. I rebuilt the plan around four milestones, cut the \
             scope of the foyer and moved two carpenters. We finished on schedule and the delay cost nothing.",
            0.52..=1.0,
        );
    }

    #[test]
    fn what_words_cannot_tell_is_left_open() {
        check(
            "Otters sleep on their backs and hold paws, so that the current cannot part them.",
            0.3..=0.5,
        );
    }
}
