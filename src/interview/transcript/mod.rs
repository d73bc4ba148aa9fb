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
//! A header of `KEY: value` lines ([`header`]), sections as a title between two rules of `=` ([`outline`]), and turns
//! as `Speaker: text` over any number of lines and paragraphs ([`turns`]). Whether a line's label is a speaker or a
//! part of the sentence is decided by the people of the header ([`person`]) and, for those it does not list, by what
//! stands around it ([`unlisted`]). Turns are paired into questions and answers ([`dialogue`], [`asking`]), and each
//! question knows whether it follows up the one before ([`follow_up`]).
//!
//! No bytes make the reading panic. All faults come at once, by line.

mod asking;
mod cast;
mod dialogue;
mod faults;
mod follow_up;
mod header;
pub mod json;
mod key;
mod label;
mod name;
mod outline;
mod panel_line;
mod person;
mod references;
mod text;
mod turns;
mod unlisted;
mod words;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod samples;

use serde::Serialize;

use crate::interview::diagnostic::Diagnostic;
use crate::interview::transcript::cast::Cast;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::outline::Part;
use crate::interview::transcript::text::Line;

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

/// A transcript as it was read. `read` makes sure that there is a section, that every section has a question, every
/// question an answer with text, and every speaker a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub turns: Vec<Turn>,
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
    /// The answer's paragraphs, each on one line.
    pub model_answer: Vec<String>,
    /// The line the question begins on, from 1.
    pub line: usize,
}

/// What one speaker says until another does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
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

/// A transcript that could be read, and what was doubtful about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What was read.
    pub transcript: Transcript,
    /// The doubts, by line; none of them an error.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a transcript.
///
/// # Errors
///
/// All faults of the file and all doubts about it, by line, if any of them stops the reading.
pub fn read(bytes: &[u8]) -> Result<Reading, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let transcript =
        text::decode(bytes, &mut faults).and_then(|text| read_text(&text, &mut faults));
    let stop = faults.stop();
    let diagnostics = faults.into_diagnostics();
    match transcript {
        Some(transcript) if !stop => Ok(Reading { transcript, warnings: diagnostics }),
        _ => Err(diagnostics),
    }
}

