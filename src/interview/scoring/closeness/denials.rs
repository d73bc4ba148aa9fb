//! Where an answer denies what the model answer says, or says its opposite, read over the whole of both.
//!
//! One such place may be a way of saying the same ("we did not wait, we called"); several are another story.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        closeness::{
            Alignment, directions,
            polarity::{breaks, first_denied, is_negator, negators, opposes},
            turned,
        },
        numbers::Numbers,
    },
    text::{Span, Text, Word, content::carries_content, lexicon},
};

/// So many words of a denial are it, said without its "not".
const SEVERAL: usize = 2;

impl Alignment {
    /// The same with what may deny the model answer, and with the key points whose words it denies: none where it is no
    /// more than a way of speaking.
    pub(in crate::interview::scoring) fn with_denials(
        mut self,
        (model, claims): (&Text, &Claims),
        points: &[&Text],
        answer: &Text,
        counted: &[bool],
    ) -> Self {
        self.turned = turned::read(model, answer, counted);
        self.denials = read(model, claims, answer, counted);
        // Where the whole is told as it was, one more "not" is a way of telling it.
        let story = &Numbers::shipped().gates.negated.story;
        let below = |border: f32| self.turned_share.is_some_and(|share| share < border);
        if below(story.told) || below(story.doubted) && self.denials.len() <= story.allowed {
            self.denials.clear();
        }
        if self.denials.len() <= Numbers::shipped().qualities.consistency.allowed {
            return self;
        }
        for (found, point) in self.found.iter_mut().zip(points) {
            let claimed = stems(point.words());
            let place = found.sentence.map(|s| answer.sentences()[s].span);
            let denies = |denial: &&Span| {
                let denied = |word: &&Word| denial.holds(word.span);
                place.is_some_and(|place| place.holds(**denial))
                    && stems_of(answer.words().iter().filter(denied)).any(|s| claimed.contains(s))
            };
            if found.claim.is_surely_told() {
                continue;
            }
            found.denied = self.denials.iter().find(denies).copied();
        }
        self
    }
}

/// The stems of what a model answer says and of what it denies.
#[derive(Clone, Debug)]
pub(in crate::interview::scoring) struct Claims {
    said: BTreeSet<String>,
    denied: BTreeSet<String>,
    /// For each denial, what it denies, where the model answer says that nowhere.
    only_denied: Vec<BTreeSet<String>>,
}

impl Claims {
    /// Reads a model answer.
    pub(in crate::interview::scoring) fn of(model: &Text) -> Self {
        let said = owned_stems(model.words());
        let mut only_denied: Vec<BTreeSet<String>> =
            denials(model).map(|denial| owned_stems(denial.what)).collect();
        // "The ward had nobody" denies what stands before it.
        let nobody = |word: &&Word| matches!(word.lower.as_str(), "nobody" | "none" | "nothing");
        let without = model.words().iter().filter(nobody).map(|word| word.sentence);
        let denied = only_denied.iter().flatten().cloned();
        let denied = denied.chain(without.flat_map(|s| owned_stems(model.words_of(s)))).collect();
        // What the model answer says in one place and denies in another may be said of the one.
        only_denied.retain(|denied| {
            !(0..model.sentences().len()).any(|s| affirmed(model.words_of(s), denied).is_some())
        });
        Self { said, denied, only_denied }
    }
}

/// The words that deny or are opposites, from the sentences of the answer that count, each with what it denies.
fn read(model: &Text, claims: &Claims, answer: &Text, counted: &[bool]) -> Vec<Span> {
    let mut found = directions::turned(model, answer, counted);
    // Who did not leave it to others did it.
    let left = |word: &Word| matches!(word.lower.as_str(), "leave" | "let");
    let told = |denial: &Denial| counted[denial.sentence] && !denial.first.is_some_and(left);
    for denial in denials(answer).filter(told) {
        let said = |word: &&Word| claims.said.contains(&word.stem);
        let models: Vec<&Word> = denial.what.into_iter().filter(said).collect();
        let denies_too = models.iter().any(|word| claims.denied.contains(&word.stem));
        if let (Some(first), Some(last)) = (models.first(), models.last())
            && !denies_too
        {
            let start = denial.by.start.min(first.span.start);
            found.push(Span { start, end: denial.by.end.max(last.span.end) });
        }
    }
    for s in (0..answer.sentences().len()).filter(|s| counted[*s]) {
        let words = answer.words_of(s);
        found.extend(opposites(model, words, &claims.said));
        found.extend(claims.only_denied.iter().filter_map(|denied| affirmed(words, denied)));
    }
    found.sort_unstable();
    found.dedup_by(|later, before| later.start < before.end);
    found
}

/// A "not", or a word that undoes, with what it speaks of.
struct Denial<'a> {
    by: Span,
    what: Vec<&'a Word>,
    /// What a "not" speaks of first.
    first: Option<&'a Word>,
    sentence: usize,
}

