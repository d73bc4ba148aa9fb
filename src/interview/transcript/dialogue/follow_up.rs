//! Whether a question follows up the one before it: the rule, and its reasons.
//!
//! The first question of a section never does. Of the others, what is asked decides, sentence by sentence:
//!
//! 1. A question that asks for a new story does not: `Tell me about a time …`, `Walk me through your …`,
//!    `What is your greatest …`. It may mention the story before, but it can be answered without it.
//! 2. Otherwise it does, when it cannot be understood without what was said before. It then
//!    - goes on with it: `And then?`, `Tell me more`, `You said …`;
//!    - points back: `that plan`, `this pivot`, `these`; not the `that` of `I know that …` or `a plan that …`, nor
//!      the interview's own `this role`;
//!    - has a pronoun for something it does not name: `How do you measure it?`;
//!    - asks what happened in a story that was told, in the past: `How did you …`, `What happened …`. A new story would
//!      be asked for as in 1; in a list without answers no story is told. `Why did you apply …` and the like are about a life, not a story;
//!    - speaks of a thing said before as known: `What do you do when the data is inconclusive?`, after an answer
//!      on data. `the` counts with a word that occurred, not alone: `the company` may be new;
//!    - compares with it: `What else?`, `What would you do differently?` `… differently in your first 90 days`
//!      names what it is about, and stands alone.

use crate::interview::transcript::TranscriptQuestion;
use crate::interview::transcript::asking::{asking_sentences, without_lead_in};
use crate::interview::transcript::dialogue::references::{
    is_superlative, knows_what_was_said, leaves_unnamed, points_back,
};
use crate::interview::transcript::words::{is_one_of, spoken_words};

/// Whether a question follows up the one before it in its section.
pub fn follows_up(question: &str, before: &TranscriptQuestion) -> bool {
    let asked: Vec<Vec<String>> =
        asking_sentences(question).into_iter().map(spoken_words).collect();
    if asked.iter().any(|words| asks_for_a_new_story(words)) {
        return false;
    }
    let told = !before.model_answer.is_empty();
    goes_on(&spoken_words(question))
        || asked.iter().any(|words| {
            goes_on(words)
                || points_back(words)
                || leaves_unnamed(words)
                || (told && asks_what_happened(words))
                || knows_what_was_said(words, before)
                || compares(words)
        })
}

/// Whether the words begin with one of the phrases, and with how many of them.
fn begins_with_one_of(words: &[String], phrases: &str) -> Option<usize> {
    phrases.split('|').map(|phrase| phrase.split(' ')).find_map(|phrase| {
        let length = phrase.clone().count();
        (words.len() >= length && phrase.eq(words[..length].iter())).then_some(length)
    })
}

fn has_one_of(words: &[String], phrases: &str) -> bool {
    (0..words.len()).any(|at| begins_with_one_of(&words[at..], phrases).is_some())
}

fn asks_for_a_new_story(words: &[String]) -> bool {
    const BIDS: &str = "tell me about|tell us about|talk me through|talk us through|\
        walk me through|walk us through|take me through|take us through|give me|give us|describe|\
        share|think of|recall";
    const ASKS_WHAT: &str = "what is|what's|what are|what was|what were";
    const NEW: &str = "a an another any one some two your yourself how";
    const STORIES: &str =
        "a time|another time|a situation where|a situation in which|an example of a|have you ever";
    if words.last().is_some_and(|last| is_one_of(last, "that this these those")) {
        return false;
    }
    let asked = without_lead_in(words);
    let bid = begins_with_one_of(asked, BIDS).and_then(|length| asked.get(length));
    let bids = bid.is_some_and(|next| is_one_of(next, NEW));
    let yours = begins_with_one_of(asked, ASKS_WHAT).and_then(|length| asked.get(length));
    // `What are your strengths?` asks about a person, `What was your plan?` about a story.
    let about_you = yours.is_some_and(|next| next == "your")
        && !asked.get(1).is_some_and(|verb| is_one_of(verb, "was were"));
    let of_all =
        words.windows(2).any(|pair| is_one_of(&pair[0], "your the") && is_superlative(&pair[1]));
    let one_of_all = of_all && (words.iter().any(|word| word == "your") || bid.is_some());
    bids || about_you || one_of_all || has_one_of(words, STORIES)
}

