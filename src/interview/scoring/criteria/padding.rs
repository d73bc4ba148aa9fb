//! Padding: sentences that carry nothing.

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Kind},
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "padding",
    name: "Padding",
    about: "Recognises talk around the story: it costs the panel's time and earns nothing.",
    kind: Kind::Gate,
    assess,
};

/// The share of words in sentences that carry nothing from which on an answer is padded.
const SOME: f32 = 0.4;
/// The share from which on the story drowns in it.
const MOST: f32 = 0.5;
/// Fewer words that carry nothing are left alone.
const FEWEST: usize = 40;

fn assess(context: &Context) -> Finding {
    let all = context.answer.words().len();
    let idle = all - context.substance.words;
    let share = idle as f32 / all.max(1) as f32;
    if idle < FEWEST || share < SOME || context.grammar.latin < 0.5 {
        return Finding::new(CRITERION.id, 1.0, "It is not drowned in idle talk.");
    }
    let shown: Vec<_> = (0..context.answer.sentences().len())
        .filter(|s| !context.substance.counted[*s])
        .take(6)
        .map(|s| context.sentence(s))
        .collect();
    let sentence = format!("{idle} of {all} words carry nothing; the story stands without them.");
    let cap = if share >= MOST { 3 } else { 4 };
    Finding::new(CRITERION.id, 1.0 - share, sentence).shown(shown).capped(cap)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;

    const TALK: &str = "And well, as I said, it is one of those things that you have to see, and there is always \
                        somebody who would do it in another way, and then you talk about it and in the end it is \
                        what it is. You know how it goes with these things, it takes some time and everybody has \
                        to be a part of it, and that is fine, because that is how it should be, more or less.";

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires("padding", answer), expected);
    }

    #[test]
    fn talk_around_a_story_is_padding() {
        check(&format!("{} {TALK} {TALK}", trial::model_text()), true);
        check(&trial::model_text(), false);
    }
}
