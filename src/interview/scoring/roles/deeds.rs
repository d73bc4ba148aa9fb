//! What the speaker says was done, and by whom.

use crate::interview::text::{Text, Word, lexicon};

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
const UNSURE: [&str; 65] = [
    "aim",
    "arrived",
    "became",
    "began",
    "came",
    "can",
    "care",
    "caught",
    "could",
    "cried",
    "did",
    "didn't",
    "died",
    "doubt",
    "failed",
    "fell",
    "forgot",
    "found",
    "froze",
    "fully",
    "get",
    "give",
    "got",
    "grew",
    "hear",
    "hesitated",
    "ignored",
    "imagine",
    "kept",
    "laughed",
    "left",
    "let",
    "look",
    "lost",
    "may",
    "meant",
    "might",
    "missed",
    "only",
    "ought",
    "panicked",
    "prefer",
    "remember",
    "say",
    "see",
    "shall",
    "should",
    "sighed",
    "slept",
    "smiled",
    "spent",
    "started",
    "stayed",
    "steered",
    "stood",
    "tend",
    "thank",
    "try",
    "turned",
    "understand",
    "waited",
    "watched",
    "went",
    "wept",
    "won",
];

/// Words that say who does something in a clause of its own that goes before: "when the pipe burst, I rang".
const SUBORDINATORS: [&str; 14] = [
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "until",
    "when", "where", "whereas", "while",
];

/// Where a sentence surely tells something that "I" did, or "we" where that counts as well, as the indices of these words.
/// Stricter than [`count`]: what is shown to somebody as their deed has to be one.
fn sure(words: &[Word], tense: Tense, of_us: bool) -> impl Iterator<Item = usize> {
    let passed = |lower: &str| {
        lower.ends_with("ly")
            || matches!(lower, "also" | "always" | "first" | "just" | "myself" | "now" | "often")
            || matches!(lower, "personally" | "then")
    };
    let does = move |at: usize| {
        let mut behind = words[at + 1..].iter().map(|word| word.lower.as_str());
        let mut verb = behind.by_ref().find(|lower| !passed(lower)).unwrap_or_default();
        let lower = words[at].lower.as_str();
        let mut conditional = lower.ends_with("'d") || lower.ends_with("'ll");
        if matches!(verb, "would" | "will") {
            conditional = true;
            verb = behind.find(|lower| !passed(lower)).unwrap_or_default();
        }
        let past = lexicon::is_past_form(verb);
        let fits = match tense {
            Tense::Past => past && !conditional,
            Tense::Present => !conditional,
            Tense::Conditional => conditional && !past,
        };
        let is_word = verb.len() > 2 && verb.chars().all(char::is_alphabetic) || verb == "do";
        fits && is_word && is_deed(verb) && !UNSURE.contains(&verb)
    };
    (0..words.len()).filter(move |at| is_subject(&words[*at].lower, of_us) && does(*at))
}

fn is_subject(lower: &str, of_us: bool) -> bool {
    match lower {
        "i" | "i'd" | "i'll" => true,
        "we" | "we'd" | "we'll" => of_us,
        _ => false,
    }
}

/// Whether a sentence tells of something that "I" once did, in whichever clause: "last season I talked the director into it".
pub fn is_once_done(words: &[Word]) -> bool {
    sure(words, Tense::Past, false).next().is_some()
}

/// Whether a sentence surely tells something that "I" did, in its main clause: "He was the one who rang, and I stayed" and "She
/// wrote that I sighed" tell what somebody else did.
pub fn surely(text: &Text, sentence: usize, tense: Tense, of_us: bool) -> bool {
    let words = text.words_of(sentence);
    let is_other = |word: &Word| {
        let lower = word.lower.as_str();
        let class = lexicon::CLOSED_CLASS.get(lower);
        lexicon::is_past_form(lower)
            || lower.contains('\'') && !lower.ends_with("'s")
            || matches!(class, Some(b'B' | b'H' | b'M' | b'S' | b'V' | b'X'))
    };
    let comma_before = |at: usize| {
        let between = at.checked_sub(1).map(|before| words[before].span.end..words[at].span.start);
        between.is_some_and(|between| text.text()[between].contains(','))
    };
    // "I didn't go there or anywhere, I stayed": what was not done comes first.
    let is_denied =
        words.iter().position(|word| is_subject(&word.lower, of_us)).is_some_and(|at| {
            let behind: Vec<&str> =
                words[at + 1..].iter().take(2).map(|w| w.lower.as_str()).collect();
            behind.contains(&"not")
                || behind.first().is_some_and(|next| next.ends_with("n't") || *next == "never")
                || words[at].lower.ends_with("'d") && behind.first() == Some(&"have")
        });
    let leads = |at: usize| {
        // "So I rang", "In March I rang".
        let first = words[..at].iter().position(is_other);
        let opens = first.is_none_or(|first| {
            is_subject(&words[first].lower, of_us)
                && !words[..first].iter().any(|word| word.lower == "that")
        });
        let subordinate = words
            .first()
            .is_some_and(|word| SUBORDINATORS.contains(&word.lower.as_str()) && comma_before(at));
        let so = at > 1 && words[at - 1].lower == "so" && comma_before(at - 1);
        opens || subordinate || so
    };
    !is_denied && sure(words, tense, of_us).any(leads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_surely(text: &str, tense: Tense, expected: bool) {
        assert_eq!(surely(&Text::read(text), 0, tense, false), expected, "{text}");
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

    #[test]
    fn what_others_did_is_no_deed_of_mine() {
        for text in [
            "She wrote me a long text, and it said I sighed.",
            "He was the one who rang Chippenham, and I stayed in the canteen.",
            "Somebody senior was in the building and he took charge, I mostly watched.",
            "She cried, I cried.",
            "I came to Truro as registrar.",
            "I did nothing about it.",
            "I didn't go and sit with anyone, I sent round a memo.",
            "I left them to work it out.",
            "I'd have gone to the manager, I told him so.",
            "She told me I asked too much.",
        ] {
            check_surely(text, Tense::Past, false);
        }
        for text in [
            "When the pipe burst, I moved 1,200 maps.",
            "The igniter had cracked, so I rang Marek.",
            "On the Monday evening I took him aside.",
            "I was stung, and I asked my other pupils.",
            "But then I asked Isla why she stopped.",
        ] {
            check_surely(text, Tense::Past, true);
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
