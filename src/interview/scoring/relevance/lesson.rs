//! Where a sentence says what was learned.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{numbers::Numbers, telling::specifics},
    text::{
        Text, Word,
        content::carries_content,
        lexicon::{self, Match, is_past_form},
    },
};

/// The words of a sentence that stand around a phrase, in lower case.
struct Around<'a> {
    words: &'a [Word],
    first: usize,
    end: usize,
}

impl<'a> Around<'a> {
    fn of(answer: &'a Text, found: &Match) -> Self {
        let sentence = answer.words()[found.first].sentence;
        let start = answer.sentences()[sentence].words.start;
        Self {
            words: answer.words_of(sentence),
            first: found.first - start,
            end: found.end - start,
        }
    }

    fn phrase(&self) -> Vec<&'a str> {
        self.words[self.first..self.end].iter().map(|word| word.lower.as_str()).collect()
    }

    fn before(&self, back: usize) -> &'a str {
        let at = self.first.checked_sub(back + 1);
        at.map_or("", |at| self.words[at].lower.as_str())
    }

    fn behind(&self, on: usize) -> &'a str {
        self.words.get(self.end + on).map_or("", |word| word.lower.as_str())
    }

    fn all_behind(&self) -> &'a [Word] {
        &self.words[self.end..]
    }

    /// Whether a mark stands between the phrase and the next word.
    fn is_followed_by(&self, answer: &Text, mark: char) -> bool {
        let next = self.words.get(self.end).map(|word| word.span.start);
        let last = self.words[self.end - 1].span.end;
        next.is_some_and(|next| answer.text()[last..next].contains(mark))
    }
}

/// Whether a phrase tells a lesson where it stands: "my lesson cards" are of another kind, "he has paid on time ever since"
/// is what came of it, and "I learned that he had moved" is news.
pub fn is_lesson(answer: &Text, found: &Match) -> bool {
    let around = Around::of(answer, found);
    match found.label {
        "lesson" => is_drawn(answer, &around),
        "kept" => is_kept(&around),
        "found" => !is_news(&around),
        "back" => {
            let goes_on = around.behind(0);
            let is_way = lexicon::CLOSED_CLASS.get(goes_on) == Some(&b'A') && goes_on != "on";
            let is_look = has_class(around.before(0), b"BH");
            around.is_followed_by(answer, ',') || !is_way && !is_look
        }
        "next" => is_intended(around.words),
        _ => true,
    }
}

/// Whether "the lesson" is one that was drawn, and no hour of teaching.
fn is_drawn(answer: &Text, around: &Around) -> bool {
    let behind = |on: usize| around.behind(on);
    match around.phrase().as_slice() {
        ["lesson", "i"] => says(behind(0), "taken"),
        ["lesson", "is" | "was"] => says(behind(0), "about"),
        _ => match behind(0) {
            "" => matches!(around.before(0), "is" | "learned" | "learnt" | "that's" | "was"),
            "for" => matches!(behind(1), "me" | "us"),
            "from" => matches!(behind(1), "all" | "it" | "that" | "this"),
            "i" | "i've" => says(behind(1), "taken"),
            "is" | "was" => says(behind(1), "about"),
            "here" | "learned" | "learnt" => true,
            _ => around.is_followed_by(answer, ':'),
        },
    }
}

/// Whether what is done ever since is what "I" or "we" do: "since then we plan two weeks more", but not "since then we have had
/// no complaint".
fn is_kept(around: &Around) -> bool {
    let next = |at: usize| around.words.get(at + 1).map_or("", |word| word.lower.as_str());
    if let [.., subject @ ("i" | "i've" | "we")] = around.phrase().as_slice() {
        let mut behind = around.all_behind().iter().map(|word| word.lower.as_str());
        let verb = behind.find(|lower| !is_passed(lower)).unwrap_or_default();
        return match *subject {
            "i've" => is_past_form(verb) && verb != "been" && verb != "had",
            _ => !is_past_form(verb) && !has_class(verb, b"BHX") && carries_word(verb),
        };
    }
    let kept = around.words.iter().enumerate().any(|(at, word)| {
        at < around.first && word.lower == "i've" && next(at) != "been"
            || word.lower == "i" && matches!(next(at), "always" | "now")
    });
    kept || around.behind(0) == "i've" && around.behind(1) != "been"
}

