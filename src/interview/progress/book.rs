//! The player's own story book: every answer that they kept, with its parts, its level and how long it takes to say.

use serde::Serialize;

use crate::interview::{progress::past::KeptAttempt, star::Role};

/// One answer of the book.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BookEntry {
    /// The attempt that it is.
    pub attempt: i64,
    /// The scenario of its question.
    pub scenario: String,
    /// The question's id.
    pub question: String,
    /// The question's words.
    pub text: String,
    /// Its paragraphs, each a run of sentences with their parts.
    pub paragraphs: Vec<Vec<(Role, String)>>,
    /// The parts that it has, in their order.
    pub parts: Vec<Role>,
    /// Its level; none where it could not be judged.
    pub level: Option<u8>,
    /// How long it takes to say, in seconds.
    pub spoken_seconds: u32,
}

impl BookEntry {
    /// A kept answer as it stands in the book; one whose sentences can no longer be read is a single one.
    pub fn of(kept: &KeptAttempt) -> Self {
        let attempt = &kept.attempt;
        let paragraphs = match attempt.as_kept() {
            Some(kept) => kept.paragraphs,
            None => vec![vec![(Role::Action, attempt.text.clone())]],
        };
        let has = |role: &Role| paragraphs.iter().flatten().any(|(part, _)| part == role);
        Self {
            attempt: attempt.past.number,
            scenario: attempt.asked.scenario_title.clone(),
            question: attempt.asked.id.clone(),
            text: attempt.asked.text.clone(),
            parts: Role::ALL.iter().copied().filter(has).collect(),
            level: attempt.past.level.map(|level| level.number()),
            spoken_seconds: attempt.past.spoken_seconds,
            paragraphs,
        }
    }

    /// The letters of its parts: "STAR", "SA".
    pub fn letters(&self) -> String {
        self.parts.iter().map(|role| role.letter()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{progress::trial, session::UnixMillis};

    #[test]
    fn a_kept_answer_stands_in_the_book_with_its_parts_and_its_paragraphs() {
        let text = "In March I was alone on the ward at night. I called the doctor at once.\n\nIn the end she was well \
                    again after 2 days.";
        let attempt = trial::whole(7, text, None);
        let spoken = attempt.past.spoken_seconds;
        let entry = BookEntry::of(&KeptAttempt { attempt, since: UnixMillis(0) });
        assert_eq!((entry.attempt, entry.spoken_seconds, entry.paragraphs.len()), (7, spoken, 2));
        let told: Vec<_> =
            entry.paragraphs.iter().flatten().map(|(_, text)| text.as_str()).collect();
        assert_eq!(told.concat().len() + 3, text.len(), "{told:?}");
        assert!(entry.letters().ends_with('R') && entry.letters().contains('A'), "{entry:?}");
    }

    #[test]
    fn an_answer_that_cannot_be_read_any_more_keeps_its_words() {
        let mut attempt = trial::whole(7, "I called the doctor.", None);
        attempt.assessment = None;
        assert_eq!(attempt.as_kept(), None);
        let entry = BookEntry::of(&KeptAttempt { attempt, since: UnixMillis(0) });
        assert_eq!(entry.paragraphs[0][0].1, "I called the doctor.");
    }
}
