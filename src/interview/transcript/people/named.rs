//! What may stand where a speaker's name stands, and the name in it.

use crate::interview::transcript::lines::label::is_written_like_a_name;
use crate::interview::transcript::people::misspelt::PARTS_OF_AN_ANSWER;
use crate::interview::transcript::words::{fold, is_one_of, name_words};

/// The most characters of a name.
const MOST_CHARS: usize = 60;
/// The most words of a name.
const MOST_WORDS: usize = 6;

/// Small words inside a name.
const PARTICLES: &str =
    "al and bin da de del den der di do dos du el for of la le ten ter the van von y";

/// What recorders call one whom they do not know, before a number or a letter.
const NUMBERED: &str =
    "speaker spk participant person voice interviewer interviewee candidate panelist";

/// Words that head something else than a turn.
const HEADS: &str = "\
    a agenda answer answers applause attendees blankaudio candidatename cc choices company contents crosstalk date details \
    duration email example examples figure file filename followup followups followupquestion from \
    hint hints http https ideas inaudible interviewdate interviewers invited jobid jobtitle keypoint \
    keypoints keywords language laughs laughter length link location meetingid mission modelanswer music myanswer name noise \
    notetaker options page participants pause phone place plus position practicequestion preparedfor \
    present prompt prompts ps q question questions re recording remember room sampleanswer section silence \
    source star story strength strengths subject suggestedanswer time timestamp title to topic \
    transcript type url values video warning weakness";

/// Whether a text may be what somebody is called: few words with capitals, or what a recorder calls a voice.
pub fn may_be_a_name(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > MOST_CHARS || is_a_head(text) || ends_a_sentence(text) {
        return false;
    }
    if is_counted(text) {
        return false;
    }
    if is_numbered(text) || text.contains('@') && !text.contains(char::is_whitespace) {
        return true;
    }
    let bare = without_notes(text);
    let parts: Vec<&str> = bare.split(',').map(str::trim).collect();
    let particle = |word: &str| is_one_of(word, PARTICLES);
    parts.len() <= 2
        && parts.iter().all(|part| {
            let without: Vec<&str> =
                part.split_whitespace().filter(|word| !particle(word)).collect();
            is_written_like_a_name(&without.join(" "))
        })
        && (1..=MOST_WORDS).contains(&name_words(&bare).len())
}

/// Whether a text heads something that is no turn: `Situation`, `Model answer`, `Date`.
pub fn is_a_head(text: &str) -> bool {
    let folded: String = name_words(text).iter().map(|word| fold(word)).collect();
    is_one_of(&folded, HEADS) || is_one_of(&folded, PARTS_OF_AN_ANSWER)
}

/// `Q1`, `Question 3 (Ownership)`, `Day 2`, `Week 1`: a thing that is counted.
fn is_counted(text: &str) -> bool {
    const COUNTED: &str = "\
        answer april august case chapter day days december example february figure january july june \
        line march may module month no november number october option page part phase point q \
        quarter question round section september slide stage step story table theme topic unit week \
        weeks year";
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_lowercase();
    let bare = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    is_one_of(bare, COUNTED) && (bare.len() < first.len() || words.next().is_some_and(figure))
}

/// `Sam T.` and `Dana Ruiz Jr.` end in a dot, sentences in a longer word with one.
fn ends_a_sentence(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    text.ends_with(['?', '!', ';', '…', ','])
        || (last.ends_with('.') && last.chars().filter(|c| c.is_alphanumeric()).count() > 3)
}

/// `Speaker 1`, `SPEAKER_00`, `spk_0`, `Interviewer 2`.
pub fn is_numbered(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    match words.as_slice() {
        [what, which] => {
            is_one_of(what, NUMBERED)
                && (which.chars().all(|c| c.is_ascii_digit()) || which.chars().count() == 1)
        }
        [one] => {
            let name = one.trim_end_matches(|c: char| c.is_ascii_digit());
            is_one_of(name, NUMBERED)
                && (name.len() < one.len() || name != "voice" && name != "person")
        }
        _ => false,
    }
}

/// Notes of a meeting program behind a name, in lower case.
const NOTES: &str = "\
    co-host external guest host me organiser organizer presenter they/them she/her he/him \
    she/they he/they unverified you";

