//! What the speaker says was done, and by whom.

use crate::interview::text::{Word, lexicon};

/// How often a sentence says what "I" did and what "we" did.
pub fn count(words: &[Word]) -> (usize, usize) {
    let mut own = 0;
    let mut shared = 0;
    for (i, word) in words.iter().enumerate() {
        let count = match word.lower.as_str() {
            "i" | "i've" | "i'd" | "i'll" => &mut own,
            "we" | "we've" | "we'd" | "we'll" => &mut shared,
            _ => continue,
        };
        let verb = words[i + 1..].iter().take(4).find(|w| {
            !matches!(
                w.lower.as_str(),
                "then"
                    | "also"
                    | "first"
                    | "personally"
                    | "immediately"
                    | "would"
                    | "will"
                    | "quickly"
                    | "therefore"
                    | "just"
                    | "have"
                    | "always"
                    | "finally"
                    | "usually"
                    | "myself"
                    | "never"
            )
        });
        *count += usize::from(verb.is_some_and(|verb| is_deed(&verb.lower)));
    }
    (own, shared)
}

/// Whether a word after "I" is something done.
fn is_deed(lower: &str) -> bool {
    !lexicon::STATIVE_VERBS.contains(lower)
        && !lexicon::CLOSED_CLASS.get(lower).is_some_and(|class| !matches!(class, b'V'))
        && !matches!(
            lower,
            "think"
                | "guess"
                | "know"
                | "feel"
                | "mean"
                | "want"
                | "like"
                | "love"
                | "believe"
                | "need"
                | "suppose"
                | "hope"
                | "agree"
                | "own"
                | "wish"
        )
}

/// When a deed is told to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "I rang them."
    Past,
    /// "I ring them", or what was done once.
    Present,
    /// "I would ring them."
    Conditional,
}

/// Verbs after which it is not sure that anything was done, beside those that are no deeds at all.
const UNSURE: [&str; 46] = [
    "aim",
    "became",
    "began",
    "can",
    "care",
    "caught",
    "could",
    "didn't",
    "died",
    "doubt",
    "fell",
    "forgot",
    "found",
    "fully",
    "get",
    "give",
    "got",
    "grew",
    "hear",
    "imagine",
    "kept",
    "let",
    "look",
    "lost",
    "may",
    "meant",
    "might",
    "only",
    "ought",
    "prefer",
    "remember",
    "say",
    "see",
    "shall",
    "should",
    "slept",
    "spent",
    "started",
    "stood",
    "tend",
    "thank",
    "try",
    "turned",
    "understand",
    "went",
    "won",
];

/// Whether a sentence surely tells something that "I" did, or "we" where that counts as well. Stricter than [`count`]: what is
/// shown to somebody as their deed has to be one.
pub fn surely(words: &[Word], tense: Tense, of_us: bool) -> bool {
    let subject = |lower: &str| match lower {
        "i" | "i'd" | "i'll" => true,
        "we" | "we'd" | "we'll" => of_us,
        _ => false,
    };
    let passed = |lower: &str| {
        lower.ends_with("ly")
            || matches!(lower, "also" | "always" | "first" | "just" | "myself" | "now" | "often")
            || matches!(lower, "personally" | "then")
    };
    words.iter().enumerate().filter(|(_, word)| subject(&word.lower)).any(|(at, word)| {
        let mut behind = words[at + 1..].iter().map(|word| word.lower.as_str());
        let mut verb = behind.by_ref().find(|lower| !passed(lower)).unwrap_or_default();
        let mut conditional = word.lower.ends_with("'d") || word.lower.ends_with("'ll");
        if matches!(verb, "would" | "will") {
            conditional = true;
            verb = behind.find(|lower| !passed(lower)).unwrap_or_default();
        }
        let past = lexicon::PAST_FORMS.contains(verb) || verb.len() > 4 && verb.ends_with("ed");
        let fits = match tense {
            Tense::Past => past && !conditional,
            Tense::Present => !conditional,
            Tense::Conditional => conditional && !past,
        };
        let is_word = verb.len() > 2 && verb.chars().all(char::is_alphabetic) || verb == "do";
        fits && is_word && is_deed(verb) && !UNSURE.contains(&verb)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::text::Text;

    #[track_caller]
    fn check_surely(text: &str, tense: Tense, expected: bool) {
        assert_eq!(surely(Text::read(text).words(), tense, false), expected, "{text}");
    }

    #[test]
    fn what_is_shown_as_a_deed_is_one() {
        check_surely("Then I rang the foundry in Loughborough.", Tense::Past, true);
        check_surely("I quickly wrote it up.", Tense::Past, true);
        check_surely("I would ring the foundry first.", Tense::Conditional, true);
        check_surely("I'd ring the foundry first.", Tense::Conditional, true);
        check_surely("I check the list every night.", Tense::Present, true);
        for text in [
            "I'm very motivated and I would give a hundred percent.",
            "I've always got on with my managers.",
            "I remember thinking it was late.",
            "I'd say that's one of my biggest strengths really.",
            "He died himself about a month later.",
            "I didn't ring.",
            "I worked hard.",
            "We rang the foundry.",
            "Sixty-eight.",
        ] {
            check_surely(text, Tense::Past, false);
        }
    }

    #[track_caller]
    fn check(text: &str, own: usize, shared: usize) {
        assert_eq!(count(Text::read(text).words()), (own, shared), "{text}");
    }

    #[test]
    fn deeds_are_counted_and_states_are_not() {
        check("I then wrote a plan and we finally built it.", 1, 1);
        check("I was tired, I think we are late, and I need it.", 0, 0);
    }
}
