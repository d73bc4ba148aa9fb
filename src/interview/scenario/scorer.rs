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
    let model = &question.model;
    let roles: Vec<_> = model.sentences().map(|sentence| sentence.role).collect();
    let points: Vec<_> = model.key_points.iter().map(|point| (point.role, point.span)).collect();
    Reference::new(&question.text, &model.text(), &roles, &points)
}
