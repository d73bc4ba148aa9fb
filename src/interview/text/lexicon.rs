//! The word lists of `assets/lexicons`, read once.
//!
//! One entry a line, sorted; a line that starts with `#` is a comment. A change of a list is a change of the score, so
//! that the lists are compiled in and the same everywhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use crate::interview::text::Word;

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/lexicons/", $name, ".txt"))
    };
}

/// Every list but [`LANGUAGES`].
const LISTS: &[&str] = &[
    list!("abbreviations"),
    list!("aims"),
    list!("antonyms"),
    list!("buzzwords"),
    list!("closed_class"),
    list!("common_words"),
    list!("competency_questions"),
    list!("cues_action"),
    list!("cues_result"),
    list!("cues_situation"),
    list!("cues_task"),
    list!("directions"),
    list!("ends"),
    list!("figures_of_speech"),
    list!("fillers"),
    list!("fractions"),
    list!("generalities"),
    list!("hedges"),
    list!("instructions"),
    list!("irregular_pasts"),
    list!("lessons"),
    list!("moments"),
    list!("months"),
    list!("negators"),
    list!("no_denials"),
    list!("not_knowing"),
    list!("number_words"),
    list!("numbered"),
    list!("past_forms"),
    list!("ratio_words"),
    list!("reflection"),
    list!("roundings"),
    list!("stative_verbs"),
    list!("synonyms"),
    list!("undoing"),
    list!("units_of_time"),
    list!("unlikely_pairs"),
    list!("planned"),
    list!("usual_questions"),
    list!("views"),
    list!("workplace"),
];

/// A set of single words.
pub type WordList = LazyLock<BTreeSet<&'static str>>;
/// Words with a number each.
pub type NumbersByWord = LazyLock<BTreeMap<&'static str, f64>>;

/// Abbreviations whose full stop ends nothing.
pub static ABBREVIATIONS: WordList = LazyLock::new(|| words(list!("abbreviations")));
/// Everyday words that say little about any one story.
pub static COMMON_WORDS: WordList = LazyLock::new(|| words(list!("common_words")));
/// The stems of all words of the lists, which are English but for those of [`LANGUAGES`]: words that anybody may use.
pub static EVERYDAY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let words = LISTS
        .iter()
        .flat_map(|list| entries(list))
        .flat_map(|entry| entry.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.len() > 1).map(|word| stem(&word.to_lowercase())).collect()
});
/// Verbs in the past that are written in a form of their own.
pub static IRREGULAR_PASTS: WordList = LazyLock::new(|| words(list!("irregular_pasts")));
/// Past forms of verbs that do not end in -ed.
pub static PAST_FORMS: WordList = LazyLock::new(|| words(list!("past_forms")));
/// Whether a word may be a verb in its past form: one of those that have their own, or one in -ed.
pub fn is_past_form(lower: &str) -> bool {
    PAST_FORMS.contains(lower) || lower.len() > 4 && lower.ends_with("ed")
}
/// Verbs that say what was, not what was done.
pub static STATIVE_VERBS: WordList = LazyLock::new(|| words(list!("stative_verbs")));
/// Words that turn a claim round.
pub static NEGATORS: WordList = LazyLock::new(|| words(list!("negators")));

/// The months of the year.
pub static MONTHS: WordList = LazyLock::new(|| words(list!("months")));
/// What is named by a number that stands behind it.
pub static NUMBERED: WordList = LazyLock::new(|| words(list!("numbered")));
/// Numbers in words.
pub static NUMBER_WORDS: NumbersByWord = LazyLock::new(|| numbers(list!("number_words")));
/// Proportions and factors in words.
pub static RATIO_WORDS: NumbersByWord = LazyLock::new(|| numbers(list!("ratio_words")));
/// Parts of a whole that are counted, as in "two thirds".
pub static FRACTIONS: NumbersByWord = LazyLock::new(|| numbers(list!("fractions")));
/// Words before a figure that say it is rounded.
pub static ROUNDINGS: WordList = LazyLock::new(|| words(list!("roundings")));
/// Units of time in minutes.
pub static UNITS_OF_TIME: NumbersByWord = LazyLock::new(|| numbers(list!("units_of_time")));

/// Sentences with a label each.
pub type PhraseList = LazyLock<Vec<(&'static str, &'static str)>>;

