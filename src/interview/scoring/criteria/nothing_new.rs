//! Nothing new: the answer only says what the question says.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Heard, Kind},
        criterion_id::CriterionId,
    },
    text::{Word, content::content_words},
};

impl CriterionId {
    /// The criterion of this file.
    pub const NOTHING_NEW: Self = Self::new("nothing-new");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::NOTHING_NEW,
    name: "Nothing new",
    about: "Recognises an answer that only repeats the question.",
    kind: Kind::Gate,
    assess,
    step: Some(|_, _| "Say something that the question does not say already.".to_owned()),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.nothing_new;
    let said: BTreeSet<&str> = content_words(context.answer).map(|w| w.stem.as_str()).collect();
    let asked: BTreeSet<&str> =
        content_words(context.reference.read_question()).map(|w| w.stem.as_str()).collect();
    let new = said.difference(&asked).count();
    // Short answers may well be made of the question's words.
    let repeats = said.len() >= gate.fewest
        && (new as f32) < gate.own_words * said.len() as f32
        && context.reading.closeness < gate.close
        && copied(context.answer.words(), context.reference.read_question().words()) >= gate.copied;
    if !repeats {
        return Finding::new(CRITERION.id, 1.0, "It is not the question over again.");
    }
    let spans = context.answer.sentences().iter().take(3).map(|s| s.span);
    Finding::new(CRITERION.id, 0.0, "It repeats the question and does not answer it.")
        .shown(spans)
        .capped(gate.cap)
}

/// The share of a text's runs of three words that another has.
fn copied(words: &[Word], from: &[Word]) -> f32 {
    let known: BTreeSet<[&str; 3]> = from.windows(3).map(run).collect();
    let kept = words.windows(3).filter(|words| known.contains(&run(words))).count();
    kept as f32 / words.len().saturating_sub(2).max(1) as f32
}

fn run(words: &[Word]) -> [&str; 3] {
    [&words[0].stem, &words[1].stem, &words[2].stem]
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::NOTHING_NEW, answer), expected);
    }

    #[test]
    fn the_question_is_no_answer() {
        check(trial::QUESTION, true);
        check(&trial::QUESTION.repeat(4), true);
    }

    #[test]
    fn an_answer_may_take_up_the_question() {
        check(
            "I had to bring the catalogue project back on track after the scanner crashed.",
            false,
        );
    }
}
