//! Examples: answers of known level with the reason and the words it rests on, in a file beside their scenario.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::interview::{
    diagnostic::{Code, Diagnostic},
    scenario::{
        MAX_TEXT, Scenario,
        authored::Authored,
        form::{Record, ValueKind},
        id,
    },
    scoring::level::Level,
    text::Span,
};

/// The version of the file form that this program reads and writes.
pub const VERSION: u32 = 1;
/// The most an examples file may hold, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The most examples of one file.
pub const MAX_EXAMPLES: usize = 1_000;
/// The most passages of one example.
const MAX_PASSAGES: usize = 20;

const FILE: Authored = Authored {
    what: "a file of examples",
    form: &ValueKind::Record(&EXAMPLES),
    most_bytes: MAX_BYTES,
    help: "keep fewer examples",
};

const EXAMPLES: Record = Record {
    what: "a file of examples",
    fields: &[
        ("version", ValueKind::Number),
        ("scenario", ValueKind::Text),
        ("examples", ValueKind::List(&ValueKind::Record(&EXAMPLE))),
    ],
    whole: false,
};

const EXAMPLE: Record = Record {
    what: "an example",
    fields: &[
        ("id", ValueKind::Text),
        ("question", ValueKind::Text),
        ("level", ValueKind::Number),
        ("readings", ValueKind::List(&ValueKind::Number)),
        ("why", ValueKind::Text),
        ("words", ValueKind::List(&ValueKind::Text)),
        ("text", ValueKind::Text),
    ],
    whole: false,
};

/// Examples as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExamplesFile {
    /// The version of the form, [`VERSION`].
    pub version: u32,
    /// The id of the scenario whose questions are answered.
    pub scenario: String,
    /// The examples.
    pub examples: Vec<ExampleFile>,
}

/// An example as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExampleFile {
    /// What it is called.
    pub id: String,
    /// The question's id.
    pub question: String,
    /// Its level, 1 to 5.
    pub level: u8,
    /// The levels that readers gave it who knew neither it nor each other's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<u8>,
    /// Why it is of that level, in a sentence.
    pub why: String,
    /// The passages that this rests on, to the letter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// The answer.
    pub text: String,
}

/// An answer of known level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it is called.
    pub id: String,
    /// The question, as an index into the scenario's.
    pub question: usize,
    /// Its level.
    pub level: Level,
    /// The levels that readers gave it who knew neither it nor each other's.
    pub readings: Vec<Level>,
    /// Why it is of that level, in a sentence.
    pub why: String,
    /// The passages that this rests on, in the order of the text.
    pub words: Vec<Span>,
    /// The answer.
    pub text: String,
}

/// The examples of a scenario. Every question is in it, every passage in its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examples(Vec<Example>);

impl Examples {
    /// Reads and checks the examples of a scenario.
    ///
    /// # Errors
    /// Every fault of the file, each with its place; where it is not written as RON, only the faults of that.
    pub fn from_ron(text: &str, scenario: &Scenario) -> Result<Self, Vec<Diagnostic>> {
        FILE.read(text, |file: ExamplesFile, faults| {
            Self::of(file, scenario, |code, path, message, help| {
                faults.add(code, path, message, help);
            })
        })
    }

