//! Which letters need a font at all, and what their scripts are called.

use unicode_script::{Script, UnicodeScript};

/// Whether a character shows anything by itself, and means the same on every computer.
pub fn is_drawn(letter: char) -> bool {
    let unseen = matches!(
        letter,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF0}'..='\u{FFFD}'
            | '\u{1F3FB}'..='\u{1F3FF}'
            | '\u{E0000}'..='\u{E0FFF}'
    );
    !(letter.is_ascii()
        || unseen
        || letter.is_control()
        || letter.is_whitespace()
        || letter.script() == Script::Unknown)
}

/// What the letters of a script are called among people, and a font that has them and that anybody may have.
fn names(script: Script) -> (String, Option<String>) {
    let known = |name: &str, font: &str| (format!("{name} letters"), Some(font.to_owned()));
    match script {
        Script::Han | Script::Bopomofo => known("Chinese", "Noto Sans CJK"),
        Script::Hiragana | Script::Katakana => known("Japanese", "Noto Sans CJK"),
        Script::Hangul => known("Korean", "Noto Sans CJK"),
        Script::Common | Script::Inherited => ("some signs".to_owned(), None),
        script => {
            let name = script.full_name().replace('_', " ");
            known(&name, &format!("Noto Sans {name}"))
        }
    }
}

/// One sentence for each script of these letters, that no font of the system has.
pub fn without_font(letters: &[char]) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for letter in letters {
        let (what, font) = names(letter.script());
        let helps = font.map(|font| format!("; the font {font} would help")).unwrap_or_default();
        let sentence = format!(
            "This computer has no font for {what}, so boxes stand in their place. Your words are kept as you write them{helps}."
        );
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_named_by_their_script() {
        let said = without_font(&['ก', 'ข', 'ש', '中']);
        assert_eq!(said.len(), 3);
        let signs = without_font(&['🫠']);
        assert!(signs[0].contains("no font for some signs") && !signs[0].contains("help"));
        assert!(said[0].contains("no font for Thai") && said[0].contains("Noto Sans Thai"));
        assert!(said[1].contains("Hebrew") && said[2].contains("Chinese"));
    }

    #[test]
    fn what_shows_nothing_needs_no_font() {
        for letter in ['a', '\n', '\u{200D}', '\u{FE0F}', '\u{202E}', '\u{E000}', '\u{A0}'] {
            assert!(!is_drawn(letter), "{letter:?}");
        }
        for letter in ['é', '中', 'ש', 'ก', 'न', '🫠'] {
            assert!(is_drawn(letter), "{letter:?}");
        }
    }
}
