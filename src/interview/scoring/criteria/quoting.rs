//! Short quotes inside sentences for the player.

/// The longest quote inside a sentence, in characters.
const LONGEST: usize = 90;

/// A passage in quotation marks, cut at a word where it is long, without its closing stop.
pub fn quote(passage: &str) -> String {
    let passage = passage.trim().trim_end_matches(['.', ',', ';', ':']);
    if passage.chars().count() <= LONGEST {
        return format!("“{passage}”");
    }
    let cut: String = passage.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(head, _)| head);
    format!("“{whole} …”")
}

/// A sentence with its stop: a question or an exclamation that it closes with, quoted or not, ends it too.
pub fn ended(sentence: String) -> String {
    let last = sentence.trim_end_matches(['”', '"', '’', ')']).chars().next_back();
    if last.is_some_and(|last| matches!(last, '.' | '?' | '!' | '…')) {
        sentence
    } else {
        sentence + "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_stop() {
        let check = |sentence: &str, expected: &str| {
            assert_eq!(ended(sentence.to_owned()), expected);
        };
        check("Say this too: “We moved out”", "Say this too: “We moved out”.");
        check("Answer this question: “Why did you?”", "Answer this question: “Why did you?”");
        check("Say what came of “Go!”", "Say what came of “Go!”");
        check("It goes on “and on …”", "It goes on “and on …”");
        check("Put a number on it.", "Put a number on it.");
    }

    #[test]
    fn long_passages_are_cut_at_a_word() {
        assert_eq!(quote("We moved out."), "“We moved out”");
        let long = quote(&"word ".repeat(40));
        assert!(long.ends_with("word …”") && long.chars().count() < 100);
    }
}
