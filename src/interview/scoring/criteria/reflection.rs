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
        relevance::lesson,
        tone::FindingTone,
    },
    star::Role,
    text::{
        Span,
        lexicon::{self, Match},
    },
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
    step: Some(step),
    praised: true,
    heard: Heard::Quality,
    openings: &[Opening { gap: Gap::Lesson, is_open }],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.story == Story::Own && matches!(context.reference.asks(), Asks::Plan | Asks::Oneself)
    {
        return Finding::not_asked(CRITERION.id, "The question asks for no story to learn from.");
    }
    let chosen = &context.numbers.qualities.reflection;
    let words = context.answer.words();
    let (found, other): (Vec<Match>, Vec<Match>) =
        lexicon::REFLECTION.find(words).partition(|found| lesson::is_lesson(context.answer, found));
    let sentence_of = |found: &Match| words[found.first].sentence;
    let has = |of: &[Match], s: usize| of.iter().any(|found| sentence_of(found) == s);
    // What a phrase of the kind says otherwise, "the lesson was cancelled", is no lesson, whatever it reads like.
    let may_be = |s: usize| has(&found, s) || !has(&other, s);
    let lessons = |at_least: f32| {
        let told = context.counting().filter(move |s| context.parts.lessons[*s] >= at_least);
        told.filter(|s| may_be(*s)).map(|s| context.sentence(s))
    };
    let counts = |found: &&Match| context.substance.counted[sentence_of(found)];
    let place = |found: &Match| context.words(found.first, found.end);
    let mut spans: Vec<Span> = found.iter().filter(counts).map(place).collect();
    // "What I took from it" is two phrases and one lesson.
    spans.dedup_by(|next, before| next.start < before.end);
    let within = |span: &Span, of: &Span| of.holds(*span);
    for lesson in lessons(chosen.told) {
        if !spans.iter().any(|span| within(span, &lesson)) {
            spans.push(lesson);
        }
    }
    if spans.is_empty() {
        // A lesson that any story could have earns nothing; that it is not there would be false.
        if found.iter().any(lesson::is_sure) {
            return Finding::new(CRITERION.id, 0.0, "");
        }
        return Finding::new(CRITERION.id, 0.0, "A panel likes to hear what you took from it.")
            .fault();
    }
    let likely: Vec<Span> = lessons(chosen.surely).collect();
    let said: Vec<Span> = found.iter().filter(|m| lesson::is_sure(m)).map(place).collect();
    let is_sure = |span: &Span| {
        likely.iter().any(|lesson| within(span, lesson)) || said.iter().any(|of| span.holds(*of))
    };
    let sure: Vec<_> = spans.iter().copied().filter(is_sure).collect();
    if sure.is_empty() {
        Finding::new(CRITERION.id, 1.0, "").shown(spans)
    } else {
        Finding::new(CRITERION.id, 1.0, "It says what you took from it.").praise().shown(sure)
    }
}

/// In other words where a lesson is told that any story could have.
fn step(_: &Context, finding: &Finding) -> String {
    let change = if finding.tone == FindingTone::Fault {
        "Close with what you took from it, in one sentence."
    } else {
        "Say what you took from it in words that belong to this story."
    };
    change.to_owned()
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

    #[test]
    fn a_lesson_in_everyday_words_counts() {
        for lesson in [
            "I learned that you have to ask.",
            "I learnt that you have to ask.",
            "It taught me that you have to ask.",
            "What I took from it is that you have to ask people.",
            "My lesson: never wait.",
            "I've asked early ever since.",
            "What I took from it is that the best chances stand in nobody's job description.",
            "I took from it that I should look at the hours that aren't mine.",
            "What I learned from it: look at the part of the day that isn't yours.",
            "Since then I look at the hours that aren't mine, because that is where the money lies.",
            "Since then we plan every partner with two weeks to spare.",
            "If I did it again, I would ask the evening girls first.",
            "Looking back, I would ring the gas man first.",
            "Next time I'd ask the evening girls first.",
        ] {
            check(&format!("{STORY} {lesson}"), true);
        }
        check(&format!("{STORY} I learned that communication is important."), false);
        check(&format!("{STORY} I learned a lot."), false);
    }

    const STORY: &str = "The valves of the greenhouse in Kent froze. I thawed them with a burner.";

    #[test]
    fn a_swimming_lesson_and_what_came_of_it_are_none() {
        for told in [
            "I gave her my lesson cards and a whistle.",
            "The lesson was cancelled in Wrexham.",
            "He's clipped on the harness ever since.",
            "Everybody on the roofs in Barnsley wore a helmet from then on.",
            "Afterwards I learned that he had moved to Spain.",
            "Looking back at the van in Kent I saw the smoke.",
            "Next time the customer came he brought cake from Leeds.",
            "Since then we have had no complaint from the growers in Kent.",
        ] {
            check(&format!("{STORY} {told}"), false);
        }
        check(&format!("{STORY} The lesson I took from the burner is to insulate first."), true);
    }

    #[test]
    fn a_lesson_that_any_story_could_have_is_not_said_to_be_missing() {
        let told = format!("{STORY} I learned that teamwork is very important.");
        let finding = trial::finding(CriterionId::REFLECTION, &told, Story::Own);
        assert_eq!(finding.sentence, "");
    }
}
