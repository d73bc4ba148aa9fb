//! Reflection: what was learned, and what would be done differently.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Assessment, Finding},
        closeness::reference::Asks,
        context::Context,
        criteria::{
            Criterion, Heard, Kind,
            gap::{self, Gap, Opening},
        },
        criterion_id::CriterionId,
    },
    star::Role,
    text::{Span, lexicon},
};

impl CriterionId {
    /// The criterion of this file.
    pub const REFLECTION: Self = Self::new("reflection");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::REFLECTION,
    name: "Reflection",
    about: "Looks for what you took from it: one sentence at the end is enough.",
    kind: Kind::Quality,
    assess,
    step: Some(|_, _| "Close with what you took from it, in one sentence.".to_owned()),
    praised: true,
    heard: Heard::Quality,
    openings: &[Opening { gap: Gap::Lesson, is_open }],
    mendable: false,
};

/// What is in phrases that say a lesson and nothing else; "since then" may tell what came of it.
const SURE: [&str; 8] = [
    "differently",
    "hindsight",
    "learn",
    "looking back",
    "my mistake",
    "realis",
    "realiz",
    "taught me",
];

fn assess(context: &Context) -> Finding {
    if context.story == Story::Own && matches!(context.reference.asks(), Asks::Plan | Asks::Oneself)
    {
        return Finding::not_asked(CRITERION.id, "The question asks for no story to learn from.");
    }
    let chosen = &context.numbers.qualities.reflection;
    let lessons = |at_least: f32| {
        let told = context.counting().filter(move |s| context.parts.lessons[*s] >= at_least);
        told.map(|s| context.sentence(s))
    };
    let mut spans: Vec<_> = lexicon::REFLECTION
        .find(context.answer.words())
        .filter(|m| context.substance.counted[context.answer.words()[m.first].sentence])
        .map(|m| context.words(m.first, m.end))
        .collect();
    let within = |span: &Span, of: &Span| of.start <= span.start && span.end <= of.end;
    for lesson in lessons(chosen.told) {
        if !spans.iter().any(|span| within(span, &lesson)) {
            spans.push(lesson);
        }
    }
    if spans.is_empty() {
        return Finding::new(CRITERION.id, 0.0, "A panel likes to hear what you took from it.")
            .fault();
    }
    let said = |span: &Span| {
        let words = span.of(context.answer.text()).to_lowercase();
        SURE.iter().any(|sure| words.contains(sure))
    };
    let likely: Vec<Span> = lessons(chosen.surely).collect();
    let is_likely = |span: &Span| likely.iter().any(|lesson| within(span, lesson));
    // "I learned that they had left" is no lesson: where the sentences are read by meaning, that has to agree.
    let is_sure = |span: &Span| if context.parts.by_meaning { is_likely(span) } else { said(span) };
    let sure: Vec<_> = spans.iter().copied().filter(is_sure).collect();
    if sure.is_empty() {
        Finding::new(CRITERION.id, 1.0, "").shown(spans)
    } else {
        Finding::new(CRITERION.id, 1.0, "It says what you took from it.").praise().shown(sure)
    }
}

/// The lesson of a story of one's own.
fn is_open(assessment: &Assessment) -> bool {
    let story = assessment.part(Role::Result).is_some();
    assessment.story == Story::Own && story && gap::is_half_missing(assessment, CRITERION.id)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        let score = trial::score(CriterionId::REFLECTION, answer, Story::Own);
        assert_eq!(score > 0.5, expected, "{score}");
    }

    #[test]
    fn a_lesson_of_this_story_counts() {
        check("I learned to test the irrigation valves before the first frost.", true);
        check("I tested the irrigation valves before the first frost.", false);
        check("I learned that teamwork is very important.", false);
    }
}
