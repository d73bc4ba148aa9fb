//! A player's own model answers, laid over a scenario whose file stays as it is.

use serde::{Deserialize, Serialize};

use crate::interview::{
    scenario::{ModelAnswer, ModelSentence, Scenario},
    star::Role,
    text::Span,
};

/// An answer of the player's that serves as their model answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAnswer {
    /// The question's id.
    pub question: String,
    /// Its paragraphs, each a run of sentences with their parts.
    pub paragraphs: Vec<Vec<(Role, String)>>,
}

impl KeptAnswer {
    /// An answer as it was read when it was judged; an empty line begins a paragraph.
    pub fn of(question: &str, text: &str, sentences: &[(Span, Role)]) -> Self {
        let mut paragraphs: Vec<Vec<(Role, String)>> = Vec::new();
        let mut end = 0;
        for (span, role) in sentences {
            let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let between = text.get(end..span.start).unwrap_or_default();
            end = span.end;
            if words.is_empty() {
                continue;
            }
            let apart = between.matches('\n').count() > 1;
            match paragraphs.last_mut().filter(|_| !apart) {
                Some(paragraph) => paragraph.push((*role, words)),
                None => paragraphs.push(vec![(*role, words)]),
            }
        }
        Self { question: question.to_owned(), paragraphs }
    }

    fn model(&self) -> ModelAnswer {
        let sentence =
            |(role, text): &(Role, String)| ModelSentence { role: *role, text: text.clone() };
        let paragraphs =
            self.paragraphs.iter().map(|paragraph| paragraph.iter().map(sentence).collect());
        let mut model = ModelAnswer { paragraphs: paragraphs.collect(), key_points: Vec::new() };
        model.key_points = model.every_sentence();
        model
    }
}

impl Scenario {
    /// The same scenario in which these answers are the models of their questions; every sentence of them is a key point.
    /// What names no question of it, or holds no sentence, is left out.
    #[must_use]
    pub fn with_kept_answers(mut self, kept: &[KeptAnswer]) -> Self {
        for kept in kept.iter().filter(|kept| !kept.paragraphs.is_empty()) {
            let question = self.questions.iter_mut().find(|question| question.id == kept.question);
            if let Some(question) = question {
                question.model = kept.model();
                question.is_kept = true;
            }
        }
        self
    }
}
