//! A program: which questions are shown, in which order and how, so that a session prepared at home runs with one key.
//!
//! It is a small file beside its scenario, checked like one: every fault with its place and what to do about it.

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::interview::{
    demonstration::steps::{MarksShown, PACE, PACES, Stride},
    diagnostic::{Code, Diagnostic},
    scenario::{
        MAX_TEXT, Scenario, ScenarioFile, TwinKind,
        authored::Authored,
        form::{Record, ValueKind},
    },
};

/// The version of the file form that this program reads and writes.
pub const VERSION: u32 = 1;
/// The most a program file may hold, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// The most pieces of a program.
pub const MAX_PIECES: usize = 256;

const FILE: Authored = Authored {
    what: "a program",
    form: &ValueKind::Record(&PROGRAM),
    most_bytes: MAX_BYTES,
    help: "make two programs of it",
};

const PROGRAM: Record = Record {
    what: "a program",
    fields: &[
        ("version", ValueKind::Number),
        ("title", ValueKind::Text),
        ("scenario", ValueKind::Text),
        ("pace", ValueKind::Number),
        ("by", ValueKind::Choice(Stride::NAMES)),
        ("marks", ValueKind::Choice(MarksShown::NAMES)),
        ("pieces", ValueKind::List(&ValueKind::Record(&PIECE))),
    ],
    whole: false,
};

const PIECE: Record = Record {
    what: "a piece",
    fields: &[
        ("question", ValueKind::Text),
        ("tell", ValueKind::Flag),
        ("twins", ValueKind::List(&ValueKind::Choice(TwinKind::NAMES))),
        ("room", ValueKind::Flag),
        ("left_out", ValueKind::Flag),
    ],
    whole: false,
};

/// A program as it is written: every field may be missing here, and nothing is true yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgramFile {
    /// The version of the form, [`VERSION`].
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// The id of the scenario whose questions it shows.
    pub scenario: String,
    /// The pace at which answers are told by themselves, in words a minute.
    pub pace: u32,
    /// How much is told at a press.
    pub by: Stride,
    /// When answers are marked.
    pub marks: MarksShown,
    /// The pieces, in order.
    pub pieces: Vec<PieceFile>,
}

impl Default for ProgramFile {
    fn default() -> Self {
        Self {
            version: 0,
            title: String::new(),
            scenario: String::new(),
            pace: PACE,
            by: Stride::default(),
            marks: MarksShown::default(),
            pieces: Vec::new(),
        }
    }
}

/// A piece as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PieceFile {
    /// The question's id.
    pub question: String,
    /// Whether the strong answer and the twins are told.
    #[serde(skip_serializing_if = "is_true")]
    pub tell: bool,
    /// The twins beside the strong answer, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub twins: Vec<TwinKind>,
    /// Whether the room writes an answer of its own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub room: bool,
    /// Whether it is kept for another time.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

fn is_true(value: &bool) -> bool {
    *value
}

impl Default for PieceFile {
    fn default() -> Self {
        Self {
            question: String::new(),
            tell: true,
            twins: Vec::new(),
            room: false,
            left_out: false,
        }
    }
}

/// A checked program. Its questions are in the scenario, its twins are offered there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// What it is called.
    pub title: String,
    /// The pace at which answers are told by themselves, in words a minute.
    pub pace: u32,
    /// How much is told at a press.
    pub stride: Stride,
    /// When answers are marked.
    pub marks: MarksShown,
    /// The pieces, in order.
    pub pieces: Vec<ProgramPiece>,
}

/// One question of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramPiece {
    /// The question, as an index into the scenario's.
    pub question: usize,
    /// Whether the strong answer and the twins are told.
    pub tell: bool,
    /// The twins beside the strong answer, in order.
    pub twins: Vec<TwinKind>,
    /// Whether the room writes an answer of its own.
    pub room: bool,
    /// Whether it is kept for another time.
    pub left_out: bool,
}

impl Program {
    /// Reads and checks a program for a scenario.
    ///
    /// # Errors
    /// Every fault of the file, each with its place; where it is not written as RON, only the faults of that.
    pub fn from_ron(text: &str, scenario: &Scenario) -> Result<Self, Vec<Diagnostic>> {
        FILE.read(text, |file: ProgramFile, faults| {
            Self::of(file, scenario, |code, path, message, help| {
                faults.add(code, path, message, help);
            })
        })
    }

    /// The program that a file says, as far as it fits the scenario; the rest is told to `fault`.
    pub fn of(
        file: ProgramFile,
        scenario: &Scenario,
        mut fault: impl FnMut(Code, &str, String, String),
    ) -> Self {
        if file.version != VERSION {
            let message = format!(
                "the version is {}, and this program reads version {VERSION}",
                file.version
            );
            let help = format!("write `version: {VERSION}` if the file is of that form");
            fault(Code::UnknownVersion, "version", message, help);
        }
        let length = file.title.chars().count();
        if file.title.trim().is_empty() {
            let help = "say what the program is for".to_owned();
            fault(Code::TextEmpty, "title", "the title is empty".to_owned(), help);
        } else if length > MAX_TEXT || file.title.contains(char::is_control) {
            let message = "the title is no single line of a usual length".to_owned();
            fault(Code::TextTooLong, "title", message, "say it in a few words".to_owned());
        }
        if file.scenario != scenario.id() {
            let message =
                format!("the program is for `{}`, not for `{}`", file.scenario, scenario.id());
            let help = "name the scenario by its id, or take the scenario it is for".to_owned();
            fault(Code::OtherScenario, "scenario", message, help);
        }
        if !PACES.contains(&file.pace) {
            let message = format!("nobody speaks {} words a minute", file.pace);
            let help = format!("choose {} to {}", PACES.start(), PACES.end());
            fault(Code::WrongValue, "pace", message, help);
        }
        let count = file.pieces.len();
        if count == 0 {
            let help = "add one: (question: \"…\", twins: [NoResult])".to_owned();
            fault(Code::ListEmpty, "pieces", "there is no piece".to_owned(), help);
        } else if count > MAX_PIECES {
            let message = format!("there are {count} pieces, more than {MAX_PIECES}");
            fault(Code::ListTooLong, "pieces", message, "make two programs of them".to_owned());
        }
        let pieces = file.pieces.into_iter().take(MAX_PIECES).enumerate();
        let pieces = pieces.filter_map(|(number, piece)| {
            ProgramPiece::of(piece, &format!("pieces[{number}]"), scenario, &mut fault)
        });
        Self {
            title: file.title,
            pace: file.pace,
            stride: file.by,
            marks: file.marks,
            pieces: pieces.collect(),
        }
    }

