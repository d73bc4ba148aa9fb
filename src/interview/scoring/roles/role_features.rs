//! What a sentence shows of the part that it plays: phrases of each kind, its grammar, its figures, and its place.
//!
//! Nothing here says which part a sign speaks for: `examples/fit_roles.rs` fits that on labelled stories.

use crate::interview::{
    scoring::roles::deeds,
    text::{Text, Unit, Word, lexicon},
};

/// A sign that was found, with how much of it.
pub type Sign = (&'static str, f64);

/// The kinds of phrases in the lexicons of cues; each counts at most three times.
const KINDS: [&str; 17] = [
    "aim", "change", "deed", "done", "duty", "habit", "lasting", "lesson", "means", "mind",
    "outcome", "stakes", "state", "step", "trouble", "when", "where",
];

/// A sentence, as its grammar is looked at.
struct ParsedSentence<'a> {
    text: &'a str,
    words: &'a [Word],
    figures: Vec<Unit>,
}

const GRAMMAR: [(&str, fn(&ParsedSentence) -> f64); 36] = [
    ("closes-with-a-colon", |s| yes(s.text.trim_end().ends_with(':'))),
    ("commas", |s| most(s.text.matches(',').count(), 3)),
    ("deeds-of-others-and-me", |s| most(deeds::count(s.words).1, 2)),
    ("deeds-of-mine", |s| most(deeds::count(s.words).0, 2)),
    ("ends-in-ing", |s| yes(s.any(|w| w.ends_with("ing")))),
    ("figure-count", |s| most(s.counted(Unit::Count), 2)),
    ("figure-date", |s| most(s.counted(Unit::Date), 1)),
    ("figure-factor", |s| most(s.counted(Unit::Factor), 1)),
    ("figure-money", |s| most(s.counted(Unit::Money), 1)),
    ("figure-percent", |s| most(s.counted(Unit::Percent), 2)),
    ("figure-time", |s| most(s.counted(Unit::Time), 2)),
    ("from-a-figure-to-another", |s| {
        yes(s.figures.len() > 1 && s.any(|w| w == "from") && s.any(|w| w == "to"))
    }),
    ("is-long", |s| yes(s.words.len() >= 22)),
    ("is-short", |s| yes(s.words.len() <= 6)),
    ("names-i", |s| yes(s.any(is_mine))),
    ("names-others", |s| yes(s.any(is_theirs))),
    ("names-we", |s| yes(s.any(is_ours))),
    ("opens-with-a-noun", |s| yes(s.opens(&["a", "an", "one", "the", "two"]))),
    ("opens-with-a-possessive", |s| yes(s.opens(&["my", "our"]))),
    ("opens-with-i", |s| yes(s.opens(&["i"]))),
    ("opens-with-now", |s| yes(s.opens(&["by", "now", "since", "today", "within"]))),
    ("opens-with-place-or-time", |s| yes(s.opens(&OPENERS))),
    ("opens-with-this", |s| yes(s.opens(&["it", "that", "these", "they", "this"]))),
    ("opens-with-we", |s| yes(s.opens(&["we", "we'd", "we've"]))),
    ("passive", |s| yes(s.pair(|a, b| was(a) && is_past(b)))),
    ("past", |s| most(s.words.iter().filter(|w| is_past(&w.lower)).count(), 2)),
    ("past-perfect", |s| yes(s.pair(|a, b| a == "had" && is_past(b)))),
    ("present", |s| yes(s.any(is_present))),
    ("progressive", |s| yes(s.pair(|a, b| (was(a) || is_present(a)) && b.ends_with("ing")))),
    ("quotes", |s| yes(s.text.contains(['"', '“']) || s.text.contains(" '"))),
    ("to-do", |s| most(s.pairs(|a, b| a == "to" && may_be_verb(b)), 2)),
    ("was", |s| yes(s.any(was))),
    ("was-not", |s| yes(s.words.iter().any(|w| lexicon::NEGATORS.contains(w.lower.as_str())))),
    ("would", |s| yes(s.any(is_supposed))),
    ("you", |s| yes(s.any(|w| matches!(w, "you" | "your")))),
    ("asks", |s| yes(s.text.contains('?'))),
];

const OPENERS: [&str; 12] = [
    "after", "at", "before", "during", "halfway", "in", "last", "on", "once", "shortly", "when",
    "while",
];

/// The part of an answer that lies before a sentence, from 0 to 1, and how many sentences there are.
struct SentencePlace {
    share: f64,
    index: usize,
    of: usize,
}

/// From so many sentences on, another one before makes no difference.
const FAR: usize = 6;

