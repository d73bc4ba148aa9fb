//! Own contribution: what "I" did, against what "we" did.

use crate::interview::scoring::{
    assessment::Finding,
    context::Context,
    criteria::{Criterion, Kind, count},
    roles::deeds,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "own-contribution",
    name: "Own contribution",
    about: "Looks for what you did yourself: a panel promotes a person, not a team.",
    kind: Kind::Quality,
    assess,
};

/// So many sentences of one's own doing are enough.
const ENOUGH: usize = 2;

fn assess(context: &Context) -> Finding {
    let mut own = Vec::new();
    let mut shared = Vec::new();
    for s in context.counting() {
        match deeds::count(context.answer.words_of(s)) {
            (0, 0) => {}
            (0, _) => shared.push(context.sentence(s)),
            _ => own.push(context.sentence(s)),
        }
    }
    let amount = own.len().min(ENOUGH) as f32 / ENOUGH as f32;
    let all = own.len() + shared.len();
    let share = if all > 0 { own.len() as f32 / all as f32 } else { 0.0 };
    // Up to two sentences in three may tell what the team did.
    let score = amount * (share * 3.0).min(1.0);
    match (own.len(), shared.len()) {
        (0, 0) => Finding::new(CRITERION.id, score, "What you did yourself is still missing."),
        (0, _) => {
            Finding::new(CRITERION.id, score, "It says what we did, not what you did yourself.")
                .shown(shared)
        }
        (n, _) if n < ENOUGH => {
            Finding::new(CRITERION.id, score, "Only one sentence says what you did yourself.")
                .shown(own)
        }
        (n, _) if score < 0.8 => {
            let sentence = format!("{} your own steps; most of it is told as “we”.", verb(n));
            Finding::new(CRITERION.id, score, sentence).shown(own)
        }
        (n, _) => Finding::new(CRITERION.id, score, format!("{} what you did yourself.", verb(n)))
            .shown(own),
    }
}

fn verb(sentences: usize) -> String {
    let verb = if sentences == 1 { "tells" } else { "tell" };
    format!("{} {verb}", count(sentences, "sentence"))
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score("own-contribution", answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn i_counts_and_we_does_not() {
        check("I rewired the greenhouse. I trained the gardeners on the valves.", 1.0..=1.0);
        check("We rewired the greenhouse. We trained the gardeners on the valves.", 0.0..=0.0);
        check("I was in Kent. I rewired the greenhouse.", 0.4..=0.6);
    }
}
