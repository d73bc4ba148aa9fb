//! From a transcript to the draft of a scenario: what an author would begin with, made by rule.
//!
//! Ids come from titles and questions, sentences from the answer's text, their parts from how they read, key points
//! from the sentences that say something, cards from the model answer and weakened twins of it.

use std::collections::BTreeSet;

use crate::interview::{
    scenario::{
        CardFile, Manner, PanelistFile, QuestionFile, ScenarioFile, SectionFile, VERSION,
        id as scenario_id,
    },
    scoring::roles,
    star::Role,
    text::{Span, Text, Unit},
    transcript::{Transcript, TranscriptQuestion},
};

/// A sentence below so many words is no key point of its own.
const KEY_POINT_WORDS: usize = 6;
/// A card says about so many words, so that several can be compared at a glance.
const CARD_WORDS: usize = 75;

/// The draft of a scenario.
pub fn draft(transcript: &Transcript) -> ScenarioFile {
    let mut taken = BTreeSet::new();
    let panel: Vec<_> = transcript
        .panel
        .iter()
        .map(|interviewer| PanelistFile {
            id: id(&interviewer.title, "panelist", &mut taken),
            title: interviewer.title.clone(),
            aliases: interviewer.aliases.clone(),
            manner: Manner::Neutral,
            ..PanelistFile::default()
        })
        .collect();
    let mut taken = BTreeSet::new();
    let answers: Vec<&[String]> = transcript
        .sections
        .iter()
        .flat_map(|section| &section.questions)
        .map(|question| question.model_answer.as_slice())
        .collect();
    let mut number = 0;
    let sections = transcript
        .sections
        .iter()
        .map(|section| SectionFile {
            title: section_title(&section.title),
            questions: section
                .questions
                .iter()
                .map(|question| {
                    let elsewhere = answers.get((number + answers.len() / 2) % answers.len());
                    let elsewhere = elsewhere.filter(|other| **other != question.model_answer);
                    number += 1;
                    let asker = panel.get(question.asked_by).map_or("", |p| p.id.as_str());
                    draft_question(question, asker, elsewhere.copied(), &mut taken)
                })
                .collect(),
        })
        .collect();
    let position = transcript.position.clone().unwrap_or_default();
    let title = if position.is_empty() { "Panel interview".to_owned() } else { position.clone() };
    ScenarioFile {
        version: VERSION,
        // Many are interviewed for the same position.
        id: scenario_id::of_title(&format!("{} {title}", transcript.candidate)),
        title,
        candidate: transcript.candidate.clone(),
        position,
        date: transcript.date.clone().unwrap_or_default(),
        language: "en".to_owned(),
        panel,
        sections,
    }
}

fn draft_question(
    question: &TranscriptQuestion,
    asker: &str,
    elsewhere: Option<&[String]>,
    taken: &mut BTreeSet<String>,
) -> QuestionFile {
    let model_answer: Vec<_> = question.model_answer.iter().map(|p| sentences(p)).collect();
    let key_points: Vec<String> = model_answer
        .iter()
        .flatten()
        .map(|(_, sentence)| sentence.clone())
        .filter(|sentence| sentence.split_whitespace().count() >= KEY_POINT_WORDS)
        .collect();
    QuestionFile {
        id: id(&question.text, "question", taken),
        asked_by: asker.to_owned(),
        text: question.text.clone(),
        follow_up: question.follow_up,
        // Only an author can tell what fits any story.
        stands_alone: false,
        hint: "Say where it was, what you did yourself, and what came of it with its number."
            .to_owned(),
        cards: cards(&model_answer, elsewhere),
        model_answer,
        key_points,
    }
}

/// The sentences of a paragraph with the part each of them reads like.
fn sentences(paragraph: &str) -> Vec<(Role, String)> {
    let answer = Text::read(paragraph);
    let readings = roles::read(&answer);
    let mut parts: Vec<(Role, String)> = Vec::new();
    let mut at = 0;
    for (index, reading) in readings.iter().enumerate() {
        // Whatever stands between two sentences goes with the first, so that no letter is lost.
        let end = readings.get(index + 1).map_or(paragraph.len(), |next| next.span.start);
        let text = paragraph[at..end].trim();
        if !text.is_empty() {
            parts.push((reading.role(), text.to_owned()));
        }
        at = end;
    }
    if parts.is_empty() {
        parts.push((Role::Situation, paragraph.trim().to_owned()));
    }
    parts
}

/// The model answer's gist and what is left of it when something is taken away.
fn cards(model: &[Vec<(Role, String)>], elsewhere: Option<&[String]>) -> Vec<CardFile> {
    let all: Vec<&(Role, String)> = model.iter().flatten().collect();
    let gist = gist(&all);
    let text = join(&gist);
    let mut cards = vec![CardFile { text: text.clone(), weaker_because: None }];
    let mut add = |text: String, because: &str| {
        if !text.is_empty() && cards.iter().all(|card| card.text != text) {
            cards.push(CardFile { text, weaker_because: Some(because.to_owned()) });
        }
    };
    let told: Vec<&(Role, String)> =
        gist.iter().copied().filter(|(role, _)| *role != Role::Result).collect();
    if told.len() < gist.len() {
        add(join(&told), "It stops before what came of it.");
    }
    add(
        without_figures(&text),
        "Its figures are gone: the panel has to take its word for everything.",
    );
    add(told_as_we(&text), "Everything is “we”: what you did yourself cannot be seen.");
    if let Some(other) = elsewhere {
        let other: Vec<_> = other.iter().map(|p| sentences(p)).collect();
        let other: Vec<_> = other.iter().flatten().collect();
        add(join(&self::gist(&other)), "It answers another question than the one that was asked.");
    }
    if cards.len() < 2 { Vec::new() } else { cards }
}

