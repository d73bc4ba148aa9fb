//! Whether it is plain to anybody what kind of answer a text is: said is less than is reckoned with.

use crate::interview::{
    scoring::{
        numbers::Numbers,
        telling::kind::{self, TellingKind, Told},
    },
    text::{Text, Word, lexicon},
};

/// Whether a text is surely of this kind. A story is one where most sentences tell in their main clause what happened: "I write
/// down what it brought" does not, nor does a wish with a memory in it.
pub fn is_surely(text: &Text, of: TellingKind) -> bool {
    let sentences = 0..text.sentences().len();
    let tells = |s: &usize| {
        let words = text.words_of(*s);
        match of {
            TellingKind::Story => tells_the_past(words),
            TellingKind::Practice => kind::told(words) == Told::Practice && !tells_the_past(words),
            TellingKind::Plan => kind::told(words) == Told::Plan,
            TellingKind::View => kind::told(words) == Told::View,
            TellingKind::Nothing => true,
        }
    };
    let all = sentences.len();
    let those = sentences.filter(tells).count();
    those as f32 >= Numbers::shipped().telling.kind.most * all as f32
}

/// Whether what "I" or "we" do in a sentence first, or the first of its verbs where they do nothing, is past.
fn tells_the_past(words: &[Word]) -> bool {
    let lower = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    let passed = |lower: &str| {
        lower.ends_with("ly")
            || matches!(lower, "also" | "always" | "first" | "just" | "never" | "then")
    };
    let subject = (0..words.len()).find(|at| {
        matches!(
            lower(*at),
            "i" | "i'd" | "i'll" | "i'm" | "i've" | "we" | "we'd" | "we'll" | "we're" | "we've"
        )
    });
    match subject {
        Some(at) if matches!(lower(at), "i" | "we") => {
            let verb = (at + 1..words.len()).map(lower).find(|lower| !passed(lower));
            verb.is_some_and(is_past)
        }
        Some(at) => lower(at).ends_with("'d") && is_past(lower(at + 1)),
        None => {
            let first = words.iter().map(|word| word.lower.as_str());
            first.into_iter().find(|lower| is_past(lower) || is_present(lower)).is_some_and(is_past)
        }
    }
}

fn is_past(lower: &str) -> bool {
    lexicon::is_past_form(lower)
        || matches!(
            lower,
            "couldn't"
                | "could"
                | "didn't"
                | "had"
                | "hadn't"
                | "was"
                | "wasn't"
                | "were"
                | "weren't"
        )
}

fn is_present(lower: &str) -> bool {
    matches!(lexicon::CLOSED_CLASS.get(lower), Some(b'B' | b'H' | b'M' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, of: TellingKind, expected: bool) {
        assert_eq!(is_surely(&Text::read(text), of), expected, "{text}");
    }

    #[test]
    fn a_story_tells_what_happened_in_its_main_clauses() {
        let story = "The bell cracked in May. I rang the foundry in Loughborough. They cast it anew, and we hung it at Easter.";
        check(story, TellingKind::Story, true);
        let yearly = "Every spring I sit down with the maps that we drew. I write down what each field brought and what it cost. \
                      When one has been low for three years I take samples.";
        check(yearly, TellingKind::Story, false);
        let wish = "Because I'd like this to be the ward where nobody is afraid. As charge nurse I can put a shift right. What I \
                    change tends to stay: the list came from me.";
        check(wish, TellingKind::Story, false);
    }

    #[test]
    fn a_practice_is_told_in_the_present() {
        check("I ring the depots each Monday. We compare the slips.", TellingKind::Practice, true);
        check("I rang the depots. We compared the slips.", TellingKind::Practice, false);
    }
}
