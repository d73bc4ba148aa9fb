//! What a rater notes while an answer is given: evidence, never a level.

use serde::{Deserialize, Serialize};

use crate::interview::star::Role;

/// The most notes on one sheet.
pub const MAX_NOTES: usize = 100;
/// The longest note, in characters.
pub const MAX_NOTE: usize = 1_000;

/// A note: what was said, and which part of the answer it tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceNote {
    /// The part; none where the note was not marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Role>,
    /// The rater's words, or the candidate's.
    pub text: String,
}

/// What a rater ticks off because it stands out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerFlag {
    /// "We" throughout: what the candidate did themselves was not told.
    OnlyWe,
    /// No figure was named.
    NoFigure,
    /// What came of it was not told.
    NoResult,
    /// An opinion or a practice instead of something that happened.
    NotAStory,
}

impl AnswerFlag {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::OnlyWe, Self::NoFigure, Self::NoResult, Self::NotAStory];

    /// The flag in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyWe => "“we” only",
            Self::NoFigure => "no figure",
            Self::NoResult => "no result",
            Self::NotAStory => "no story of their own",
        }
    }
}

/// The sheet of one rater for one answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteSheet {
    /// The notes, in order.
    pub notes: Vec<EvidenceNote>,
    /// The key points that were said, as indices into the question's.
    pub key_points: Vec<usize>,
    /// What stood out.
    pub flags: Vec<AnswerFlag>,
}

impl NoteSheet {
    /// Whether nothing was noted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Ticks a key point, or takes the tick away.
    pub fn tick(&mut self, key_point: usize) {
        toggle(&mut self.key_points, key_point);
    }

    /// Raises a flag, or takes it down.
    pub fn flag(&mut self, flag: AnswerFlag) {
        toggle(&mut self.flags, flag);
    }

    /// The parts that were noted, in their order.
    pub fn parts(&self) -> Vec<Role> {
        let noted = |role: &Role| self.notes.iter().any(|note| note.part == Some(*role));
        Role::ALL.into_iter().filter(noted).collect()
    }

    /// The sheet as it is kept: within its bounds, without empty notes, each tick once.
    #[must_use]
    pub(super) fn tidied(mut self, key_points: usize) -> Self {
        self.notes.retain(|note| !note.text.trim().is_empty());
        self.notes.truncate(MAX_NOTES);
        for note in &mut self.notes {
            note.text = within(&note.text, MAX_NOTE);
        }
        self.key_points.retain(|point| *point < key_points);
        self.key_points.sort_unstable();
        self.key_points.dedup();
        self.flags.sort_unstable();
        self.flags.dedup();
        self
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(place) => drop(list.remove(place)),
        None => list.push(item),
    }
}

/// A text without blanks around it and of at most so many characters.
pub(super) fn within(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_kept_within_its_bounds() {
        let mut sheet = NoteSheet::default();
        let note = |text: String| EvidenceNote { part: Some(Role::Action), text };
        sheet.notes = vec![
            note("  moved the date ".to_owned()),
            note(" ".to_owned()),
            note("é".repeat(2_000)),
        ];
        for point in [3, 1, 9, 1, 1] {
            sheet.tick(point);
        }
        sheet.flag(AnswerFlag::NoFigure);
        sheet.flag(AnswerFlag::OnlyWe);
        let sheet = sheet.tidied(5);
        assert_eq!(sheet.notes[0].text, "moved the date");
        assert_eq!((sheet.notes.len(), sheet.notes[1].text.chars().count()), (2, MAX_NOTE));
        assert_eq!(sheet.key_points, [1, 3]);
        assert_eq!(sheet.flags, [AnswerFlag::OnlyWe, AnswerFlag::NoFigure]);
        assert_eq!(sheet.parts(), [Role::Action]);
    }
}