/// The class of a closed-class word, as a letter.
pub static CLOSED_CLASS: LazyLock<BTreeMap<&'static str, u8>> = LazyLock::new(|| {
    pairs(list!("closed_class")).map(|(word, class)| (word, class.as_bytes()[0])).collect()
});
/// How odd it is that one class follows another, from 0 to 1.
pub static UNLIKELY_PAIRS: LazyLock<BTreeMap<(u8, u8), f64>> = LazyLock::new(|| {
    pairs(list!("unlikely_pairs"))
        .map(|(pair, odd)| ((pair.as_bytes()[0], pair.as_bytes()[1]), odd.parse().unwrap_or(0.0)))
        .collect()
});

/// For every word, the groups of words that can stand for it.
pub static SYNONYMS: LazyLock<BTreeMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut groups: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for (number, line) in (0_u16..).zip(entries(list!("synonyms"))) {
        for word in line.split_whitespace() {
            let stem = stem(word);
            let known = groups.entry(stem).or_default();
            if !known.contains(&number) {
                known.push(number);
            }
        }
    }
    groups
});
/// For languages in Latin letters, by their ISO 639-3 code, the words that are commonest in them.
pub static LANGUAGES: LazyLock<BTreeMap<&'static str, BTreeSet<&'static str>>> =
    LazyLock::new(|| {
        entries(list!("languages"))
            .filter_map(|line| line.split_once(' '))
            .map(|(code, words)| (code, words.split_whitespace().collect()))
            .collect()
    });
/// For each word that has opposites, these, as stems.
pub static ANTONYMS: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut opposites: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (a, b) in pairs(list!("antonyms")) {
        opposites.entry(stem(a)).or_default().insert(stem(b));
        opposites.entry(stem(b)).or_default().insert(stem(a));
    }
    opposites
});

/// Phrases with a "not" that deny nothing of what follows.
pub static NO_DENIALS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("no_denials")));
/// Words that undo what they speak of, without a "not".
pub static UNDOING: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("undoing")));
/// Words that say which way an amount went, `up` or `down`.
pub static DIRECTIONS: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| labelled(list!("directions")).into_iter().collect());

/// Numbers that measure nothing, as in "nine times out of ten".
pub static FIGURES_OF_SPEECH: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::plain(list!("figures_of_speech")));
/// What says that something had to be reached.
pub static AIMS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("aims")));
/// Phrases of a sentence that says what came of it.
pub static ENDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("ends")));
/// Filler words and phrases.
pub static FILLERS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("fillers")));
/// Words that take the edge off a claim.
pub static HEDGES: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("hedges")));
/// Words that name one moment.
pub static MOMENTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("moments")));
/// Ways of speaking of people and things in general.
pub static GENERALITIES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::plain(list!("generalities")));
/// What makes a step of a plan plain: its order, its moment, its case or its reason.
pub static PLANNED: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("planned")));
/// Ways of giving a view of things or of oneself.
pub static VIEWS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("views")));
/// Phrases that fit any story.
pub static BUZZWORDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("buzzwords")));
/// Words spoken to a judge.
pub static INSTRUCTIONS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::plain(list!("instructions")));
/// Ways of saying that there is no answer.
pub static NOT_KNOWING: LazyLock<Phrases> = LazyLock::new(|| Phrases::plain(list!("not_knowing")));
/// Ways of saying what was learned, with how each may be used otherwise.
pub static REFLECTION: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::labelled([list!("reflection")]));
/// Words that stand beside a phrase that may say a lesson, each with what it tells of it.
pub static LESSONS: LazyLock<BTreeSet<(&'static str, &'static str)>> =
    LazyLock::new(|| labelled(list!("lessons")).into_iter().collect());
/// Phrases that tell the part that a sentence plays, with their kind.
pub static CUES: LazyLock<Phrases> = LazyLock::new(|| {
    let lists =
        [list!("cues_situation"), list!("cues_task"), list!("cues_action"), list!("cues_result")];
    Phrases::labelled(lists)
});
/// Phrases of a question, with the competency it asks for.
pub static COMPETENCY_QUESTIONS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::labelled([list!("competency_questions")]));

/// What panels usually ask, each question with the competency it is about.
pub static USUAL_QUESTIONS: PhraseList = LazyLock::new(|| labelled(list!("usual_questions")));

