//! One interview in every form: written by a small program from one source, and read back.

mod interview;
mod written;

use hotseat::interview::{
    diagnostic::Diagnostic,
    transcript::{self, Transcript, edits::Edits},
};

use interview::{INTERVIEWS, Interview};
use written::{BANKS, NAMELESS, TALKS};

/// The words of a text, however its lines are broken.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who asks, what, and what is answered.
fn told(transcript: &Transcript) -> Vec<(Option<String>, String, String)> {
    let name = |seat: usize| transcript.panel[seat].title.clone();
    let question = |one: &transcript::TranscriptQuestion| {
        (one.asked_by.map(name), words(&one.text), words(&one.model_answer.join(" ")))
    };
    let mut told: Vec<_> = transcript.questions().map(question).collect();
    // Drafted sections put questions of one kind together.
    told.sort();
    told
}

fn meant(interview: &Interview, named: bool) -> Vec<(Option<String>, String, String)> {
    let question = |turn: &interview::Asked| {
        let asker = named.then(|| turn.by.to_owned());
        (asker, words(turn.question), words(turn.answer))
    };
    let mut meant: Vec<_> = interview.asked.iter().map(question).collect();
    meant.sort();
    meant
}

/// What is wrong with what was read of a form; nothing where it is what was meant.
fn fault(interview: &Interview, bytes: &[u8], named: bool) -> Option<String> {
    let (read, faults) = transcript::read(bytes);
    if let Some(fault) = faults.iter().find(|fault| fault.is_error()) {
        return Some(format!("{fault}"));
    }
    let (told, meant) = (told(&read), meant(interview, named));
    if told != meant {
        let other = told.iter().find(|one| !meant.contains(one));
        return Some(format!("{} questions of {}, {other:#?}", told.len(), meant.len()));
    }
    None
}

fn check(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} forms are misread:\n{}", faults.len(), faults.join("\n\n"));
}

#[test]
fn a_talk_is_read_alike_in_every_form() {
    let forms = INTERVIEWS.iter().flat_map(|one| TALKS.iter().map(move |form| (one, form)));
    let faults = forms.filter_map(|(interview, (form, write))| {
        let bytes = write(interview);
        let wrong = fault(interview, &bytes, true).or_else(|| {
            let (read, _) = transcript::read(&bytes);
            let panel: Vec<&str> = read.panel.iter().map(|one| one.title.as_str()).collect();
            let people = read.candidate == interview.candidate && panel == interview.panel;
            (!people).then(|| format!("{} before {panel:?}", read.candidate))
        });
        let shown = || String::from_utf8_lossy(&bytes).chars().take(700).collect::<String>();
        wrong.map(|wrong| format!("{form}: {wrong}\n{}", shown()))
    });
    check(faults.collect());
}

#[test]
fn a_list_of_questions_is_read_alike_in_every_form() {
    let forms = INTERVIEWS.iter().flat_map(|one| BANKS.iter().map(move |form| (one, form)));
    let faults = forms.filter_map(|(interview, (form, named, write))| {
        let bytes = write(interview);
        let wrong = fault(interview, &bytes, *named).or_else(|| {
            let (read, _) = transcript::read(&bytes);
            (!named && !read.panel.is_empty()).then(|| format!("invents {:?}", read.panel))
        });
        let shown = || String::from_utf8_lossy(&bytes).chars().take(700).collect::<String>();
        wrong.map(|wrong| format!("{form}: {wrong}\n{}", shown()))
    });
    check(faults.collect());
}

#[test]
fn a_file_that_names_nobody_gets_no_names() {
    for interview in INTERVIEWS {
        for (form, write) in &NAMELESS[..2] {
            let bytes = write(interview);
            let (read, faults) = transcript::read(&bytes);
            let said =
                faults.iter().any(|fault| fault.is_error() && fault.message.contains("who speaks"));
            assert!(
                said && read.panel.is_empty() && read.candidate.is_empty(),
                "{form}: {faults:#?}"
            );
        }
    }
}

#[test]
fn turns_without_names_are_read_by_turns_where_that_is_wanted() {
    for interview in INTERVIEWS {
        let bytes = NAMELESS[2].1(interview);
        let edits = Edits { alternate: true, ..Edits::default() };
        let (read, faults) = transcript::read_with(&bytes, &edits);
        assert!(!faults.iter().any(Diagnostic::is_error), "{faults:#?}");
        let asked: Vec<String> =
            told(&read).into_iter().map(|(_, text, answer)| text + &answer).collect();
        let meant: Vec<String> =
            meant(interview, false).into_iter().map(|(_, text, answer)| text + &answer).collect();
        assert_eq!(asked, meant);
    }
}

#[test]
fn a_document_that_unpacks_without_end_is_refused() {
    let bytes = written::zipped(&vec![b' '; 40 << 20]);
    assert!(bytes.len() < 1 << 20, "it is small while packed");
    let (read, faults) = transcript::read(&bytes);
    assert!(
        faults[0].is_error() && faults[0].message.contains("unpacks to more than 16 MiB"),
        "{faults:#?}"
    );
    assert_eq!(read, Transcript::default());
}

#[test]
fn however_deep_a_document_is_nested_it_is_read() {
    let deep = |open: &str, close: &str| {
        open.repeat(50_000) + "<w:p><w:r><w:t>Why?</w:t></w:r></w:p>" + &close.repeat(50_000)
    };
    for (open, close) in
        [("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt>", "</w:sdt>"), ("<w:p>", "")]
    {
        let (read, _) = transcript::read(&written::zipped(deep(open, close).as_bytes()));
        assert!(read.questions().count() <= 1);
    }
    let (read, faults) = transcript::read("[".repeat(200_000).as_bytes());
    assert!(faults.iter().any(Diagnostic::is_error) && read.panel.is_empty());
    let (read, _) = transcript::read((">".repeat(20_000) + " Why?").as_bytes());
    assert!(read.panel.is_empty());
}

#[test]
fn a_file_of_another_kind_says_what_it_is_and_what_to_do() {
    let told = |bytes: &[u8]| {
        let (_, faults) = transcript::read(bytes);
        let first = faults.first().map(|fault| format!("{}; {}", fault.message, fault.help));
        first.unwrap_or_default()
    };
    for (bytes, what, remedy) in [
        (written::archive(&[("xl/workbook.xml", b"<x/>")]), "an Excel file", "CSV"),
        (written::archive(&[("ppt/presentation.xml", b"<x/>")]), "a PowerPoint file", "text file"),
        (written::archive(&[("a.txt", b"x")]), "a zip archive", "unpack it"),
        (b"%PDF-1.7".to_vec(), "a PDF document", "Word document"),
        (b"10:03:21\t From Dana to Everyone:\n\thello\n".to_vec(), "a chat log", ".vtt"),
    ] {
        let told = told(&bytes);
        assert!(told.contains(what) && told.contains(remedy), "{told}");
    }
}