/// Whether what was learned is what had happened to others: "that he had moved", "the launch was cancelled".
fn is_news(around: &Around) -> bool {
    let behind: Vec<&str> = around.all_behind().iter().map(|word| word.lower.as_str()).collect();
    let is_of_mine =
        |lower: &str| matches!(lower, "i" | "i'd" | "i've" | "my" | "our" | "we" | "we'd" | "you");
    let is_of_others = |lower: &str| {
        matches!(lower, "that" | "the" | "his" | "her" | "their" | "its" | "this" | "of")
            || has_class(lower, b"S")
    };
    if !behind.first().is_some_and(|first| is_of_others(first) && !is_of_mine(first)) {
        return false;
    }
    for (at, lower) in behind.iter().enumerate() {
        let next = behind.get(at + 1).copied().unwrap_or_default();
        // "He'd moved" had.
        let had = lower.ends_with("'d") && (is_past_form(next) || next == "been");
        match *lower {
            mine if is_of_mine(mine) => return false,
            past if had
                || is_past_form(past)
                || matches!(past, "was" | "were" | "wasn't" | "weren't" | "had" | "hadn't") =>
            {
                return true;
            }
            present if has_class(present, b"BHMX") => return false,
            _ => {}
        }
    }
    false
}

/// Whether a sentence says what would be done: "next time I'd ask", but not "next time he came".
fn is_intended(words: &[Word]) -> bool {
    let lower = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    let would = (0..words.len()).any(|at| match lower(at) {
        "i'd" | "i'll" | "we'd" | "we'll" => true,
        "i" | "we" => matches!(lower(at + 1), "can" | "should" | "will" | "would"),
        _ => false,
    });
    let others = |word: &Word| matches!(word.lower.as_str(), "he" | "it" | "she" | "the" | "they");
    would || !words.iter().any(|word| is_past_form(&word.lower) || others(word))
}

/// Whether a sentence tells a lesson in everyday words that says what was learned: "I learned that you have to ask". That
/// teamwork is important could be the lesson of any story.
pub(super) fn is_plain(answer: &Text, sentence: usize) -> bool {
    let here = answer.words_of(sentence);
    let first = answer.sentences()[sentence].words.start;
    let is_general =
        |word: &Word| says(&word.lower, "general") || specifics::is_idea(word.lower.as_str());
    let enough = Numbers::shipped().qualities.reflection.own_words;
    let says_it = |found: Match| {
        let behind = &here[found.end..];
        let placed = Match { first: first + found.first, end: first + found.end, ..found };
        let is_to_do =
            found.label == "kept" || behind.iter().any(|word| says(&word.lower, "to-do"));
        let is_own = |word: &&Word| carries_content(word) && !is_general(word);
        let tells = is_to_do && !behind.iter().any(is_general)
            || behind.iter().filter(is_own).count() >= enough;
        (is_sure(&found) || found.label == "kept") && tells && is_lesson(answer, &placed)
    };
    lexicon::REFLECTION.find(here).any(says_it) && lexicon::BUZZWORDS.find(here).next().is_none()
}

/// Whether a phrase, where it tells a lesson, says that and nothing else.
pub fn is_sure(found: &Match) -> bool {
    !matches!(found.label, "" | "kept")
}

/// Whether a word beside a phrase tells this of it.
fn says(lower: &str, what: &'static str) -> bool {
    let known: &BTreeSet<(&str, &str)> = &lexicon::LESSONS;
    known.contains(&(lower, what))
}

fn has_class(lower: &str, classes: &[u8]) -> bool {
    lexicon::CLOSED_CLASS.get(lower).is_some_and(|class| classes.contains(class))
}

fn is_passed(lower: &str) -> bool {
    lower.ends_with("ly") || matches!(lower, "also" | "always" | "first" | "just" | "never" | "now")
}

fn carries_word(lower: &str) -> bool {
    lower.chars().next().is_some_and(char::is_alphabetic)
}
