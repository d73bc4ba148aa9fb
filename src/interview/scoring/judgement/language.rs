//! In which language an answer is, where that is sure and not the one that was asked for.
//!
//! An answer in another language says nothing about how well it is told: it is named as such and not judged. English of
//! any quality, with foreign names and terms in it, must never be taken for something else. So three things have to agree
//! before a language in Latin letters is named: too few English function words, the language's own commonest words, and
//! its letter trigrams.

use whatlang::{Info, Lang};

use crate::interview::{
    scoring::{
        assessment::Unjudged,
        numbers::{Language, Numbers},
    },
    text::{Text, content::content_words, lexicon},
};

fn chosen() -> &'static Language {
    &Numbers::shipped().judging.language
}

/// What a text seems to be written in.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Seeming {
    language: Lang,
    /// Whether it can be told from other languages of its script.
    reliable: bool,
}

/// The notice that an answer is in another language than its scenario, where that is sure.
///
/// The model answer is heard too: a scenario whose own answers are in that language has a wrong tag, not a wrong answer.
pub fn notice(answer: &Text, model: &Text, expected: &str) -> Option<Unjudged> {
    let found = seems(answer)?;
    let expected = by_tag(expected)?;
    let same_script = info(answer.text())?.script().langs().contains(&expected);
    if found.language == expected || (same_script && !found.reliable) {
        return None;
    }
    if shared(answer, model) >= chosen().of_model
        || seems(model).is_some_and(|m| m.language == found.language)
    {
        return None;
    }
    let (seeming, wanted) = (name(found.language), name(expected));
    Some(Unjudged {
        language: tag(found.language),
        sentence: format!(
            "This seems to be {seeming}; the scenario is in {wanted}, so it was not judged."
        ),
    })
}

/// The language that a text is written in, as a BCP 47 tag, where that is sure.
pub fn told(text: &Text) -> Option<String> {
    seems(text).filter(|seeming| seeming.reliable).map(|seeming| tag(seeming.language))
}

/// The English name of a language, by its BCP 47 tag.
pub fn named(language: &str) -> Option<&'static str> {
    by_tag(language).map(name)
}

fn seems(text: &Text) -> Option<Seeming> {
    let (mut letters, mut latin) = (0_usize, 0_usize);
    for c in text.text().chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        latin += usize::from(matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'));
    }
    if letters >= chosen().fewest_letters && latin * 5 < letters * 2 {
        let found = info(text.text())?;
        return Some(Seeming { language: found.lang(), reliable: found.is_reliable() });
    }
    if text.words().len() < chosen().fewest_words || latin * 5 < letters * 4 {
        return None;
    }
    let english =
        |word: &str| lexicon::CLOSED_CLASS.contains_key(word) || lexicon::NEGATORS.contains(word);
    if share(text, english) >= chosen().english {
        return Some(Seeming { language: Lang::Eng, reliable: true });
    }
    let found = info(text.text()).filter(Info::is_reliable)?;
    let own = lexicon::LANGUAGES.get(found.lang().code())?;
    let told =
        share(text, |word| word.split('\'').any(|part| own.contains(part))) >= chosen().own_words;
    told.then(|| Seeming { language: found.lang(), reliable: true })
}

fn info(text: &str) -> Option<Info> {
    whatlang::detect(text)
}

/// The share of a text's words, numbers aside, for which something holds.
fn share(text: &Text, holds: impl Fn(&str) -> bool) -> f32 {
    let words = text.words().iter().filter(|w| !w.lower.starts_with(|c: char| c.is_numeric()));
    let (mut all, mut held) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        held += usize::from(holds(&word.lower));
    }
    if all > 0 { held as f32 / all as f32 } else { 0.0 }
}

/// The share of the answer's content words that the model answer has, by its letters.
fn shared(answer: &Text, model: &Text) -> f32 {
    let of_model: std::collections::BTreeSet<_> =
        model.words().iter().map(|w| w.lower.as_str()).collect();
    let (mut all, mut held) = (0_usize, 0_usize);
    for word in content_words(answer) {
        all += 1;
        held += usize::from(of_model.contains(word.lower.as_str()));
    }
    if all > 0 { held as f32 / all as f32 } else { 0.0 }
}

