//! What an answer is worth, and the words that show it.
//!
//! An answer is read once; every criterion of a table ([`criteria::Criteria`]) looks at what was read and gives a finding; the rubric
//! weighs the findings into a level. Gates are criteria that recognise what is no answer at all; they cap the level.

pub mod answer_parts;
pub mod assessment;
pub mod closeness;
pub mod criteria;
pub mod criterion_id;
pub mod engine;
pub mod judged_by;
pub mod judgement;
pub mod level;
pub mod numbers;
pub mod presence;
pub mod relevance;
pub mod roles;
pub mod telling;
pub mod tone;

mod closest;
mod context;
mod features;
mod matched;
#[cfg(test)]
mod tests;
mod written;

use std::{borrow::Cow, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::interview::{
    scoring::{
        answer_parts::AnswerParts,
        assessment::Assessment,
        closeness::{
            AnswerEmbeddings, Comparison,
            endings::ModelEnd,
            reference::{Asks, Model, Reference},
            targets::{self, DocumentFrequency, Target},
        },
        context::{Context, Rival},
        criteria::Criteria,
        engine::Engine,
        judgement::{language, next_step, rating::Rating, strengths, wording},
        numbers::{LevelFits, Numbers},
        relevance::{asked, substance},
        telling::{Telling, kind::TellingKind},
    },
    star::Role,
    text::{MAX_ANSWER, Text, content::content_words, grammar},
};

/// Whose story is told.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Story {
    /// The story of the transcript: what it says is asked for.
    #[default]
    This,
    /// The player's own: its qualities are asked for, not the transcript's facts.
    Own,
}

/// Why an answer is not judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is longer than any spoken answer.
    #[error("the answer has {characters} characters; at most {at_most} can be judged")]
    TooLong {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        at_most: usize,
    },
    /// There is no such question.
    #[error("there is no question {question}; the scenario has {of}")]
    NoSuchQuestion {
        /// The index asked for.
        question: usize,
        /// How many questions there are.
        of: usize,
    },
}

/// Judges answers to the questions of one scenario: what they are compared with, and the engine that compares.
#[derive(Clone, Debug)]
pub struct Scorer {
    references: Arc<[Reference]>,
    /// For every reference and each of its models, the key points as they are looked for.
    targets: Arc<[Vec<Vec<Target>>]>,
    /// For every reference and each of its models, how many of its words are told.
    carried: Arc<[Vec<usize>]>,
    engine: Engine,
    /// The language of the answers that are asked for, as a BCP 47 tag.
    language: String,
    criteria: Criteria,
    levels: Cow<'static, LevelFits>,
}

impl Scorer {
    /// Prepares the references of a scenario, one a question, in the order of its questions, for an engine that compares
    /// words alone.
    pub fn new(references: Vec<Reference>) -> Self {
        let spread = DocumentFrequency::over(&references);
        let targets = references
            .iter()
            .map(|reference| {
                let models = reference.models().iter();
                models.map(|model| targets::of(model, reference.read_question(), &spread)).collect()
            })
            .collect();
        let carried = |model: &Model| {
            let sentences = model.strengths.len();
            substance::read(&model.answer, &vec![true; sentences], &vec![false; sentences]).spoken
        };
        let carried =
            references.iter().map(|reference| reference.models().iter().map(carried).collect());
        Self {
            carried: carried.collect(),
            references: references.into(),
            targets,
            engine: Engine::by_words(),
            language: "en".to_owned(),
            criteria: Criteria::SHIPPED,
            levels: Cow::Borrowed(&Numbers::shipped().levels),
        }
    }

    /// The same scorer with another engine; what answers are compared with is shared.
    #[must_use]
    pub fn with(&self, engine: Engine) -> Self {
        Self { engine, ..self.clone() }
    }

