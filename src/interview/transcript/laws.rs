//! Laws of reading: no bytes make it panic, and what is written down is read back.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::interview::diagnostic::Diagnostic;
use crate::interview::transcript::samples::SEED;
use crate::interview::transcript::{Speaker, Transcript, read, text};

/// A section to write down: its title and, for each question, who asks, what, and the answer's paragraphs.
type WrittenSection = (String, Vec<(usize, String, Vec<String>)>);

const CANDIDATES: [&str; 4] = ["Sarah Chen", "Zoë Ñíguez", "Robin", "Ana van der Berg"];
const PANELS: [[&str; 3]; 3] = [
    ["VP Product", "Director of Engineering", "CTO"],
    ["Dana Ruiz (CFO)", "Tom Lee", "Head of People and Culture"],
    ["Engineering Manager", "Interviewer 2", "Chief of Staff"],
];

/// A line of nearly a transcript.
const LINE: &str =
    "\\PC{0,40}|={1,5}|[A-Z][a-z]{0,6}: .{0,20}|(CANDIDATE|PANEL|VP|Bob|CTO):\\PC{0,20}";
/// What is put in place of a piece of a transcript.
const PATCH: &str = "\\PC{0,5}|\n={1,9}\n|:\n";

fn sentence() -> impl Strategy<Value = String> {
    let word = "[a-z]{1,8}|[0-9]{1,3}%?|(note|so|key|plan):|\\([a-z]{1,5}\\)|é[a-z]{2}";
    prop::collection::vec(word, 1..12).prop_map(|words| format!("we {}", words.join(" ")))
}

fn sections() -> impl Strategy<Value = Vec<WrittenSection>> {
    let question = (0..3_usize, sentence(), prop::collection::vec(sentence(), 1..4))
        .prop_map(|(by, text, answer)| (by, format!("{text}?"), answer));
    let section = ("[A-Z][A-Za-z &]{0,20}[A-Z]", prop::collection::vec(question, 1..4));
    prop::collection::vec(section, 1..5)
}

/// A transcript of these sections, with each word of the texts on a line of its own where `narrow`.
fn written(
    candidate: &str,
    panel: &[&str; 3],
    sections: &[WrittenSection],
    narrow: bool,
) -> String {
    let wrapped = |text: &str| if narrow { text.replace(' ', "\n") } else { text.to_owned() };
    let mut text = format!("CANDIDATE: {candidate}\nINTERVIEWERS: {}\n", panel.join("; "));
    for (title, questions) in sections {
        text.push_str(&format!("\n=====\n{title}\n===\n\n"));
        for (by, question, answer) in questions {
            text.push_str(&format!("{}: {}\n\n", panel[*by], wrapped(question)));
            let answer: Vec<String> = answer.iter().map(|paragraph| wrapped(paragraph)).collect();
            text.push_str(&format!("{candidate}: {}\n\n", answer.join("\n\n")));
        }
    }
    text
}

fn sections_of(transcript: &Transcript) -> Vec<WrittenSection> {
    let question = |question: &super::TranscriptQuestion| {
        let by = question.asked_by.unwrap_or(usize::MAX);
        (by, question.text.clone(), question.model_answer.clone())
    };
    let section = |section: &super::TranscriptSection| {
        (section.title.clone(), section.questions.iter().map(question).collect())
    };
    transcript.sections.iter().map(section).collect()
}

/// How many trials a law gets, and their seed: the same trials every time.
fn trials() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn no_bytes_make_the_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check_reading(&bytes)?;
    }

    #[test]
    fn no_text_makes_the_reading_panic(
        lines in prop::collection::vec(LINE, 0..40),
    ) {
        check_reading(lines.join("\n").as_bytes())?;
    }

    #[test]
    fn a_damaged_transcript_makes_no_panic(from in 0..SEED.len(), length in 0..400_usize, with in PATCH) {
        let bytes = SEED.as_bytes();
        let to = (from + length).min(bytes.len());
        check_reading(&[&bytes[..from], with.as_bytes(), &bytes[to..]].concat())?;
    }

    #[test]
    fn what_is_written_down_is_read_back(
        candidate in prop::sample::select(&CANDIDATES),
        panel in prop::sample::select(&PANELS),
        sections in sections(),
        narrow in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let text = written(candidate, &panel, &sections, narrow);
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let (transcript, faults) = read(text.as_bytes());
        prop_assert!(!faults.iter().any(Diagnostic::is_error), "{faults:#?}");
        prop_assert_eq!(&transcript.candidate, candidate);
        let titles: Vec<&str> = transcript.panel.iter().map(|one| one.title.as_str()).collect();
        prop_assert_eq!(titles, panel);
        prop_assert_eq!(sections_of(&transcript), sections);
        holds_together(&transcript)?;
    }
}

/// What is read of any bytes: a whole transcript, or faults and what could be understood.
fn check_reading(bytes: &[u8]) -> Result<(), TestCaseError> {
    let (transcript, faults) = read(bytes);
    if !faults.iter().any(Diagnostic::is_error) {
        holds_together(&transcript)?;
    }
    for question in transcript.sections.iter().flat_map(|section| &section.questions) {
        prop_assert!(question.asked_by.is_none_or(|seat| seat < transcript.panel.len()));
    }
    for turn in &transcript.turns {
        prop_assert!(turn.section < transcript.sections.len());
        prop_assert!(turn.speaker < Speaker::Interviewer(transcript.panel.len()));
    }
    let text = text(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned());
    let lines = text.split(['\n', '\r']).count();
    for fault in &faults {
        prop_assert!((1..=lines).contains(&fault.line) && fault.column >= 1, "{}", fault);
    }
    Ok(())
}

/// What every transcript promises that was read without an error.
fn holds_together(transcript: &Transcript) -> Result<(), TestCaseError> {
    prop_assert!(!transcript.sections.is_empty());
    for section in &transcript.sections {
        prop_assert!(!section.questions.is_empty() && !section.title.is_empty());
        prop_assert!(!section.questions[0].follow_up);
        for question in &section.questions {
            prop_assert!(question.asked_by.is_none_or(|seat| seat < transcript.panel.len()));
            prop_assert!(!question.text.is_empty());
            prop_assert!(
                question.model_answer.iter().all(|paragraph| !paragraph.trim().is_empty())
            );
        }
    }
    Ok(())
}
