//! Where a sentence says what was learned.

use crate::interview::{
    scoring::telling::specifics,
    text::{
        Span, Text, Word,
        lexicon::{self, Match},
    },
};

/// What is in phrases that say a lesson and nothing else; "since then" may tell what came of it.
const SURE: [&str; 10] = [
    "differently",
    "hindsight",
    "learn",
    "lesson",
    "looking back",
    "my mistake",
    "realis",
    "realiz",
    "taught me",
    "took from",
];
/// What goes on behind "the lesson was" where that is no hour of teaching.
const LESSONS: [&str; 11] =
    ["about", "always", "clear", "how", "never", "not", "simple", "that", "this", "to", "you"];
/// What "I" do with a lesson of that kind.
const TAKEN: [&str; 10] =
    ["carry", "draw", "drawn", "drew", "keep", "learned", "learnt", "take", "taken", "took"];
/// What says that something is to be done.
const TO_DO: [&str; 10] =
    ["always", "can't", "don't", "has", "have", "must", "need", "never", "should", "to"];
/// What is in lessons that any story could have.
const GENERAL: [&str; 9] =
    ["everything", "important", "key", "lot", "lots", "much", "skills", "team", "work"];

/// Whether a phrase tells a lesson where it stands: "my lesson cards" are of another kind, and "he has paid on time ever since"
/// is what came of it.
pub fn is_lesson(answer: &Text, found: &Match) -> bool {
    let words = answer.words();
    let sentence = words[found.first].sentence;
    let here = |word: &&Word| word.sentence == sentence;
    let lower = |word: &Word| word.lower.clone();
    let before: Vec<String> =
        words[..found.first].iter().rev().take_while(here).map(lower).collect();
    let behind: Vec<String> = words[found.end..].iter().take_while(here).map(lower).collect();
    let before = |back: usize| before.get(back).map_or("", String::as_str);
    let behind = |on: usize| behind.get(on).map_or("", String::as_str);
    let is_taken = |verb: &str| TAKEN.contains(&verb);
    let phrase: Vec<&str> =
        words[found.first..found.end].iter().map(|word| word.lower.as_str()).collect();
    match phrase.as_slice() {
        ["lesson", "i"] => is_taken(behind(0)),
        ["lesson", "is" | "was"] => LESSONS.contains(&behind(0)),
        [.., "lesson" | "takeaway"] => match behind(0) {
            "" => matches!(before(0), "is" | "learned" | "learnt" | "that's" | "was"),
            "for" => matches!(behind(1), "me" | "us"),
            "from" => matches!(behind(1), "all" | "it" | "that" | "this"),
            "i" | "i've" => is_taken(behind(1)),
            "is" | "was" => LESSONS.contains(&behind(1)),
            "here" | "learned" | "learnt" => true,
            _ => {
                let next = words[found.end].span.start;
                answer.text()[words[found.end - 1].span.end..next].contains(':')
            }
        },
        ["ever", "since"] | ["from", "then", "on"] => {
            let all = || words.iter().enumerate().filter(|(_, word)| here(word));
            let next = |at: usize| words.get(at + 1).map_or("", |word| word.lower.as_str());
            let kept = all().any(|(at, word)| {
                at < found.first && word.lower == "i've" && next(at) != "been"
                    || word.lower == "i" && matches!(next(at), "always" | "now")
            });
            kept || behind(0) == "i've" && behind(1) != "been"
        }
        _ => true,
    }
}

/// Whether a sentence tells a lesson in everyday words that says what is to be done: "I learned that you have to ask". That
/// teamwork is important could be the lesson of any story.
pub(super) fn is_plain(answer: &Text, sentence: usize) -> bool {
    let here = answer.words_of(sentence);
    let first = answer.sentences()[sentence].words.start;
    let is_general = |lower: &str| GENERAL.contains(&lower) || specifics::is_idea(lower);
    let says = |found: Match| {
        let phrase =
            Span { start: here[found.first].span.start, end: here[found.end - 1].span.end };
        let phrase = phrase.of(answer.text()).to_lowercase();
        let mut behind = here[found.end..].iter().map(|word| word.lower.as_str());
        let is_kept = phrase == "ever since" || phrase == "from then on";
        let is_to_do = is_kept || is_sure(&phrase) && behind.clone().any(|w| TO_DO.contains(&w));
        let placed = Match { first: first + found.first, end: first + found.end, ..found };
        is_to_do && !behind.any(is_general) && is_lesson(answer, &placed)
    };
    lexicon::REFLECTION.find(here).any(says) && lexicon::BUZZWORDS.find(here).next().is_none()
}

/// Whether words say a lesson and nothing else.
pub fn is_sure(words: &str) -> bool {
    let words = words.to_lowercase();
    SURE.iter().any(|sure| words.contains(sure))
}
