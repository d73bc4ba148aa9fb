//! Whether a sentence turns a claim round: a "not" where the model has none, an opposite word, or figures the other way.

use std::ops::Range;

use crate::interview::{
    scoring::numbers::{Numbers, Polarity},
    text::{Span, Text, Word, content::carries_content, lexicon},
};

fn chosen() -> &'static Polarity {
    &Numbers::shipped().comparing.polarity
}

/// A key point said the other way round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reversal {
    /// The words that turn it round.
    pub span: Span,
    /// Whether the rest of the sentence is the key point's, so that nothing else can be meant.
    pub sure: bool,
}

/// Where a sentence of the answer says the reverse of a key point, or nothing.
pub fn reversal(point: &Text, answer: &Text, sentence: usize) -> Option<Reversal> {
    let said = answer.words_of(sentence);
    let claims: Vec<&Word> = point.words().iter().filter(|w| carries_content(w)).collect();
    let stands_for = |claim: &Word| said.iter().any(|w| w.stem == claim.stem || opposes(claim, w));
    let kept = claims.iter().filter(|claim| stands_for(claim)).count();
    let share = kept as f32 / claims.len().max(1) as f32;
    if share < chosen().same_words {
        return None;
    }
    let meant = Negations::read(point.words(), point.text(), |_| true);
    // Who did not do something else than was claimed may have done what was: "I didn't leave it to the others."
    let denied = Negations::read(said, answer.text(), |denied| {
        point.words().iter().any(|claim| claim.stem == denied.stem)
    });
    let longer = said.len() > point.words().len() + chosen().longer;
    let odd = || {
        let (theirs, ours) =
            (meant.touching(point.words(), said), denied.touching(said, point.words()));
        (share >= chosen().same_sentence && !longer && theirs.len() % 2 != ours.len() % 2)
            .then(|| ours.first().copied().unwrap_or(answer.sentences()[sentence].span))
    };
    let span = turned(point, &meant, said, &denied)
        .or_else(|| opposite(point.words(), &meant, said, &denied))
        .or_else(|| the_other_way(point, answer, sentence))
        .or_else(odd)?;
    Some(Reversal {
        span,
        sure: share >= chosen().sure && said.len() <= point.words().len() * 3 / 2 + chosen().longer,
    })
}

/// The negations of a sentence.
struct Negations {
    /// For each word the number of the negation that surely reaches it.
    reached: Vec<Option<usize>>,
    /// For each word, whether one may reach it.
    maybe: Vec<bool>,
    /// Where they stand.
    places: Vec<Span>,
    /// The words that each may reach.
    within: Vec<Range<usize>>,
}

impl Negations {
    /// Those that count are those of something that `speaks_of` the claim.
    fn read(words: &[Word], text: &str, speaks_of: impl Fn(&Word) -> bool) -> Self {
        let mut read = Self {
            reached: vec![None; words.len()],
            maybe: vec![false; words.len()],
            places: Vec::new(),
            within: Vec::new(),
        };
        let deny = negators(words, text);
        for (i, word) in words.iter().enumerate().filter(|(_, w)| is_negator(&w.lower)) {
            let last = words.len().min(i + 1 + chosen().long_reach);
            let ends = |k: &usize| ends_clause(text, &words[k - 1], &words[*k]);
            let end = (i + 1..last).find(ends).unwrap_or(last);
            read.maybe[i..end].fill(true);
            if !deny.contains(&i) || !first_denied(words, i, text).is_none_or(&speaks_of) {
                continue;
            }
            let number = read.places.len();
            read.places.push(word.span);
            read.within.push(i + 1..end);
            for reached in &mut read.reached[i + 1..end.min(i + 1 + chosen().reach)] {
                // What is denied twice is said.
                *reached = if reached.is_some() { None } else { Some(number) };
            }
        }
        read
    }

    /// Those that may reach a word which the other side says too.
    fn touching(&self, words: &[Word], other: &[Word]) -> Vec<Span> {
        let shared =
            |word: &Word| carries_content(word) && other.iter().any(|o| o.stem == word.stem);
        let places = self.places.iter().zip(&self.within);
        places
            .filter(|(_, within)| words[(*within).clone()].iter().any(shared))
            .map(|(p, _)| *p)
            .collect()
    }
}