    /// The engine that judges.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    fn senses(&self, answer: &Text, reference: &Reference) -> Option<AnswerEmbeddings> {
        let encoder = self.engine.encoder()?;
        Some(AnswerEmbeddings::read(encoder, answer, reference.read_question()))
    }

    fn means<'a>(
        &'a self,
        senses: Option<&'a AnswerEmbeddings>,
        reference: &'a Reference,
    ) -> Comparison<'a> {
        Comparison {
            meaning: self.engine.encoder().zip(senses),
            question: reference.sketch(),
            alternatives: reference.models().len(),
            reads_claims: false,
        }
    }

    /// The same for answers in this language, a BCP 47 tag; without it, in English.
    pub fn in_language(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// The same by another table of criteria, weighed otherwise.
    pub fn judging_by(mut self, criteria: Criteria, levels: LevelFits) -> Self {
        (self.criteria, self.levels) = (criteria, Cow::Owned(levels));
        self
    }

    /// What answers are looked at for.
    pub fn criteria(&self) -> Criteria {
        self.criteria
    }

    fn levels(&self) -> &LevelFits {
        &self.levels
    }

    /// What the answers to a question are compared with.
    pub fn reference(&self, question: usize) -> Option<&Reference> {
        self.references.get(question)
    }

    /// What the answers to a question are compared with, and the key points of each alternative.
    fn asked(&self, question: usize) -> Result<(&Reference, &[Vec<Target>]), Refused> {
        let of = self.references.len();
        match (self.references.get(question), self.targets.get(question)) {
            (Some(reference), Some(targets)) => Ok((reference, targets)),
            _ => Err(Refused::NoSuchQuestion { question, of }),
        }
    }

    /// Judges an answer to the question with this index.
    ///
    /// # Errors
    /// An answer of more than [`MAX_ANSWER`] characters, or a question that the scenario does not have.
    pub fn assess(
        &self,
        question: usize,
        answer: &str,
        story: Story,
    ) -> Result<Assessment, Refused> {
        let (reference, targets) = self.asked(question)?;
        // Without a model answer there is no story but the player's own.
        let story = if reference.model_text().is_empty() { Story::Own } else { story };
        // Four bytes are the longest character, so that a long text is counted only where it may be too long.
        if answer.len() > MAX_ANSWER {
            let characters = answer.chars().count();
            if characters > MAX_ANSWER {
                return Err(Refused::TooLong { characters, at_most: MAX_ANSWER });
            }
        }
        let answer = Text::read(answer);
        let senses = self.senses(&answer, reference);
        let means = self.means(senses.as_ref(), reference);
        let (alternative, substance, reading) =
            closest::closest(&answer, reference, targets, means, story);
        let model = &reference.models()[alternative];
        let reading = if story == Story::This && model.is_told() {
            let points: Vec<&Text> = model.key_points.iter().map(|point| &point.read).collect();
            let claims = (&model.answer, &model.claims);
            reading.with_denials(claims, &points, &answer, &substance.counted)
        } else {
            reading
        };
        let means = self.engine.encoder().zip(senses.as_ref());
        let parts = AnswerParts::read(&answer, &substance, means);
        // What the model answer itself leaves open is no end that is missing.
        let end = ModelEnd::read(self.engine.encoder(), model);
        let can_end = reference.asks() == Asks::Story && end.is_told;
        let likeliest_end = parts.likeliest_end(&substance.counted);
        let reading = reading.ended(&end, likeliest_end, can_end);
        let telling =
            Telling::read(&answer, &substance.counted, &substance.deeds, &substance.echoes);
        let context = Context {
            numbers: Numbers::shipped(),
            presence: presence(&parts, &substance.counted, &telling, reference),
            parts: &parts,
            // The transcript's story is known by its key points.
            answers: match story {
                Story::This => None,
                Story::Own => asked::answers(&answer, reference, &substance, means),
            },
            telling,
            grammar: grammar::read(&answer),
            rival: self.rival(question, &answer, model),
            nearness: senses.as_ref().map(|senses| senses.to_question(&answer, &substance.counted)),
            answer: &answer,
            reference,
            model,
            model_carries: self.carried[question][alternative],
            reading: &reading,
            substance: &substance,
            story,
        };
        let mut assessment = conclude(&context, &targets[alternative], self);
        assessment.unjudged = language::notice(&answer, &model.answer, &self.language);
        if assessment.unjudged.is_some() {
            assessment.next_step = None;
            assessment.perhaps = None;
            assessment.strengths.clear();
        }
        Ok(assessment)
    }

    /// The other question whose model answer holds most of this answer's words.
    fn rival(&self, question: usize, answer: &Text, model: &Model) -> Option<Rival> {
        let own = held(answer, model);
        let mut best: Option<Rival> = None;
        for (index, reference) in self.references.iter().enumerate().filter(|(i, _)| *i != question)
        {
            let other = held(answer, &reference.models()[0]);
            if best.as_ref().is_none_or(|rival| other > rival.held) {
                best = Some(Rival {
                    question: self.references[index].question().to_owned(),
                    held: other,
                    own,
                });
            }
        }
        best
    }
}

/// How present each part is by its phrases, in the order of `Role::ALL`.
fn presence(
    parts: &AnswerParts,
    counted: &[bool],
    telling: &Telling,
    reference: &Reference,
) -> [f32; 4] {
    let mut presence = parts.presence(counted);
    let is_story = telling.kind.kind == TellingKind::Story;
    let may_end = |s: usize| {
        parts.by_meaning && is_story || context::may_end(&telling.kind, reference.asks(), s)
    };
    let ends: Vec<bool> =
        counted.iter().enumerate().map(|(s, counts)| *counts && may_end(s)).collect();
    let result = Role::Result as usize;
    presence[result] = parts.presence(&ends)[result];
    presence
}

/// The share of an answer's content words that a model answer has.
fn held(answer: &Text, model: &Model) -> f32 {
    let mut all = 0_usize;
    let mut there = 0_usize;
    for word in content_words(answer) {
        all += 1;
        there += usize::from(model.stems.contains(&word.stem));
    }
    if all > 0 { there as f32 / all as f32 } else { 0.0 }
}

/// Weighs what was read.
fn conclude(context: &Context, targets: &[Target], scorer: &Scorer) -> Assessment {
    let criteria = scorer.criteria;
    let findings: Vec<_> =
        criteria.all().iter().map(|criterion| (criterion.assess)(context)).collect();
    let rating = Rating::new(&scorer.levels, context.story, &findings);
    let key_points = matched::key_points(context);
    let next_step = next_step::find(context, criteria, targets, &findings, &rating);
    let findings = wording::fitted(findings, &rating);
    let words = context.answer.words().len();
    let level = rating.level();
    Assessment {
        story: context.story,
        judged_by: scorer.engine.judged_by(),
        closeness: rating.closeness(context.reading.closeness),
        star: rating.star(),
        level,
        perhaps: rating.perhaps(),
        kind: (context.grammar.latin >= context.numbers.gates.latin)
            .then_some(context.telling.kind.kind),
        specifics: context.telling.specifics.count(),
        anchor: context
            .numbers
            .rubric
            .sounds(context.story, level, &key_points, &findings)
            .to_owned(),
        next_step,
        strengths: strengths::find(context, criteria, &findings, &rating),
        sentences: context.parts.readings.clone(),
        word_for_word: criteria::is_word_for_word(context),
        figures: context.answer.figures().iter().filter(|figure| figure.measures()).count(),
        spoken_seconds: Text::seconds(words),
        words,
        shares: rating.shares(),
        unjudged: None,
        key_points,
        findings,
    }
}
