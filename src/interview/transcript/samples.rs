//! Small transcripts for the tests, and what is read from them.

use crate::interview::diagnostic::Diagnostic;
use crate::interview::transcript::{Speaker, Transcript, read};

/// The transcript that comes with the game.
pub const SEED: &str = include_str!("../../../assets/transcripts/senior-pm-promotion.txt");

/// A transcript of one section whose turns are those given, by Sarah Chen and two interviewers; they begin on line 8.
pub fn interview(turns: &str) -> String {
    format!(
        "CANDIDATE: Sarah Chen\nINTERVIEWERS: VP Product, Director of Engineering\n\n\
         ===\nVISION\n===\n\n{turns}\n"
    )
}

/// The faults and doubts of a text, whether it was read or not.
pub fn diagnostics(text: &str) -> Vec<Diagnostic> {
    read(text.as_bytes()).1
}

/// Asserts that a text gives these faults and no other, each as `line severity: part of the message`.
#[track_caller]
pub fn check_diagnostics(text: &str, expected: &[&str]) {
    let found = diagnostics(text);
    let fits = |found: &Diagnostic, expected: &str| {
        let (place, message) = expected.split_once(": ").expect("a place and a message");
        let severity = if found.is_error() { "error" } else { "warning" };
        place == format!("{} {severity}", found.line) && found.message.contains(message)
    };
    assert!(
        found.len() == expected.len() && found.iter().zip(expected).all(|(f, e)| fits(f, e)),
        "{text}\nexpected {expected:#?}\nfound {found:#?}"
    );
    for fault in &found {
        assert!(!fault.help.is_empty() && !fault.message.ends_with('.'), "{fault}");
        assert!(!fault.message.starts_with(char::is_uppercase), "{fault}");
    }
}

/// What is read from a text without an error.
#[track_caller]
pub fn transcript(text: &str) -> Transcript {
    let (transcript, faults) = read(text.as_bytes());
    assert!(!faults.iter().any(Diagnostic::is_error), "{text}\n{faults:#?}");
    transcript
}

/// Asserts who speaks in a text: `c` the candidate, `0` and so on the interviewers.
#[track_caller]
pub fn check_speakers(text: &str, expected: &str) {
    let turns = transcript(text).turns;
    let speakers = turns.iter().map(|turn| match turn.speaker {
        Speaker::Candidate => "c".to_owned(),
        Speaker::Interviewer(seat) => seat.to_string(),
    });
    assert_eq!(speakers.collect::<String>(), expected, "{text}");
}
