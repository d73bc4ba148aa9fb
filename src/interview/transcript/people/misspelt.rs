//! A label that is a letter off a name: a slip of the hand, or another word.
//!
//! `Pryia` is a slip for `Priya`: two letters swapped; so is one letter too many, too few or wrong. What is a slip is told
//! word by word, since `EVP Sales` is not `VP Sales`. A name has words of English beside it: `Data` beside Dana, `Plan`
//! beside Alan. Those head the parts of an answer, and are never a slip. Nor is a title in another form (`Directors`).

use strsim::osa_distance;

use crate::interview::text::lexicon;
use crate::interview::transcript::people::name::NameWord;
use crate::interview::transcript::words::{fold, is_one_of, name_words};

/// Words an answer heads its own parts with.
pub const PARTS_OF_AN_ANSWER: &str = "\
    a action actions aim approach background benefit blocker caveat challenge conclusion context \
    detail example goal impact insight learning learnings lesson lessons metric metrics milestone \
    mistake note notes outcome pitch plan problem pros cons r reflection result results risk s \
    situation solution step steps summary t takeaway target task tip";

/// The fewest letters of a word in which one may be wrong.
const FEWEST_LETTERS: usize = 4;

impl NameWord {
    /// Whether this word is another one with a slip of the hand in it.
    pub fn is_slip_of(&self, meant: &NameWord) -> bool {
        let (slip, meant_letters) = (self.folded.as_str(), meant.folded.as_str());
        let digits = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        if self.small || meant.small || meant.is_acronym() || digits(slip) || digits(meant_letters)
        {
            return false;
        }
        let same_start = slip.chars().next() == meant_letters.chars().next();
        let fewest = slip.chars().count().min(meant_letters.chars().count());
        let close = osa_distance(slip, meant_letters) == 1;
        let swapped = close && fewest > 2 && is_anagram(slip, meant_letters);
        let least = if same_start { FEWEST_LETTERS } else { FEWEST_LETTERS + 1 };
        let ends_alike = slip.chars().last() == meant_letters.chars().last();
        let another_form =
            meant.holder && !ends_alike && lexicon::stem(slip) == lexicon::stem(meant_letters);
        (swapped || (close && fewest >= least)) && !another_form
    }
}

