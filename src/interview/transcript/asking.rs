//! What asks: the rule that tells an interviewer's question from a remark.
//!
//! A sentence asks when it ends in a question mark, when it bids (`Tell me …`, `Describe …`), or when it says a wish
//! to know (`I'd like to hear …`). Everything else (`Thanks, that's clear.`) is a remark.

use crate::interview::text::Text;
use crate::interview::transcript::words::{is_one_of, spoken_words};

/// Words a question may begin with before it asks.
const LEAD_INS: &str = "\
    alright also and but can could erm finally first good great hi just lastly like next now ok okay \
    or please right so thanks then to start uh um us well would you hello let's i'd for me thank";

/// Verbs that bid one to speak, with `me` or `us` behind them.
const BIDS_TO_ME: &str = "give help remind show take talk teach tell walk";

/// Verbs that bid one to speak by themselves.
const BIDS: &str = "\
    compare convince consider define describe discuss elaborate estimate expand explain imagine \
    introduce list name outline pitch recall rate sell share suppose summarise summarize";

/// Bids that ask wherever they stand in a sentence: `So to kick us off, tell me about …`.
const BIDS_ANYWHERE: &[&str] = &[
    "beschreiben sie",
    "cuénteme",
    "describa",
    "décrivez",
    "décrivez-moi",
    "erzählen sie",
    "give me an example",
    "give us an example",
    "háblenos de",
    "parlez moi",
    "parlez-moi",
    "racontez",
    "racontez-moi",
    "take me through",
    "take us through",
    "talk me through",
    "talk us through",
    "tell me about",
    "tell me more",
    "tell us about",
    "tell us more",
    "walk me through",
    "walk us through",
];

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
    "i was wondering",
    "let's discuss",
    "let's talk about",
    "like you to",
    "love to hear",
    "please",
    "want you to",
];

/// What is asked to be polite, or about the meeting itself.
const SMALL_TALK: &[&str] = &[
    "any questions before we",
    "any questions for me",
    "any questions for us",
    "are you ready",
    "can everyone see",
    "can i get you",
    "can we get started",
    "can you hear",
    "can you see",
    "did you find us",
    "do you have any questions",
    "does that sound good",
    "does that work for you",
    "have a good day",
    "have any questions for",
    "how are things",
    "how are you",
    "how is it going",
    "how was your day",
    "how was your journey",
    "how was your trip",
    "how was your weekend",
    "how's everything",
    "how's it going",
    "how's your day",
    "is now a good time",
    "is that okay",
    "is that ok",
    "nice to meet you",
    "ready to start",
    "shall we begin",
    "shall we get started",
    "shall we start",
    "sound good",
    "what questions do you have",
    "would you like some water",
];

/// Whether a text asks anything.
pub fn asks(text: &str) -> bool {
    text.contains(['?', '？']) || sentences(text).into_iter().any(sentence_asks)
}

/// Whether all that a text asks is asked to be polite.
pub fn is_small_talk(text: &str) -> bool {
    let mut asking = sentences(text).into_iter().filter(|one| sentence_asks(one)).peekable();
    asking.peek().is_some()
        && asking.all(|sentence| {
            let said = format!(" {} ", spoken_words(sentence).join(" "));
            SMALL_TALK.iter().any(|phrase| said.contains(&format!(" {phrase} ")))
        })
}

/// Whether a line of a list begins as a question does, though it may lack its mark: `What is your weakness`.
pub fn begins_as_a_question(text: &str) -> bool {
    const BEGINNINGS: &str = "are can describe did do does explain give has have how if is share tell what \
        what's when where which who why would";
    const NOT: &str = "it to not";
    let words = spoken_words(text);
    match words.as_slice() {
        [first, second, _, ..] => is_one_of(first, BEGINNINGS) && !is_one_of(second, NOT),
        _ => false,
    }
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
    Text::sentence_spans(text).into_iter().map(|span| span.of(text)).collect()
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
    let mut phrases = WISHES.iter().chain(BIDS_ANYWHERE);
    bidding || phrases.any(|phrase| said.contains(&format!(" {phrase} ")))
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
        check("So to kick us off, um, tell me about an outage.", true);
    }

    #[test]
    fn a_remark_asks_nothing() {
        check("Thanks, that's clear.", false);
        check("Great answer.", false);
        check("Give it some time.", false);
        check("", false);
    }

    #[test]
    fn what_is_asked_to_be_polite_is_small_talk() {
        assert!(is_small_talk("Hi Sam, how are you? Can you hear me?"));
        assert!(!is_small_talk("How are you? Tell me about a failure."));
        assert!(!is_small_talk("Parlez-moi de vous ?"));
    }

    #[test]
    fn only_the_sentences_that_ask_are_the_question() {
        assert_eq!(asking_sentences("I like that. What next? Well."), ["What next?"]);
        assert_eq!(asking_sentences("Your greatest strength."), ["Your greatest strength."]);
    }
}
