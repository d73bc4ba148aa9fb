//! The keys of a header line, and what else they are called.

use strsim::osa_distance;

use crate::interview::transcript::words::{fold, name_words};

/// What a header line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Who is interviewed.
    Candidate,
    /// What for.
    Position,
    /// When.
    Date,
    /// By whom.
    Panel,
}

/// The keys by their names, the first name of each being the one to write.
const KEYS: &[(Key, &[&str])] = &[
    (Key::Candidate, &["candidate", "applicant", "candidate name", "interviewee"]),
    (Key::Position, &["position", "job", "job title", "position title", "role"]),
    (Key::Date, &["date", "date of interview", "interview date"]),
    (
        Key::Panel,
        &[
            "interviewers",
            "interview panel",
            "interviewed by",
            "interviewer",
            "panel",
            "panel members",
            "panelist",
            "panelists",
            "panellist",
            "panellists",
        ],
    ),
];

impl Key {
    /// The key a label is a name of, in any case.
    pub fn of(label: &str) -> Option<Self> {
        let label: Vec<String> = name_words(label).iter().map(|word| fold(word)).collect();
        let label = label.join(" ");
        KEYS.iter().find(|(_, names)| names.contains(&label.as_str())).map(|&(key, _)| key)
    }

    /// The name to write it by.
    pub fn name(self) -> String {
        let names = KEYS.iter().find(|(key, _)| *key == self).map_or("", |(_, names)| names[0]);
        names.to_uppercase()
    }

    /// The key that a misspelt one was meant to be.
    pub fn meant_by(label: &str) -> Option<Self> {
        let label = fold(label);
        KEYS.iter().find(|(_, names)| osa_distance(&label, names[0]) <= 2).map(|&(key, _)| key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_by_several_names_in_any_case() {
        for (label, key) in [
            ("CANDIDATE", Key::Candidate),
            ("Interviewee", Key::Candidate),
            ("role", Key::Position),
            ("Job  Title", Key::Position),
            ("Date", Key::Date),
            ("Interviewer", Key::Panel),
            ("PANEL", Key::Panel),
        ] {
            assert_eq!(Key::of(label), Some(key), "{label}");
        }
        assert_eq!(Key::of("Company"), None);
    }

    #[test]
    fn a_misspelt_key_is_recognised() {
        assert_eq!(Key::meant_by("CANDIDTE"), Some(Key::Candidate));
        assert_eq!(Key::meant_by("Intervewers"), Some(Key::Panel));
        assert_eq!(Key::meant_by("Company"), None);
    }
}