/// What can be read of a text; worth something only where no fault stops the reading.
fn read_text(text: &str, faults: &mut Faults) -> Option<Transcript> {
    let lines = text::lines(text, faults)?;
    if !lines.iter().any(|line| line.is_rule() || header::has_key(line)) {
        faults.error(
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
    let cast = Cast::assemble(header, &lines[start..], faults);
    let parts = outline::read(&lines, start, &cast, faults);
    let mut turns = Vec::new();
    let mut sections = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        let said = turns::read(&part, at, &lines, &cast, faults);
        sections.push(section(part, &said, &cast, faults));
        turns.extend(said);
    }
    check_counts(&sections, &lines, faults);
    let candidate = cast.candidate.as_ref()?.written.clone();
    let seat = |seat: usize| {
        let speaker = Speaker::Interviewer(seat);
        Interviewer { title: cast.name(speaker).to_owned(), aliases: cast.aliases(speaker) }
    };
    let panel = (0..cast.panel.len()).map(seat).collect();
    let candidate_aliases = cast.aliases(Speaker::Candidate);
    Some(Transcript { candidate, candidate_aliases, position, date, panel, sections, turns })
}

/// The questions of a section. One in which nobody speaks, or only the panel in remarks, has none, which is a fault.
fn section(part: Part, said: &[Turn], cast: &Cast, faults: &mut Faults) -> TranscriptSection {
    let questions = dialogue::read(said, cast, faults);
    if !said.iter().any(|turn| turn.speaker != Speaker::Candidate && !turn.paragraphs.is_empty()) {
        faults.error(
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
            (question.line, 1),
            format!("there are {count} questions; a transcript may have {MAX_QUESTIONS}"),
            "divide the transcript",
        );
    }
    if sections.is_empty() && !faults.stop() {
        faults.error(
            (lines.len(), 1),
            "the transcript has no section and nobody speaks in it",
            "put a title between two rules of `====`, and turns as `Speaker: text` below it",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::transcript::samples::{SEED, check_diagnostics, interview, transcript};

    fn seed() -> Transcript {
        transcript(SEED)
    }

    fn questions(transcript: &Transcript) -> Vec<&TranscriptQuestion> {
        transcript.sections.iter().flat_map(|section| &section.questions).collect()
    }

    #[test]
    fn the_seed_has_six_sections_with_their_titles_as_written() {
        let seed = seed();
        let titles: Vec<&str> =
            seed.sections.iter().map(|section| section.title.as_str()).collect();
        let expected = [
            "STRATEGIC THINKING & VISION",
            "STAKEHOLDER MANAGEMENT & INFLUENCE",
            "EXECUTION & DELIVERY",
            "TEAM LEADERSHIP & COLLABORATION",
            "DATA-DRIVEN DECISION MAKING",
            "CLOSING QUESTIONS",
        ];
        assert_eq!(titles, expected);
        assert_eq!(seed.sections[0].line, 7);
    }

    #[test]
    fn the_seed_names_its_people() {
        let seed = seed();
        assert_eq!(seed.candidate, "Sarah Chen");
        assert_eq!(seed.candidate_aliases, ["Sarah"]);
        assert_eq!(seed.position.as_deref(), Some("Senior PM Promotion Interview"));
        assert_eq!(seed.date.as_deref(), Some("December 2024"));
        let interviewer = |title: &str, aliases: &[&str]| Interviewer {
            title: title.to_owned(),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        };
        let director = interviewer("Director of Engineering", &["Director Eng"]);
        assert_eq!(seed.panel, [interviewer("VP Product", &[]), director]);
    }

    #[test]
    fn the_seed_has_twenty_four_turns() {
        let turns = seed().turns;
        let count = |speaker| turns.iter().filter(|turn| turn.speaker == speaker).count();
        let counts =
            [Speaker::Candidate, Speaker::Interviewer(0), Speaker::Interviewer(1)].map(count);
        assert_eq!((turns.len(), counts), (24, [12, 8, 4]));
    }

    #[test]
    fn the_seed_has_twelve_model_answers_word_for_word() {
        let seed = seed();
        let words = questions(&seed).iter().map(|question| {
            question.model_answer.iter().flat_map(|text| text.split_whitespace()).count()
        });
        let expected = [153, 101, 176, 89, 178, 83, 140, 183, 134, 132, 89, 92];
        assert_eq!(words.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_seed_says_who_asks_what_and_what_follows_up() {
        let seed = seed();
        let asked: Vec<_> = questions(&seed)
            .iter()
            .map(|question| (question.asked_by, question.follow_up, question.text.as_str()))
            .collect();
        let expected = [
            (
                0,
                false,
                "Tell me about a time you identified a strategic opportunity that wasn't on the roadmap.",
            ),
            (
                1,
                true,
                "How did you get Engineering to support this pivot when they were focused on the existing roadmap?",
            ),
            (
                0,
                false,
                "Tell me about a time you had to align stakeholders who had competing priorities.",
            ),
            (0, true, "What happened when that plan inevitably slipped?"),
            (1, false, "Walk me through your most complex product initiative."),
            (
                1,
                true,
                "How did you handle the ambiguity early on when you didn't know if microservices was the right call?",
            ),
            (0, false, "How do you develop more junior PMs?"),
            (0, false, "Tell me about a time you had to deliver hard feedback to someone."),
            (0, false, "How do you use data to make product decisions?"),
            (1, true, "What do you do when the data is inconclusive?"),
            (0, false, "Why do you want to be promoted to Senior PM?"),
            (0, false, "What would you do differently in your first 90 days as a Senior PM?"),
        ];
        assert_eq!(asked, expected);
    }

    #[test]
    fn the_seed_is_read_without_a_doubt() {
        check_diagnostics(SEED, &[]);
    }

    #[test]
    fn the_seed_reads_alike_with_other_line_ends_and_blanks() {
        let seed = seed();
        assert_eq!(transcript(&format!("\u{feff}{}", SEED.replace('\n', "\r\n"))), seed);
        assert_eq!(transcript(&SEED.replace('\n', " \t\n")), seed);
        assert_eq!(transcript(&SEED.replace('\n', "\r")), seed);
        assert_eq!(transcript(SEED.trim_end()), seed);
    }

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
    fn absurd_counts_are_rejected() {
        let turns = "CTO: Why?\nBob: So.\n";
        let header = "CANDIDATE: Bob\nINTERVIEWERS: CTO\n";
        let sections: String = (0..65).map(|n| format!("===\nPart {n}\n===\n{turns}")).collect();
        check_diagnostics(&format!("{header}{sections}"), &["324 error: 65 sections"]);
        let many = format!("{header}===\nA\n===\n{}", turns.repeat(257));
        check_diagnostics(&many, &["518 error: 257 questions"]);
        let panel = interview("VP Product: Why?\nSarah: So.")
            .replace("VP Product,", "VP Product, A, B, C, D,");
        let found = crate::interview::transcript::samples::diagnostics(&panel);
        assert!(found.iter().any(|fault| fault.message.contains("6 interviewers")), "{found:#?}");
        check_diagnostics(&"a: b\n".repeat(MAX_LINES + 1), &["60001 error: lines"]);
        let long = interview(&format!("VP Product: Why?\nSarah: {}", "so ".repeat(7000)));
        let found = crate::interview::transcript::samples::diagnostics(&long);
        assert!(
            found
                .iter()
                .any(|fault| fault.line == 9 && fault.message.contains("longer than 20000"))
        );
    }
}
