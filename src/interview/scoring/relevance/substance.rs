//! Which sentences of an answer carry something: figures, names, words of this story, or a part of the model answer.
//!
//! Everything that can raise a level is looked for in these sentences alone, so that padding raises nothing.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        numbers::Numbers,
        relevance::lesson,
        roles::{
            self,
            deeds::{self, Tense},
        },
    },
    text::{Text, Word, content::carries_content, lexicon},
};

/// What every sentence carries.
#[derive(Clone, Debug)]
pub struct Substance {
    /// Whether the sentence counts.
    pub counted: Vec<bool>,
    /// Whether it says something new about this story, were it ever so little.
    pub tells: Vec<bool>,
    /// Whether it surely tells what "I" or "we" did, in whatever everyday words.
    pub deeds: Vec<bool>,
    /// Whether it says again what an earlier one said.
    pub repeats: Vec<bool>,
    /// Whether it only says the question again.
    pub echoes: Vec<bool>,
    /// How strongly it does each part by its own words.
    pub strengths: Vec<[f32; 4]>,
    /// How many words the sentences that count have.
    pub words: usize,
    /// How many words are in sentences that say something new, or surely tell a deed, in whatever everyday words.
    pub spoken: usize,
}

/// Reads every sentence; `says_a_point` says whether each one says a key point, `echoes` whether it only says the question again.
pub fn read(answer: &Text, says_a_point: &[bool], echoes: &[bool]) -> Substance {
    let chosen = &Numbers::shipped().relevance.substance;
    let repeats = repeats(answer);
    let strengths = roles::strengths(answer);
    let mut counted = Vec::with_capacity(repeats.len());
    let mut tells = Vec::with_capacity(repeats.len());
    let mut deeds = Vec::with_capacity(repeats.len());
    let (mut words, mut spoken) = (0, 0);
    for (s, repeated) in repeats.iter().enumerate() {
        let here = answer.words_of(s);
        let stock: BTreeSet<usize> =
            lexicon::BUZZWORDS.find(here).flat_map(|m| m.first..m.end).collect();
        let own = here.iter().enumerate().filter(|(i, w)| !stock.contains(i) && is_specific(w));
        let found: BTreeSet<&str> = own.map(|(_, w)| w.stem.as_str()).collect();
        let figures_here = answer.figures_of(s).count();
        let load = found.len() + figures_here;
        let talk = lexicon::FILLERS.find(here).count() + lexicon::BUZZWORDS.find(here).count();
        let clear = here.len() <= chosen.short
            && talk == 0
            && strengths[s].into_iter().fold(0.0, f32::max) >= chosen.clear_part;
        let dense = load > talk && load * chosen.words_a_specific >= here.len();
        let asks = asks_the_speaker(answer.sentences()[s].span.of(answer.text()), here);
        let plain = !asks
            && !echoes[s]
            && is_language(here)
            && lexicon::INSTRUCTIONS.find(here).count() == 0;
        let is_lesson = lesson::is_plain(answer, s);
        let tells_a_deed = is_deed(answer, s);
        deeds.push(tells_a_deed);
        let is_deed = talk == 0 && tells_a_deed;
        let carries = plain
            && !repeated
            && (dense || is_deed || clear && load > 0 || says_a_point[s] || is_lesson);
        counted.push(carries);
        let tells_new = carries || plain && !repeated && load > talk;
        tells.push(tells_new);
        if tells_new || plain && !repeated && is_deed {
            spoken += here.len();
        }
        if carries {
            words += here.len().min(load.max(1) * chosen.words_a_specific);
        }
    }
    Substance { counted, tells, deeds, repeats, echoes: echoes.to_vec(), strengths, words, spoken }
}

/// Whether a sentence surely tells what "I" or "we" did.
fn is_deed(answer: &Text, sentence: usize) -> bool {
    deeds::surely(answer, sentence, Tense::Past, true)
}

/// Whether some words have one that belongs to this story rather than to any.
pub fn has_its_own(words: &[Word]) -> bool {
    words.iter().any(is_specific)
}

/// Whether a sentence asks for an answer, as a copied question does, and is none.
fn asks_the_speaker(text: &str, words: &[Word]) -> bool {
    let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.lower.as_str()));
    let asked_to = ["describe", "explain", "give", "share", "talk", "tell", "walk"];
    let opens = words.first().is_some_and(|word| asked_to.contains(&word.lower.as_str()));
    any(&["you", "your"]) && !any(&["i", "i'd", "we", "we'd"]) && (opens || text.contains('?'))
}

/// Whether a sentence of some words has one that every text in English has; letters in a row have none.
pub fn is_language(words: &[Word]) -> bool {
    words.len() < 4
        || words.iter().any(|word| !carries_content(word) || is_common(word))
        || words.iter().any(|word| !word.lower.is_ascii())
}

/// Whether a word belongs to this story rather than to any.
pub(super) fn is_specific(word: &Word) -> bool {
    carries_content(word)
        && !is_common(word)
        && !lexicon::NUMBER_WORDS.contains_key(word.lower.as_str())
        && word.lower.chars().count() > 1
}

/// Whether a word, or the form of it in the list, is an everyday one.
fn is_common(word: &Word) -> bool {
    let list = &lexicon::COMMON_WORDS;
    let lower = word.lower.as_str();
    list.contains(lower)
        || list.contains(word.stem.as_str())
        || ["s", "d", "ed", "ing", "es", "ly", "'s"]
            .iter()
            .filter_map(|ending| lower.strip_suffix(ending))
            .any(|form| list.contains(form) || list.contains(format!("{form}e").as_str()))
}

/// Sentences that an earlier one has said already: same words, whatever their order or marks.
fn repeats(answer: &Text) -> Vec<bool> {
    let mut seen = BTreeSet::new();
    (0..answer.sentences().len())
        .map(|s| {
            let mut stems: Vec<&str> = answer.words_of(s).iter().map(|w| w.stem.as_str()).collect();
            stems.sort_unstable();
            stems.dedup();
            !seen.insert(stems)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[bool]) {
        let answer = Text::read(text);
        let none = vec![false; answer.sentences().len()];
        assert_eq!(read(&answer, &none, &none).counted, expected);
    }

    #[test]
    fn specifics_count_and_talk_does_not() {
        check("I rewired the greenhouse sensors in Lyon.", &[true]);
        check("It was a good thing for everybody and we were all very happy about it.", &[false]);
    }

    #[test]
    fn a_deed_counts_in_whatever_everyday_words() {
        check("I rang her and asked what she wanted.", &[true]);
        check("She would have liked to go home.", &[false]);
    }

    #[test]
    fn a_question_is_no_answer() {
        check("Tell me about a turbine that you repaired in Leeds.", &[false]);
        check("I asked Maria: which turbine do you repair in Leeds?", &[true]);
    }

    #[test]
    fn what_was_said_already_does_not_count_again() {
        check("I rewired the sensors. I rewired the sensors!", &[true, false]);
    }
}