/// The sentences that carry most, in their order: results and figures before the rest, up to a card's length.
fn gist<'a>(sentences: &[&'a (Role, String)]) -> Vec<&'a (Role, String)> {
    let weight = |(role, text): &(Role, String)| {
        let figures = Text::read(text).figures().len().min(3);
        figures * 2 + if *role == Role::Result { 3 } else { 1 }
    };
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.sort_by_key(|index| (std::cmp::Reverse(weight(sentences[*index])), *index));
    let mut chosen = BTreeSet::new();
    let mut words = 0;
    // The first sentence opens the story, whatever it weighs.
    for index in std::iter::once(0).chain(order).filter(|index| *index < sentences.len()) {
        let length = sentences[index].1.split_whitespace().count();
        if !chosen.contains(&index) && (words + length <= CARD_WORDS || chosen.is_empty()) {
            chosen.insert(index);
            words += length;
        }
    }
    chosen.into_iter().map(|index| sentences[index]).collect()
}

fn join(sentences: &[&(Role, String)]) -> String {
    sentences.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The text with vague words where it measured something.
fn without_figures(text: &str) -> String {
    let answer = Text::read(text);
    let figures: Vec<_> = answer.figures().iter().filter(|figure| figure.measures()).collect();
    let spans: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
    replace(text, &spans, |span| {
        let unit = figures.iter().find(|figure| figure.span == span).map(|figure| figure.unit);
        let vague = match unit {
            Some(Unit::Percent) => "a good share",
            Some(Unit::Money) => "a good sum",
            Some(Unit::Factor) => "noticeably",
            _ => "several",
        };
        vague.to_owned()
    })
}

/// The text told by a group: I becomes we.
fn told_as_we(text: &str) -> String {
    let answer = Text::read(text);
    let swap = |word: &str| {
        let plain = match word.to_lowercase().as_str() {
            "i" => "we",
            "my" => "our",
            "me" => "us",
            "myself" => "ourselves",
            "mine" => "ours",
            "i'd" | "i’d" => "we'd",
            "i've" | "i’ve" => "we've",
            "i'll" | "i’ll" => "we'll",
            "i'm" | "i’m" => "we're",
            _ => return None,
        };
        Some(plain)
    };
    let mut spans = Vec::new();
    for word in answer.words() {
        if swap(word.span.of(text)).is_some() {
            spans.push(word.span);
        }
    }
    let starts: BTreeSet<usize> = answer.sentences().iter().map(|s| s.span.start).collect();
    replace(text, &spans, |span| {
        let plain = swap(span.of(text)).unwrap_or_default();
        let mut letters = plain.chars();
        match letters.next() {
            Some(first) if starts.contains(&span.start) => {
                first.to_uppercase().chain(letters).collect()
            }
            _ => plain.to_owned(),
        }
    })
}

fn replace(text: &str, spans: &[Span], with: impl Fn(Span) -> String) -> String {
    let mut result = String::new();
    let mut at = 0;
    for span in spans.iter().filter(|span| span.start < span.end) {
        if span.start < at {
            continue;
        }
        result.push_str(&text[at..span.start]);
        result.push_str(&with(*span));
        at = span.end;
    }
    result.push_str(&text[at..]);
    result
}

/// A title in capitals as a heading: first letters large, small words small.
fn section_title(title: &str) -> String {
    if title.chars().any(char::is_lowercase) {
        return title.to_owned();
    }
    let small = ["and", "of", "the", "in", "on", "for", "to", "a", "with"];
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    title
        .to_lowercase()
        .split(' ')
        .enumerate()
        .map(|(index, word)| {
            if index > 0 && small.contains(&word) {
                return word.to_owned();
            }
            word.split('-').map(capitalised).collect::<Vec<_>>().join("-")
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A short name of small letters, digits and hyphens that nobody else has.
fn id(text: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let base = scenario_id::from_words(text).unwrap_or_else(|| otherwise.to_owned());
    let mut id = base.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_capitals_becomes_a_heading() {
        assert_eq!(section_title("DATA-DRIVEN DECISION MAKING"), "Data-Driven Decision Making");
        assert_eq!(section_title("STATE OF THE ART"), "State of the Art");
        assert_eq!(section_title("Already fine"), "Already fine");
    }

    #[test]
    fn ids_are_plain_and_taken_once() {
        let mut taken = BTreeSet::new();
        assert_eq!(id("VP Product", "panelist", &mut taken), "vp-product");
        assert_eq!(id("VP Product!", "panelist", &mut taken), "vp-product-2");
        assert_eq!(id("…", "panelist", &mut taken), "panelist");
    }

    #[test]
    fn a_twin_without_figures_keeps_everything_else() {
        let told = "In 3 weeks we won 12 deals and grew by 40%.";
        assert_eq!(
            without_figures(told),
            "In 3 weeks we won several deals and grew by a good share."
        );
    }

    #[test]
    fn a_twin_told_by_a_group_has_no_i() {
        assert_eq!(
            told_as_we("I met my team. They told me so, and I’d listen."),
            "We met our team. They told us so, and we'd listen."
        );
    }

    #[test]
    fn no_letter_of_an_answer_is_lost() {
        for paragraph in ["One. Two: three?  Four!", "no end", "“He said: go. Now.” And I went."]
        {
            let joined: String =
                sentences(paragraph).iter().map(|(_, s)| s.replace(' ', "")).collect();
            assert_eq!(joined, paragraph.replace(' ', ""));
        }
    }
}
