//! How well one of the four parts is told: shared by the criteria of the parts.
//!
//! Nothing is there without words that show it: a score above 0 names the sentences it rests on.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Finding, MISSING, THERE},
        context::Context,
    },
    star::Role,
    text::Span,
};

/// What is said of a part.
pub(super) struct PartSentences {
    pub(super) there: &'static str,
    pub(super) thin: &'static str,
    pub(super) missing: &'static str,
}

/// A part's finding: by its phrases, and in *this story* also by its key points.
pub(super) fn assess(
    context: &Context,
    role: Role,
    criterion: &'static str,
    sentences: &PartSentences,
) -> Finding {
    if !context.asks_for(role) {
        return Finding::not_asked(criterion, "This question can be answered without it.");
    }
    let by_phrases = context.presence[role as usize];
    let said = context.part_said(role).filter(|_| context.story == Story::This);
    let score = by_phrases.max(said.unwrap_or(0.0));
    let mut shown: Vec<Span> = Vec::new();
    let by_words = context.best_sentence(role).filter(|_| by_phrases > 0.0);
    shown.extend(by_words.map(|(s, _)| context.sentence(s)));
    if by_phrases < score {
        shown.extend(context.said_of(role).map(|s| context.sentence(s)));
    }
    shown.dedup();
    let score = if shown.is_empty() { 0.0 } else { score };
    let sentence = if score >= THERE {
        sentences.there
    } else if score >= MISSING || context.is_read(role) {
        sentences.thin
    } else {
        sentences.missing
    };
    Finding::new(criterion, score, sentence).shown(shown)
}
