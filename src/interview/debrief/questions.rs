//! How each question went: what was answered, what that is worth, and what the model answer says.

use serde::Serialize;

use crate::interview::{
    fingerprint::Fingerprint,
    probing::Gap,
    scenario::Scenario,
    scoring::{
        assessment::{Level, NextStep, Unjudged},
        judged_by::JudgedBy,
    },
    session::{Attempt, DealtCard, Probed, Session, UnixMillis},
};

/// What the panel asked back, and what was added.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProbeResult {
    /// What was missing.
    pub gap: Gap,
    /// Who asked.
    pub asked_by: String,
    /// The words of the probe.
    pub text: String,
    /// What was added; none where the probe was left unanswered.
    pub addition: Option<String>,
    /// The level of what was said before.
    pub level_before: Level,
}

/// What came of a question that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was answered, and the answer has a level.
    Judged,
    /// It was answered, and the answer could not be judged.
    NotJudged,
    /// It was passed over.
    Skipped,
    /// It was asked when the interview ended.
    Open,
}

/// How one question went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionResult {
    /// The question's id.
    pub id: String,
    /// Its words.
    pub text: String,
    /// What tells its words from those of other questions.
    pub fingerprint: Fingerprint,
    /// The title of who asked it.
    pub asked_by: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The words of the latest answer before the panel asked back; none where it was not answered.
    pub answer: Option<String>,
    /// The cards on the table, where the answer was picked among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<DealtCard>,
    /// The level of the latest answer, where one was judged.
    pub level: Option<Level>,
    /// By what the latest answer was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged_by: Option<JudgedBy>,
    /// When the latest answer was given, where it was not given by a script.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
    /// Why the latest answer was not judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unjudged: Option<Unjudged>,
    /// What the player said of that answer before they saw the level.
    pub own_rating: Option<Level>,
    /// How often it was answered.
    pub attempts: usize,
    /// Whether the hint was given before the latest answer.
    pub hinted: bool,
    /// Whether the model answer was seen told before the latest answer.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub watched: bool,
    /// What the panel asked back about the latest answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub probes: Vec<ProbeResult>,
    /// What would lift the latest answer most; none where nothing holds it back.
    pub next_step: Option<NextStep>,
    /// The model answer, its paragraphs apart by an empty line.
    pub model_answer: String,
    /// Whether that is one of the player's own, which they kept.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_kept: bool,
}

impl QuestionResult {
    /// How this question of a session went.
    pub(super) fn of(session: &Session, index: usize) -> Self {
        let scenario = session.scenario();
        let question = &scenario.questions()[index];
        let latest = session.latest(index);
        let judged = latest.map(|attempt| &attempt.assessment);
        Self {
            id: question.id.clone(),
            text: question.text.clone(),
            fingerprint: Fingerprint::of_words(&question.text),
            asked_by: scenario.asker(index).title.clone(),
            outcome: outcome(session, index),
            answer: latest.map(|attempt| attempt.unasked().to_owned()),
            cards: latest.map_or_else(Vec::new, |attempt| session.dealt(attempt)),
            level: judged.and_then(|assessment| assessment.judged_level()),
            judged_by: judged.map(|assessment| assessment.judged_by.clone()),
            at: latest.and_then(|attempt| attempt.at),
            unjudged: judged.and_then(|assessment| assessment.unjudged.clone()),
            own_rating: latest.and_then(|attempt| attempt.own_rating),
            attempts: session.attempts().iter().filter(|a| a.question == index).count(),
            hinted: latest.is_some_and(|attempt| attempt.hinted),
            watched: latest.is_some_and(|attempt| attempt.watched),
            probes: latest.map_or_else(Vec::new, |attempt| {
                let probes = attempt.probes.iter();
                probes.map(|probed| probe_result(scenario, attempt, probed)).collect()
            }),
            next_step: judged.and_then(|assessment| assessment.next_step.clone()),
            model_answer: question.model.text(),
            is_kept: question.is_kept,
        }
    }

    /// What is said beside its level: that words alone were compared; nothing where there is nothing to say.
    pub fn level_note(&self) -> Option<&'static str> {
        self.judged_by.as_ref().filter(|_| self.level.is_some())?.note()
    }

    /// What came of it, in a word or two: "level 3", "not judged", "skipped".
    pub fn in_words(&self) -> String {
        match (self.outcome, self.level) {
            (Outcome::Judged, Some(level)) => format!("level {}", level.number()),
            (Outcome::Judged | Outcome::NotJudged, _) => "not judged".to_owned(),
            (Outcome::Skipped, _) => "skipped".to_owned(),
            (Outcome::Open, _) => "not answered".to_owned(),
        }
    }
}

fn probe_result(scenario: &Scenario, attempt: &Attempt, probed: &Probed) -> ProbeResult {
    ProbeResult {
        gap: probed.probe.gap,
        asked_by: scenario.panel()[probed.probe.asked_by].title.clone(),
        text: probed.probe.text.clone(),
        addition: probed.addition.map(|span| span.of(&attempt.text).to_owned()),
        level_before: probed.level_before,
    }
}

/// What came of a question that was asked.
pub(super) fn outcome(session: &Session, question: usize) -> Outcome {
    match session.latest(question) {
        Some(attempt) if attempt.assessment.unjudged.is_some() => Outcome::NotJudged,
        Some(_) => Outcome::Judged,
        None if session.skipped().contains(&question) => Outcome::Skipped,
        None => Outcome::Open,
    }
}
