//! How far one word can stand for another: the one place where meaning enters.
//!
//! Equal stems say the same; words of one group of `assets/lexicons/synonyms.txt` nearly; words that share most of
//! their letters, such as misspelt ones, to a degree. A model of meaning belongs here and nowhere else.

use crate::interview::text::{Word, lexicon};

/// What a word of the same group is worth, beside 1 for the same stem.
const SAME_GROUP: f32 = 0.85;
/// What a word with most of the same letters is worth.
const SAME_LETTERS: f32 = 0.7;
/// The fewest first letters two words must share.
const FIRST_LETTERS: usize = 5;

/// A word prepared for comparison.
#[derive(Clone, Debug)]
pub struct WordKey {
    stem: String,
    groups: &'static [u16],
}

impl WordKey {
    /// Looks up what a word can stand for.
    pub fn of(word: &Word) -> Self {
        let groups = lexicon::SYNONYMS.get(&word.stem).map_or(&[][..], Vec::as_slice);
        Self { stem: word.stem.clone(), groups }
    }

    /// How far the two say the same, from 0 to 1.
    pub fn with(&self, other: &Self) -> f32 {
        if self.stem == other.stem {
            1.0
        } else if self.groups.iter().any(|group| other.groups.contains(group)) {
            SAME_GROUP
        } else if alike(self.stem.as_bytes(), other.stem.as_bytes()) {
            SAME_LETTERS
        } else {
            0.0
        }
    }

    /// Whether the stems are the same.
    pub fn same(&self, other: &Self) -> bool {
        self.stem == other.stem
    }

    /// The stem it was made from.
    pub fn stem(&self) -> &str {
        &self.stem
    }
}

/// Whether two stems share their first letters and three quarters of the longer one.
fn alike(a: &[u8], b: &[u8]) -> bool {
    if a.len().min(b.len()) < FIRST_LETTERS || a[..FIRST_LETTERS - 1] != b[..FIRST_LETTERS - 1] {
        return false;
    }
    let shared = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    shared >= FIRST_LETTERS && shared * 4 >= a.len().max(b.len()) * 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::text::Text;

    #[track_caller]
    fn check(a: &str, b: &str, expected: f32) {
        let kin = |text: &str| WordKey::of(&Text::read(text).words()[0]);
        assert_eq!(kin(a).with(&kin(b)), expected);
    }

    #[test]
    fn stems_groups_and_letters_count() {
        check("migrated", "migrate", 1.0);
        check("customers", "clients", SAME_GROUP);
        check("encapsulated", "encapsuleted", SAME_LETTERS);
        check("customers", "invoices", 0.0);
        check("form", "formal", 0.0);
    }
}
