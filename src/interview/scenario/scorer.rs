//! The scorer of a scenario: its questions and model answers, as answers are compared with them.

use crate::interview::{
    scenario::{Question, Scenario},
    scoring::{Scorer, closeness::reference::Reference},
};

impl Scorer {
    /// The scorer of a scenario's questions.
    pub fn of(scenario: &Scenario) -> Self {
        Self::new(scenario.questions().iter().map(reference).collect())
            .in_language(scenario.language())
    }
}

fn reference(question: &Question) -> Reference {
    let model = question.model.sentences().map(|s| (Some(s.role), s.text.clone())).collect();
    let points = question.model.key_points.iter().map(|p| (p.role, p.text.clone())).collect();
    Reference::new(&question.text, model, points)
}