/// A name without what a meeting program puts behind it: `Dana Ruiz (Guest)`, `Dana Ruiz | Acme`.
pub fn without_notes(name: &str) -> String {
    let mut name = name.trim().trim_end_matches([':', '：']).trim().to_owned();
    for (open, close) in [('(', ')'), ('[', ']')] {
        while let (Some(start), Some(end)) = (name.rfind(open), name.rfind(close)) {
            let inside = name.get(start + 1..end).map(|note| note.to_lowercase().replace(' ', ""));
            if end + 1 < name.len() || !inside.is_some_and(|note| is_note(&note)) {
                break;
            }
            name = name[..start].trim().to_owned();
        }
    }
    if let Some((before, _)) = name.split_once(" | ").filter(|(before, _)| !before.is_empty()) {
        name = before.trim().to_owned();
    }
    name
}

fn is_note(note: &str) -> bool {
    note.split([',', ';']).all(|part| is_one_of(part, NOTES))
}

/// The name to show: without notes, an address as its words, the family name behind, capitals only where they begin.
pub fn shown(label: &str) -> String {
    let mut name = without_notes(label);
    if let Some((user, _)) = name.split_once('@').filter(|_| !name.contains(char::is_whitespace)) {
        name = user.replace(['.', '_'], " ");
    }
    if let Some((family, given)) = name.split_once(',')
        && !given.trim().is_empty()
        && given.split_whitespace().count() <= 2
        && family.split_whitespace().count() <= 2
    {
        name = format!("{} {}", given.trim(), family.trim());
    }
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let one_case = letters().all(|c| !c.is_lowercase()) || letters().all(char::is_lowercase);
    if one_case && letters().count() > 3 { capitalised(&name) } else { name }
}

/// `DANA O'NEILL-DÍAZ` as `Dana O'Neill-Díaz`; short words without a vowel stay, being initials of a title.
fn capitalised(name: &str) -> String {
    let word = |word: &str| {
        let lower = word.to_lowercase();
        let vowel = lower.contains(|c: char| "aeiouyàáâãäåèéêëìíîïòóôõöùúûü".contains(c));
        let title = is_one_of(&lower, "ceo cfo coo cio cpo cmo evp svp avp");
        if title || (word.chars().count() <= 3 && !vowel) {
            return word.to_uppercase();
        }
        let mut begins = true;
        let mut shown = String::with_capacity(word.len());
        for c in lower.chars() {
            if begins {
                shown.extend(c.to_uppercase());
            } else {
                shown.push(c);
            }
            begins = !c.is_alphanumeric();
        }
        shown
    };
    let words = name.split_whitespace().enumerate().map(|(at, written)| {
        let lower = written.to_lowercase();
        if at > 0 && is_one_of(&lower, PARTICLES) { lower } else { word(written) }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_a_sentence() {
        for name in [
            "Dana Whitfield",
            "Sam T.",
            "Whitfield, Dana (Guest)",
            "Ana van der Berg",
            "Speaker 1",
            "SPEAKER_00",
            "spk_0",
            "dana.ruiz@example.org",
            "Anaïs Okafor-Díaz",
            "DANA",
        ] {
            assert!(may_be_a_name(name), "{name}");
        }
        for text in
            ["Situation", "Model answer", "We met again", "That was it.", "Why?", "Date", "Q", ""]
        {
            assert!(!may_be_a_name(text), "{text}");
        }
    }

    #[test]
    fn a_name_is_shown_as_one_writes_it() {
        for (label, name) in [
            ("Dana Whitfield (Guest)", "Dana Whitfield"),
            ("WHITFIELD, DANA", "Dana Whitfield"),
            ("DANA O'NEILL-DÍAZ", "Dana O'Neill-Díaz"),
            ("VP PRODUCT", "VP Product"),
            ("dana.ruiz@example.org", "Dana Ruiz"),
            ("Dana Ruiz (she/her)", "Dana Ruiz"),
            ("Dana Ruiz (CFO)", "Dana Ruiz (CFO)"),
            ("CTO", "CTO"),
            ("Dana Ruiz | Acme", "Dana Ruiz"),
        ] {
            assert_eq!(shown(label), name, "{label}");
        }
    }
}
