//! Steps: how much was done, one thing after the other.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Heard, Kind, count},
        criterion_id::CriterionId,
    },
    star::Role,
};

impl CriterionId {
    /// The criterion of this file.
    pub const STEPS: Self = Self::new("steps");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::STEPS,
    name: "Steps",
    about: "Counts the sentences that tell what was done: one step is a claim, several show the way you went.",
    kind: Kind::Quality,
    assess,
    step: Some(|_, _| {
        "Tell more of the way you went: whom you asked, what you tried, what you changed."
            .to_owned()
    }),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.story == Story::This {
        return Finding::not_asked(CRITERION.id, "Its key points say which steps it has.");
    }
    let chosen = &context.numbers.qualities.steps;
    let step = |s: usize| context.readings[s].probabilities[Role::Action as usize];
    let told: f32 = context.counting().map(step).sum();
    let score = told / chosen.full;
    let steps: Vec<_> = context.counting().filter(|s| step(*s) >= chosen.plain).collect();
    let sentence = match steps.len() {
        0 => "No step of yours is told plainly yet.".to_owned(),
        1 => "One step is told plainly.".to_owned(),
        n => format!("{} are told plainly, one after the other.", count(n, "step")),
    };
    Finding::new(CRITERION.id, score, sentence)
        .shown(steps.into_iter().map(|s| context.sentence(s)))
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::STEPS, answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn several_steps_count_and_one_is_little() {
        check(
            "I rang four engineers in Leith. I asked the oldest of them to draw the boiler. I ordered the valve from \
             Kiel and I fitted it with the caretaker. I showed the cleaners how to bleed the pipes.",
            0.5..=1.0,
        );
        check("I rang four engineers in Leith.", 0.0..=0.3);
    }

    #[test]
    fn what_the_setting_was_is_no_step() {
        check(
            "The boiler in Leith was forty years old. It was always cold in the hall.",
            0.0..=0.2,
        );
    }
}
