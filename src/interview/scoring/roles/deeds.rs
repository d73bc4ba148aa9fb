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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::text::Text;

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