    /// Every question of a scenario with all of its twins.
    pub fn of_scenario(scenario: &Scenario) -> Self {
        let questions = scenario.questions().iter().enumerate();
        // Where there is no model answer to tell, the room tells its own.
        let pieces = questions.map(|(question, asked)| ProgramPiece {
            question,
            tell: !asked.model.is_empty(),
            twins: named(scenario, question),
            room: asked.model.is_empty(),
            left_out: false,
        });
        Self {
            title: scenario.title().to_owned(),
            pace: PACE,
            stride: Stride::default(),
            marks: MarksShown::default(),
            pieces: pieces.collect(),
        }
    }

    /// The program as it is written.
    pub fn to_file(&self, scenario: &Scenario) -> ProgramFile {
        let pieces = self.pieces.iter().map(|piece| PieceFile {
            question: scenario.questions()[piece.question].id.clone(),
            tell: piece.tell,
            twins: piece.twins.clone(),
            room: piece.room,
            left_out: piece.left_out,
        });
        ProgramFile {
            version: VERSION,
            title: self.title.clone(),
            scenario: scenario.id().to_owned(),
            pace: self.pace,
            by: self.stride,
            marks: self.marks,
            pieces: pieces.collect(),
        }
    }
}

impl ProgramFile {
    /// The file as RON text.
    ///
    /// # Errors
    /// Whatever RON cannot write; a program holds nothing of the kind.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        let pretty = PrettyConfig::new().indentor("  ".to_owned()).depth_limit(3);
        let mut text = ScenarioFile::dialect().to_string_pretty(self, pretty)?;
        text.push('\n');
        Ok(text)
    }
}

/// The kinds of twins that a question offers, each once.
pub fn named(scenario: &Scenario, question: usize) -> Vec<TwinKind> {
    let mut kinds: Vec<_> = scenario.twins(question).iter().map(|twin| twin.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

impl ProgramPiece {
    fn of(
        file: PieceFile,
        path: &str,
        scenario: &Scenario,
        fault: &mut impl FnMut(Code, &str, String, String),
    ) -> Option<Self> {
        let Some((question, _)) = scenario.question(&file.question) else {
            let known: Vec<_> = scenario.questions().iter().map(|q| q.id.as_str()).collect();
            let message = format!("there is no question `{}`", file.question);
            let help = format!("take one of {}", known.join(", "));
            fault(Code::UnknownQuestion, &format!("{path}.question"), message, help);
            return None;
        };
        if !file.tell && !file.room {
            let message = format!("nothing is shown of `{}`", file.question);
            let help = "tell its answer, or let the room write one".to_owned();
            fault(Code::NothingShown, path, message, help);
        }
        let offered = named(scenario, question);
        let mut twins: Vec<TwinKind> = Vec::new();
        for (number, kind) in file.twins.into_iter().enumerate() {
            let path = format!("{path}.twins[{number}]");
            if twins.contains(&kind) {
                let message = format!("the twin {kind:?} is shown twice");
                fault(Code::IdTwice, &path, message, "take one of them out".to_owned());
            } else if offered.contains(&kind) {
                twins.push(kind);
            } else {
                let message = format!("`{}` has no twin {kind:?}", file.question);
                let known: Vec<_> = offered.iter().map(|kind| format!("{kind:?}")).collect();
                let help = match known.is_empty() {
                    true => "give the question cards, or leave the twins out".to_owned(),
                    false => format!("take one of {}", known.join(", ")),
                };
                fault(Code::TwinNotOffered, &path, message, help);
            }
        }
        let PieceFile { tell, room, left_out, .. } = file;
        Some(Self { question, tell, twins, room, left_out })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANUAL: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scenario.md"));

    #[test]
    fn the_manual_lists_every_field_and_the_form_is_that_of_the_file() {
        let piece = PieceFile {
            tell: false,
            twins: vec![TwinKind::Other],
            room: true,
            left_out: true,
            ..PieceFile::default()
        };
        let file = ProgramFile { pieces: vec![piece], ..ProgramFile::default() };
        let written = serde_json::to_value(&file).expect("a program is written as fields");
        let manual = MANUAL.split("## A program").nth(1).expect("the manual speaks of programs");
        for (path, record, written) in
            [("", &PROGRAM, &written), ("pieces[].", &PIECE, &written["pieces"][0])]
        {
            let mut written: Vec<_> =
                written.as_object().expect("fields").keys().map(String::as_str).collect();
            let mut known = record.names();
            written.sort_unstable();
            known.sort_unstable();
            assert_eq!(written, known);
            for name in known {
                assert!(manual.contains(&format!("\n| `{path}{name}` |")), "`{path}{name}`");
            }
        }
    }
}