/// Every denial of a text that says something.
fn denials(text: &Text) -> impl Iterator<Item = Denial<'_>> {
    let reach = Numbers::shipped().comparing.polarity.denies;
    let words = text.words();
    let nots = negators(words, text.text());
    let by_not = nots.into_iter().filter_map(move |at| {
        let reached = behind(text, at, reach);
        (!is_way_of_speaking(reached)).then_some((at, at, reached))
    });
    let undoing = lexicon::UNDOING.find(words).map(move |undoes| {
        let last = undoes.end - 1;
        // "They cancelled the session", but "the session was cancelled" and "they offered a session and I turned it down".
        let reached = behind(text, last, reach);
        let names = |word: &Word| matches!(word.lower.as_str(), "it" | "them");
        let is_active =
            content(reached).next().is_some() && !words[undoes.first..undoes.end].iter().any(names);
        let reached = if is_active { reached } else { before(text, undoes.first, reach) };
        (undoes.first, last, reached)
    });
    by_not.chain(undoing).map(|(first, last, reached)| Denial {
        by: Span { start: words[first].span.start, end: words[last].span.end },
        what: content(reached).collect(),
        first: is_negator(&words[first].lower)
            .then(|| first_denied(words, first, text.text()))
            .flatten(),
        sentence: words[first].sentence,
    })
}

/// Words of a sentence that are the opposite of a word of the model answer, in a place that tells the same.
fn opposites(model: &Text, words: &[Word], said: &BTreeSet<String>) -> Vec<Span> {
    let here = stems(words);
    let turns = |word: &&Word| {
        let turned = |claim: &&Word| {
            if !opposes(claim, word) || here.contains(claim.stem.as_str()) {
                return false;
            }
            let around = stems(model.words_of(claim.sentence));
            around.intersection(&here).count() * 2 + 1 >= around.len()
        };
        says_something(word)
            && !said.contains(&word.stem)
            && model.words().iter().any(|claim| turned(&claim))
    };
    words.iter().filter(turns).map(|word| word.span).collect()
}

/// Where a sentence says most of what is denied elsewhere, without holding it back.
fn affirmed(words: &[Word], denied: &BTreeSet<String>) -> Option<Span> {
    if words.iter().any(|word| holds_back(&word.lower)) {
        return None;
    }
    let there: Vec<&Word> = content(words).filter(|word| denied.contains(&word.stem)).collect();
    let kinds: BTreeSet<&str> = stems_of(there.iter().copied()).collect();
    let (first, last) = (there.first()?, there.last()?);
    (kinds.len() >= SEVERAL && kinds.len() * 2 >= denied.len())
        .then_some(Span { start: first.span.start, end: last.span.end })
}

/// Whether a word says that what stands beside it was not so, not yet, or not alone.
fn holds_back(lower: &str) -> bool {
    is_negator(lower)
        || matches!(
            lower,
            "after" | "avoided" | "before" | "instead" | "once" | "only" | "rather" | "until"
        )
}

/// Whether a "no" or "not" with these words behind it denies nothing: "no longer", "not only", "did not report any more".
fn is_way_of_speaking(behind: &[Word]) -> bool {
    let first = behind.first().map_or("", |word| word.lower.as_str());
    matches!(first, "longer" | "only" | "just" | "doubt" | "wonder" | "matter")
        || behind.iter().any(|word| word.lower == "anymore")
        || behind.windows(2).any(|pair| pair[0].lower == "any" && pair[1].lower == "more")
}

/// What follows a word in its clause, at most so many words.
fn behind(text: &Text, at: usize, reach: usize) -> &[Word] {
    let words = text.words();
    let all = &words[at..words.len().min(at + 1 + reach)];
    let ends = |pair: &[Word]| breaks(text.text(), &pair[0], &pair[1]);
    let end = all.windows(2).position(ends).map_or(all.len(), |at| at + 1);
    all.get(1..end).unwrap_or_default()
}

/// What stands before a word in its clause, at most so many words.
fn before(text: &Text, at: usize, reach: usize) -> &[Word] {
    let all = &text.words()[at.saturating_sub(reach)..=at];
    let ends = |pair: &[Word]| breaks(text.text(), &pair[0], &pair[1]);
    let start = all.windows(2).rposition(ends).map_or(0, |at| at + 1);
    &all[start..all.len() - 1]
}

fn stems(words: &[Word]) -> BTreeSet<&str> {
    stems_of(words.iter()).collect()
}

fn owned_stems<'a>(words: impl IntoIterator<Item = &'a Word>) -> BTreeSet<String> {
    stems_of(words.into_iter()).map(str::to_owned).collect()
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
        let model = Text::read(MODEL);
        let found = read(&model, &Claims::of(&model), &read_answer, &counted);
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
    fn what_was_undone_and_what_the_model_denies_is_found() {
        check(
            "The pilot with ten clinics was called off, and I scrapped the leaflet.",
            &["pilot with ten clinics was called off", "scrapped the leaflet"],
        );
        check("We waited a week for the council.", &["waited a week for the council"]);
        check("We only waited for the council at first.", &[]);
    }

    #[test]
    fn a_model_answer_that_says_and_denies_the_same_words_does_not_deny_itself() {
        let model =
            "I found four charts with a wrong weight. After the audit no chart had a wrong weight.";
        let read_model = Text::read(model);
        assert_eq!(read(&read_model, &Claims::of(&read_model), &read_model, &[true, true]), []);
    }

    #[test]
    fn what_the_model_denies_too_and_what_it_does_not_speak_of_is_left_alone() {
        check("We didn't wait for the council. Nobody had an umbrella.", &[]);
        check("The clinics did not close any more. No longer did the nurses run it.", &[]);
        check("I didn't start the pilot without asking the clinics.", &[]);
        check("I didn't leave the leaflet to the nurses, I did it.", &[]);
    }
}
