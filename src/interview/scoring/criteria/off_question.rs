//! Off the question: the answer speaks of something else.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        Story,
        assessment::{Coverage, Finding},
        context::Context,
        criteria::{Criterion, Heard, Kind, answer_the_question},
        criterion_id::CriterionId,
        numbers::OffQuestion,
    },
    text::{Text, content::content_words},
};

impl CriterionId {
    /// The criterion of this file.
    pub const OFF_QUESTION: Self = Self::new("off-question");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::OFF_QUESTION,
    name: "Off the question",
    about: "Recognises an answer to a question that was not asked.",
    kind: Kind::Gate,
    assess,
    step: Some(answer_the_question),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: true,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.off_question;
    if context.story == Story::Own {
        // What an own story is about no comparison tells surely, and a wrong reproach is worse than none: relevance weighs in
        // the level, and nothing bounds it.
        return Finding::not_asked(CRITERION.id, "What your story is about, you know best.");
    }
    let told = context.model.is_told();
    let on = if told { is_this_story(context, gate) } else { is_explained(context, gate) };
    if on || context.answer.words().is_empty() {
        return Finding::new(CRITERION.id, 1.0, "Nothing shows that it is off the question.");
    }
    let sentence = if told {
        "This is not the story of the model answer."
    } else {
        "This is about something that was not asked."
    };
    let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
    let (score, cap) = gate.left;
    Finding::new(CRITERION.id, score, sentence).shown(shown).capped(cap)
}

/// Whether anything of the model's story is said. A vague retelling says hardly anything of it and is still no other story,
/// so that only what says nothing at all of it, and tells things of its own, is another one.
fn is_this_story(context: &Context, gate: &OffQuestion) -> bool {
    context.telling.specifics.count() < gate.things
        || context.reading.closeness >= gate.nothing_said
        || context.reading.found.iter().any(|found| found.coverage > Coverage::Missed)
}

/// Whether an answer where the model explains something speaks of what was asked: only what has nothing of the model
/// answer and nothing of the question does not, for an explanation can be given in other words altogether.
fn is_explained(context: &Context, gate: &OffQuestion) -> bool {
    let told = |text: &Text| {
        let known: BTreeSet<&str> = content_words(text).map(|w| w.stem.as_str()).collect();
        content_words(context.answer).any(|w| known.contains(w.stem.as_str()))
    };
    context.reading.closeness >= gate.explained
        || context.nearness.is_some_and(|near| near >= gate.foreign)
        || told(context.reference.read_question())
        || told(&context.model.answer)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, story: Story, expected: bool) {
        assert_eq!(trial::finding(CriterionId::OFF_QUESTION, answer, story).fired(), expected);
    }

    const CAKE: &str = "To bake a sponge, beat four eggs with sugar until pale, fold in the flour and \
                        bake it for half an hour at a moderate heat.";
    const THEATRE: &str = "Our theatre renovation project was nine weeks late. I rebuilt the plan around \
                           four milestones, cut the scope of the foyer and moved two carpenters. We \
                           finished on schedule.";

    #[test]
    fn a_recipe_is_off_the_question() {
        check(CAKE, Story::This, true);
        check(CAKE, Story::Own, false);
    }

    #[test]
    fn a_vague_retelling_is_not() {
        check(
            "We had this thing with the library catalogue that was not going well. I looked at it and made it faster \
             somehow, and in the end we opened again in time.",
            Story::This,
            false,
        );
    }

    #[test]
    fn another_story_counts_only_where_this_one_was_not_asked_for() {
        check(THEATRE, Story::Own, false);
        assert!(trial::assess(THEATRE, Story::This).level.number() <= 2);
    }
}
