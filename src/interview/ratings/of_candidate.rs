//! What the game says to somebody about their answer, said about them: who rates an answer is not who gave it.

use std::sync::LazyLock;

use crate::interview::scoring::{Story, level::Level, numbers::Numbers};

/// What is said to somebody, and the same about a candidate; where more than one fits, the first.
const PHRASES: [(&str, &str); 14] = [
    ("You say what you ", "The candidate says what they "),
    ("they asked for a time you did it", "a time was asked for at which it was done"),
    ("they asked for one time you did it", "one time was asked for at which it was done"),
    ("You tell what happened", "The candidate tells what happened"),
    ("they asked about you", "the question was about the candidate"),
    ("they asked what you would do", "the question was what they would do"),
    ("not what you did yourself", "not what the candidate did"),
    (
        "soften what you say; what you know, say plainly",
        "soften what they say; what they know could be said plainly",
    ),
    ("say which part would be yours", "it could say which part would be theirs"),
    ("say which part was yours", "it could say which part was theirs"),
    (
        "Say more about yourself, which is what they asked for",
        "It could say more about the candidate, which was asked for",
    ),
    ("It tells them about you, as they asked", "It is about the candidate, as was asked"),
    ("you know best", "the candidate knows best"),
    ("your own", "their own"),
];

/// The same for the words that are left.
const WORDS: [(&str, &str); 5] = [
    ("you", "the candidate"),
    ("You", "The candidate"),
    ("your", "their"),
    ("yours", "theirs"),
    ("yourself", "themselves"),
];

/// A sentence of the game's, about the candidate; the words that it quotes stay theirs.
pub fn about_candidate(said: &str) -> String {
    let part = |part: &str| if part.starts_with('“') { part.to_owned() } else { turned(part) };
    let closed = said.split_inclusive('”');
    let parts = closed.flat_map(|closed| {
        let (before, quote) = closed.split_at(closed.find('“').unwrap_or(closed.len()));
        [before, quote]
    });
    parts.map(part).collect()
}

fn turned(said: &str) -> String {
    let said = PHRASES.iter().fold(said.to_owned(), |said, (to, about)| said.replace(to, about));
    let about = |part: &str| {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphabetic());
        let about = WORDS.iter().find(|(to, _)| *to == word).map_or(word, |(_, about)| about);
        format!("{about}{}", &part[word.len()..])
    };
    said.split_inclusive(|letter: char| !letter.is_alphabetic()).map(about).collect()
}

static ANCHORS: LazyLock<[String; 5]> = LazyLock::new(|| {
    let anchors = &Numbers::shipped().rubric.of(Story::Own).anchors;
    anchors.each_ref().map(|anchor| about_candidate(anchor))
});

/// What an answer of a level sounds like to whoever rates it.
pub fn anchor(level: Level) -> &'static str {
    &ANCHORS[usize::from(level.number() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &str, expected: &str) {
        assert_eq!(about_candidate(said), expected);
    }

    #[test]
    fn what_is_said_to_somebody_is_said_about_them() {
        check(
            "A sentence on what you had to reach would help the panel.",
            "A sentence on what the candidate had to reach would help the panel.",
        );
        check(
            "It says what “we” did, not what you did yourself.",
            "It says what “we” did, not what the candidate did.",
        );
        check(
            "You say what you usually do; they asked for one time you did it.",
            "The candidate says what they usually do; one time was asked for at which it was done.",
        );
        check("One sentence tells your own steps.", "One sentence tells their own steps.");
        check(
            "What you did: “you said your piece” is yours.",
            "What the candidate did: “you said your piece” is theirs.",
        );
    }

    #[test]
    fn what_speaks_to_nobody_stays() {
        for said in ["", "What came of it is told.", "It answers the question.", "Youth — yourt."]
        {
            check(said, said);
        }
    }

    #[test]
    fn anchors_are_about_the_candidate() {
        assert_eq!(
            anchor(Level::new(3)),
            "The answer can be followed. It lacks a part, or the details that make it theirs."
        );
        for level in (1..=5).map(Level::new) {
            let words = anchor(level).to_lowercase();
            assert!(!words.split_whitespace().any(|word| word.starts_with("you")), "{words}");
        }
    }
}
