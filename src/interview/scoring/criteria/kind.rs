//! Kind: whether the answer is of the kind that was asked for, above all a story where one was.

use crate::interview::scoring::{
    Story,
    assessment::Finding,
    closeness::reference::Asks,
    context::Context,
    criteria::{Criterion, Heard, Kind, as_found},
    criterion_id::CriterionId,
    numbers::Numbers,
    telling::kind::{KindReading, TellingKind, Told},
};

impl CriterionId {
    /// The criterion of this file.
    pub const KIND: Self = Self::new("kind");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::KIND,
    name: "Kind of answer",
    about: "Looks whether one thing that happened is told where that was asked for, not what one usually does, would do or thinks.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let told = &context.telling.kind;
    let asks = context.reference.asks();
    if asks != Asks::Story || context.story == Story::This && !context.model.is_told() {
        return Finding::not_asked(CRITERION.id, "The question asks for no story.");
    }
    if context.grammar.latin < context.numbers.gates.latin {
        return Finding::not_asked(CRITERION.id, "This language is not read for it.");
    }
    let score = match context.story {
        Story::Own => score(told),
        // As much of a story as the model answer is enough.
        Story::This => {
            (score(told) / score(&context.model.telling.kind).max(f32::EPSILON)).min(1.0)
        }
    };
    let (sentence, of) = match told.kind {
        TellingKind::Story => ("It tells what happened.", None),
        TellingKind::Plan => {
            ("You say what you would do; they asked for a time you did it.", Some(Told::Plan))
        }
        TellingKind::Practice => (
            "You say what you usually do; they asked for one time you did it.",
            Some(Told::Practice),
        ),
        TellingKind::View => {
            ("You say what you think; they asked for a time you did it.", Some(Told::View))
        }
        TellingKind::Nothing => ("No occasion is told yet.", None),
    };
    let shown = of.map(|of| told.spans(context.answer, of)).unwrap_or_default();
    Finding::new(CRITERION.id, score, sentence).shown(shown.into_iter().take(3))
}

fn step(context: &Context, finding: &Finding) -> String {
    match context.telling.kind.kind {
        TellingKind::Story => {
            "Tell what happened, step by step, and leave out how things usually are.".to_owned()
        }
        _ => as_found(context, finding),
    }
}

/// How far an answer is a story, from 0 to 1.
fn score(told: &KindReading) -> f32 {
    let costs = &Numbers::shipped().qualities.kind;
    let costly =
        [(Told::Plan, costs.plan), (Told::View, costs.view), (Told::Practice, costs.practice)];
    let lost: f32 = costly.iter().map(|(of, cost)| told.share(*of) * cost).sum();
    (1.0 - lost).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>, says: &str) {
        let finding = trial::finding(CriterionId::KIND, answer, Story::Own);
        let score = finding.score.expect("the question asks for a story");
        assert!(expected.contains(&score), "{score}");
        assert!(finding.sentence.contains(says), "{}", finding.sentence);
    }

    #[test]
    fn a_story_is_what_was_asked_for() {
        check(&trial::model_text(), 0.9..=1.0, "what happened");
    }

    #[test]
    fn what_one_would_do_is_not() {
        check(
            "If a project of mine were late, I would sit down with the carpenters in Leith and list what is missing. \
             Then I'd cut the foyer from the plan, and I would write to the council every Friday.",
            0.0..=0.3,
            "would do",
        );
    }

    #[test]
    fn nor_is_what_one_thinks() {
        check(
            "I believe in clear plans. In my opinion a late project is a matter of honesty. I'm very diligent.",
            0.0..=0.5,
            "what you think",
        );
    }
}