    /// The examples that a file says, as far as they fit the scenario; the rest is told to `fault`.
    fn of(
        file: ExamplesFile,
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
        if file.scenario != scenario.id() {
            let message =
                format!("the examples are for `{}`, not for `{}`", file.scenario, scenario.id());
            let help = "name the scenario by its id, or take the scenario they are for".to_owned();
            fault(Code::OtherScenario, "scenario", message, help);
        }
        let count = file.examples.len();
        if count == 0 {
            let help = "add one: (id: \"…\", question: \"…\", level: 2, why: \"…\", words: [\"…\"], text: \"…\")";
            fault(Code::ListEmpty, "examples", "there is no example".to_owned(), help.to_owned());
        } else if count > MAX_EXAMPLES {
            let message = format!("there are {count} examples, more than {MAX_EXAMPLES}");
            fault(Code::ListTooLong, "examples", message, "keep fewer of them".to_owned());
        }
        let mut ids = BTreeSet::new();
        let examples = file.examples.into_iter().take(MAX_EXAMPLES).enumerate();
        let examples = examples.filter_map(|(number, file)| {
            let mut fault = |code, field: &str, message, help: &str| {
                fault(code, &format!("examples[{number}].{field}"), message, help.to_owned());
            };
            if !id::is_id(&file.id) {
                let message = format!("`{}` cannot be the id of an example", file.id);
                fault(Code::WrongId, "id", message, "use small letters, digits and hyphens");
            } else if !ids.insert(file.id.clone()) {
                let message = format!("the id `{}` is taken twice", file.id);
                fault(Code::IdTwice, "id", message, "give each example its own");
            }
            Example::of(file, scenario, &mut fault)
        });
        Self(examples.collect())
    }

    /// The examples in the order of the file.
    pub fn all(&self) -> &[Example] {
        &self.0
    }

    /// A weak and a strong example of a question, to be read side by side: a 2 and a 4, or what comes closest to each.
    pub fn contrast(&self, question: usize) -> Option<(&Example, &Example)> {
        let nearest = |wanted: u8| {
            let of = self.0.iter().filter(|example| example.question == question);
            of.min_by_key(|example| example.level.number().abs_diff(wanted))
        };
        let (weak, strong) = (nearest(2)?, nearest(4)?);
        (weak.level < strong.level).then_some((weak, strong))
    }
}