const PLACES: [(&str, fn(&SentencePlace) -> f64); 8] = [
    ("place", |p| p.share),
    ("place-beginning", |p| (1.0 - p.share).powi(3)),
    ("place-first", |p| yes(p.index == 0)),
    ("place-index", |p| p.index.min(FAR) as f64 / FAR as f64),
    ("place-last", |p| yes(p.index + 1 == p.of)),
    ("place-last-but-one", |p| yes(p.of > 3 && p.index + 2 == p.of)),
    ("place-second", |p| yes(p.index == 1)),
    ("place-squared", |p| p.share * p.share),
];

/// The names of all signs: those of a sentence's own words first, then those of its place.
pub fn names() -> impl Iterator<Item = &'static str> {
    let grammar = GRAMMAR.iter().map(|(name, _)| *name);
    KINDS.into_iter().chain(grammar).chain(PLACES.iter().map(|(name, _)| *name))
}

/// The signs in a sentence's own words, whatever stands around it.
pub fn own(answer: &Text, sentence: usize) -> Vec<Sign> {
    let words = answer.words_of(sentence);
    let mut kinds = [0_usize; KINDS.len()];
    for found in lexicon::CUES.find(words) {
        if let Ok(kind) = KINDS.binary_search(&found.label) {
            kinds[kind] += 1;
        }
    }
    let view = ParsedSentence {
        text: answer.sentences()[sentence].span.of(answer.text()),
        words,
        figures: answer.figures_of(sentence).map(|figure| figure.unit).collect(),
    };
    let kinds = KINDS.into_iter().zip(kinds).map(|(kind, count)| (kind, most(count, 3)));
    let grammar = GRAMMAR.iter().map(|(name, read)| (*name, read(&view)));
    kinds.chain(grammar).filter(|(_, much)| *much > 0.0).collect()
}

/// The signs of a sentence's place among all.
pub fn place(sentence: usize, of: usize) -> Vec<Sign> {
    let share = if of > 1 { sentence as f64 / (of - 1) as f64 } else { 0.5 };
    let place = SentencePlace { share, index: sentence, of };
    PLACES.iter().map(|(name, read)| (*name, read(&place))).collect()
}

impl ParsedSentence<'_> {
    fn any(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.words.iter().any(|word| holds(&word.lower))
    }

    fn pairs(&self, holds: impl Fn(&str, &str) -> bool) -> usize {
        self.words.windows(2).filter(|pair| holds(&pair[0].lower, &pair[1].lower)).count()
    }

    fn pair(&self, holds: impl Fn(&str, &str) -> bool) -> bool {
        self.pairs(holds) > 0
    }

    fn opens(&self, with: &[&str]) -> bool {
        self.words.first().is_some_and(|word| with.contains(&word.lower.as_str()))
    }

    fn counted(&self, unit: Unit) -> usize {
        self.figures.iter().filter(|found| **found == unit).count()
    }
}

fn yes(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}

fn most(count: usize, bound: usize) -> f64 {
    count.min(bound) as f64
}

fn is_mine(word: &str) -> bool {
    matches!(word, "i" | "i'd" | "i'll" | "i'm" | "i've" | "me" | "my" | "myself")
}

fn is_ours(word: &str) -> bool {
    matches!(word, "our" | "us" | "we" | "we'd" | "we'll" | "we're" | "we've")
}

fn is_theirs(word: &str) -> bool {
    matches!(word, "he" | "her" | "him" | "his" | "she" | "their" | "them" | "they")
}

fn is_present(word: &str) -> bool {
    matches!(
        word,
        "are" | "doesn't" | "don't" | "has" | "have" | "i'm" | "is" | "it's" | "they're" | "we're"
    )
}

fn is_supposed(word: &str) -> bool {
    matches!(word, "could" | "i'd" | "might" | "we'd" | "would")
}

fn was(word: &str) -> bool {
    matches!(word, "was" | "were")
}

fn is_past(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") || lexicon::IRREGULAR_PASTS.contains(word)
}

/// Whether a word behind "to" may be something to do rather than somewhere to go.
fn may_be_verb(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && !word.ends_with("ing")
        && lexicon::CLOSED_CLASS.get(word).is_none_or(|class| *class == b'V')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = own(&Text::read(text), 0);
        for name in expected {
            assert!(found.iter().any(|(sign, _)| sign == name), "{name} in {found:?}");
        }
    }

    #[test]
    fn phrases_grammar_and_figures_are_signs() {
        check("Two years ago we were losing customers.", &["when", "trouble", "progressive"]);
        check("My job was to find a way.", &["duty", "to-do", "opens-with-a-possessive"]);
        check("Then I wrote a plan:", &["step", "deeds-of-mine", "closes-with-a-colon"]);
        check("As a result, it fell from 20% to 4%.", &["outcome", "from-a-figure-to-another"]);
    }

    #[test]
    fn every_kind_of_the_lexicons_is_known_and_every_name_stands_once() {
        for label in lexicon::CUES.labels() {
            assert!(KINDS.binary_search(&label).is_ok(), "{label}");
        }
        let mut all: Vec<_> = names().collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
    }
}