/// Languages with a code of two letters, by their code of three.
const SHORT_CODES: [(&str, Lang); 28] = [
    ("ar", Lang::Ara),
    ("bg", Lang::Bul),
    ("cs", Lang::Ces),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("el", Lang::Ell),
    ("en", Lang::Eng),
    ("es", Lang::Spa),
    ("fa", Lang::Pes),
    ("fi", Lang::Fin),
    ("fr", Lang::Fra),
    ("he", Lang::Heb),
    ("hi", Lang::Hin),
    ("hu", Lang::Hun),
    ("it", Lang::Ita),
    ("ja", Lang::Jpn),
    ("ko", Lang::Kor),
    ("nb", Lang::Nob),
    ("nl", Lang::Nld),
    ("no", Lang::Nob),
    ("pl", Lang::Pol),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("ru", Lang::Rus),
    ("sv", Lang::Swe),
    ("tr", Lang::Tur),
    ("uk", Lang::Ukr),
    ("zh", Lang::Cmn),
];

/// The language of a BCP 47 tag, by its first part.
fn by_tag(tag: &str) -> Option<Lang> {
    let first = tag.split('-').next().unwrap_or_default().to_lowercase();
    let short = SHORT_CODES.iter().find(|(code, _)| *code == first);
    short.map(|(_, language)| *language).or_else(|| Lang::from_code(first))
}

/// The BCP 47 tag of a language: its shortest code.
fn tag(language: Lang) -> String {
    let short = SHORT_CODES.iter().find(|(_, known)| *known == language);
    short.map_or(language.code(), |(code, _)| *code).to_owned()
}

/// The English name of a language.
fn name(language: Lang) -> &'static str {
    match language {
        Lang::Cmn => "Chinese",
        Lang::Nob => "Norwegian",
        Lang::Pes => "Persian",
        other => other.eng_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(text: &str, expected: &str, language: Option<&str>) {
        let found = notice(&Text::read(text), &Text::read(&trial::model_text()), expected);
        assert_eq!(found.as_ref().map(|notice| notice.language.as_str()), language, "{found:?}");
    }

    #[test]
    fn another_language_is_named() {
        check(
            "Ich habe mit dem Team gesprochen und dann den Plan für die nächsten zwei Wochen geändert.",
            "en",
            Some("de"),
        );
        check(
            "J'ai parlé avec l'équipe et nous avons changé le plan pour les deux semaines suivantes.",
            "en",
            Some("fr"),
        );
        check(
            "Я поговорил с командой, и мы изменили план на следующие две недели.",
            "en",
            Some("ru"),
        );
        check("私はチームと話し合い、次の二週間の計画を変更しました。", "en", Some("ja"));
        check("תחילה דיברתי עם הצוות ואחר כך שינינו את התוכנית לשבועיים הבאים.", "en", Some("he"));
    }

    #[test]
    fn the_language_asked_for_is_no_news() {
        check(
            "Ich habe mit dem Team gesprochen und dann den Plan für die nächsten zwei Wochen geändert.",
            "de-CH",
            None,
        );
        check(
            "I talked to the team, and then we changed the plan for the next two weeks.",
            "en-GB",
            None,
        );
        check(
            "I talked to the team, and then we changed the plan for the next two weeks.",
            "not-known",
            None,
        );
    }

    #[test]
    fn english_of_any_quality_stays_english() {
        check(
            "yesterday i am going to client in München and he say Schnittstelle not work, so i fix it fast",
            "en",
            None,
        );
        check(
            "scanner script museum labels catalogue volunteers stopwatch March books Leith desk lending",
            "en",
            None,
        );
        check(
            "Jürgen, Þórdís, Łukasz, Françoise, José, Siobhán, Nguyễn, Đorđe, Zoë, İbrahim came to help me",
            "en",
            None,
        );
        check(
            "Plan, do, check, act: define goals, gather metrics, align stakeholders, ship increments, iterate",
            "en",
            None,
        );
        check("asdf qwer zxcv uiop hjkl vbnm tyui ghjk erty dfgh cvbn poiu lkjh mnbv", "en", None);
        check("Ja, genau.", "en", None);
    }

    #[test]
    fn a_scenario_with_a_wrong_tag_is_not_held_against_the_answer() {
        let model = Text::read(
            "Wir haben die Lieferung nach drei Tagen bekommen und sie dann selbst in das Lager gebracht.",
        );
        let answer = Text::read(
            "Ich habe mit dem Team gesprochen und dann den Plan für die nächsten zwei Wochen geändert.",
        );
        assert_eq!(notice(&answer, &model, "en"), None);
    }
}
