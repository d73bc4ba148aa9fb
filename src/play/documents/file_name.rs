//! Names of files that are made of names of people: short, plain, and harmless on every system.

use crate::interview::{fingerprint::Fingerprint, scenario::id};

/// The name of a file about somebody: what it is, who, when. Letters that are not ASCII are left to the fingerprint, so that
/// two people never share a file.
pub fn file_name(what: &str, who: &str, when: &str, ending: &str) -> String {
    let plain = |text: &str| id::from_words(text);
    let is_plain = who.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-'));
    let who = match plain(who) {
        Some(name) if is_plain => name,
        Some(name) => format!("{name}-{}", short(who)),
        None => short(who),
    };
    let when = plain(when).map(|when| format!("-{when}")).unwrap_or_default();
    format!("{what}-{who}{when}.{ending}")
}

fn short(text: &str) -> String {
    Fingerprint::of_words(text).to_string().chars().take(6).collect()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_who_it_is_of() {
        assert_eq!(
            file_name("scorecard", "Ana Lima", "2026-11-14", "pdf"),
            "scorecard-ana-lima-2026-11-14.pdf"
        );
    }

    #[test]
    fn no_name_leaves_the_folder_or_hides_another() {
        for name in [
            "../../etc/passwd",
            "con",
            "a\0b",
            "=cmd|' /C calc'!A0",
            "<script>",
            "李雷",
            "",
            "…",
            "a/b\\c:d",
        ] {
            let file = file_name("scorecard", name, "2026-11-14", "csv");
            let plain =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
            assert!(file.starts_with("scorecard-") && file.chars().all(plain), "{file}");
            assert!(file.len() < 100 && file.matches('.').count() == 1, "{file}");
        }
        assert_ne!(file_name("c", "李雷", "", "md"), file_name("c", "韩梅梅", "", "md"));
    }
}
