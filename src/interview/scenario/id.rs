//! Ids: short names of small letters, digits and hyphens, for what others call by its name.

use crate::interview::fingerprint::Fingerprint;

/// The longest id, in letters.
pub const MAX_ID: usize = 64;
/// So many words of a text make an id.
const WORDS: usize = 5;
/// So many letters of them do, so that a number fits behind.
const LETTERS: usize = 48;

/// Whether a text can be an id.
pub fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= MAX_ID && text.chars().all(plain)
}

/// An id made of the first words of a text; nothing where none of its letters may stand in one.
pub fn from_words(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut id = words.take(WORDS).collect::<Vec<_>>().join("-");
    id.truncate(LETTERS);
    (!id.is_empty()).then_some(id)
}

/// The id of a scenario whose file names none: made of its title, which is in every file, wherever it lies.
pub fn of_title(title: &str) -> String {
    from_words(title).unwrap_or_else(|| format!("scenario-{}", Fingerprint::of_words(title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_title_an_id_is_made_of_it() {
        assert_eq!(of_title("Senior PM: promotion panel!"), "senior-pm-promotion-panel");
        for title in ["昇進面接", "…", "", &"word".repeat(40), "Ä Ö", "a — b"] {
            assert!(is_id(&of_title(title)), "{title}: {}", of_title(title));
        }
        assert_ne!(of_title("昇進面接"), of_title("採用面接"));
    }

    #[test]
    fn an_id_is_small_plain_and_short() {
        assert!(is_id("q-2"));
        for text in ["", "Q2", "q 2", "q_2", "é", &"a".repeat(MAX_ID + 1)] {
            assert!(!is_id(text), "{text}");
        }
    }
}