/// Phrases to be found in running text.
pub struct Phrases {
    by_first: BTreeMap<&'static str, Vec<Phrase>>,
}

struct Phrase {
    rest: Vec<&'static str>,
    label: &'static str,
}

/// A phrase that was found: the words from `first` up to but not including `end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The index of its first word.
    pub first: usize,
    /// The index after its last word.
    pub end: usize,
    /// Its label, empty where the list has none.
    pub label: &'static str,
}

impl Phrases {
    fn plain(text: &'static str) -> Self {
        Self::from_entries(entries(text).map(|line| (line, "")))
    }

    fn labelled(lists: impl IntoIterator<Item = &'static str>) -> Self {
        Self::from_entries(lists.into_iter().flat_map(labelled))
    }

    fn from_entries(list: impl Iterator<Item = (&'static str, &'static str)>) -> Self {
        let mut by_first: BTreeMap<_, Vec<Phrase>> = BTreeMap::new();
        for (phrase, label) in list {
            let mut words = phrase.split([' ', '-', '/', ':']);
            let first = words.next().unwrap_or_default();
            by_first.entry(first).or_default().push(Phrase { rest: words.collect(), label });
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self { by_first }
    }

    /// Every label of the lists.
    #[cfg(test)]
    pub fn labels(&self) -> impl Iterator<Item = &'static str> {
        self.by_first.values().flatten().map(|phrase| phrase.label)
    }

    /// Every phrase in a run of words, also those inside a longer one, but none that goes on over the end of a sentence; `<n>` in a
    /// list stands for a number in digits.
    pub fn find<'a>(&'a self, words: &'a [Word]) -> impl Iterator<Item = Match> + 'a {
        words.iter().enumerate().flat_map(move |(first, word)| {
            self.by_first
                .get(word.lower.as_str())
                .into_iter()
                .flatten()
                .filter(move |phrase| fits(&phrase.rest, &words[first + 1..], word.sentence))
                .map(move |phrase| Match {
                    first,
                    end: first + 1 + phrase.rest.len(),
                    label: phrase.label,
                })
        })
    }
}

fn fits(rest: &[&str], words: &[Word], sentence: usize) -> bool {
    rest.len() <= words.len()
        && rest.iter().zip(words).all(|(want, word)| {
            let is_it = *want == word.lower
                || *want == "<n>" && word.lower.starts_with(|c: char| c.is_ascii_digit());
            is_it && word.sentence == sentence
        })
}

fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Entries of a text, an equals sign and a label.
fn labelled(text: &'static str) -> Vec<(&'static str, &'static str)> {
    entries(text).map(|line| line.split_once(" = ").unwrap_or((line, ""))).collect()
}

/// Entries of a phrase, a space and one last word.
fn pairs(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(text).filter_map(|line| line.rsplit_once(' '))
}

fn words(text: &'static str) -> BTreeSet<&'static str> {
    entries(text).collect()
}

fn numbers(text: &'static str) -> BTreeMap<&'static str, f64> {
    pairs(text).filter_map(|(word, value)| Some((word, value.parse().ok()?))).collect()
}

/// The stem of an English word in lower case.
pub fn stem(word: &str) -> String {
    rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::text::Text;

    #[test]
    fn every_list_is_sorted_and_without_doubles() {
        for list in LISTS {
            let entries: Vec<_> = entries(list).collect();
            for pair in entries.windows(2) {
                assert!(pair[0] < pair[1], "{:?} stands before {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn phrases_are_found_at_their_words() {
        let answer = Text::read("Well, you know, it was sort of fine.");
        let found: Vec<_> = FILLERS.find(answer.words()).map(|m| (m.first, m.end)).collect();
        assert_eq!(found, [(1, 3), (5, 7)]);
    }

    #[test]
    fn a_phrase_ends_where_its_sentence_does() {
        let answer = Text::read("I hardly asked you. Know that it went well.");
        assert_eq!(FILLERS.find(answer.words()).count(), 0);
    }

    #[test]
    fn words_of_one_group_share_its_number() {
        let groups = |word: &str| SYNONYMS.get(&stem(word)).cloned().unwrap_or_default();
        assert!(groups("customers").iter().any(|group| groups("clients").contains(group)));
    }
}
