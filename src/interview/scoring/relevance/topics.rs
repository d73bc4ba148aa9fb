//! Whether an answer surely tells of something else than the question asks about.
//!
//! What a story is about cannot be told surely: one and the same shows several competencies, and honest stories of trades that
//! nobody thought of are like none that is known. So nothing speaks for an answer here, least of all the question's own words;
//! against it speaks only that a competency is asked for by name, that the story is less like those told about it than about
//! others, and that no phrase of it speaks of what was asked.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        closeness::{AnswerEmbeddings, reference::Reference},
        numbers::Numbers,
        relevance::{
            competencies::{CompetencyFit, CompetencyIndex},
            substance::Substance,
        },
    },
    text::{Text, lexicon},
};

/// How surely an answer tells of something else than was asked, from 0 to 1; only sentences that tell are looked at.
pub(in crate::interview::scoring) fn elsewhere(
    reference: &Reference,
    answer: &Text,
    substance: &Substance,
    usual: Option<(&CompetencyIndex, &AnswerEmbeddings)>,
) -> f32 {
    let question = reference.read_question().words();
    let asked: BTreeSet<&'static str> =
        lexicon::COMPETENCY_QUESTIONS.find(question).map(|m| m.label).collect();
    let Some((usual, senses)) = usual.filter(|_| !asked.is_empty()) else { return 0.0 };
    let speaks_of_it = lexicon::COMPETENCY_ANSWERS.find(answer.words()).any(|found| {
        let words = &answer.words()[found.first..found.end];
        let is_echo = words.iter().all(|word| question.iter().any(|q| q.stem == word.stem));
        asked.contains(found.label) && substance.counted[words[0].sentence] && !is_echo
    });
    if speaks_of_it {
        return 0.0;
    }
    let told = senses.sentences().iter().zip(&substance.tells).filter(|(_, tells)| **tells);
    let told = told.map(|(vector, _)| &**vector);
    usual.standing(senses.question(), &asked, told).map_or(0.0, |standing| surely_else(&standing))
}

/// Nothing where it is like nothing that is usually told.
fn surely_else(standing: &CompetencyFit) -> f32 {
    let borders = &Numbers::shipped().relevance.by_meaning;
    if !standing.usual {
        return 0.0;
    }
    let between = |(from, to): (f32, f32), x: f32| ((x - from) / (to - from)).clamp(0.0, 1.0);
    let below = between(borders.below, -standing.asked);
    let behind = between(borders.behind, standing.most.1 - standing.asked);
    below.max(behind)
}
