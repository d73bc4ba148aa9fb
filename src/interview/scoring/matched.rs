//! What is said of each key point: where it was found, how far, and what is off about it.

use crate::interview::{
    scoring::{
        assessment::{Coverage, KeyPointMatch},
        closeness::{self, reference::ReadKeyPoint},
        context::Context,
    },
    text::Span,
};

/// The key points of the model answer, as they were found.
pub(super) fn key_points(context: &Context) -> Vec<KeyPointMatch> {
    let points = context.model.key_points.iter().zip(&context.reading.found);
    points
        .enumerate()
        .map(|(key_point, (point, found))| KeyPointMatch {
            key_point,
            role: point.role,
            text: point.text.clone(),
            place: point.span,
            coverage: found.told(),
            score: found.score,
            evidence: found
                .sentence
                .filter(|_| {
                    found.coverage > Coverage::Missed && found.is_there
                        || found.reversed.is_some()
                        || !found.changed.is_empty()
                })
                .map(|s| context.answer.sentences()[s].span),
            note: note(context, point, found),
        })
        .collect()
}

impl Coverage {
    /// As it stands before a key point. What was not heard may have been said in words that are not understood here.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Missed => "not heard",
            Self::Partly => "partly",
            Self::Hit => "hit",
        }
    }
}

/// What is off about a key point that is said.
fn note(context: &Context, point: &ReadKeyPoint, found: &closeness::Found) -> Option<String> {
    let text = point.read.text();
    let said = |span: Span| span.of(context.answer.text());
    if let Some(reversal) = found.reversed {
        return Some(format!("may say the reverse: “{}”", said(reversal.span)));
    }
    if let Some((meant, instead)) = found.changed.first() {
        return Some(format!("“{}” instead of “{}”", said(*instead), meant.of(text)));
    }
    if let Some(denied) = found.denied {
        return Some(format!("may say the opposite: “{}”", said(denied)));
    }
    if found.coverage == Coverage::Missed {
        return found.is_perhaps_said().then(|| "perhaps in other words".to_owned());
    }
    found.missing.first().map(|missing| format!("without the number “{}”", missing.of(text)))
}
