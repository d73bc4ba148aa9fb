//! Generic: a template that fits any story.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{
            Criterion, Heard, Kind,
            gap::{Gap, Opening},
            specificity,
        },
        criterion_id::CriterionId,
    },
    text::lexicon,
};

impl CriterionId {
    /// The criterion of this file.
    pub const GENERIC: Self = Self::new("generic");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::GENERIC,
    name: "Generic",
    about: "Recognises phrases that fit any story and tell nothing of this one.",
    kind: Kind::Gate,
    assess,
    step: Some(|_, _| {
        "Tell one real occasion: name what it was, when, and what you did.".to_owned()
    }),
    praised: false,
    heard: Heard::Doubt,
    openings: &[Opening { gap: Gap::Occasion, is_open: |_| true }],
    mendable: true,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.generic;
    if context.story == Story::This {
        return Finding::not_asked(
            CRITERION.id,
            "What it tells of the story is looked for itself.",
        );
    }
    let words = context.answer.words();
    let stock: Vec<_> =
        lexicon::BUZZWORDS.find(words).map(|m| context.words(m.first, m.end)).collect();
    let share = stock.len() as f32 * 100.0 / words.len().max(1) as f32;
    // Talk around a story is padding; a template has no story in it.
    let told = context.substance.words as f32 / words.len().max(1) as f32;
    let specific = specificity::score(context) * told.min(0.5) * 2.0;
    // A few plain words without a name are thin; many that are shaped like a story are a template.
    let shaped = words.len() >= gate.shaped;
    let template =
        shaped && specific < gate.nothing || share >= gate.stock && specific < gate.little;
    let latin = context.grammar.latin >= context.numbers.gates.latin;
    // A story of one's own is compared with no model answer: it is judged alike beside any.
    let is_story_asked = context.reference.asks() == Asks::Story;
    let short = !is_story_asked && context.model.answer.words().len() < gate.short_model;
    if words.len() < gate.fewest
        || !template
        || !latin
        || short
        || !is_story_asked && context.reading.closeness >= gate.close
    {
        // A template that was not recognised is one all the same, so that nothing is said.
        return Finding::new(CRITERION.id, 1.0, "");
    }
    let sentence = "This could be said of any occasion; tell one that happened.";
    Finding::new(CRITERION.id, 0.0, sentence).shown(stock).capped(gate.cap)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::finding(CriterionId::GENERIC, answer, Story::Own).fired(), expected);
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
    fn nothing_good_is_said_of_a_template_that_was_not_recognised() {
        let said = |answer: &str| trial::finding(CriterionId::GENERIC, answer, Story::Own).sentence;
        let template = "On one occasion a deliverable was slightly delayed. I communicated with everybody, reprioritised my \
                        workload and implemented more effective planning.";
        assert_eq!(said(template), "");
        assert_eq!(said(&trial::model_text()), "");
    }

    #[test]
    fn a_story_is_not() {
        check(
            "The rota was a mess and I took it over. I talked to everybody and we found a way that worked for all.",
            false,
        );
        check(&trial::model_text(), false);
        check(
            "Our choir lost its rehearsal hall in May. I wrote to nine parishes, visited three and chose the one with \
             a heated crypt. We sang the concert on time, and 140 tickets were sold.",
            false,
        );
    }
}
