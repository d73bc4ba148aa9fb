//! What asks: the rule that tells an interviewer's question from a remark.
//!
//! A sentence asks when it ends in a question mark, when it bids (`Tell me …`, `Describe …`), or when it says a wish
//! to know (`I'd like to hear …`). Everything else (`Thanks, that's clear.`) is a remark.

use crate::interview::text::Text;
use crate::interview::transcript::words::{is_one_of, spoken_words};

/// Words a question may begin with before it asks.
const LEAD_INS: &str = "\
    alright also and but can could finally first good great hi just lastly next now ok okay or \
    please right so thanks then to start us well would you hello let's i'd like for me thank";

/// Verbs that bid one to speak, with `me` or `us` behind them.
const BIDS_TO_ME: &str = "give help remind show take talk teach tell walk";

/// Verbs that bid one to speak by themselves.
const BIDS: &str = "\
    compare convince consider define describe discuss elaborate estimate expand explain imagine \
    introduce list name outline pitch recall rate sell share suppose summarise summarize";

/// Wishes to know.
const WISHES: &[&str] = &[
    "i'd like to",
    "i'd love to",
    "i would like to",
    "i would love to",
    "we'd like to",
    "we'd love to",
    "we would like to",
    "i want to hear",
    "i want to know",
    "i want to understand",
    "i'm curious",
    "i am curious",
    "i'm interested",
    "i wonder",
    "please",
];

/// Whether a text asks anything.
pub fn asks(text: &str) -> bool {
    sentences(text).into_iter().any(sentence_asks)
}

/// The sentences of a text that ask; all of them when none does.
pub fn asking_sentences(text: &str) -> Vec<&str> {
    let all = sentences(text);
    let asking: Vec<&str> =
        all.iter().copied().filter(|sentence| sentence_asks(sentence)).collect();
    if asking.is_empty() { all } else { asking }
}

/// The words of a sentence behind its lead-in: `Okay, so tell me` → `tell me`.
pub fn without_lead_in(words: &[String]) -> &[String] {
    let bids = |word: &str| is_one_of(word, BIDS) || is_one_of(word, BIDS_TO_ME);
    match words.iter().position(|word| !is_one_of(word, LEAD_INS)) {
        Some(at) if bids(&words[at]) => &words[at..],
        _ => words,
    }
}

fn sentences(text: &str) -> Vec<&str> {
    let read = Text::read(text);
    read.sentences().iter().map(|sentence| sentence.span.of(text)).collect()
}

fn sentence_asks(sentence: &str) -> bool {
    if sentence.contains(['?', '？']) {
        return true;
    }
    let words = spoken_words(sentence);
    let bidding = match without_lead_in(&words) {
        [verb, whom, ..] if is_one_of(verb, BIDS_TO_ME) => whom == "me" || whom == "us",
        [verb, ..] => is_one_of(verb, BIDS),
        [] => false,
    };
    let said = format!(" {} ", words.join(" "));
    bidding || WISHES.iter().any(|wish| said.contains(&format!(" {wish} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(asks(text), expected, "{text}");
    }

    #[test]
    fn a_question_a_bid_and_a_wish_ask() {
        check("How do you develop more junior PMs?", true);
        check("Tell me about a time you failed.", true);
        check("Okay, so walk us through your plan.", true);
        check("Can you describe a conflict.", true);
        check("I'd like to hear about your team.", true);
        check("Great. What did you learn?", true);
        check("For the last one, please.", true);
    }

    #[test]
    fn a_remark_asks_nothing() {
        check("Thanks, that's clear.", false);
        check("Great answer.", false);
        check("Give it some time.", false);
        check("", false);
    }

    #[test]
    fn only_the_sentences_that_ask_are_the_question() {
        assert_eq!(asking_sentences("I like that. What next? Well."), ["What next?"]);
        assert_eq!(asking_sentences("Your greatest strength."), ["Your greatest strength."]);
    }
}
