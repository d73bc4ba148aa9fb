//! Not sentences: a list of keywords, or words in an order that English does not have.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Kind},
    },
    text::{Text, grammar},
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "not-sentences",
    name: "Not sentences",
    about: "Recognises lists of keywords and shuffled words: an answer is told in sentences.",
    kind: Kind::Gate,
    assess,
};

/// Fewer words are left alone: they may be an answer in a phrase.
const FEWEST: usize = 12;
/// Prose has about .45 of function words; below this it is a list, unless the model answer is one too.
const FUNCTION_SHARE: f32 = 0.2;
/// With fewer words between its marks a list is one of keywords; what is listed in phrases can be followed.
const IN_A_ROW: f32 = 2.5;
/// Below this share of function words it is a list of keywords, whatever its marks.
const HARDLY_ANY: f32 = 0.08;
/// Where somebody does something in every so many words, dense prose is no list.
const WORDS_A_PERSON: usize = 15;
/// Above this share "and" holds together a list, not a story.
const AND_SHARE: f32 = 0.2;
/// Odd places a hundred words from which on words were shuffled; prose has below 2.
const SHUFFLED: f32 = 5.0;
/// Fewer odd places may be slips.
const PLACES: usize = 3;
/// The same where the words are the model answer's, but hardly any two stand together as there.
const SHUFFLED_MODEL: f32 = 2.0;
/// The share of neighbours below which the model answer's words stand in another order.
const KEPT_PAIRS: f32 = 0.25;
/// So many neighbours must both be the model answer's words for their order to tell anything.
const PAIRS: usize = 20;

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
    let words = context.answer.words();
    let read = &context.grammar;
    let prose =
        Finding::new(CRITERION.id, 1.0, "It does not read like keywords or shuffled words.");
    if words.len() < FEWEST || read.latin < 0.5 {
        return prose;
    }
    let model = grammar::read(&context.model.answer);
    let ands = words.iter().filter(|w| w.lower == "and").count();
    let told_by_somebody = words.iter().filter(|word| speaks(&word.lower)).count();
    let list = read.function_share < FUNCTION_SHARE
        && model.function_share > FUNCTION_SHARE + 0.08
        && told_by_somebody * WORDS_A_PERSON < words.len()
        && (read.function_share < HARDLY_ANY || in_a_row(context.answer) < IN_A_ROW);
    if list || ands as f32 > AND_SHARE * words.len() as f32 {
        let shown = context.answer.sentences().iter().take(2).map(|s| s.span);
        return Finding::new(CRITERION.id, 0.0, "These are keywords; a panel needs sentences.")
            .shown(shown)
            .capped(1);
    }
    let (kept, pairs) = grammar::kept_pairs(context.answer, &context.model.answer);
    let reordered = pairs >= PAIRS && kept < KEPT_PAIRS && read.oddness > SHUFFLED_MODEL;
    if read.odd.len() >= PLACES && (read.oddness > SHUFFLED || reordered) {
        return Finding::new(CRITERION.id, 0.0, "The words are not in an order one can follow.")
            .shown(read.odd.iter().copied())
            .capped(1);
    }
    prose
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires("not-sentences", answer), expected);
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