impl Example {
    fn of(
        file: ExampleFile,
        scenario: &Scenario,
        fault: &mut impl FnMut(Code, &str, String, &str),
    ) -> Option<Self> {
        let levels = [("level".to_owned(), file.level)].into_iter();
        let readings = file.readings.iter().enumerate();
        let readings = readings.map(|(at, level)| (format!("readings[{at}]"), *level));
        for (field, level) in levels.chain(readings) {
            if !(1..=5).contains(&level) {
                let message = format!("there is no level {level}");
                fault(Code::WrongValue, &field, message, "give one of 1 to 5");
            }
        }
        for (field, text) in [("why", &file.why), ("text", &file.text)] {
            let length = text.chars().count();
            if text.trim().is_empty() {
                let message = format!("the field `{field}` is empty");
                fault(Code::TextEmpty, field, message, "write at least a sentence");
            } else if length > MAX_TEXT {
                let message =
                    format!("the field `{field}` has {length} characters, more than {MAX_TEXT}");
                fault(Code::TextTooLong, field, message, "say it in fewer words");
            }
        }
        if file.words.len() > MAX_PASSAGES {
            let message =
                format!("there are {} passages, more than {MAX_PASSAGES}", file.words.len());
            fault(Code::ListTooLong, "words", message, "keep those that decide");
        }
        let mut words = Vec::new();
        for (at, passage) in file.words.iter().take(MAX_PASSAGES).enumerate() {
            match file.text.find(passage.as_str()).filter(|_| !passage.trim().is_empty()) {
                Some(start) => words.push(Span { start, end: start + passage.len() }),
                None => {
                    let message = format!("“{passage}” is not said in the answer");
                    let field = format!("words[{at}]");
                    fault(
                        Code::PassageNotSaid,
                        &field,
                        message,
                        "copy it from the text to the letter",
                    );
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        let Some((question, _)) = scenario.question(&file.question) else {
            let known: Vec<_> = scenario.questions().iter().map(|q| q.id.as_str()).collect();
            let message = format!("there is no question `{}`", file.question);
            fault(
                Code::UnknownQuestion,
                "question",
                message,
                &format!("take one of {}", known.join(", ")),
            );
            return None;
        };
        Some(Self {
            id: file.id,
            question,
            level: Level::new(file.level),
            readings: file.readings.into_iter().map(Level::new).collect(),
            why: file.why,
            words,
            text: file.text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANUAL: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scenario.md"));
    const WARD: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/ward-manager.scenario.ron"));

    fn ward() -> Scenario {
        Scenario::from_ron(WARD).expect("it ships")
    }

    /// A file with two examples of the first question, some of whose text is exchanged.
    fn file(change: &[(&str, &str)]) -> String {
        let scenario = ward();
        let text = format!(
            "(\n  version: 1,\n  scenario: \"{}\",\n  examples: [\n    (id: \"calls\", question: \"{question}\", level: 2, \
             readings: [2, 3],\n     why: \"What came of it stays open.\",\n     words: [\"We talked\", \"it was fine\"],\n     \
             text: \"We talked to everybody and it was fine.\"),\n    (id: \"falls\", question: \"{question}\", level: 4, \
             why: \"Her own step, with a figure.\",\n     words: [\"from nine to three\"], text: \"I moved two nurses to \
             the night, and the falls went from nine to three.\"),\n  ],\n)\n",
            scenario.id(),
            question = scenario.questions()[0].id,
        );
        change.iter().fold(text, |text, (from, to)| text.replace(from, to))
    }

    #[track_caller]
    fn check(change: &[(&str, &str)], expected: &[(usize, Code)]) {
        let faults = Examples::from_ron(&file(change), &ward()).err().unwrap_or_default();
        let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.code)).collect();
        assert_eq!(found, expected, "{faults:?}");
    }

    #[test]
    fn examples_are_read_with_the_places_of_their_words() {
        let examples = Examples::from_ron(&file(&[]), &ward()).expect("in order");
        let first = &examples.all()[0];
        let said: Vec<_> = first.words.iter().map(|span| span.of(&first.text)).collect();
        assert_eq!(said, ["We talked", "it was fine"]);
        assert_eq!((first.level, first.readings.len()), (Level::new(2), 2));
        let (weak, strong) = examples.contrast(0).expect("a 2 and a 4");
        assert_eq!((weak.id.as_str(), strong.id.as_str()), ("calls", "falls"));
        assert_eq!(examples.contrast(1), None);
    }

    #[test]
    fn every_fault_names_its_line() {
        check(&[], &[]);
        check(&[("version: 1", "version: 7")], &[(2, Code::UnknownVersion)]);
        check(
            &[("level: 4", "level: 9"), ("level: 2", "level: 0")],
            &[(5, Code::WrongValue), (9, Code::WrongValue)],
        );
        check(&[("[2, 3]", "[2, 6]")], &[(5, Code::WrongValue)]);
        check(&[("\"it was fine\"]", "\"it was good\"]")], &[(7, Code::PassageNotSaid)]);
        check(&[("\"falls\"", "\"calls\"")], &[(9, Code::IdTwice)]);
        check(&[("\"falls\"", "\"The falls\"")], &[(9, Code::WrongId)]);
        check(&[("What came of it stays open.", " ")], &[(6, Code::TextEmpty)]);
        check(&[("readings: [2", "reading: [2")], &[(5, Code::UnknownField)]);
    }

    #[test]
    fn examples_of_another_scenario_or_question_are_faults() {
        let id = ward().id().to_owned();
        check(
            &[(&format!("scenario: \"{id}\""), "scenario: \"other\"")],
            &[(3, Code::OtherScenario)],
        );
        let question = ward().questions()[0].id.clone();
        let first = format!("(id: \"calls\", question: \"{question}\"");
        check(&[(&first, "(id: \"calls\", question: \"nope\"")], &[(5, Code::UnknownQuestion)]);
    }

    #[test]
    fn the_manual_lists_every_field_and_the_form_is_that_of_the_file() {
        let example = ExampleFile {
            readings: vec![2],
            words: vec!["a".to_owned()],
            ..ExampleFile::default()
        };
        let file = ExamplesFile { examples: vec![example], ..ExamplesFile::default() };
        let written = serde_json::to_value(&file).expect("examples are written as fields");
        let manual = MANUAL.split("## Examples").nth(1).expect("the manual speaks of examples");
        for (path, record, written) in
            [("", &EXAMPLES, &written), ("examples[].", &EXAMPLE, &written["examples"][0])]
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
