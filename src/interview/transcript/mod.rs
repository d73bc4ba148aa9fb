//! Transcripts of interviews: plain text becomes who sat there, what was asked and what was answered.
//!
//! ```text
//! CANDIDATE: Sarah Chen
//! INTERVIEWERS: VP Product, Director of Engineering
//!
//! ======================
//! STRATEGIC THINKING
//! ======================
//!
//! VP Product: Tell me about a time you saw a strategic opportunity.
//!
//! Sarah: About 8 months ago, …
//!
//! Director Eng: How did you get Engineering to support this?
//! ```
//!
//! A header of `KEY: value` lines (`people::header`), sections as a title between two rules of `=`
//! (`dialogue::outline`), and turns as `Speaker: text` over any number of lines and paragraphs (`dialogue::turns`).
//! Whether a line's label is a speaker or a part of the sentence is decided by the people of the header
//! (`people::person`) and, for those it does not list, by what stands around it (`people::unlisted`). Turns are
//! paired into questions and answers (`dialogue::pairing`, `asking`), and each question knows whether it follows up
//! the one before (`dialogue::follow_up`).
//!
//! No bytes make the reading panic. What was understood is given in any case, with all faults, by line.

pub mod json;

mod asking;
mod dialogue;
mod faults;
mod forms;
mod people;
mod words;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod seed;

use serde::Serialize;

use crate::interview::diagnostic::{Code, Diagnostic};
use crate::interview::scenario::MAX_TEXT;
use crate::interview::text::Text;
use crate::interview::transcript::dialogue::outline::{self, SectionLines};
use crate::interview::transcript::dialogue::{pairing, turns};
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::text::{self, Line};
use crate::interview::transcript::people::cast::Cast;
use crate::interview::transcript::people::header;

/// The most bytes a transcript may have: an hour's talk has about 60,000.
pub const MAX_BYTES: usize = 4 << 20;
/// The most characters a line may have: more than ten minutes of speech.
pub const MAX_LINE_CHARS: usize = 20_000;
/// The most lines a transcript may have: 4 MiB of them at 80 characters, and some blank ones.
pub const MAX_LINES: usize = 60_000;
/// The most sections a transcript may have.
pub const MAX_SECTIONS: usize = 64;
/// The most questions a transcript may have.
pub const MAX_QUESTIONS: usize = 256;
/// The most interviewers: as many as the game seats.
pub const MAX_PANEL: usize = 5;
/// How many interviewers are looked at before the rest is ignored, the panel being too large already.
const MOST_SEATED: usize = 16;

/// A transcript as far as it was understood.
///
/// Where [`read`] finds no error, there is a section, every section has a question and every question an answer with
/// text. Every speaker has a seat in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The candidate, as the header names them.
    pub candidate: String,
    /// What else the candidate is called, in order of appearance: `Sarah`.
    pub candidate_aliases: Vec<String>,
    /// The position applied for.
    pub position: Option<String>,
    /// The date, as written.
    pub date: Option<String>,
    /// The interviewers, in the header's order.
    pub panel: Vec<Interviewer>,
    /// The sections in order.
    pub sections: Vec<TranscriptSection>,
    /// Every turn in order, remarks among them.
    pub turns: Vec<SpokenTurn>,
}

/// One of the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Interviewer {
    /// The name or title, as the header has it.
    pub title: String,
    /// What else they are called, by the header and by the turns' labels: `Director Eng`.
    pub aliases: Vec<String>,
}

/// A section and what is asked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptSection {
    /// The title, as written.
    pub title: String,
    /// The line of the title, from 1.
    pub line: usize,
    /// The questions in order.
    pub questions: Vec<TranscriptQuestion>,
}

/// A question and the answer it got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptQuestion {
    /// Who asks: an index into the panel.
    pub asked_by: usize,
    /// What is asked, on one line.
    pub text: String,
    /// Whether it follows up the question before it in its section.
    pub follow_up: bool,
    /// The answer's paragraphs, each on one line; none where it has no answer, which is an error.
    pub model_answer: Vec<String>,
    /// The line the question begins on, from 1.
    pub line: usize,
}

