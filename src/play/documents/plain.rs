//! Texts without what steers whoever shows them.

/// The text without control characters and without marks that turn the direction of what follows.
///
/// Line breaks stay; every other control character becomes a blank.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !turns(*c)).map(|c| if control(c) { ' ' } else { c }).collect()
}

/// The same in one line.
pub(crate) fn one_line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

fn control(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Embeddings, overrides and isolates of the bidirectional algorithm.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_overrides_do_not_come_through() {
        assert_eq!(plain("a\u{1b}[31mb\u{9b}2Jc\u{0}\u{7f}\r\nd\te"), "a [31mb 2Jc   \nd e");
        assert_eq!(plain("user\u{202e}txt.exe\u{2066}\u{2069}"), "usertxt.exe");
    }

    #[test]
    fn emoji_and_combining_marks_stay_whole() {
        let text = "👩\u{200d}🚀 e\u{301} 日本";
        assert_eq!(plain(text), text);
    }
}