fn is_anagram(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

/// Whether all words of a label are English, or head a part of an answer.
pub fn is_everyday(label: &str) -> bool {
    name_words(label).iter().map(|word| fold(word)).all(|word| {
        is_one_of(&word, PARTS_OF_AN_ANSWER) || lexicon::EVERYDAY.contains(&lexicon::stem(&word))
    })
}

/// What was meant by a label: of the ways to call somebody, the one closest to it.
pub fn meant_by<'a>(label: &str, ways: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let label = fold(label);
    ways.into_iter().min_by_key(|way| osa_distance(&fold(way), &label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::diagnostic::{Code, Diagnostic};
    use crate::interview::transcript::people::name::Name;
    use crate::interview::transcript::read;

    #[track_caller]
    fn check(label: &str, name: &str, expected: bool) {
        let (label_words, name_words) = (Name::new(label).words, Name::new(name).words);
        assert_eq!(label_words[0].is_slip_of(&name_words[0]), expected, "`{label}` for `{name}`");
    }

    #[test]
    fn one_letter_swapped_lost_added_or_changed_is_a_slip() {
        for slip in ["Pryia", "Prya", "Priyya", "Priua", "Rpiya", "pryia", "Oriya"] {
            check(slip, "Priya", true);
        }
        check("Tmo", "Tom", true);
        check("Diretor", "Director", true);
        check("Enginer", "Engineer", true);
        check("Смиронв", "Смирнов", true);
    }

    #[test]
    fn another_name_or_form_is_no_slip() {
        for (label, name) in [
            ("Tim", "Tom"),
            ("Gary", "Mary"),
            ("CFO", "CTO"),
            ("CTOO", "CTO"),
            ("Directors", "Director"),
            ("Managed", "Manager"),
            ("2nd", "22nd"),
            ("Priya", "Priya"),
            ("Prisca", "Priya"),
        ] {
            check(label, name, false);
        }
    }

    #[test]
    fn english_words_are_told_from_names() {
        for word in
            ["Data", "Plan", "Role", "Note", "Results", "Key Lesson", "Code", "Case", "Part"]
        {
            assert!(is_everyday(word), "{word}");
        }
        for name in ["Pryia", "Sarha", "Danna", "Key Sarha"] {
            assert!(!is_everyday(name), "{name}");
        }
    }

    /// Whether a label is a turn with a warning (`turn`), text with one (`doubt`) or text without (`text`).
    #[track_caller]
    fn check_slip(candidate: &str, interviewer: &str, turns: &str, label: &str, expected: &str) {
        let text = format!(
            "CANDIDATE: {candidate}\nINTERVIEWERS: {interviewer}, CFO\n\n===\nA\n===\n\n{turns}\n"
        );
        let (transcript, faults) = read(text.as_bytes());
        let found = faults.iter().find_map(|fault| match fault.code {
            _ if !fault.message.contains(&format!("`{label}`")) => None,
            Code::SpeakerMisspelt => Some("turn"),
            Code::SpeakerDoubtful => Some("doubt"),
            _ => None,
        });
        assert_eq!(found.unwrap_or("text"), expected, "{text}\n{faults:#?}");
        let spoken = transcript.turns.iter().any(|turn| turn.label == label);
        assert_eq!(spoken, expected == "turn", "{text}\n{transcript:#?}");
        assert!(!faults.iter().any(Diagnostic::is_error), "{text}\n{faults:#?}");
    }

    #[test]
    fn a_label_with_a_slip_speaks_wherever_it_stands() {
        for turns in [
            "Pryia: Why?\nDana: So.\nCFO: How?\nDana: Thus.",
            "Priya: Why?\nDana: So.\nPryia: How?\nDana: Thus.\nCFO: Fine.",
            "Priya: Why?\nDana: So.\n\nPryia: I see.\n\nCFO: How?\nDana: Thus.",
            "CFO: I see.\nPryia: Why?\nDana: So.",
            "Priya: Why?\nDana: So.\nPryia: Thank you.",
            "Priya: Why?\nDana: So.\nPryia : Thank you.",
        ] {
            check_slip("Dana Ruiz", "Priya Shah", turns, "Pryia", "turn");
        }
        for (label, turns) in [
            ("Danna", "Priya: Why?\nDanna: So.\nCFO: How?\nDana: Thus."),
            ("Danna", "Priya: Why?\nDana: So.\n\nDanna: Thus."),
            ("danna", "Priya: Why?\ndanna: So.\nCFO: How?\nDana: Thus."),
            ("Dana Riuz", "Priya: Why?\nDana Riuz: So.\nCFO: How?\nDana: Thus."),
            ("Danna (on video)", "Priya: Why?\nDanna (on video): So.\nCFO: How?\nDana: Thus."),
            ("Candiate", "Priya: Why?\nCandiate: So.\nCFO: How?\nDana: Thus."),
            ("Pryia (CPO)", "Pryia (CPO): Why?\nDana: So.\nCFO: How?\nDana: Thus."),
        ] {
            check_slip("Dana Ruiz", "Priya Shah", turns, label, "turn");
        }
        let titles = "Diretor Eng: Why?\nDana: So.\nCFO: How?\nDana: Thus.";
        check_slip("Dana Ruiz", "Director of Engineering", titles, "Diretor Eng", "turn");
    }

    #[test]
    fn a_word_beside_a_name_is_no_speaker() {
        let inside = |label: &str| {
            format!("Alan: Why?\nDana: So.\n\n{label}: it went well.\n\nCFO: How?\nDana: Thus.")
        };
        for label in ["Data", "Plan", "Result", "Note", "Allan and I agreed", "danno"] {
            check_slip("Dana Ruiz", "Alan Nate", &inside(label), label, "text");
        }
        let due = "Alan: Why?\nData: we had none.\nCFO: How?\nDana: Thus.";
        check_slip("Dana Ruiz", "Alan Park", due, "Data", "doubt");
        let question =
            "Alan: Look at this.\nData: churn is up.\nWhy?\nDana: So.\nCFO: How?\nDana: I.";
        check_slip("Dana Ruiz", "Alan Park", question, "Data", "text");
    }
}