/// Whether a clause ends between two words of a text that stand side by side.
pub(super) fn ends_clause(text: &str, before: &Word, behind: &Word) -> bool {
    let gap = &text[before.span.end..behind.span.start];
    gap.contains([',', ';', ':', '.', '—', '–']) || gap.contains(" - ")
}

/// Whether a clause ends between two words of a text, which may be of two sentences.
pub(super) fn breaks(text: &str, before: &Word, behind: &Word) -> bool {
    before.sentence != behind.sentence || ends_clause(text, before, behind)
}

/// Where words of a text deny: a "not" with "without" behind it in its clause does not, as in "I didn't let a day go by
/// without asking".
pub(super) fn negators(words: &[Word], text: &str) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| is_negator(&word.lower)) {
        let in_one_clause = |before: &usize| {
            words[*before..=at].windows(2).all(|pair| !breaks(text, &pair[0], &pair[1]))
        };
        if word.lower == "without" && found.last().is_some_and(in_one_clause) {
            found.pop();
        } else {
            found.push(at);
        }
    }
    found
}

/// The word that a "not" speaks of: the next in its clause that carries content or is a verb of doing.
pub(super) fn first_denied<'a>(words: &'a [Word], not: usize, text: &str) -> Option<&'a Word> {
    let in_clause = |pair: &&[Word]| !breaks(text, &pair[0], &pair[1]);
    let speaks = |word: &&Word| {
        matches!(word.lower.as_str(), "do" | "get" | "go" | "have" | "let")
            || carries_content(word) && !word.lower.ends_with("ly")
    };
    words[not..].windows(2).take_while(in_clause).map(|pair| &pair[1]).find(speaks)
}

pub(super) fn is_negator(lower: &str) -> bool {
    lexicon::NEGATORS.contains(lower) || lower.ends_with("n't")
}

/// A word of the key point that one side denies and the other does not.
fn turned(point: &Text, meant: &Negations, said: &[Word], denied: &Negations) -> Option<Span> {
    // Who says as often as the other that something is not, denies the same in another order.
    let (more, fewer) =
        (denied.places.len() > meant.places.len(), denied.places.len() < meant.places.len());
    for (i, word) in point.words().iter().enumerate().filter(|(_, w)| carries_content(w)) {
        let same: Vec<usize> = (0..said.len()).filter(|k| said[*k].stem == word.stem).collect();
        let Some(first) = same.first() else { continue };
        if more && !meant.maybe[i] {
            if same.iter().all(|k| denied.reached[*k].is_some()) {
                return Some(
                    denied.reached[*first].map_or(said[*first].span, |n| denied.places[n]),
                );
            }
        } else if fewer && meant.reached[i].is_some() && same.iter().all(|k| !denied.maybe[*k]) {
            return Some(said[*first].span);
        }
    }
    None
}

/// A word whose opposite the key point has, where the key point's own word is not said; not where one of them is denied.
fn opposite(point: &[Word], meant: &Negations, said: &[Word], denied: &Negations) -> Option<Span> {
    let lacks = |words: &[Word], stem: &str| words.iter().all(|w| w.stem != stem);
    said.iter()
        .enumerate()
        .filter(|(k, word)| !denied.maybe[*k] && lacks(point, &word.stem))
        .find(|(_, word)| {
            point.iter().enumerate().any(|(i, claim)| {
                !meant.maybe[i] && opposes(claim, word) && lacks(said, &claim.stem)
            })
        })
        .map(|(_, word)| word.span)
}

/// Whether two words are opposites: by the list, or by "un", "in" or "dis".
pub(super) fn opposes(a: &Word, b: &Word) -> bool {
    lexicon::ANTONYMS.get(&a.stem).is_some_and(|opposites| opposites.contains(&b.stem))
        || undone(a, b)
        || undone(b, a)
}

