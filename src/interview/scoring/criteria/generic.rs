//! Generic: a template that fits any story.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind, specificity},
    },
    text::lexicon,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "generic",
    name: "Generic",
    about: "Recognises phrases that fit any story and tell nothing of this one.",
    kind: Kind::Gate,
    assess,
};

/// So many stock phrases in a hundred words are a template, where little else is said.
const STOCK: f32 = 4.0;
/// Below this specificity little else is said.
const LITTLE: f32 = 0.45;
/// Below this nothing else is said.
const NOTHING: f32 = 0.15;
/// A model answer with fewer words is no story, and what is compared with it need not be one.
const SHORT_MODEL: usize = 40;
/// Fewer words tell nothing.
const FEWEST: usize = 20;

fn assess(context: &Context) -> Finding {
    let words = context.answer.words();
    let stock: Vec<_> =
        lexicon::BUZZWORDS.find(words).map(|m| context.words(m.first, m.end)).collect();
    let share = stock.len() as f32 * 100.0 / words.len().max(1) as f32;
    // Talk around a story is padding; a template has no story in it.
    let told = context.substance.words as f32 / words.len().max(1) as f32;
    let specific = specificity::score(context) * told.min(0.5) * 2.0;
    let template = specific < NOTHING || share >= STOCK && specific < LITTLE;
    let latin = context.grammar.latin >= 0.5;
    let short = context.model.answer.words().len() < SHORT_MODEL;
    if words.len() < FEWEST || !template || !latin || short || context.reading.closeness >= 0.3 {
        return Finding::new(CRITERION.id, 1.0, "It does not read like a template.");
    }
    let sentence = "This could be said of any occasion; tell one that happened.";
    Finding::new(CRITERION.id, 0.0, sentence).shown(stock).capped(2)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::finding("generic", answer, Story::Own).fired(), expected);
    }

    #[test]
    fn a_template_is_generic() {
        check(
            "There was a difficult situation at my company. I had to find a solution, so I took ownership and \
             communicated effectively with all key stakeholders. In the end it was a great success and productivity \
             went up by 30%, and everyone was satisfied.",
            true,
        );
    }

    #[test]
    fn a_story_is_not() {
        check(&trial::model_text(), false);
        check(
            "Our choir lost its rehearsal hall in May. I wrote to nine parishes, visited three and chose the one with \
             a heated crypt. We sang the concert on time, and 140 tickets were sold.",
            false,
        );
    }
}
