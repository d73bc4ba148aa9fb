//! Key points: what carries a story, five to eight of them, each cut to its clause.

use std::cmp::Reverse;

use crate::interview::{drafting::gist::DraftSentence, star::Role, text::Text};

/// The most key points of a question: more than an answer of two minutes has room for.
const MOST: usize = 8;
/// A passage of fewer words says too little to be looked for.
const FEWEST_WORDS: usize = 5;
/// A sentence of fewer words is not cut.
const CUT_FROM: usize = 14;

/// What parts two clauses, each of which may stand alone.
const BORDERS: &[&str] =
    &["; ", " - ", " – ", " — ", ", but ", ", and I ", ", and we ", ", so I ", ", so we "];

/// The key points of an answer, in its order.
pub fn key_points(told: &[DraftSentence]) -> Vec<String> {
    let mut points: Vec<(usize, usize, String)> = Vec::new();
    for (at, sentence) in told.iter().enumerate() {
        let (weight, passage) = best_clause(sentence);
        if passage.split_whitespace().count() >= FEWEST_WORDS {
            points.push((weight, at, passage));
        }
    }
    points.sort_by_key(|(weight, at, _)| (Reverse(*weight), *at));
    points.truncate(MOST);
    points.sort_by_key(|(_, at, _)| *at);
    points.into_iter().map(|(_, _, passage)| passage).collect()
}

/// The clause of a sentence that carries most, and its weight.
fn best_clause(sentence: &DraftSentence) -> (usize, String) {
    let part = match sentence.role {
        Role::Result => 4,
        Role::Action => 3,
        Role::Task => 2,
        Role::Situation => 1,
    };
    let whole = sentence.text.trim();
    let clauses = if sentence.words >= CUT_FROM { clauses(whole) } else { vec![whole] };
    let weigh = |clause: &str| {
        let read = Text::read(clause);
        let measured = read.figures().iter().filter(|figure| figure.measures()).count();
        let own = read
            .words()
            .iter()
            .any(|word| matches!(word.lower.as_str(), "i" | "i'd" | "i've" | "we"));
        let names = read.words().iter().filter(|word| word.name_like).count();
        (3 * measured.min(2) + usize::from(own) + names.min(1), read.words().len())
    };
    let weighed = clauses.into_iter().map(|clause| (weigh(clause), clause));
    let ((weight, _), clause) = weighed
        .filter(|((_, words), _)| *words >= FEWEST_WORDS)
        .max_by_key(|((weight, words), _)| (*weight, *words))
        .unwrap_or(((0, 0), whole));
    (part + weight, clause.to_owned())
}

/// The clauses of a sentence, none of them inside quotation marks or brackets.
fn clauses(sentence: &str) -> Vec<&str> {
    if sentence.contains(['"', '“', '(', '[']) {
        return vec![sentence];
    }
    let mut cuts: Vec<(usize, usize)> = BORDERS
        .iter()
        .flat_map(|border| {
            // What the border says of the next clause stays with it.
            let kept =
                border.len() - border.trim_start_matches([',', ';', ' ', '-', '–', '—', ':']).len();
            sentence.match_indices(border).map(move |(at, _)| (at, at + kept))
        })
        .collect();
    cuts.sort_unstable();
    let (mut found, mut from) = (Vec::new(), 0);
    for (end, next) in cuts {
        if end >= from {
            found.push(sentence[from..end].trim());
            from = next;
        }
    }
    found.push(sentence[from..].trim());
    found.retain(|clause| !clause.is_empty());
    // A connective before the clause is none of what it says.
    found
        .into_iter()
        .map(|clause| {
            ["but ", "and ", "so "]
                .iter()
                .find_map(|word| clause.strip_prefix(word))
                .unwrap_or(clause)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_the_clause_that_carries_it() {
        let told = [
            DraftSentence::new(Role::Situation, "It was a Friday."),
            DraftSentence::new(
                Role::Result,
                "Everybody was rather tired by then - the pilot had closed 7 of 10 deals at 85,000 dollars each.",
            ),
            DraftSentence::new(Role::Action, "I rang three rival bakeries."),
        ];
        assert_eq!(
            key_points(&told),
            [
                "the pilot had closed 7 of 10 deals at 85,000 dollars each.",
                "I rang three rival bakeries."
            ]
        );
    }

    #[test]
    fn there_are_eight_at_most() {
        let told: Vec<DraftSentence> = (0..20)
            .map(|n| {
                DraftSentence::new(Role::Action, &format!("I moved box number {n} to the depot."))
            })
            .collect();
        assert_eq!(key_points(&told).len(), MOST);
    }
}