fn undone(plain: &Word, other: &Word) -> bool {
    plain.lower.len() >= chosen().long_word
        && ["un", "in", "im", "dis"]
            .iter()
            .any(|head| other.lower.strip_prefix(head).is_some_and(|rest| rest == plain.lower))
}

/// Two figures of the key point that stand in the other order, where the order tells the direction: from 6 to 1.
fn the_other_way(point: &Text, answer: &Text, sentence: usize) -> Option<Span> {
    let directed = |text: &Text, from: usize, to: usize| {
        text.words()[from.saturating_sub(1)..=to]
            .iter()
            .any(|w| matches!(w.lower.as_str(), "to" | "instead" | "versus"))
    };
    let said: Vec<_> = answer.figures_of(sentence).collect();
    point.figures().windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        if !first.comparable(second)
            || first.agrees(second)
            || !directed(point, first.word, second.word)
        {
            return None;
        }
        said.windows(2).find_map(|here| {
            let [one, other] = here else { return None };
            let swapped = one.agrees(second) && other.agrees(first) && !one.agrees(first);
            let same_link = |word: &str| {
                let links = |text: &Text, a: usize, b: usize| {
                    text.words()[a..=b].iter().any(|w| w.lower == word)
                };
                links(point, first.word, second.word) == links(answer, one.word, other.word)
            };
            (swapped && same_link("to") && same_link("instead") && same_link("versus"))
                .then_some(Span { start: one.span.start, end: other.span.end })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(point: &str, answer: &str, expected: Option<&str>) {
        let found = reversal(&Text::read(point), &Text::read(answer), 0);
        assert_eq!(found.map(|reversal| reversal.span.of(answer)), expected);
    }

    #[test]
    fn a_denied_claim_is_reversed() {
        check("The nurses trusted the rota.", "The nurses never trusted the rota.", Some("never"));
        check("We didn't close the ward.", "We closed the ward.", Some("closed"));
    }

    #[test]
    fn an_opposite_is_reversed() {
        check(
            "Waiting times decreased by 12%.",
            "Waiting times increased by 12%.",
            Some("increased"),
        );
    }

    #[test]
    fn what_was_refused_or_undone_is_reversed() {
        check("I closed the ward.", "I refused to close the ward.", Some("refused"));
        check(
            "The rota was clear to all of the nurses.",
            "The rota was unclear to all of the nurses.",
            Some("unclear"),
        );
        check("Prices rose by half in May.", "Prices fell by half in May.", Some("fell"));
    }

    #[test]
    fn figures_the_other_way_are_reversed() {
        check(
            "The error rate went from 6% to 1% in March.",
            "The error rate went from 1% to 6% in March.",
            Some("1% to 6%"),
        );
        check(
            "We sold 40 loaves instead of 12.",
            "We sold 12 loaves instead of 40.",
            Some("12 loaves instead of 40"),
        );
        check("We sold 40 loaves instead of 12.", "We went from 12 loaves sold to 40.", None);
    }

    #[test]
    fn what_is_denied_twice_or_on_both_sides_is_not() {
        check("The nurses trusted the rota.", "The nurses never failed to trust the rota.", None);
        check(
            "The approach wouldn't work for the nurses.",
            "The approach would not work for the nurses.",
            None,
        );
        check(
            "I didn't ask the team to change the roadmap at first.",
            "At first I didn't change the roadmap of the team.",
            None,
        );
        check(
            "I checked the gauge every four hours until morning.",
            "I didn't let four hours go by without checking the gauge until morning.",
            None,
        );
        check(
            "I dropped the bed baths and the weekly weights.",
            "We didn't do any bed baths and did not do the weekly weights.",
            None,
        );
        check("Prices did not rise in May.", "Prices fell in May.", None);
        check("The rota is not complete.", "It is not a complete rota.", None);
    }

    #[test]
    fn the_same_claim_in_other_words_is_not() {
        check("I didn't tell them the price.", "I didn't tell them a price.", None);
        check("The nurses trusted the rota.", "The rota was trusted by the nurses.", None);
        check("Prices fell, not costs.", "Prices fell, not costs.", None);
    }
}
