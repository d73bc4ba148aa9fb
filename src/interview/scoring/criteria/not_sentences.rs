//! Not sentences: a list of keywords, or words in an order that English does not have.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Heard, Kind},
        criterion_id::CriterionId,
    },
    text::{Text, grammar},
};

impl CriterionId {
    /// The criterion of this file.
    pub const NOT_SENTENCES: Self = Self::new("not-sentences");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::NOT_SENTENCES,
    name: "Not sentences",
    about: "Recognises lists of keywords and shuffled words: an answer is told in sentences.",
    kind: Kind::Gate,
    assess,
    step: Some(|_, _| "Tell it in whole sentences, as you would say it aloud.".to_owned()),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: false,
};

/// Whether a word is somebody who does something: I, we, or a short form of them.
fn speaks(word: &str) -> bool {
    let stem = word.split(['\'', '’']).next().unwrap_or(word);
    matches!(stem, "i" | "we")
}

/// How many words stand between two marks, on average.
fn in_a_row(answer: &Text) -> f32 {
    let words = answer.words();
    let marks = words.windows(2).filter(|pair| {
        let gap = &answer.text()[pair[0].span.end..pair[1].span.start];
        gap.contains([',', ';', ':', '.', '/', '|', '\n', '-', '–', '—', '•'])
    });
    words.len() as f32 / (marks.count() + 1) as f32
}

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.not_sentences;
    let words = context.answer.words();
    let read = &context.grammar;
    let prose =
        Finding::new(CRITERION.id, 1.0, "It does not read like keywords or shuffled words.");
    if words.len() < gate.fewest || read.latin < context.numbers.gates.latin {
        return prose;
    }
    let model = grammar::read(&context.model.answer);
    let ands = words.iter().filter(|w| w.lower == "and").count();
    let told_by_somebody = words.iter().filter(|word| speaks(&word.lower)).count();
    let list = read.function_share < gate.function_share
        && model.function_share > gate.function_share + gate.model_above
        && told_by_somebody * gate.words_a_person < words.len()
        && (read.function_share < gate.hardly_any || in_a_row(context.answer) < gate.in_a_row);
    if list || ands as f32 > gate.and_share * words.len() as f32 {
        let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
        return Finding::new(CRITERION.id, 0.0, "These are keywords; a panel needs sentences.")
            .shown(shown)
            .capped(gate.cap);
    }
    let (kept, pairs) = grammar::kept_pairs(context.answer, &context.model.answer);
    let reordered =
        pairs >= gate.pairs && kept < gate.kept_pairs && read.oddness > gate.shuffled_model;
    if read.odd.len() >= gate.places && (read.oddness > gate.shuffled || reordered) {
        return Finding::new(CRITERION.id, 0.0, "The words are not in an order one can follow.")
            .shown(read.odd.iter().copied())
            .capped(gate.cap);
    }
    prose
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::NOT_SENTENCES, answer), expected);
    }

    #[test]
    fn keywords_are_not_sentences() {
        check(
            "library, catalogue, 60,000, volunteers, labels, scanner, script, museum, stopwatch, 70%, March, 2,100",
            true,
        );
        check(
            "library and catalogue and books and labels and scanner and script and museum and March",
            true,
        );
    }

    #[test]
    fn dense_prose_is_no_list() {
        check(
            "I ran weekly syncs with Engineering and bi-weekly stakeholder updates. We finished two weeks late but \
             with zero customer-impacting bugs.",
            false,
        );
    }

    #[test]
    fn shuffled_words_are_not_sentences() {
        check(
            "a the with two for days I step stopwatch each timed, and of hours the took retyping that 70% found. \
             catalogue from labels the a I that old the copied script small wrote and the museum scanners three \
             from borrowed.",
            true,
        );
    }

    #[test]
    fn plain_and_clumsy_prose_is() {
        check(&trial::model_text(), false);
        check(
            "so what we did was we timed it and it was the typing that was slow so then i wrote a script for that \
             and got them the scanners they needed and it was ok in the end",
            false,
        );
    }

    #[test]
    fn other_scripts_are_left_alone() {
        check(
            "私は図書館で六万冊の本を新しい目録に移しました。三月までに終える必要がありました。",
            false,
        );
    }
}
