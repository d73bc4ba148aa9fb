//! Steps: how much was done, one thing after the other.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Finding, RoleReading},
        closeness::reference::Asks,
        context::Context,
        criteria::{Criterion, Heard, Kind, count},
        criterion_id::CriterionId,
        roles,
        telling::kind::Told,
    },
    star::Role,
    text::Span,
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
    step: Some(step),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let asks = context.reference.asks();
    if context.story == Story::This {
        return Finding::not_asked(CRITERION.id, "Its key points say which steps it has.");
    }
    let chosen = &context.numbers.qualities.steps;
    let (told, steps) = if asks == Asks::Plan { planned(context) } else { done(context) };
    let score = told / chosen.full;
    let told = match steps.len() {
        0 => return Finding::new(CRITERION.id, score, "No step is told plainly yet."),
        1 => "1 step is told plainly".to_owned(),
        n => format!("{} are told plainly", count(n, "step")),
    };
    let sentence = match asks {
        _ if score >= chosen.many => format!("{told}, one after the other."),
        // Who one is shows in what one did.
        Asks::Oneself => format!("{told}; more of what you did would show who you are."),
        _ => format!("{told}; more of them would show the way."),
    };
    Finding::new(CRITERION.id, score, sentence).shown(steps)
}

/// How much was done, in sentences, and those that tell it plainly.
fn done(context: &Context) -> (f32, Vec<Span>) {
    // Without what carries nothing, so that it changes no neighbour's part.
    let parts = roles::read_alone(context.answer, &context.counting().collect::<Vec<_>>());
    let step = |reading: &RoleReading| reading.probabilities[Role::Action as usize];
    let plain = context.numbers.qualities.steps.plain;
    let steps = parts.iter().filter(|part| step(part) >= plain);
    (parts.iter().map(step).sum(), steps.map(|part| part.span).collect())
}

/// How much would be done, in sentences, and these.
fn planned(context: &Context) -> (f32, Vec<Span>) {
    let steps = context.telling.kind.spans(context.answer, Told::Plan);
    (steps.len() as f32, steps)
}

/// In the tense of what was asked for.
fn step(context: &Context, _: &Finding) -> String {
    let more = match context.reference.asks() {
        Asks::Plan => {
            "Say more about how you would do it: whom you would ask, what you would try, and how you would know."
        }
        Asks::Oneself => "Say what you did that shows it, and what came of it.",
        Asks::Story | Asks::Habit => {
            "Say more about how you did it: whom you asked, what you tried, what you changed."
        }
    };
    more.to_owned()
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, closeness::reference::Reference, criteria::trial, criterion_id::CriterionId,
    };

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
            0.4..=1.0,
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

    #[test]
    fn a_plan_is_asked_for_the_steps_that_one_would_take() {
        let question = "What would you do in your first month?";
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]);
        let plan = "I'd ride along on every round in Hull. Then I would mend the list with two clerks. I'd try it in the harbour.";
        let found = scorer.assess(0, plan, Story::Own).expect("the answer is short enough");
        assert_eq!(found.score(CriterionId::STEPS), Some(0.5));
    }
}
