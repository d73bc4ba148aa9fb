//! What an author may have meant by a word that nobody knows.

/// The most letters that are put in, taken out, changed or swapped in a slip of the hand; one in three at most.
const MOST_SLIPS: usize = 2;

/// The one of some names that a word was meant to be.
pub(super) fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    let plain = |word: &str| word.to_lowercase().replace(['_', '-', ' '], "");
    let written = plain(written);
    if written.chars().count() > 40 {
        return None;
    }
    let distance = |name: &str| strsim::osa_distance(&plain(name), &written);
    let found = names.iter().map(|name| (distance(name), *name)).min_by_key(|(far, _)| *far);
    let most = MOST_SLIPS.min(written.chars().count() / 3);
    found.filter(|(far, _)| *far <= most).map(|(_, name)| name)
}

/// Names as an enumeration, with a word before the last.
pub(super) fn listed(names: &[&str], joined_by: &str) -> String {
    let named: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match named.as_slice() {
        [all @ .., last] if !all.is_empty() => format!("{} {joined_by} {last}", all.join(", ")),
        _ => named.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let names = ["hair", "hair_colour", "holds"];
        for (written, meant) in [
            ("hiar", Some("hair")),
            ("HairColour", Some("hair_colour")),
            ("hair_color", Some("hair_colour")),
            ("hats", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, &names), meant, "{written}");
        }
    }

    #[test]
    fn names_are_listed() {
        assert_eq!(listed(&["A", "B", "C"], "or"), "`A`, `B` or `C`");
        assert_eq!(listed(&["A"], "or"), "`A`");
        assert_eq!(listed(&[], "or"), "");
    }
}
