//! How far one word can stand for another: the one place where meaning enters.
//!
//! Equal stems say the same; words of one group of `assets/lexicons/synonyms.txt` nearly; words that share most of
//! their letters, such as misspelt ones, to a degree. A model of meaning belongs here and nowhere else.

use crate::interview::{
    scoring::numbers::Numbers,
    text::{Word, lexicon},
};

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
        let chosen = &Numbers::shipped().comparing.words;
        if self.stem == other.stem {
            1.0
        } else if self.groups.iter().any(|group| other.groups.contains(group)) {
            chosen.same_group
        } else if alike(self.stem.as_bytes(), other.stem.as_bytes(), chosen.first_letters) {
            chosen.same_letters
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
fn alike(a: &[u8], b: &[u8], first: usize) -> bool {
    if a.len().min(b.len()) < first || a[..first - 1] != b[..first - 1] {
        return false;
    }
    let shared = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    shared >= first && shared * 4 >= a.len().max(b.len()) * 3
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
        let chosen = &Numbers::shipped().comparing.words;
        check("migrated", "migrate", 1.0);
        check("customers", "clients", chosen.same_group);
        check("encapsulated", "encapsuleted", chosen.same_letters);
        check("customers", "invoices", 0.0);
        check("form", "formal", 0.0);
    }
}
