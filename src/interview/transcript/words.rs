//! The words of a name, a label or a sentence, folded so that case, accents and dots make no difference.

use unicode_segmentation::UnicodeSegmentation;

/// Words a title may have or leave out: `Director of Engineering`, `Director Engineering`.
const SMALL: &str = "and at for in of the";

/// Whether a folded word is one that titles have or leave out.
pub fn is_small(word: &str) -> bool {
    is_one_of(word, SMALL)
}

/// Whether a word is on a list of words with spaces between them.
pub fn is_one_of(word: &str, list: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

/// A word in lower case, without accents, dots and apostrophes.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            letter if letter.is_alphanumeric() => folded.push(bare(letter)),
            _ => {}
        }
    }
    folded
}

/// A lower-case Latin letter without its accent; combining accents fall away in `fold`.
fn bare(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => letter,
    }
}

/// The words of a name as written, without punctuation. Dots divide (`Dir.Eng`), except single letters (`V.P.`).
pub fn name_words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for token in name.split(|c: char| !(c.is_alphanumeric() || is_accent(c) || "'’.".contains(c)))
    {
        let parts: Vec<&str> = token.split('.').filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| part.chars().count() == 1) {
            words.push(parts.concat());
        } else {
            words.extend(parts.into_iter().map(str::to_owned));
        }
    }
    words.retain(|word| word.chars().any(char::is_alphanumeric));
    words
}

/// Whether a character is an accent that stands after its letter.
pub fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The words of a sentence in lower case, apostrophes straight: `didn't`, `90`, `days`.
pub fn spoken_words(sentence: &str) -> Vec<String> {
    sentence.unicode_words().map(|word| word.to_lowercase().replace('’', "'")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_name(name: &str, expected: &[&str]) {
        let words: Vec<_> = name_words(name).iter().map(|word| fold(word)).collect();
        assert_eq!(words, expected, "{name}");
    }

    #[test]
    fn case_dots_and_accents_make_no_difference() {
        check_name("SARAH  Chen", &["sarah", "chen"]);
        check_name("Dir. Eng", &["dir", "eng"]);
        check_name("Dir.Eng", &["dir", "eng"]);
        check_name("V.P. Product", &["vp", "product"]);
        check_name("José-María O’Neil", &["jose", "maria", "oneil"]);
        check_name("Jose\u{301}", &["jose"]);
        check_name("STRAUSS", &["strauss"]);
        check_name("Strauß", &["strauss"]);
    }
}
