//! Steps: how much was done, one thing after the other.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{Criterion, Heard, Kind},
        criterion_id::CriterionId,
        roles::deeds,
        telling::kind::Told,
        tone::FindingTone,
    },
    star::Role,
    text::{Word, lexicon},
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
    let told = if asks == Asks::Plan { planned(context) } else { done(context) };
    let score = told / chosen.full;
    // Fewer are shown than count: what is shown as a step has to be one.
    let steps = context.deeds(true);
    let finding = |sentence: &str| Finding::new(CRITERION.id, score, sentence);
    let is_told = match asks {
        Asks::Plan => false,
        Asks::Oneself => tells_a_proof(context),
        Asks::Habit | Asks::Story => tells_steps(context),
    };
    let finding = if score < chosen.many && is_told {
        finding("")
    } else if score < chosen.many {
        finding(match asks {
            Asks::Plan => "More on how you would do it, step by step, would help the panel.",
            Asks::Habit if !asks_of_the_past(context) => {
                "More on how you do it, step by step, would help the panel."
            }
            // Who one is shows in what one did.
            Asks::Oneself => "More of what you did would show who you are.",
            Asks::Habit | Asks::Story => {
                "More on how you did it, step by step, would help the panel."
            }
        })
        .fault()
    } else if steps.len() >= chosen.surely {
        finding(match asks {
            Asks::Plan => "It says step by step what you would do.",
            Asks::Habit | Asks::Oneself | Asks::Story => "It is told step by step.",
        })
        .praise()
    } else {
        finding("")
    };
    finding.shown(steps)
}

/// Whether several things are told that "I" or "we" did: more of them need not be asked for.
pub(super) fn tells_steps(context: &Context) -> bool {
    let told = context.substance.tells.iter().enumerate().filter(|(_, tells)| **tells);
    let deeds = told.map(|(s, _)| deeds::count(context.answer.words_of(s)));
    let all: usize = deeds.map(|(own, shared)| own + shared).sum();
    all >= context.numbers.qualities.steps.surely
}

/// Whether who speaks of themselves tells of something that they once did.
fn tells_a_proof(context: &Context) -> bool {
    let sentences = 0..context.answer.sentences().len();
    sentences.into_iter().any(|s| deeds::is_once_done(context.answer.words_of(s)))
}

/// Whether a question about what one does asks about what one has done: "How have you helped a new starter?"
pub(super) fn asks_of_the_past(context: &Context) -> bool {
    let words = context.reference.read_question().words();
    words
        .windows(2)
        .any(|pair| matches!(pair[0].lower.as_str(), "have" | "did") && pair[1].lower == "you")
}

/// How much was done, in sentences.
fn done(context: &Context) -> f32 {
    // Without what carries nothing, so that it changes no neighbour's part.
    context.parts.counting.iter().map(|parts| parts[Role::Action as usize]).sum()
}

/// How much would be done, in sentences; whole where it is said when it would be done, or why, or in which case. "I'd build
/// good relationships" is said of any plan.
fn planned(context: &Context) -> f32 {
    let chosen = &context.numbers.qualities.steps;
    let told = &context.telling.kind.sentences;
    let steps = (0..told.len()).filter(|s| told[*s] == Some(Told::Plan));
    // "In my first month" is when they asked about.
    let asked = context.reference.read_question().words();
    let is_asked = |said: &[Word]| said.iter().all(|w| asked.iter().any(|a| a.lower == w.lower));
    let is_plain = |words: &[Word]| {
        let mut found = lexicon::PLANNED.find(words);
        found.any(|found| found.first == 0 || !is_asked(&words[found.first..found.end]))
    };
    let (plain, vague): (Vec<_>, Vec<_>) = steps.partition(|s| {
        is_plain(context.answer.words_of(*s)) || context.answer.figures_of(*s).next().is_some()
    });
    plain.len() as f32 + vague.len() as f32 * chosen.vague
}

/// In the tense of what was asked for.
fn step(context: &Context, finding: &Finding) -> String {
    if finding.tone != FindingTone::Fault {
        return String::new();
    }
    let more = match context.reference.asks() {
        Asks::Plan => {
            "Say more about how you would do it, step by step, and how you would know that it worked."
        }
        Asks::Oneself => "Say what you did that shows it, and what came of it.",
        Asks::Habit if !asks_of_the_past(context) => {
            "Say more about how you do it, step by step, and how you know that it works."
        }
        Asks::Habit | Asks::Story => "Say more about how you did it, step by step.",
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
    fn who_told_three_steps_is_not_asked_for_them() {
        let story = "On the 6th I drove over and told the vicar. I offered her two things for Easter. I hung the panel on the \
                     Thursday.";
        let finding = trial::finding(CriterionId::STEPS, story, Story::Own);
        assert!(!finding.sentence.starts_with("More on"), "{finding:?}");
        let finding =
            trial::finding(CriterionId::STEPS, "I rang four engineers in Leith.", Story::Own);
        assert!(finding.sentence.starts_with("More on"), "{finding:?}");
    }

    #[track_caller]
    fn check_asked(question: &str, answer: &str, expected: &str) {
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]);
        let found = scorer.assess(0, answer, Story::Own).expect("the answer is short enough");
        let finding = found.finding(CriterionId::STEPS).expect("it is in the table");
        assert_eq!(finding.sentence, expected, "{finding:?}");
    }

    #[test]
    fn who_showed_once_what_moves_them_is_not_asked_to() {
        let why = "Why do you want this role?";
        let proof = "I want it because our theatre is half empty. Last season I talked the director into trying it on Tuesdays.";
        check_asked(why, proof, "");
        let wish = "I want it because our theatre in Kent is half empty. I look after its pages.";
        check_asked(why, wish, "More of what you did would show who you are.");
    }

    #[test]
    fn a_practice_of_several_steps_is_not_asked_for_them() {
        let question = "How do you plan a shift?";
        let steps = "Each Monday I write a list of the beds in Kent. I ring the two depots. On Fridays we compare it with the slips.";
        check_asked(question, steps, "");
        let few = "I write a list of the beds in Kent.";
        check_asked(question, few, "More on how you do it, step by step, would help the panel.");
        let past = "How have you helped a new starter?";
        check_asked(past, few, "More on how you did it, step by step, would help the panel.");
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
        let steps = |plan: &str| {
            let found = scorer.assess(0, plan, Story::Own).expect("the answer is short enough");
            found.score(CriterionId::STEPS)
        };
        let plan = "First I'd ride along on every round in Hull. Then I would mend the list with two clerks. If it held, I'd try it in the harbour.";
        assert_eq!(steps(plan), Some(0.5));
        let vague =
            "I'd build good relationships. I'd see what is working. I'd bring in fresh ideas.";
        assert!(steps(vague) < steps(plan));
    }
}
