//! A story told by a group: I becomes we, with its verb; nothing where English would not take it.

use crate::interview::text::{Span, Text};

/// The same sentences told by a group; nothing where one of them speaks of somebody alone.
pub fn told_as_we(text: &str) -> Option<String> {
    let read = Text::read(text);
    let words = read.words();
    let lower =
        |at: usize| words.get(at).map_or(String::new(), |word| word.lower.replace('’', "'"));
    let mut changes: Vec<(Span, String)> = Vec::new();
    let mut subjects = 0;
    for (at, word) in words.iter().enumerate() {
        let quoted =
            read.quotes().iter().any(|quote| (quote.start..quote.end).contains(&word.span.start));
        let said = lower(at);
        let new = match said.as_str() {
            "i" => "we",
            "my" => "our",
            "me" => "us",
            "myself" => "ourselves",
            "mine" => "ours",
            "i'd" => "we'd",
            "i've" => "we've",
            "i'll" => "we'll",
            "i'm" => "we're",
            _ => continue,
        };
        if quoted {
            continue;
        }
        if said == "i" || said.starts_with("i'") {
            if stands_alone(&read, at, &lower) {
                return None;
            }
            subjects += 1;
            // The verb agrees, before it in a question or behind it.
            for verb in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                let plural = match lower(verb).as_str() {
                    "am" => "are",
                    "was" => "were",
                    "wasn't" => "weren't",
                    _ => continue,
                };
                let subject_before = verb < at && words[verb].sentence == word.sentence;
                let own = verb > at
                    || (subject_before && at >= 2 && is_asking(&lower(at - 2)))
                    || verb == 0;
                if own && let Some(verb) = words.get(verb) {
                    changes.push((verb.span, plural.to_owned()));
                }
            }
        }
        changes.push((word.span, new.to_owned()));
    }
    (subjects > 0).then(|| replaced(&read, text, changes))
}

fn is_asking(word: &str) -> bool {
    matches!(word, "how" | "what" | "when" | "where" | "why" | "who")
}

/// Whether an `I` is one person beside others, in an office, or called something: `a friend and I`, `As a nurse, I`, `I was
/// the nurse in charge`.
fn stands_alone(read: &Text, at: usize, lower: &impl Fn(usize) -> String) -> bool {
    let words = read.words();
    let same =
        |other: usize| words.get(other).is_some_and(|word| word.sentence == words[at].sentence);
    // Behind a comma, `and I` begins a clause of its own.
    let clause = at >= 2
        && same(at - 2)
        && read.text()[words[at - 2].span.end..words[at - 1].span.start]
            .contains([',', ';', '-', '–']);
    let joined = at > 0
        && same(at - 1)
        && !clause
        && matches!(lower(at - 1).as_str(), "and" | "or" | "than");
    let joins = same(at + 1) && matches!(lower(at + 1).as_str(), "and" | "or");
    let sentence: Vec<usize> =
        (0..words.len()).filter(|other| words[*other].sentence == words[at].sentence).collect();
    let office = sentence
        .windows(2)
        .any(|pair| lower(pair[0]) == "as" && matches!(lower(pair[1]).as_str(), "a" | "an"));
    let called = same(at + 2)
        && matches!(lower(at + 1).as_str(), "am" | "was" | "became" | "wasn't")
        && matches!(lower(at + 2).as_str(), "a" | "an" | "the" | "one" | "alone");
    let contracted = lower(at) == "i'm" && matches!(lower(at + 1).as_str(), "a" | "an" | "the");
    joined || joins || office || called || contracted
}

fn replaced(read: &Text, text: &str, mut changes: Vec<(Span, String)>) -> String {
    changes.sort_by_key(|(span, _)| span.start);
    let starts: Vec<usize> = read
        .words()
        .iter()
        .enumerate()
        .filter_map(|(at, word)| {
            let first = at == 0 || read.words()[at - 1].sentence != word.sentence;
            first.then_some(word.span.start)
        })
        .collect();
    let (mut out, mut at) = (String::with_capacity(text.len() + 16), 0);
    for (span, new) in changes {
        if span.start < at {
            continue;
        }
        out.push_str(&text[at..span.start]);
        let mut letters = new.chars();
        match letters.next() {
            Some(first) if starts.contains(&span.start) => {
                out.extend(first.to_uppercase());
                out.push_str(letters.as_str());
            }
            _ => out.push_str(&new),
        }
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(told_as_we(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn verbs_agree() {
        check("I was sure, and I'm sorry.", Some("We were sure, and we're sorry."));
        check(
            "I met my team. They told me so, and I’d listen.",
            Some("We met our team. They told us so, and we'd listen."),
        );
        check("My boss was late.", None);
        check("I knew the boss was late.", Some("We knew the boss was late."));
    }

    #[test]
    fn one_who_stands_alone_is_not_made_many() {
        check("A friend and I went.", None);
        check("As a Senior PM, I'd define it.", None);
        check("I was the nurse in charge.", None);
        check("I said: \"I can.\"", Some("We said: \"I can.\""));
    }
}
