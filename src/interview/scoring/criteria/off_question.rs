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

/// In *this story* an answer says at least so much of the model answer, whatever else it says.
const CLOSENESS: f32 = 0.13;
/// With so much of it, it is on the question in any case.
const CLOSE: f32 = 0.35;
/// A model answer with fewer words is too short to tell another story by its words.
const SHORT_MODEL: usize = 40;
/// Between the two, at least this share of what it tells is of the model answer.
const OF_MODEL: f32 = 0.4;
/// A sentence is of the model answer when it says so much of a key point.
const ALIGNED: f32 = 0.3;
/// In *my own story* an answer is at least so relevant.
const RELEVANCE: f32 = 0.35;
/// Below this relevance it can still be followed, but no panel would call it a clear answer.
const NEAR: f32 = 0.48;

fn assess(context: &Context) -> Finding {
    let relevance = relevance::score(context);
    let on = match context.story {
        Story::This => is_this_story(context),
        Story::Own => relevance >= NEAR,
    };
    if on || context.answer.words().is_empty() {
        return Finding::new(CRITERION.id, 1.0, "It is on the question.");
    }
    let near = context.story == Story::Own && relevance >= RELEVANCE;
    let sentence = match (context.story, context.topics.instead) {
        _ if near => "This comes near the question, but answers another.".to_owned(),
        (Story::This, _) => "This is not the story of the model answer.".to_owned(),
        (Story::Own, Some(topic)) => {
            format!(
                "This speaks of {}; the question asks for something else.",
                topic.replace('-', " ")
            )
        }
        (Story::Own, None) => "This speaks of something that was not asked.".to_owned(),
    };
    let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
    let (score, cap) = if near { (0.5, 3) } else { (0.0, 2) };
    Finding::new(CRITERION.id, score, sentence).shown(shown).capped(cap)
}

/// Whether enough of the model answer is said, or most of what is said is of it.
fn is_this_story(context: &Context) -> bool {
    let closeness = context.reading.closeness;
    // A short reference can be said in other words altogether; only what shares nothing with it is off the question.
    if context.model.answer.words().len() < SHORT_MODEL {
        return closeness >= 0.03 || context.topics.relevance >= 0.1;
    }
    if !(CLOSENESS..CLOSE).contains(&closeness) {
        return closeness >= CLOSE;
    }
    let of_model: usize = context
        .counting()
        .filter(|s| context.reading.aligned[*s] >= ALIGNED)
        .map(|s| context.answer.words_of(s).len())
        .sum();
    of_model as f32 >= OF_MODEL * context.substance.words as f32
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
