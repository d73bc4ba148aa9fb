//! Hedges: "maybe", "I think", "somewhat".

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind, count, density},
    },
    text::lexicon,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "hedges",
    name: "Hedges",
    about: "Counts words that take the edge off a claim: what you did, you can say plainly.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    let (spans, score) = density::read(context, &lexicon::HEDGES);
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
        let score = trial::score("hedges", answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
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
