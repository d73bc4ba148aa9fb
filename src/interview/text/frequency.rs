//! How common a word is: its rank in the encoder's vocabulary, which is sorted by how frequent its pieces are.

use std::{collections::BTreeMap, sync::LazyLock};

/// The first of the pieces that are sorted; those before are signs and letters of every script.
const SORTED_FROM: usize = 1996;

const VOCABULARY: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/encoder/vocab.txt"));

static RANKS: LazyLock<BTreeMap<&'static str, usize>> = LazyLock::new(|| {
    let sorted = pieces().enumerate().skip(SORTED_FROM);
    sorted
        .filter(|(_, piece)| piece.starts_with(char::is_alphabetic))
        .map(|(number, piece)| (piece, number - SORTED_FROM))
        .collect()
});

/// Every piece of the vocabulary, in order.
pub fn pieces() -> impl Iterator<Item = &'static str> {
    VOCABULARY.lines()
}

/// The rank of a word in lower case among English words, from 0 for the commonest; nothing where it is rarer than any of
/// the 21,000 that are ranked. A plural or a past has the rank of the word it comes from where it has none itself.
pub fn rank(lower: &str) -> Option<usize> {
    let known = |word: &str| RANKS.get(word).copied();
    known(lower).or_else(|| {
        ["s", "es", "d", "ed", "ing"]
            .iter()
            .find_map(|ending| lower.strip_suffix(ending).and_then(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_come_first() {
        assert_eq!(rank("the"), Some(0));
        let ranks = ["people", "meeting", "boiler"].map(|word| rank(word).expect("a word"));
        assert!(ranks.is_sorted(), "{ranks:?}");
        assert_eq!(rank("violinists"), rank("violinist"));
        assert_eq!(rank("zugafax"), None);
    }
}
