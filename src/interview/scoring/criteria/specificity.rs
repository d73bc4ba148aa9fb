//! Specificity: figures, names and words that belong to this story and no other.

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Kind},
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "specificity",
    name: "Specificity",
    about: "Looks for figures, names and things: they make a story yours, and believable.",
    kind: Kind::Quality,
    assess,
};

/// So many different specifics in a hundred words are plenty.
const PLENTY: f32 = 22.0;
/// A text must have at least so many of them for the full score.
const AT_LEAST: f32 = 8.0;

fn assess(context: &Context) -> Finding {
    let score = score(context);
    let sentence = if score >= 0.75 {
        "It is told with things one can picture and count."
    } else if score >= 0.4 {
        "Some of it could be about any story; name things, people and amounts."
    } else {
        "It could be about any story: no names, things or amounts."
    };
    let figures =
        context.answer.figures().iter().filter(|figure| {
            context.substance.counted[context.answer.words()[figure.word].sentence]
        });
    let names = context
        .answer
        .words()
        .iter()
        .filter(|word| word.name_like && context.substance.counted[word.sentence]);
    let mut spans: Vec<_> = figures.map(|f| f.span).chain(names.map(|w| w.span)).collect();
    spans.sort_unstable();
    spans.dedup();
    spans.truncate(12);
    Finding::new(CRITERION.id, score, sentence).shown(spans)
}

/// How specific an answer is, from 0 to 1.
pub(super) fn score(context: &Context) -> f32 {
    let specifics = context.substance.specifics as f32;
    let density = specifics * 100.0 / context.substance.words.max(1) as f32;
    (density / PLENTY).min(1.0) * (specifics / AT_LEAST).min(1.0)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score("specificity", answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn things_count_and_generalities_do_not() {
        check(&trial::model_text(), 0.9..=1.0);
        check(
            "We had a difficult problem and I worked on it with the team until it was good.",
            0.0..=0.2,
        );
    }
}
