//! How well one of the four parts is told: shared by the criteria of the parts.

use crate::interview::{
    scoring::{Story, assessment::Finding, context::Context},
    star::Role,
};

/// What is said of a part.
pub(super) struct Sentences {
    pub(super) there: &'static str,
    pub(super) thin: &'static str,
    pub(super) missing: &'static str,
}

/// From here on a part is there, from half of it on it is thin.
const THERE: f32 = 0.7;

/// A part's finding: by its phrases, and in *this story* also by its key points.
pub(super) fn assess(
    context: &Context,
    role: Role,
    criterion: &'static str,
    sentences: &Sentences,
) -> Finding {
    if !context.asks_for(role) {
        return Finding::not_asked(criterion, "This question can be answered without it.");
    }
    let by_phrases = context.presence[role as usize];
    let said = context.part_said(role).filter(|_| context.story == Story::This);
    let score = by_phrases.max(said.unwrap_or(0.0));
    let sentence = if score >= THERE {
        sentences.there
    } else if score >= THERE / 2.0 || context.is_read(role) {
        sentences.thin
    } else {
        sentences.missing
    };
    let finding = Finding::new(criterion, score, sentence);
    match context.best_sentence(role) {
        Some((s, strength)) if strength >= 0.2 => finding.shown([context.sentence(s)]),
        _ => finding,
    }
}
