//! The plain form: a header of `KEY: value` lines, sections between rules of `=`, turns as `Speaker: text`.
//!
//! Whether a line's label is a speaker or a part of the sentence is decided by the people of the header and, for those it
//! does not list, by what stands around it.

use crate::interview::diagnostic::Code;
use crate::interview::transcript::asking;
use crate::interview::transcript::dialogue::outline::{self, SectionLines};
use crate::interview::transcript::dialogue::pairing::{self, Register};
use crate::interview::transcript::dialogue::turns;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::{self, Line};
use crate::interview::transcript::people::{self, header};
use crate::interview::transcript::{
    Interviewer, Speaker, SpokenTurn, Transcript, TranscriptSection,
};

/// What can be read of a text; nothing where it has too many lines.
pub fn read(text: &str, faults: &mut Faults) -> Option<Transcript> {
    let lines = lines::read(text, &mut Faults::default())?;
    let header = header::read(&lines, faults);
    let start = header.end;
    let (position, date) = (header.position.clone(), header.date.clone());
    let cast = people::assemble(header, &lines[start..], faults);
    let parts = outline::read(&lines, start, &cast, faults);
    let names: Vec<&str> =
        (0..cast.panel.len()).map(|seat| cast.name(Speaker::Interviewer(seat))).collect();
    let mut turns = Vec::new();
    let mut sections = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let said = turns::read(&part, at, &lines, &cast, faults);
        sections.push(section(part, &said, &names, faults));
        turns.extend(said);
    }
    if sections.is_empty() && !faults.stop() {
        let last = lines.last().map_or((1, 1), |line: &Line| (line.number, 1));
        faults.error(
            Code::NothingSaid,
            last,
            "the transcript has no section and nobody speaks in it",
            "put a title between two rules of `====`, and turns as `Speaker: text` below it",
        );
    }
    let candidate = cast.candidate.as_ref().map_or("", |person| &person.written).to_owned();
    let seat = |seat: usize| {
        let speaker = Speaker::Interviewer(seat);
        Interviewer { title: cast.name(speaker).to_owned(), aliases: cast.aliases(speaker) }
    };
    let panel = (0..cast.panel.len()).map(seat).collect();
    let candidate_aliases = cast.aliases(Speaker::Candidate);
    Some(Transcript {
        candidate,
        candidate_aliases,
        position,
        date,
        panel,
        sections,
        turns,
        ..Transcript::default()
    })
}

/// The questions of a section. It is a fault if none is asked in it.
fn section(
    part: SectionLines,
    said: &[SpokenTurn],
    panel: &[&str],
    faults: &mut Faults,
) -> TranscriptSection {
    let questions = pairing::read(said, panel, Register::Written, faults).questions;
    let asks = |turn: &SpokenTurn| {
        turn.speaker != Speaker::Candidate && asking::asks(&turn.paragraphs.join(" "))
    };
    if questions.is_empty() && !said.iter().any(asks) {
        faults.error(
            Code::SectionWithoutQuestion,
            part.at,
            format!("the section {} has no question", lines::named(&part.title)),
            "write the turns below it as `Speaker: text`, or remove the section",
        );
    }
    TranscriptSection { title: part.title, line: part.at.0, questions }
}
