//! The model answer of a question: sentences that know their part, and the passages that a full answer says.

use crate::interview::{star::Role, text::Span};

/// The answer that serves as exemplar.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelAnswer {
    /// Its paragraphs, each a run of sentences that know their part.
    pub paragraphs: Vec<Vec<ModelSentence>>,
    /// What an answer that tells the same story should hold: passages of the paragraphs, to the letter.
    pub key_points: Vec<KeyPoint>,
}

/// One sentence of a model answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelSentence {
    /// What it does in the answer.
    pub role: Role,
    /// Its words.
    pub text: String,
}

/// One thing a full answer says.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPoint {
    /// The part of the answer it belongs to.
    pub role: Role,
    /// The passage of the model answer that says it.
    pub text: String,
    /// Where it stands in [`ModelAnswer::text`].
    pub span: Span,
}

/// What stands between two sentences of a paragraph.
const BETWEEN_SENTENCES: &str = " ";
/// What stands between two paragraphs: an empty line.
const BETWEEN_PARAGRAPHS: &str = "\n\n";

impl ModelAnswer {
    /// The paragraphs as running text, one string each.
    pub fn paragraph_texts(&self) -> Vec<String> {
        self.paragraphs
            .iter()
            .map(|sentences| {
                sentences
                    .iter()
                    .map(|s| s.text.as_str())
                    .collect::<Vec<_>>()
                    .join(BETWEEN_SENTENCES)
            })
            .collect()
    }

    /// Whether there is none: the question is asked for the player's own story.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.iter().all(Vec::is_empty)
    }

    /// The whole answer, paragraphs apart by an empty line.
    pub fn text(&self) -> String {
        self.paragraph_texts().join(BETWEEN_PARAGRAPHS)
    }

    /// The paragraphs as running text, each with its place in [`Self::text`].
    pub fn paragraph_places(&self) -> impl Iterator<Item = (Span, String)> {
        let mut from = 0;
        self.paragraph_texts().into_iter().map(move |text| {
            let place = Span { start: from, end: from + text.len() };
            from = place.end + BETWEEN_PARAGRAPHS.len();
            (place, text)
        })
    }

    /// Every sentence in order, with its place in [`Self::text`].
    pub fn places(&self) -> impl Iterator<Item = (&ModelSentence, Span)> {
        let mut from = 0;
        self.paragraphs.iter().flat_map(move |sentences| {
            let mut at = from;
            let placed = sentences.iter().map(move |sentence| {
                let start = at;
                at = start + sentence.text.len() + BETWEEN_SENTENCES.len();
                (sentence, Span { start, end: start + sentence.text.len() })
            });
            let long = |s: &ModelSentence| s.text.len() + BETWEEN_SENTENCES.len();
            let whole: usize = sentences.iter().map(long).sum();
            from += whole.saturating_sub(BETWEEN_SENTENCES.len()) + BETWEEN_PARAGRAPHS.len();
            placed
        })
    }

    /// Every sentence in order.
    pub fn sentences(&self) -> impl Iterator<Item = &ModelSentence> {
        self.paragraphs.iter().flatten()
    }

    /// Every sentence as a key point.
    pub(super) fn every_sentence(&self) -> Vec<KeyPoint> {
        let point = |(sentence, span): (&ModelSentence, Span)| KeyPoint {
            role: sentence.role,
            text: sentence.text.clone(),
            span,
        };
        self.places().map(point).collect()
    }

    /// The place of a passage in [`Self::text`], and the part of the sentence in which it begins, if one paragraph holds
    /// it.
    pub(super) fn place_of(&self, passage: &str) -> Option<(Role, Span)> {
        let mut places = self.places();
        self.paragraphs.iter().zip(self.paragraph_texts()).find_map(|(sentences, text)| {
            let places: Vec<_> = places.by_ref().take(sentences.len()).collect();
            let start = places.first()?.1.start + text.find(passage)?;
            let (sentence, _) = places.iter().rfind(|(_, place)| place.start <= start)?;
            Some((sentence.role, Span { start, end: start + passage.len() }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> ModelAnswer {
        let sentence = |role, text: &str| ModelSentence { role, text: text.to_owned() };
        ModelAnswer {
            paragraphs: vec![
                vec![
                    sentence(Role::Situation, "Rain came in."),
                    sentence(Role::Task, "I had a day."),
                ],
                vec![sentence(Role::Action, "I laid tiles."), sentence(Role::Result, "It held.")],
            ],
            key_points: Vec::new(),
        }
    }

    #[test]
    fn sentences_know_their_place_in_the_text() {
        let model = model();
        assert_eq!(model.places().count(), 4);
        for (sentence, span) in model.places() {
            assert_eq!(span.of(&model.text()), sentence.text);
        }
    }

    #[test]
    fn a_passage_has_one_place_and_the_part_in_which_it_begins() {
        let model = model();
        for (passage, role) in [
            ("Rain", Role::Situation),
            ("a day.", Role::Task),
            ("laid tiles. It", Role::Action),
            ("held", Role::Result),
        ] {
            let (found, span) = model.place_of(passage).expect("it is said");
            assert_eq!((found, span.of(&model.text())), (role, passage));
        }
        assert_eq!(model.place_of("a day. I laid"), None, "it goes over two paragraphs");
    }
}
