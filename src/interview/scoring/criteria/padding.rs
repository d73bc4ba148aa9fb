//! Padding: sentences that carry nothing.

use crate::interview::scoring::{
    Story,
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Heard, Kind},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const PADDING: Self = Self::new("padding");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::PADDING,
    name: "Padding",
    about: "Recognises talk around the story: it costs the panel's time and earns nothing.",
    kind: Kind::Gate,
    assess,
    step: Some(|_, _| {
        "Leave out the sentences that add nothing; the story stands without them.".to_owned()
    }),
    praised: false,
    heard: Heard::Padding,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.padding;
    if context.story == Story::Own {
        // What carries something in a story that nothing is compared with is known by words alone, and too often wrong.
        return Finding::not_asked(
            CRITERION.id,
            "What of your own story carries it, you know best.",
        );
    }
    let all = context.answer.words().len();
    let idle = all - context.substance.words;
    let share = idle as f32 / all.max(1) as f32;
    if idle < gate.fewest
        || share < gate.some
        || context.grammar.latin < context.numbers.gates.latin
    {
        return Finding::new(CRITERION.id, 1.0, "It is not drowned in idle talk.");
    }
    let shown: Vec<_> = (0..context.answer.sentences().len())
        .filter(|s| !context.substance.counted[*s])
        .take(6)
        .map(|s| context.sentence(s))
        .collect();
    let sentence = "Much of it adds nothing; the story stands without it.";
    let (padded, drowned) = gate.caps;
    let cap = if share >= gate.most { drowned } else { padded };
    Finding::new(CRITERION.id, 1.0 - share, sentence).shown(shown).capped(cap)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    const TALK: &str = "And well, as I said, it is one of those things that you have to see, and there is always \
                        somebody who would do it in another way, and then you talk about it and in the end it is \
                        what it is. You know how it goes with these things, it takes some time and everybody has \
                        to be a part of it, and that is fine, because that is how it should be, more or less.";

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::PADDING, answer), expected);
    }

    #[test]
    fn talk_around_a_story_is_padding() {
        check(&format!("{} {TALK} {TALK}", trial::model_text()), true);
        check(&trial::model_text(), false);
    }
}
