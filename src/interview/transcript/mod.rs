//! Transcripts of interviews: a file in any form becomes who sat there, what was asked and what was answered.
//!
//! ```text
//! bytes → forms (told by content) → what was said, or questions and answers → people → dialogue → Transcript
//! ```
//!
//! A form ([`forms`], one table) turns its text into utterances, each with a label and a place, or into questions with
//! their answers. Who the labels mean and who answers is found out in [`people`]; turns, questions, answers and sections
//! in [`dialogue`]. The plain form has a header that names the people, and tells its labels by them ([`plain`]):
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
//! ```
//!
//! No bytes make the reading panic, and nobody is invented. What was understood is given in any case, with all faults, by
//! line; what the user knows better is given as [`edits`], and the file is read again.

pub mod edits;
pub mod json;

mod asking;
mod bounds;
mod dialogue;
mod faults;
mod forms;
mod lines;
mod people;
mod plain;
mod words;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod seed;

use serde::Serialize;

use crate::interview::diagnostic::Diagnostic;
use crate::interview::star::Role;
use crate::interview::transcript::dialogue::{bank, talk};
use crate::interview::transcript::edits::Edits;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::{Heading, Talk, Utterance, Written};

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
/// Where [`read`] finds no error, there is a section, and every section has a question. A question may have no answer,
/// which is said. Every speaker has a seat in any case.
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
    /// Who speaks, in order, where the form says it turn by turn: whoever the candidate is or may be.
    pub heard: Vec<HeardSpeaker>,
    /// What the form it was written in is called: `a WebVTT file`.
    pub form: &'static str,
    /// Whether the sections are drafted, the file having none.
    pub sections_drafted: bool,
    /// What was left out without a word about each.
    pub tally: Tally,
}

/// How much of a talk was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Lines and cues that are no speech: `[laughter]`, `Recording started`.
    pub fillers: usize,
    /// What a listener murmured: `Mm-hm.`
    pub back_channels: usize,
    /// Turns that neither ask nor answer: greetings and thanks.
    pub remarks: usize,
}

impl Transcript {
    /// Every question in order.
    pub fn questions(&self) -> impl Iterator<Item = &TranscriptQuestion> {
        self.sections.iter().flat_map(|section| &section.questions)
    }
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardSpeaker {
    /// The name to show.
    pub name: String,
    /// How many turns ask something.
    pub asks: usize,
    /// How many turns follow somebody else's question.
    pub answers: usize,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TranscriptQuestion {
    /// Who asks: an index into the panel; none where the file does not say.
    pub asked_by: Option<usize>,
    /// What is asked, on one line.
    pub text: String,
    /// Whether it follows up the question before it in its section.
    pub follow_up: bool,
    /// The answer's paragraphs, each on one line; none where it has no answer.
    pub model_answer: Vec<String>,
    /// The part that each paragraph plays, where the file says it; empty where it says none.
    pub parts: Vec<Option<Role>>,
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
    read_with(bytes, &Edits::default())
}

/// The same with what the user knows better.
pub fn read_with(bytes: &[u8], edits: &Edits) -> (Transcript, Vec<Diagnostic>) {
    let mut faults = Faults::default();
    let text = forms::text_of(bytes, &mut faults);
    let transcript = text.and_then(|text| read_text(&text, edits, &mut faults)).unwrap_or_default();
    (transcript, faults.into_diagnostics())
}

/// The text of a file, whose lines the diagnostics count; none where it has none that can be read.
pub fn text(bytes: &[u8]) -> Option<String> {
    forms::text_of(bytes, &mut Faults::default())
}

/// Whether a text is written as a scenario of the game, which needs no reading.
pub fn is_scenario(text: &str) -> bool {
    forms::is_scenario(text)
}

/// What can be read of a text; nothing where nothing in it is a transcript's.
fn read_text(text: &str, edits: &Edits, faults: &mut Faults) -> Option<Transcript> {
    let (form, written) = if edits.alternate && !forms::names_speakers(text) {
        ("paragraphs", Written::Talk(forms::paragraphs(text, faults)?))
    } else {
        forms::read(text, faults)?
    };
    let read = match written {
        Written::Plain => {
            let read = plain::read(text, faults)?;
            if edits.change_the_cast() {
                talk::read(as_talk(read), edits, faults)?
            } else {
                renamed(read, edits)
            }
        }
        Written::Talk(said) => talk::read(said, edits, faults)?,
        Written::Bank(questions) => bank::read(questions, edits, faults),
    };
    bounds::check(&read, faults);
    Some(Transcript { form, ..read })
}

/// A transcript that was read as what was said, to be read again with other people.
fn as_talk(read: Transcript) -> Talk {
    let mut said = Talk {
        position: read.position,
        date: read.date,
        candidate: Some(read.candidate.clone()),
        ..Talk::default()
    };
    let mut last = None;
    for turn in read.turns {
        if last != Some(turn.section)
            && let Some(section) = read.sections.get(turn.section)
        {
            let (title, at, before) =
                (section.title.clone(), (section.line, 1), said.utterances.len());
            said.headings.push(Heading { title, at, before });
            last = Some(turn.section);
        }
        let name = match turn.speaker {
            Speaker::Candidate => &read.candidate,
            Speaker::Interviewer(seat) => {
                read.panel.get(seat).map_or(&turn.label, |one| &one.title)
            }
        };
        said.utterances.push(Utterance {
            label: Some(name.clone()),
            opens: true,
            paragraphs: turn.paragraphs,
            at: (turn.line, turn.column),
        });
    }
    said
}

fn renamed(mut read: Transcript, edits: &Edits) -> Transcript {
    for renamed in edits.renamed.iter().filter(|renamed| renamed.to.contains(char::is_alphanumeric))
    {
        let names = std::iter::once(&mut read.candidate);
        let names = names.chain(read.panel.iter_mut().map(|one| &mut one.title));
        for name in names.filter(|name| **name == renamed.from) {
            name.clone_from(&renamed.to);
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::transcript::samples::{check_diagnostics, diagnostics, interview};

    #[test]
    fn a_file_that_is_no_transcript_is_rejected_with_the_form_to_write() {
        check_diagnostics("Dear all,\nwe met: it went well.\n", &["1 error: not a transcript"]);
        check_diagnostics("", &["1 error: empty"]);
        check_diagnostics("{\"a\": 1}", &["1 error: nothing in it is what somebody says"]);
    }

    #[test]
    fn all_faults_come_at_once() {
        let text = "POSITION: PM\nINTERVIEWERS: CTO\n\n===\n\n===\nCTO: Why?\n\n===\nOPEN\n\nCTO: How?\nBob: So.\n";
        check_diagnostics(
            text,
            &[
                "4 error: empty title",
                "7 warning: the question `Why?` has no answer",
                "10 error: `OPEN` is not closed",
                "13 warning: `Bob` answers",
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