/// What one speaker says until another does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenTurn {
    /// Who speaks.
    pub speaker: Speaker,
    /// The label, as written.
    pub label: String,
    /// What is said, each paragraph on one line.
    pub paragraphs: Vec<String>,
    /// The section it is said in: an index into the sections.
    pub section: usize,
    /// The line of the label, from 1.
    pub line: usize,
    /// The column of the label, from 1.
    pub column: usize,
}

/// Somebody who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// The one who answers.
    Candidate,
    /// One who asks: an index into the panel.
    Interviewer(usize),
}

/// Reads a transcript: what of it was understood, and all faults and doubts by line.
///
/// Only where none of them is an error is the transcript whole.
pub fn read(bytes: &[u8]) -> (Transcript, Vec<Diagnostic>) {
    let mut faults = Faults::default();
    let text = text::decode(bytes, &mut faults);
    let transcript = text.and_then(|text| read_text(&text, &mut faults)).unwrap_or_default();
    (transcript, faults.into_diagnostics())
}

/// What can be read of a text; nothing where nothing in it is a transcript's.
fn read_text(text: &str, faults: &mut Faults) -> Option<Transcript> {
    let lines = text::lines(text, faults)?;
    if !lines.iter().any(|line| line.is_rule() || header::has_key(line)) {
        faults.error(
            Code::NotATranscript,
            (1, 1),
            "the file is not a transcript: it has no header and no sections",
            "begin with `CANDIDATE: …` and `INTERVIEWERS: …`, put each section's title between two rules of `====`, \
             and write the turns as `Speaker: text`",
        );
        return None;
    }
    let header = header::read(&lines, faults);
    let start = header.end;
    let (position, date) = (header.position.clone(), header.date.clone());
    let cast = people::assemble(header, &lines[start..], faults);
    let parts = outline::read(&lines, start, &cast, faults);
    let mut turns = Vec::new();
    let mut sections = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let said = turns::read(&part, at, &lines, &cast, faults);
        sections.push(section(part, &said, &cast, faults));
        turns.extend(said);
    }
    check_counts(&sections, &lines, faults);
    check_lengths(&sections, faults);
    let candidate = cast.candidate.as_ref().map_or("", |person| &person.written).to_owned();
    let seat = |seat: usize| {
        let speaker = Speaker::Interviewer(seat);
        Interviewer { title: cast.name(speaker).to_owned(), aliases: cast.aliases(speaker) }
    };
    let panel = (0..cast.panel.len()).map(seat).collect();
    let candidate_aliases = cast.aliases(Speaker::Candidate);
    Some(Transcript { candidate, candidate_aliases, position, date, panel, sections, turns })
}

/// The questions of a section. It is a fault if none is asked in it.
fn section(
    part: SectionLines,
    said: &[SpokenTurn],
    cast: &Cast,
    faults: &mut Faults,
) -> TranscriptSection {
    let questions = pairing::read(said, cast, faults);
    let asks = |turn: &SpokenTurn| {
        turn.speaker != Speaker::Candidate && asking::asks(&turn.paragraphs.join(" "))
    };
    if questions.is_empty() && !said.iter().any(asks) {
        faults.error(
            Code::SectionWithoutQuestion,
            part.at,
            format!("the section {} has no question", text::named(&part.title)),
            "write the turns below it as `Speaker: text`, or remove the section",
        );
    }
    TranscriptSection { title: part.title, line: part.at.0, questions }
}

fn check_counts(sections: &[TranscriptSection], lines: &[Line], faults: &mut Faults) {
    let mut questions = sections.iter().flat_map(|section| &section.questions);
    let count = questions.clone().count();
    if let Some(question) = questions.nth(MAX_QUESTIONS) {
        faults.error(
            Code::TooManyQuestions,
            (question.line, 1),
            format!("there are {count} questions; a transcript may have {MAX_QUESTIONS}"),
            "divide the transcript",
        );
    }
    if sections.is_empty() && !faults.stop() {
        faults.error(
            Code::NothingSaid,
            (lines.len(), 1),
            "the transcript has no section and nobody speaks in it",
            "put a title between two rules of `====`, and turns as `Speaker: text` below it",
        );
    }
}

