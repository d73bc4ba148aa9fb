//! The forms an interview is written in: one table, each form a file, told by what is in the file and not by its name.
//!
//! A form turns text into what was said ([`Talk`]) or into questions and answers ([`Bank`]); who the people are and what
//! belongs together is found out behind it, the same for all. A form that is not read says what it is and what to do.

pub mod decoding;
pub mod noise;

mod anki;
mod chat;
mod cues;
mod file_head;
mod habits;
mod heads;
mod html;
mod markdown;
mod preparation;
mod question_list;
mod recogniser;
mod rows;
mod scenario_file;
mod speakers;
mod stamp;
mod subrip;
mod table;
mod turn_lines;
mod webvtt;
mod word;

use crate::interview::diagnostic::{Code, Place};
use crate::interview::star::Role;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::{self, Line};
use crate::interview::transcript::people::header;

pub use heads::part_of_an_answer;

/// What stands in a file.
#[derive(Debug)]
pub enum Written {
    /// The plain form with its header, whose people tell its labels.
    Plain,
    /// What was said, one utterance after the other.
    Talk(Talk),
    /// Questions, and answers where there are some.
    Bank(Bank),
}

/// What was said.
#[derive(Debug, Default)]
pub struct Talk {
    /// What the interview was for.
    pub position: Option<String>,
    /// When it was, as written.
    pub date: Option<String>,
    /// The candidate, where the file names one as such.
    pub candidate: Option<String>,
    /// People that the file lists.
    pub listed: Vec<String>,
    /// What was said, in order.
    pub utterances: Vec<Utterance>,
    /// Titles, each with the utterance that it stands before.
    pub headings: Vec<Heading>,
    /// How many lines and cues were no speech: `[laughter]`, `Recording started`.
    pub fillers: usize,
}

/// A title in a talk.
#[derive(Debug)]
pub struct Heading {
    /// The title, as written.
    pub title: String,
    /// Where it stands.
    pub at: Place,
    /// The utterance that comes next, as an index.
    pub before: usize,
}

/// What one label has behind it.
#[derive(Clone, Debug, Default)]
pub struct Utterance {
    /// Who speaks, as written; nothing where the file does not say.
    pub label: Option<String>,
    /// Whether it is seen to begin a turn, whoever speaks.
    pub opens: bool,
    /// What is said, each paragraph on one line.
    pub paragraphs: Vec<String>,
    /// Where it begins.
    pub at: Place,
}

impl Utterance {
    /// Something said by somebody.
    pub fn of(label: &str, text: &str, at: Place) -> Self {
        let paragraphs = Vec::from_iter((!text.is_empty()).then(|| text.to_owned()));
        Self { label: Some(label.to_owned()), opens: true, paragraphs, at }
    }

    /// Something said, nobody knows by whom.
    pub fn unlabelled(text: &str, opens: bool, at: Place) -> Self {
        Self { label: None, opens, paragraphs: vec![text.to_owned()], at }
    }
}

/// Questions, and answers where there are some.
#[derive(Debug, Default)]
pub struct Bank {
    /// What the interview is for.
    pub position: Option<String>,
    /// When it is, as written.
    pub date: Option<String>,
    /// Whose answers they are.
    pub candidate: Option<String>,
    /// The panel, where the file lists one.
    pub panel: Vec<String>,
    /// The questions in order.
    pub questions: Vec<BankQuestion>,
}

/// A question of a list.
#[derive(Debug, Default)]
pub struct BankQuestion {
    /// The title it stands under, and where that stands.
    pub section: Option<(String, Place)>,
    /// Who asks it.
    pub asked_by: Option<String>,
    /// Its words.
    pub text: String,
    /// Whether it is said to follow up the one before.
    pub follow_up: Option<bool>,
    /// Its answer's paragraphs, each with its part where the file says one.
    pub answer: Vec<(Option<Role>, String)>,
    /// Where it stands.
    pub at: Place,
}

/// A text with its lines.
pub struct FormText<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a [Line<'a>],
}

/// A form: what it is called, how it is told, how it is read.
pub struct Form {
    /// What it is called in a sentence.
    pub name: &'static str,
    /// Whether a text is of this form.
    fits: fn(&FormText) -> bool,
    /// What stands in it; nothing where that was said as a fault.
    read: fn(&FormText, &mut Faults) -> Option<Written>,
}

