//! What belongs to one story and no other: names, amounts, moments, quoted speech and things.
//!
//! No trade has a list here. A thing is a word that is rare in English, which `text/frequency.rs` tells, and that does
//! not end as words for ideas do.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::numbers::Numbers,
    text::{Figure, Span, Text, Unit, Word, content::carries_content, frequency, lexicon},
};

/// How words for ideas, manners and deeds end; things seldom do.
const IDEAS: [&str; 27] = [
    "able", "ably", "acy", "ally", "ance", "ances", "ancy", "ed", "ence", "ences", "ency", "ful",
    "ible", "ical", "ing", "ism", "itive", "ity", "ities", "ive", "ly", "ment", "ments", "ness",
    "ous", "sion", "tion",
];

/// Words with a capital that name nobody.
const NO_NAMES: [&str; 7] = ["christ", "dad", "god", "jesus", "mum", "ok", "okay"];

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Specifics {
    /// Where they stand, each once, in order.
    pub spans: Vec<Span>,
    /// Those that anybody would call specific: names, amounts, moments and quoted speech; no rare word is.
    pub sure: Vec<Span>,
    /// People and places by name.
    pub names: usize,
    /// Amounts, dates and lengths of time.
    pub figures: usize,
    /// Moments.
    pub moments: usize,
    /// Quoted speech.
    pub speech: usize,
    /// Things.
    pub things: usize,
}

impl Specifics {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.names + self.figures + self.moments + self.speech + self.things
    }
}

/// Everything specific in the sentences of a text that count.
pub fn read(text: &Text, counted: &[bool]) -> Specifics {
    let counts = |word: usize| counted[text.words()[word].sentence];
    let mut found = Specifics::default();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    // "Two people" and "a million things" are in every story.
    let says_little = |figure: &Figure| {
        let word = text.words()[figure.word].lower.as_str();
        figure.of_speech || figure.unit == Unit::Count && matches!(word, "one" | "two")
    };
    let figures = text.figures().iter().filter(|figure| counts(figure.word));
    for figure in figures.filter(|figure| !says_little(figure)) {
        found.figures += 1;
        found.spans.push(figure.span);
        found.sure.push(figure.span);
        let end = text.words().partition_point(|word| word.span.start < figure.span.end);
        taken.extend(figure.word..end);
    }
    for moment in lexicon::MOMENTS.find(text.words()).filter(|moment| counts(moment.first)) {
        let new = (moment.first..moment.end).filter(|word| taken.insert(*word)).count();
        if new == moment.end - moment.first {
            found.moments += 1;
            let span = words(text, moment.first, moment.end);
            found.spans.push(span);
            // What was ago is told by the figure before it.
            if span.of(text.text()) != "ago" {
                found.sure.push(span);
            }
        }
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (place, word) in text.words().iter().enumerate() {
        if taken.contains(&place) || !counts(place) || !is_new(word, &mut seen) {
            continue;
        }
        // A capital that a sentence or somebody's speech opens with is no name's.
        let opens = text.sentences()[word.sentence].words.start == place
            || text.quotes().iter().any(|quote| quote.start == word.span.start);
        if word.name_like && !opens {
            found.names += 1;
            // One letter may be half of a name that is spelt: “A and E”.
            if word.lower.chars().count() > 1 && !NO_NAMES.contains(&word.lower.as_str()) {
                // A name of two words is shown as one.
                let joined =
                    |last: &&mut Span| text.text()[last.end..word.span.start].trim().is_empty();
                let before = found.sure.last_mut().filter(|last| last.end <= word.span.start);
                match before.filter(joined) {
                    Some(last) => last.end = word.span.end,
                    None => found.sure.push(word.span),
                }
            }
        } else if is_thing(word) {
            found.things += 1;
        } else {
            continue;
        }
        found.spans.push(word.span);
    }
    for quote in text.quotes() {
        let first = text.words().partition_point(|word| word.span.start < quote.start);
        if first >= text.words().len() || !counts(first) {
            continue;
        }
        if Text::count_words(quote.of(text.text())) >= Numbers::shipped().telling.specifics.speech {
            found.speech += 1;
            found.spans.push(*quote);
            found.sure.push(*quote);
        }
    }
    found.spans.sort_unstable();
    found.sure.sort_unstable();
    found
}

fn words(text: &Text, first: usize, end: usize) -> Span {
    Span { start: text.words()[first].span.start, end: text.words()[end - 1].span.end }
}

/// Whether a word carries content that was not named before.
fn is_new<'a>(word: &'a Word, seen: &mut BTreeSet<&'a str>) -> bool {
    carries_content(word) && seen.insert(&word.stem)
}

/// Whether a word ends as words for ideas, manners and deeds do.
pub fn is_idea(lower: &str) -> bool {
    IDEAS.iter().any(|ending| lower.ends_with(ending))
}

fn is_thing(word: &Word) -> bool {
    let lower = word.lower.as_str();
    let bare = lower.strip_suffix("'s").unwrap_or(lower);
    bare.chars().count() > 2
        && bare.chars().all(char::is_alphabetic)
        && !lexicon::COMMON_WORDS.contains(bare)
        && !lexicon::PAST_FORMS.contains(bare)
        && !lexicon::EVERYDAY.contains(word.stem.as_str())
        && !is_idea(bare)
        && frequency::rank(bare)
            .is_none_or(|rank| rank >= Numbers::shipped().telling.specifics.rare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = Text::read(text);
        let found = read(&text, &vec![true; text.sentences().len()]);
        let shown: Vec<_> = found.spans.iter().map(|span| span.of(text.text())).collect();
        assert_eq!(shown, expected);
        assert_eq!(found.count(), expected.len());
    }

    #[test]
    fn names_amounts_moments_speech_and_things_are_found() {
        check(
            "That evening Agnieszka measured 140 valves in the sluice. I said, \"Tell him yourself.\"",
            &["That evening", "Agnieszka", "140", "valves", "sluice", "Tell him yourself."],
        );
    }

    #[test]
    fn a_rare_word_is_not_surely_specific() {
        let text = Text::read("I gave a chap in Hadley Bridge the thinner two weeks ago.");
        let found = read(&text, &[true]);
        let sure: Vec<_> = found.sure.iter().map(|span| span.of(text.text())).collect();
        assert_eq!(sure, ["Hadley Bridge", "two weeks"]);
    }

    #[test]
    fn a_template_has_none() {
        check(
            "I found myself in a difficult situation. I listened to everybody, made sure that all felt heard, and the \
             outcome was very positive for the whole organisation.",
            &[],
        );
    }

    #[test]
    fn words_of_every_workplace_belong_to_no_story() {
        check(
            "I gathered feedback from each stakeholder, kept a robust mindset and found a solution that fulfilled \
             everybody's expectations.",
            &[],
        );
    }

    #[test]
    fn what_arose_and_two_people_are_in_every_story() {
        check("Something arose, and two people came. Two weeks passed.", &["Two weeks"]);
    }

    #[test]
    fn what_is_named_again_counts_once() {
        check("The boiler failed. I looked at the boiler, and the boilers were cold.", &["boiler"]);
    }
}
