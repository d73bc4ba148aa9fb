//! The language of an interview, told by what is asked and answered in it.

use crate::interview::{scoring::judgement::language, text::Text, transcript::Transcript};

/// So many bytes of what is said are looked at: a page and a half tells a language.
const LOOKED_AT: usize = 4_000;

/// The language as a BCP 47 tag; nothing where it is not sure.
pub(super) fn told(transcript: &Transcript) -> Option<String> {
    let mut said = String::new();
    let questions = transcript.questions();
    let passages = questions.flat_map(|one| std::iter::once(&one.text).chain(&one.model_answer));
    for passage in passages {
        let mut end = passage.len().min(LOOKED_AT - said.len().min(LOOKED_AT));
        while !passage.is_char_boundary(end) {
            end -= 1;
        }
        said.push_str(&passage[..end]);
        said.push('\n');
        if said.len() >= LOOKED_AT {
            break;
        }
    }
    language::told(&Text::read(&said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::transcript;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let (read, _) = transcript::read(text.as_bytes());
        assert_eq!(told(&read).as_deref(), expected, "{read:#?}");
    }

    #[test]
    fn an_interview_is_in_the_language_that_is_spoken_in_it() {
        check(
            "Dana: Tell me about a time when you had to change a plan late in a project.\n\
             Tomas: We lost a supplier two weeks before the launch, so I called three others on the same day.\n",
            Some("en"),
        );
        check(
            "Dana: Wann haben Sie zuletzt einen Plan kurz vor dem Start geändert, und was ist daraus geworden?\n\
             Tomas: Letztes Jahr ist uns ein wichtiger Lieferant ausgefallen, und ich habe noch am selben Tag drei andere angerufen.\n",
            Some("de"),
        );
        check("Dana: Why?\nTomas: So.\n", None);
    }
}
