//! Hedges: "maybe", "I think", "somewhat".

use crate::interview::{
    lexicon,
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind, count},
    },
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "hedges",
    name: "Hedges",
    about: "Counts words that take the edge off a claim: what you did, you can say plainly.",
    kind: Kind::Quality,
    assess,
};

/// So many hedges in a hundred words that carry something are honest caution.
const CAUTION: f32 = 1.0;
/// So many more leave nothing of the score.
const TOO_MANY: f32 = 6.0;

fn assess(context: &Context) -> Finding {
    let spans: Vec<_> = lexicon::HEDGES
        .find(context.answer.words())
        .map(|m| context.words(m.first, m.end))
        .collect();
    let share = spans.len() as f32 * 100.0 / context.substance.words.max(50) as f32;
    let score = 1.0 - (share - CAUTION).max(0.0) / TOO_MANY;
    let sentence = match spans.len() {
        0 => "Claims are made plainly.".to_owned(),
        n if score >= 0.85 => format!("{}, which is honest caution.", count(n, "hedge")),
        n => format!("{}: say plainly what you know.", count(n, "hedge")),
    };
    Finding::new(CRITERION.id, score, sentence).shown(spans)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let finding = trial::finding("hedges", answer, Story::Own);
        assert!(expected.contains(&finding.score), "{finding:?}");
    }

    #[test]
    fn many_hedges_weigh() {
        check("I rewired the greenhouse in Kent.", 1.0..=1.0);
        check(
            "I think it was perhaps somewhat better, I guess, and hopefully it helped.",
            0.0..=0.3,
        );
    }
}
