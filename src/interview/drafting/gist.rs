//! The gist of an answer: whole sentences of it that stand without those left out.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::interview::{star::Role, text::Text};

/// A card says about so many words, so that several can be compared at a glance.
const CARD_WORDS: usize = 75;
/// A card says at least so many, so that it is an answer.
const FEWEST_WORDS: usize = 18;

/// Words at the head of a sentence that lean on the one before it.
const LEANING: &[&str] = &[
    "afterwards",
    "also",
    "and",
    "another",
    "but",
    "finally",
    "he",
    "he'd",
    "he's",
    "her",
    "hers",
    "his",
    "however",
    "instead",
    "it",
    "it's",
    "its",
    "likewise",
    "or",
    "she",
    "she'd",
    "she's",
    "similarly",
    "so",
    "still",
    "that",
    "that's",
    "their",
    "then",
    "these",
    "they",
    "they'd",
    "they're",
    "third",
    "this",
    "those",
    "too",
    "yet",
    "both",
    "neither",
    "second",
    "which",
    "who",
    "such",
    "meanwhile",
    "otherwise",
    "therefore",
    "hers",
    "him",
    "them",
    "there",
    "same",
    "because",
    "after",
];

/// A sentence of a model answer with what is asked of it here.
#[derive(Clone, Debug)]
pub struct DraftSentence {
    /// Its part.
    pub role: Role,
    /// Its words.
    pub text: String,
    /// How many words it has.
    pub words: usize,
    /// How many figures in it measure something.
    pub measures: usize,
    /// Whether it holds a figure of any kind.
    pub counts: bool,
    /// Whether somebody speaks of themselves alone in it.
    pub own: bool,
    /// Whether it leans on the sentence before it.
    pub leans: bool,
    /// Whether it is whole: its quotation marks and brackets are closed, and it ends in a mark.
    pub whole: bool,
}

impl DraftSentence {
    /// Reads a sentence.
    pub fn new(role: Role, text: &str) -> Self {
        let read = Text::read(text);
        let first = read.words().first().map_or("", |word| word.lower.as_str());
        let first = first.replace('’', "'");
        Self {
            role,
            text: text.to_owned(),
            words: read.words().len(),
            measures: read.figures().iter().filter(|figure| figure.measures()).count(),
            counts: !read.figures().is_empty() || text.contains(|c: char| c.is_ascii_digit()),
            own: read.words().iter().any(|word| {
                word.lower == "i" || word.lower.starts_with("i'") || word.lower.starts_with("i’")
            }),
            leans: LEANING.contains(&first.as_str()) || speaks_of_one_unnamed(&read),
            whole: is_whole(text),
        }
    }
}

/// Whether somebody is meant by `he` or `her` whom nothing before it in the sentence names.
fn speaks_of_one_unnamed(sentence: &Text) -> bool {
    const UNNAMED: [&str; 7] = ["he", "she", "him", "her", "his", "he'd", "she'd"];
    let unnamed = sentence.words().iter().position(|word| UNNAMED.contains(&word.lower.as_str()));
    unnamed.is_some_and(|at| !sentence.words()[..at].iter().any(|word| word.name_like))
}

fn is_whole(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    let ends = text
        .trim_end_matches(['"', '”', '’', ')', '\''])
        .ends_with(['.', '!', '?', '…', '。', '！', '？']);
    count('"').is_multiple_of(2)
        && count('“') == count('”')
        && count('(') == count(')')
        && count('[') == count(']')
        && ends
}

/// The fewest sentences of a card.
const FEWEST_SENTENCES: usize = 2;

/// Chooses sentences that may be told without the others, by weight, up to a card's length; in their order.
///
/// The first sentence opens the story. A sentence that leans comes only with the one before it.
pub fn choose(told: &[DraftSentence], allowed: impl Fn(&DraftSentence) -> bool) -> Vec<usize> {
    let weight = |one: &DraftSentence| {
        let part = match one.role {
            Role::Result => 4,
            Role::Action => 3,
            Role::Task => 2,
            Role::Situation => 1,
        };
        part + 2 * one.measures.min(2)
    };
    let usable = |at: usize| told[at].whole && allowed(&told[at]);
    let mut chosen: BTreeSet<usize> = BTreeSet::new();
    let mut words = 0;
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by_key(|at| (Reverse(weight(&told[*at])), *at));
    let opening = (0..told.len()).find(|at| usable(*at) && !told[*at].leans);
    for at in opening.into_iter().chain(order) {
        // What leans needs what it leans on, and so on.
        let mut needed = Vec::new();
        let mut next = Some(at);
        while let Some(at) = next.filter(|at| !chosen.contains(at)) {
            needed.push(at);
            next = if told[at].leans { at.checked_sub(1) } else { None };
        }
        let complete =
            needed.iter().all(|at| usable(*at)) && !(needed.last() == Some(&0) && told[0].leans);
        let length: usize = needed.iter().map(|at| told[*at].words).sum();
        if complete && (words + length <= CARD_WORDS || chosen.is_empty()) {
            words += length;
            chosen.extend(needed);
        }
    }
    let enough = words >= FEWEST_WORDS && chosen.len() >= FEWEST_SENTENCES;
    if enough { chosen.into_iter().collect() } else { Vec::new() }
}

/// The sentences at these places as running text.
pub fn text(told: &[DraftSentence], chosen: &[usize]) -> String {
    chosen.iter().map(|at| told[*at].text.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leans_comes_with_what_it_leans_on() {
        let told: Vec<DraftSentence> = [
            (Role::Situation, "Our oven broke in the week before Easter, with all the orders in."),
            (Role::Action, "I rang every other bakery in the town that same morning."),
            (Role::Action, "Then I rented night hours in one of them, for 400 euros."),
            (Role::Result, "It saved 94% of the orders."),
        ]
        .map(|(role, text)| DraftSentence::new(role, text))
        .into();
        assert_eq!(choose(&told, |_| true), [0, 1, 2, 3]);
        assert_eq!(choose(&told, |one| !one.counts), [0, 1]);
    }

    #[test]
    fn a_sentence_is_whole_or_not() {
        for (text, whole) in [
            ("He said: \"Go.\"", true),
            ("I wrote: \"Ship (1) now.", false),
            ("I went", false),
            ("Why? (Nobody knew.)", true),
        ] {
            assert_eq!(DraftSentence::new(Role::Action, text).whole, whole, "{text}");
        }
    }
}