fn goes_on(words: &[String]) -> bool {
    const FIRST: &str = "and|but|then|or|how so|why not|what else|who else|what about|how come|\
        tell me more|tell us more|say more|go on|you said|you mentioned|you told|you spoke|\
        you talked|you described";
    const ANYWHERE: &str = "you said|you mentioned|you described|you just|elaborate|tell me more|\
        tell us more|say more";
    // `Why?` and `How?` have nothing of their own to ask about.
    words.len() == 1 || begins_with_one_of(words, FIRST).is_some() || has_one_of(words, ANYWHERE)
}

fn asks_what_happened(words: &[String]) -> bool {
    const PAST: &str = "came did didn't had happened made was wasn't went were weren't";
    const QUESTION: &str = "how what when where which who whom why";
    const OF_A_LIFE: &str = "did you apply|did you become|did you choose to|did you decide to|\
        did you get into|did you hear|did you leave|did you want to|made you";
    let wh = words.iter().take(3).position(|word| is_one_of(word, QUESTION));
    let asks = wh
        .is_some_and(|at| words[at + 1..].iter().take(4).any(|word| is_one_of(word, PAST)))
        || words.first().is_some_and(|word| is_one_of(word, PAST));
    asks && !has_one_of(words, OF_A_LIFE)
}

fn compares(words: &[String]) -> bool {
    const LAST: &str = "again differently else instead";
    const ANYWHERE: &str = "next time|in hindsight|looking back|in retrospect|over again";
    words.last().is_some_and(|last| is_one_of(last, LAST)) || has_one_of(words, ANYWHERE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, expected: bool) {
        let before = TranscriptQuestion {
            text: "How do you use data to make product decisions?".to_owned(),
            model_answer: vec![
                "I tested the new pricing with 20% of traffic, and we shipped a tier.".to_owned(),
            ],
            ..TranscriptQuestion::default()
        };
        assert_eq!(follows_up(question, &before), expected, "{question}");
    }

    #[test]
    fn where_no_story_is_told_nobody_asks_what_happened_in_it() {
        let before = TranscriptQuestion {
            text: "How do you decide what not to build?".to_owned(),
            ..TranscriptQuestion::default()
        };
        assert!(!follows_up("How did you win over somebody who was against you?", &before));
        assert!(follows_up("And what came of it?", &before));
    }

    #[test]
    fn a_question_for_a_new_story_stands_alone() {
        for question in [
            "Tell me about a time you had to deliver hard feedback to someone.",
            "Okay, and now tell us about a situation that went wrong.",
            "Walk me through your most complex product initiative.",
            "Can you give me an example of a decision that you regret?",
            "Describe a conflict with the data team.",
            "What was your biggest failure?",
            "What are your strengths?",
            "Have you ever missed a deadline?",
            "Great. Tell me about a project that failed.",
        ] {
            check(question, false);
        }
    }

    #[test]
    fn a_question_that_names_what_it_is_about_stands_alone() {
        for question in [
            "What would you do differently in your first 90 days as a Senior PM?",
            "Why do you want to be promoted to Senior PM?",
            "How do you develop more junior PMs?",
            "What do you think that customers want?",
            "How do you treat people when they fail?",
            "Why do you want this role?",
            "How would you describe the company?",
            "What does it take to lead?",
            "Where do you see yourself in five years?",
        ] {
            check(question, false);
        }
    }

    #[test]
    fn a_question_that_goes_on_or_points_back_follows_up() {
        for question in [
            "What happened when that plan inevitably slipped?",
            "How did you get Engineering to support this pivot when they were focused on the existing roadmap?",
            "Why did you choose that approach?",
            "How do you know that works?",
            "Can you give me an example of that?",
            "And then?",
            "Why?",
            "Tell me more.",
            "You said you shipped a tier. Was it worth the trouble?",
        ] {
            check(question, true);
        }
    }

    #[test]
    fn a_question_for_what_happened_follows_up() {
        for question in [
            "How did you handle the ambiguity early on when you didn't know if microservices was the right call?",
            "What was the outcome?",
            "How did the team react?",
            "What did you learn?",
            "Did anybody object?",
        ] {
            check(question, true);
        }
        check("Why did you apply for the position?", false);
    }

    #[test]
    fn a_question_on_what_was_said_follows_up() {
        for question in [
            "What do you do when the data is inconclusive?",
            "Who decides on the pricing?",
            "How do you measure it?",
            "How do they react?",
            "What would you do differently?",
            "What would you change next time?",
        ] {
            check(question, true);
        }
        check("Who decides on the budget?", false);
    }
}
