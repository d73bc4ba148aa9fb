//! The language of a scenario, as a tag that other programs know.

use language_tags::LanguageTag;

/// Names that authors write for languages, with their tags.
const NAMES: &[(&str, &str)] = &[
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("czech", "cs"),
    ("danish", "da"),
    ("deutsch", "de"),
    ("dutch", "nl"),
    ("english", "en"),
    ("espanol", "es"),
    ("español", "es"),
    ("finnish", "fi"),
    ("français", "fr"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("italian", "it"),
    ("italiano", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("norwegian", "no"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("português", "pt"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
];

/// Whether a text is a BCP 47 tag of a language that there is.
pub(super) fn is_tag(text: &str) -> bool {
    text.len() <= 35
        && LanguageTag::parse(text).is_ok_and(|tag| tag.is_valid() && tag.private_use().is_none())
}

/// The tag that was meant by a text that is none.
pub(super) fn meant_by(text: &str) -> Option<String> {
    let plain = text.trim().to_lowercase();
    let first = plain.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty())?;
    let named = NAMES.iter().find(|(name, _)| *name == first).map(|(_, tag)| (*tag).to_owned());
    let hyphened = || Some(text.trim().replace('_', "-")).filter(|tag| is_tag(tag));
    named.or_else(hyphened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_a_language_that_there_is() {
        for tag in ["en", "en-GB", "de-AT", "zh-Hans", "pt-BR", "EN", "fil"] {
            assert!(is_tag(tag), "{tag}");
        }
        for text in ["English", "xx", "en_GB", "en, de", "e", "", "x-mine", "1"] {
            assert!(!is_tag(text), "{text}");
        }
    }

    #[test]
    fn the_tag_that_was_meant_is_named() {
        for (text, tag) in [
            ("English", Some("en")),
            ("English, UK", Some("en")),
            ("en_GB", Some("en-GB")),
            ("français", Some("fr")),
            ("Klingonese", None),
            ("", None),
        ] {
            assert_eq!(meant_by(text).as_deref(), tag, "{text}");
        }
    }
}
