//! Words of a question that mean something said before it.

use crate::interview::text::lexicon::stem;
use crate::interview::transcript::TranscriptQuestion;
use crate::interview::transcript::words::{is_one_of, spoken_words};

/// Words that hold a sentence together and name nothing.
const CLOSED: &str = "\
    a about after all also an and any are as at be been before but by can could did do does for \
    from had has have how i if in into is it more my not of on or our over same she so than that \
    the their them then there they this to was we were what when where which who why will with \
    would you your";

/// What `this` and `the` may mean without its having been said: the interview and what it is for.
const THIS_INTERVIEW: &str = "\
    company conversation interview job level opportunity organisation organization position \
    promotion role team year";

/// Behind these a `that` points; behind other words it may join a clause.
const POINTED_BEHIND: &str = "\
    about after and as at because before behind by did do does during for from how if in into is \
    like of on once since through to until was when where why with without";

/// `most`, `biggest`, `proudest`: what is looked for among all one has done.
pub fn is_superlative(word: &str) -> bool {
    const NONE: &str = "honest interest invest request rest suggest test";
    is_one_of(word, "best last least most worst")
        || (word.len() > 5 && word.ends_with("est") && !is_one_of(word, NONE))
}

/// `that plan`, `this pivot`, `those`.
pub fn points_back(words: &[String]) -> bool {
    words.iter().enumerate().any(|(at, word)| match word.as_str() {
        "this" | "these" => !words.get(at + 1).is_some_and(|next| is_one_of(next, THIS_INTERVIEW)),
        "those" => !words.get(at + 1).is_some_and(|next| is_one_of(next, "of who")),
        "that" | "that's" => !joins_a_clause(&words[..at], &words[at + 1..]),
        _ => false,
    })
}

/// Whether a `that` joins a clause to what stands before it: `I know that …`, `a plan that failed`.
fn joins_a_clause(before: &[String], behind: &[String]) -> bool {
    const BEGIN_A_CLAUSE: &str = "\
        a an are can did didn't does had has have he i is isn't it my our she the there they was \
        wasn't we were weren't will would you your";
    const SAY: &str = "\
        believe decide ensure feel find found know knew mean say show so sure think understand";
    const ANTECEDENT: &str = "a an any every one some someone something the your";
    let Some(next) = behind.first() else { return false };
    if before.last().is_none_or(|last| is_one_of(last, POINTED_BEHIND)) {
        return false;
    }
    // A clause has a subject and a verb: two words at least.
    let says = before.last().is_some_and(|last| is_one_of(last, SAY)) && behind.len() > 1;
    is_one_of(next, BEGIN_A_CLAUSE)
        || says
        || before.iter().rev().take(3).any(|word| is_one_of(word, ANTECEDENT))
}

/// A pronoun with nothing before it in the question that it could stand for: no noun with its article, no plural,
/// and no verb with its object.
pub fn leaves_unnamed(words: &[String]) -> bool {
    const PRONOUNS: &str = "he he's her him his it it's its she she's their them they they're";
    const NAMES: &str = "a an any anyone each every my one our somebody someone the your";
    let Some(at) = words.iter().position(|word| is_one_of(word, PRONOUNS)) else { return false };
    let before = &words[..at];
    let is_next =
        |steps: usize, list: &str| words.get(at + steps).is_some_and(|next| is_one_of(next, list));
    // `What is it like to …`, `Is it important to …`: this `it` stands for what follows.
    let empty = words[at] == "it"
        && (is_next(1, "about for like mean take that to") || is_next(2, "for that to"));
    let named = before.iter().any(|word| is_one_of(word, NAMES) || is_plural(word));
    let open = before.iter().filter(|word| !is_one_of(word, CLOSED)).count();
    !empty && !named && open < 2
}

fn is_plural(word: &str) -> bool {
    const NONE: &str = "always as does has is its perhaps this was what's yes";
    word.len() > 2 && word.ends_with('s') && !word.ends_with("ss") && !is_one_of(word, NONE)
}

/// `the` with a word of the question before or of its answer: `the data`, `the new pricing`.
pub fn knows_what_was_said(words: &[String], before: &TranscriptQuestion) -> bool {
    let definite = words.iter().enumerate().filter(|(_, word)| *word == "the");
    let behind = definite.flat_map(|(at, _)| {
        let names = words[at + 1..].iter().take(2);
        names.take_while(|word| !is_one_of(word, CLOSED) && !is_superlative(word))
    });
    let meant: Vec<String> =
        behind.filter(|word| !is_one_of(word, THIS_INTERVIEW)).map(|word| stem(word)).collect();
    if meant.is_empty() {
        return false;
    }
    // A stem begins as its word does, and few words begin alike: the others need no stem.
    let begins_alike = |word: &str, stemmed: &str| word.chars().next() == stemmed.chars().next();
    let texts = std::iter::once(&before.text).chain(&before.model_answer);
    texts.flat_map(|text| spoken_words(text)).any(|word| {
        meant.iter().any(|stemmed| begins_alike(&word, stemmed))
            && !is_one_of(&word, CLOSED)
            && meant.contains(&stem(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rule: fn(&[String]) -> bool, question: &str, expected: bool) {
        assert_eq!(rule(&spoken_words(question)), expected, "{question}");
    }

    #[test]
    fn that_points_or_joins() {
        check(points_back, "What happened when that plan slipped?", true);
        check(points_back, "How do you know that works?", true);
        check(points_back, "That sounds hard, was it?", true);
        check(points_back, "How do you know that microservices work?", false);
        check(points_back, "What is a risk that you took?", false);
        check(points_back, "How do you handle a project that failed?", false);
    }

    #[test]
    fn this_points_but_at_the_interview() {
        check(points_back, "How do you judge this pivot?", true);
        check(points_back, "Why do you want this role?", false);
    }

    #[test]
    fn a_pronoun_needs_something_it_stands_for() {
        check(leaves_unnamed, "How do you measure it?", true);
        check(leaves_unnamed, "What do you do when they refuse?", true);
        check(leaves_unnamed, "When a team fails, how do you help them?", false);
        check(leaves_unnamed, "How do you treat people when they fail?", false);
        check(leaves_unnamed, "What does it take to lead?", false);
    }
}
