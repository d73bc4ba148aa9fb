//! Off the question: the answer speaks of something else.

use crate::interview::scoring::{
    Story,
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Kind, relevance},
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "off-question",
    name: "Off the question",
    about: "Recognises an answer to a question that was not asked.",
    kind: Kind::Gate,
    assess,
};

/// In *this story* an answer says at least so much of the model answer.
const CLOSENESS: f32 = 0.13;
/// In *my own story* an answer is at least so relevant.
const RELEVANCE: f32 = 0.35;

fn assess(context: &Context) -> Finding {
    let on = match context.story {
        Story::This => context.reading.closeness >= CLOSENESS,
        Story::Own => relevance::score(context) >= RELEVANCE,
    };
    if on || context.answer.words().is_empty() {
        return Finding::new(CRITERION.id, 1.0, "It is on the question.");
    }
    let sentence = match (context.story, context.topics.instead) {
        (Story::This, _) => "This is not the story of the model answer.".to_owned(),
        (Story::Own, Some(topic)) => {
            format!("This speaks of {}; the question asks for something else.", topic.replace('-', " "))
        }
        (Story::Own, None) => "This speaks of something that was not asked.".to_owned(),
    };
    let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
    Finding::new(CRITERION.id, 0.0, sentence).shown(shown).capped(2)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, story: Story, expected: bool) {
        assert_eq!(trial::finding("off-question", answer, story).fired(), expected);
    }

    const CAKE: &str = "To bake a sponge, beat four eggs with sugar until pale, fold in the flour and \
                        bake it for half an hour at a moderate heat.";
    const THEATRE: &str = "Our theatre renovation project was nine weeks late. I rebuilt the plan around \
                           four milestones, cut the scope of the foyer and moved two carpenters. We \
                           finished on schedule.";

    #[test]
    fn a_recipe_is_off_the_question() {
        check(CAKE, Story::This, true);
        check(CAKE, Story::Own, true);
    }

    #[test]
    fn another_story_is_off_only_where_this_one_was_asked_for() {
        check(THEATRE, Story::This, true);
        check(THEATRE, Story::Own, false);
    }
}