/// The forms of text, the most particular first: the first that fits reads it.
const FORMS: [Form; 11] = [
    Form { name: "a WebVTT file", fits: webvtt::fits, read: webvtt::read },
    Form { name: "a SubRip file", fits: subrip::fits, read: subrip::read },
    Form { name: "subtitles of YouTube", fits: subrip::fits_sbv, read: subrip::read_sbv },
    Form { name: "a scenario of the game", fits: scenario_file::fits, read: scenario_file::read },
    Form { name: "Anki notes", fits: anki::fits, read: anki::read },
    Form { name: "a chat log", fits: chat::fits, read: chat::refuse },
    Form {
        name: "a transcript with a header",
        fits: |source| header::is_there(source.lines),
        read: |_, _| Some(Written::Plain),
    },
    Form { name: "a table", fits: table::fits, read: table::read },
    Form { name: "Markdown", fits: markdown::fits, read: markdown::read },
    Form { name: "a transcript", fits: turn_lines::fits, read: turn_lines::read },
    Form { name: "a list of questions", fits: question_list::fits, read: question_list::read },
];

/// A file as text: of a Word document and of a web page its paragraphs, of any other its letters.
pub fn text_of(bytes: &[u8], faults: &mut Faults) -> Option<String> {
    if bytes.starts_with(b"PK\x03\x04") {
        return if decoding::within_bounds(bytes, faults) {
            word::read(bytes, faults)
        } else {
            None
        };
    }
    let text = decoding::decode(bytes, faults)?;
    Some(if html::is_page(&text) { html::words(&text).replace('\n', "\n\n") } else { text })
}

/// What stands in a text, and what its form is called; nothing where no form fits or that was said as a fault.
pub fn read(text: &str, faults: &mut Faults) -> Option<(&'static str, Written)> {
    if recogniser::fits(text) {
        return recogniser::read(text, faults).map(|written| ("JSON", written));
    }
    let lines = lines::read(text, faults)?;
    let source = FormText { text, lines: &lines };
    let Some(form) = FORMS.iter().find(|form| (form.fits)(&source)) else {
        without_speakers(&source, faults);
        return None;
    };
    (form.read)(&source, faults).map(|written| (form.name, written))
}

/// Says of a text of no form that it names nobody.
fn without_speakers(source: &FormText, faults: &mut Faults) {
    let first = source.lines.iter().find(|line| !line.is_blank()).map_or((1, 1), Line::at);
    faults.error(
        Code::NotATranscript,
        first,
        "the file is not a transcript: no line begins with who speaks, and no line is a question",
        "write the turns as `Speaker: text`, or one question a line; where each paragraph is a turn, \
         `--turns alternate` reads them as question and answer by turns",
    );
}

/// Whether a text is of a form that tells its turns, with names or without: cues, tables, JSON, labelled lines.
pub fn names_speakers(text: &str) -> bool {
    if recogniser::fits(text) {
        return true;
    }
    let Some(lines) = lines::read(text, &mut Faults::default()) else { return true };
    let source = FormText { text, lines: &lines };
    let lists = |form: &&Form| {
        (form.fits)(&source) && !matches!(form.name, "a list of questions" | "Markdown")
    };
    FORMS.iter().any(|form| lists(&form)) || turn_lines::fits(&source)
}

/// Whether a text is written as a scenario of the game.
pub fn is_scenario(text: &str) -> bool {
    let lines = lines::read(text, &mut Faults::default());
    lines.is_some_and(|lines| scenario_file::fits(&FormText { text, lines: &lines }))
}

/// A text of which each paragraph is a turn, whoever speaks.
pub fn paragraphs(text: &str, faults: &mut Faults) -> Option<Talk> {
    let lines = lines::read(text, faults)?;
    let mut talk = Talk::default();
    let mut goes_on = false;
    for line in &lines {
        match talk
            .utterances
            .last_mut()
            .and_then(|last| last.paragraphs.last_mut())
            .filter(|_| goes_on)
        {
            _ if line.is_blank() => {}
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(line.text);
            }
            None => talk.utterances.push(Utterance::unlabelled(line.text, true, line.at())),
        }
        goes_on = !line.is_blank();
    }
    Some(talk)
}
