//! What an answer is about, beside what the question asks about.
//!
//! A question and an answer are read against the same list of competencies. An answer is on the question when it speaks
//! of the competency asked for about as much as of any other, uses the question's own words, or is told in the form the
//! question asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::interview::{
    scoring::{
        closeness::{
            AnswerEmbeddings,
            reference::{Asks, Reference},
            word_similarity::WordKey,
        },
        numbers::Numbers,
        relevance::{competencies::CompetencyIndex, substance::Substance},
    },
    text::{Span, Text, content::carries_content, lexicon},
};

/// How an answer stands to a question.
#[derive(Clone, Debug)]
pub struct Topics {
    /// From 0 (about something else) to 1.
    pub relevance: f32,
    /// The answer's words that speak of what was asked.
    pub evidence: Vec<Span>,
    /// What the fitted numbers weigh; nothing without an encoder, and where nothing is told.
    pub features: Option<TopicFeatures>,
}

/// What tells whether a story answers its question.
#[derive(Clone, Copy, Debug)]
pub struct TopicFeatures {
    /// How far it is like those told about the competency asked for, in standard deviations over all competencies.
    pub told: f32,
    /// What the phrases of the competency asked for say, from 0 to 1.
    pub words: f32,
}

/// Reads an answer's topics; only sentences that count are looked at. Where there is an encoder, what is usually
/// told about a competency is heard as well as its phrases.
pub(in crate::interview::scoring) fn read(
    reference: &Reference,
    answer: &Text,
    substance: &Substance,
    usual: Option<(&CompetencyIndex, &AnswerEmbeddings)>,
) -> Topics {
    let chosen = &Numbers::shipped().relevance.by_words;
    let counted = substance.counted.as_slice();
    let question = reference.read_question();
    let asked: BTreeSet<&'static str> =
        lexicon::COMPETENCY_QUESTIONS.find(question.words()).map(|m| m.label).collect();
    let mut phrases: BTreeMap<&'static str, BTreeSet<Vec<&str>>> = BTreeMap::new();
    let mut evidence = Vec::new();
    for found in lexicon::COMPETENCY_ANSWERS.find(answer.words()) {
        let words = &answer.words()[found.first..found.end];
        if !counted[words[0].sentence] {
            continue;
        }
        let stems = words.iter().map(|w| w.stem.as_str()).collect();
        let new = phrases.entry(found.label).or_default().insert(stems);
        if new && asked.contains(found.label) {
            evidence
                .push(Span { start: words[0].span.start, end: words[words.len() - 1].span.end });
        }
    }
    evidence.sort_unstable();
    evidence.dedup();
    let spoken = |label: &str| phrases.get(label).map_or(0.0, |set| set.len() as f32);
    // A question may ask for two things at once, as for data and for not knowing: both count.
    let on = asked.iter().map(|label| spoken(label)).sum::<f32>() / asked.len().max(1) as f32;
    let best = asked.iter().map(|label| spoken(label)).fold(0.0, f32::max);
    let others = phrases.iter().filter(|(label, _)| !asked.contains(*label));
    let most = others.map(|(_, set)| set.len() as f32).fold(0.0, f32::max);
    let own_words = shared(question, answer, counted);
    let share = if best + most > 0.0 { on / best.max(most) } else { 0.0 };
    let amount = (on / chosen.full).min(1.0);
    let (by_share, by_amount) = chosen.share_and_amount;
    let topic = by_share * share + by_amount * amount;
    // A story without any of the lists' phrases is told in other words: they say nothing for it and nothing against.
    let told = phrases.values().map(BTreeSet::len).sum::<usize>() as f32;
    let known = if asked.is_empty() { 0.0 } else { told / (told + chosen.doubt) };
    let by_words = known * topic + (1.0 - known) * chosen.unknown.max(own_words);
    let (by_phrases, by_question) = chosen.phrases_and_words;
    let mut relevance = (by_phrases * by_words + by_question * own_words).min(1.0);
    let standing = usual.and_then(|(usual, senses)| {
        let told = senses.sentences().iter().zip(&substance.tells).filter(|(_, tells)| **tells);
        usual.standing(senses.question(), &asked, told.map(|(vector, _)| &**vector))
    });
    let told = standing.as_ref().map(|standing| standing.asked);
    let features = told.map(|told| TopicFeatures { told, words: by_words });
    if let (Some(standing), Some(features)) = (standing, features) {
        // What is like nothing that is usually told is about something that only its words can tell.
        relevance = if standing.usual {
            let probability = Numbers::shipped().topics.probability(features.told, features.words);
            Numbers::shipped().relevance.by_meaning.degree(probability)
        } else {
            relevance.max(chosen.unknown)
        };
    }
    if reference.asks() == Asks::Plan && !looks_ahead(answer, counted) {
        relevance = relevance.min(chosen.no_plan);
    }
    Topics { relevance, evidence, features }
}

/// The share of the question's content words that the answer uses or stands in for.
fn shared(question: &Text, answer: &Text, counted: &[bool]) -> f32 {
    let asked: Vec<WordKey> = question
        .words()
        .iter()
        .filter(|w| carries_content(w) && !lexicon::COMMON_WORDS.contains(w.lower.as_str()))
        .map(WordKey::of)
        .collect();
    if asked.is_empty() {
        return 0.0;
    }
    let said: BTreeMap<&str, WordKey> = answer
        .words()
        .iter()
        .filter(|w| counted[w.sentence])
        .map(|w| (w.stem.as_str(), WordKey::of(w)))
        .collect();
    let met = asked.iter().map(|a| said.values().map(|kin| kin.with(a)).fold(0.0, f32::max));
    met.sum::<f32>() / asked.len() as f32
}

/// Whether an answer tells, more than once, what the speaker would do.
fn looks_ahead(answer: &Text, counted: &[bool]) -> bool {
    let told = answer.words().windows(2).filter(|pair| counted[pair[0].sentence]).filter(|pair| {
        let (first, second) = (pair[0].lower.as_str(), pair[1].lower.as_str());
        matches!(first, "i'd" | "i'll" | "we'd" | "we'll")
            || matches!(first, "i" | "we") && matches!(second, "would" | "will" | "want" | "plan")
            || first == "would" && matches!(second, "i" | "then" | "be")
    });
    told.count() >= 2
}