/// What is longer than a scenario holds, so that no draft is made that its own check refuses.
fn check_lengths(sections: &[TranscriptSection], faults: &mut Faults) {
    for question in sections.iter().flat_map(|section| &section.questions) {
        let sentences = question.model_answer.iter().flat_map(|paragraph| {
            let read = Text::read(paragraph);
            let spans: Vec<_> = read.sentences().iter().map(|s| s.span).collect();
            spans.into_iter().map(move |span| span.of(read.text()).chars().count()).max()
        });
        let said = [("the question", question.text.chars().count())].into_iter();
        let said = said.chain(sentences.map(|length| ("a sentence of its answer", length)));
        for (what, length) in said.filter(|(_, length)| *length > MAX_TEXT) {
            faults.error(
                Code::PassageTooLong,
                (question.line, 1),
                format!(
                    "{what} has {length} characters, more than the {MAX_TEXT} a scenario holds"
                ),
                "divide it into sentences, each with its full stop, or shorten it",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::transcript::samples::{check_diagnostics, diagnostics, interview};

    #[test]
    fn a_file_that_is_no_transcript_is_rejected_with_the_form_to_write() {
        check_diagnostics("Dear all,\nwe met: it went well.\n", &["1 error: not a transcript"]);
        check_diagnostics("", &["1 error: empty"]);
        check_diagnostics("{\"a\": 1}", &["1 error: not a transcript"]);
    }

    #[test]
    fn all_faults_come_at_once() {
        let text = "POSITION: PM\nINTERVIEWERS: CTO\n\n===\n\n===\nCTO: Why?\n\n===\nOPEN\n\nCTO: How?\nBob: So.\n";
        check_diagnostics(
            text,
            &[
                "1 error: no `CANDIDATE` line",
                "4 error: empty title",
                "7 error: the question `Why?` has no answer",
                "10 error: `OPEN` is not closed",
            ],
        );
    }

    #[test]
    fn what_no_scenario_holds_is_told_with_its_line() {
        let spoken = |question: &str, answer: &str| {
            let header = "CANDIDATE: Bob\nINTERVIEWERS: CTO\n===\nA\n===\n";
            format!("{header}CTO: {question}\nBob: {answer}\n")
        };
        let endless = "so on and ".repeat(900);
        let sentence = "6 error: a sentence of its answer has";
        check_diagnostics(&spoken("Why?", &format!("{endless}on.")), &[sentence]);
        check_diagnostics(&spoken(&format!("{endless}on?"), "So."), &["6 error: the question has"]);
        check_diagnostics(&spoken("Why?", &"I wrote it down, and so on. ".repeat(400)), &[]);
    }

    #[test]
    fn absurd_counts_are_rejected() {
        let turns = "CTO: Why?\nBob: So.\n";
        let header = "CANDIDATE: Bob\nINTERVIEWERS: CTO\n";
        let sections: String = (0..65).map(|n| format!("===\nPart {n}\n===\n{turns}")).collect();
        check_diagnostics(&format!("{header}{sections}"), &["324 error: 65 sections"]);
        let many = format!("{header}===\nA\n===\n{}", turns.repeat(257));
        check_diagnostics(&many, &["518 error: 257 questions"]);
        let panel = interview("VP Product: Why?\nSarah: So.")
            .replace("VP Product,", "VP Product, A, B, C, D,");
        let found = diagnostics(&panel);
        assert!(found.iter().any(|fault| fault.message.contains("6 interviewers")), "{found:#?}");
        check_diagnostics(&"a: b\n".repeat(MAX_LINES + 1), &["60001 error: lines"]);
        let long = interview(&format!("VP Product: Why?\nSarah: {}", "so ".repeat(7000)));
        let found = diagnostics(&long);
        assert!(
            found
                .iter()
                .any(|fault| fault.line == 9 && fault.message.contains("longer than 20000"))
        );
    }
}
