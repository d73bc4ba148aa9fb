//! Where an answer denies what the model answer says, or says its opposite, read over the whole of both.
//!
//! One such place may be a way of saying the same ("we did not wait, we called"); several are another story.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        closeness::{
            Alignment,
            polarity::{ends_clause, is_negator, opposes},
            reference::Model,
        },
        numbers::Numbers,
    },
    text::{Span, Text, Word, content::carries_content},
};

impl Alignment {
    /// The same with what may deny the model answer, and with the key points whose words it denies: none where it is no
    /// more than a way of speaking.
    pub(in crate::interview::scoring) fn with_denials(
        mut self,
        model: &Model,
        answer: &Text,
        counted: &[bool],
    ) -> Self {
        self.denials = read(&model.answer, answer, counted);
        if self.denials.len() <= Numbers::shipped().qualities.consistency.allowed {
            return self;
        }
        for (found, point) in self.found.iter_mut().zip(&model.key_points) {
            let claimed = stems(point.read.words());
            let place = found.sentence.map(|s| answer.sentences()[s].span);
            let denies = |denial: &&Span| {
                let within = |of: Span| of.start <= denial.start && denial.end <= of.end;
                let denied =
                    |word: &&Word| denial.start <= word.span.start && word.span.end <= denial.end;
                place.is_some_and(within)
                    && stems_of(answer.words().iter().filter(denied)).any(|s| claimed.contains(s))
            };
            found.denied = self.denials.iter().find(denies).copied();
        }
        self
    }
}

/// The words that deny or are opposites, from the sentences of the answer that count, each with what it denies.
fn read(model: &Text, answer: &Text, counted: &[bool]) -> Vec<Span> {
    let reach = Numbers::shipped().comparing.polarity.denies;
    let said = stems(model.words());
    let denied: BTreeSet<&str> = (0..model.sentences().len())
        .flat_map(|s| {
            let words = model.words_of(s);
            let negators = (0..words.len()).filter(|at| is_negator(&words[*at].lower));
            let clause = move |at| clause(model.text(), &words[at..words.len().min(at + reach)]);
            negators.flat_map(move |at| content(clause(at)))
        })
        .map(|word| word.stem.as_str())
        .collect();
    let mut found = Vec::new();
    for s in (0..answer.sentences().len()).filter(|s| counted[*s]) {
        let words = answer.words_of(s);
        let here = stems(words);
        for (at, word) in words.iter().enumerate() {
            if is_negator(&word.lower) {
                let reached = clause(answer.text(), &words[at..words.len().min(at + 1 + reach)]);
                if is_way_of_speaking(reached) {
                    continue;
                }
                let models: Vec<&Word> =
                    content(reached).filter(|word| said.contains(word.stem.as_str())).collect();
                let denies_too = models.iter().any(|word| denied.contains(word.stem.as_str()));
                if let Some(last) = models.last().filter(|_| !denies_too) {
                    found.push(Span { start: word.span.start, end: last.span.end });
                }
            } else if carries_content(word) && !said.contains(word.stem.as_str()) {
                let turned = |claim: &&Word| {
                    if !opposes(claim, word) || here.contains(claim.stem.as_str()) {
                        return false;
                    }
                    let around = stems(model.words_of(claim.sentence));
                    around.intersection(&here).count() * 2 + 1 >= around.len()
                };
                if model.words().iter().any(|claim| turned(&claim)) {
                    found.push(word.span);
                }
            }
        }
    }
    found
}

/// Whether a "no" or "not" with these words behind it denies nothing: "no longer", "not only", "did not report any more".
fn is_way_of_speaking(behind: &[Word]) -> bool {
    let first = behind.first().map_or("", |word| word.lower.as_str());
    matches!(first, "longer" | "only" | "just" | "doubt" | "wonder" | "matter")
        || behind.iter().any(|word| word.lower == "anymore")
        || behind.windows(2).any(|pair| pair[0].lower == "any" && pair[1].lower == "more")
}

/// What follows the first word, up to a mark that ends its clause.
fn clause<'a>(text: &str, words: &'a [Word]) -> &'a [Word] {
    let end = words.windows(2).position(|pair| ends_clause(text, &pair[0], &pair[1]));
    let end = end.map_or(words.len(), |at| at + 1);
    words.get(1..end).unwrap_or_default()
}

fn stems(words: &[Word]) -> BTreeSet<&str> {
    stems_of(words.iter()).collect()
}

fn stems_of<'a>(words: impl Iterator<Item = &'a Word>) -> impl Iterator<Item = &'a str> {
    words.filter(|word| says_something(word)).map(|word| word.stem.as_str())
}

fn content(words: &[Word]) -> impl Iterator<Item = &Word> {
    words.iter().filter(|word| says_something(word))
}

fn says_something(word: &Word) -> bool {
    carries_content(word) && !is_negator(&word.lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "We closed seven deals. I ran a pilot with ten clinics and rewrote the leaflet. \
                         We did not wait for the council. The nurses loved it.";

    #[track_caller]
    fn check(answer: &str, expected: &[&str]) {
        let read_answer = Text::read(answer);
        let counted = vec![true; read_answer.sentences().len()];
        let found = read(&Text::read(MODEL), &read_answer, &counted);
        assert_eq!(found.iter().map(|span| span.of(answer)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_denied_and_what_is_the_opposite_is_found() {
        check(
            "There was no pilot with the clinics. I never rewrote the leaflet, and the nurses hated it.",
            &["no pilot with the clinics", "never rewrote the leaflet", "hated"],
        );
    }

    #[test]
    fn what_the_model_denies_too_and_what_it_does_not_speak_of_is_left_alone() {
        check("We didn't wait for the council. Nobody had an umbrella.", &[]);
        check("The clinics did not close any more. No longer did the nurses run it.", &[]);
    }
}
