//! The form of a file that authors write, and that of a scenario: which fields there are, and what may stand in each.

use crate::interview::{
    scenario::look::{
        Beard, Brows, Build, Cloth, Eyes, Face, Glasses, Hair, HairColour, Holds, Jewellery,
        Lashes, Lips, Outfit, Skin,
    },
    scenario::{Manner, TwinKind},
};

/// What may stand as a value.
#[derive(Debug)]
pub(in crate::interview) enum ValueKind {
    /// A text in quotes.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Values of one kind in square brackets.
    List(&'static ValueKind),
    /// Fields in parentheses.
    Record(&'static Record),
    /// A sentence of a model answer with its part: `(Action, "…")`.
    Sentence,
    /// A value that may be written in `Some(…)`, which it need not.
    Optional(&'static ValueKind),
}

/// Fields that belong together.
#[derive(Debug)]
pub(in crate::interview) struct Record {
    /// What it is called in a sentence.
    pub(in crate::interview) what: &'static str,
    /// Its fields by name.
    pub(in crate::interview) fields: &'static [(&'static str, ValueKind)],
    /// Whether every field must be there.
    pub(in crate::interview) whole: bool,
}

impl Record {
    /// What may stand in a field.
    pub(in crate::interview) fn field(&self, name: &str) -> Option<&'static ValueKind> {
        self.entry(name).map(|(_, kind)| kind)
    }

    /// A field with its name.
    pub(in crate::interview) fn entry(
        &self,
        name: &str,
    ) -> Option<(&'static str, &'static ValueKind)> {
        self.fields.iter().find(|(field, _)| *field == name).map(|(field, kind)| (*field, kind))
    }

    /// The names of its fields.
    pub(in crate::interview) fn names(&self) -> Vec<&'static str> {
        self.fields.iter().map(|(name, _)| *name).collect()
    }
}

/// The parts that a sentence of a model answer may have.
pub(super) const PARTS: &[&str] = &["Situation", "Task", "Action", "Result"];

/// The whole file.
pub(super) const FILE: ValueKind = ValueKind::Record(&SCENARIO);

const SCENARIO: Record = Record {
    what: "a scenario",
    fields: &[
        ("version", ValueKind::Number),
        ("title", ValueKind::Text),
        ("id", ValueKind::Text),
        ("candidate", ValueKind::Text),
        ("position", ValueKind::Text),
        ("date", ValueKind::Text),
        ("language", ValueKind::Text),
        ("panel", ValueKind::List(&ValueKind::Record(&PANELIST))),
        ("sections", ValueKind::List(&ValueKind::Record(&SECTION))),
    ],
    whole: false,
};

const PANELIST: Record = Record {
    what: "a panelist",
    fields: &[
        ("id", ValueKind::Text),
        ("title", ValueKind::Text),
        ("aliases", ValueKind::List(&ValueKind::Text)),
        ("manner", ValueKind::Choice(Manner::NAMES)),
        ("cares_about", ValueKind::Text),
        ("looks_for", ValueKind::List(&ValueKind::Text)),
        ("look", ValueKind::Optional(&ValueKind::Record(&LOOK))),
    ],
    whole: false,
};

pub(super) const LOOK: Record = Record {
    what: "a look",
    fields: &[
        ("skin", ValueKind::Choice(Skin::NAMES)),
        ("face", ValueKind::Choice(Face::NAMES)),
        ("build", ValueKind::Choice(Build::NAMES)),
        ("hair", ValueKind::Choice(Hair::NAMES)),
        ("hair_colour", ValueKind::Choice(HairColour::NAMES)),
        ("brows", ValueKind::Choice(Brows::NAMES)),
        ("eyes", ValueKind::Choice(Eyes::NAMES)),
        ("lashes", ValueKind::Choice(Lashes::NAMES)),
        ("lips", ValueKind::Choice(Lips::NAMES)),
        ("beard", ValueKind::Choice(Beard::NAMES)),
        ("glasses", ValueKind::Choice(Glasses::NAMES)),
        ("jewellery", ValueKind::Choice(Jewellery::NAMES)),
        ("outfit", ValueKind::Choice(Outfit::NAMES)),
        ("outfit_colour", ValueKind::Choice(Cloth::NAMES)),
        ("accent", ValueKind::Choice(Cloth::NAMES)),
        ("holds", ValueKind::Choice(Holds::NAMES)),
    ],
    whole: true,
};

const SECTION: Record = Record {
    what: "a section",
    fields: &[
        ("title", ValueKind::Text),
        ("questions", ValueKind::List(&ValueKind::Record(&QUESTION))),
    ],
    whole: false,
};

const QUESTION: Record = Record {
    what: "a question",
    fields: &[
        ("id", ValueKind::Text),
        ("asked_by", ValueKind::Text),
        ("text", ValueKind::Text),
        ("follow_up", ValueKind::Flag),
        ("stands_alone", ValueKind::Flag),
        ("hint", ValueKind::Text),
        ("model_answer", ValueKind::List(&ValueKind::List(&ValueKind::Sentence))),
        ("key_points", ValueKind::List(&ValueKind::Text)),
        ("cards", ValueKind::List(&ValueKind::Record(&CARD))),
    ],
    whole: false,
};

const CARD: Record = Record {
    what: "a card",
    fields: &[
        ("text", ValueKind::Text),
        ("weaker_because", ValueKind::Optional(&ValueKind::Text)),
        ("twin", ValueKind::Choice(TwinKind::NAMES)),
    ],
    whole: false,
};

impl ValueKind {
    /// How a value of this kind is written, as an example.
    pub(super) fn example(&self) -> String {
        match self {
            Self::Text => "\"…\"".to_owned(),
            Self::Number => "1".to_owned(),
            Self::Flag => "true".to_owned(),
            Self::Choice(names) => names.first().copied().unwrap_or_default().to_owned(),
            Self::List(inner) => format!("[{}]", inner.example()),
            Self::Record(record) => record.example(),
            Self::Sentence => "(Situation, \"…\"), (Action, \"…\")".to_owned(),
            Self::Optional(inner) => inner.example(),
        }
    }

    /// What a file of this kind is and holds, for whoever begins with nothing.
    pub(super) fn outline(&self) -> String {
        let Some(record) = self.record() else { return self.example() };
        let fields = record.fields.iter().enumerate();
        let fields = fields.filter_map(|(number, (name, kind))| match kind.plain() {
            Self::List(_) => Some(format!("{name}: […]")),
            kind => (number < 2).then(|| format!("{name}: {}", kind.example())),
        });
        let fields: Vec<_> = fields.collect();
        format!("{}: ({})", record.what, fields.join(", "))
    }

    /// Whether a record in it has a field of this name.
    pub(super) fn knows(&self, name: &str) -> bool {
        let fields = self.record().into_iter().flat_map(|record| record.fields);
        fields.into_iter().any(|(field, kind)| *field == name || kind.knows(name))
    }

    /// The record that a value of this kind is, or is a list of.
    fn record(&self) -> Option<&'static Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::List(inner) | Self::Optional(inner) => inner.record(),
            _ => None,
        }
    }

    /// The kind itself, without its being optional.
    pub(super) fn plain(&self) -> &Self {
        match self {
            Self::Optional(inner) => inner,
            kind => kind,
        }
    }
}

impl Record {
    fn example(&self) -> String {
        let fields = self.fields.iter().take(2);
        let fields: Vec<_> =
            fields.map(|(name, kind)| format!("{name}: {}", kind.example())).collect();
        format!("({}, …)", fields.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::interview::{
        scenario::{CardFile, PanelistFile, QuestionFile, ScenarioFile, SectionFile, look::Look},
        star::Role,
    };

    const MANUAL: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scenario.md"));

    #[track_caller]
    fn check(record: &Record, written: &impl serde::Serialize) {
        let Ok(Value::Object(fields)) = serde_json::to_value(written) else {
            panic!("{} is not written as fields", record.what);
        };
        let written: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
        assert_eq!(BTreeSet::from_iter(record.names()), written, "{}", record.what);
    }

    #[test]
    fn the_form_has_the_fields_of_the_file() {
        let text = "text".to_owned();
        let look = Look::from_name("Ada");
        let optional = (text.clone(), text.clone());
        check(
            &SCENARIO,
            &ScenarioFile { id: optional.0, date: optional.1, ..ScenarioFile::default() },
        );
        check(&SECTION, &SectionFile::default());
        check(&QUESTION, &QuestionFile { stands_alone: true, ..QuestionFile::default() });
        let twin = TwinKind::NoResult;
        check(&CARD, &CardFile { weaker_because: Some(text.clone()), text: text.clone(), twin });
        check(&LOOK, &look);
        let lists = (vec![text.clone()], vec![text]);
        check(
            &PANELIST,
            &PanelistFile {
                aliases: lists.0,
                looks_for: lists.1,
                look: Some(look),
                ..PanelistFile::default()
            },
        );
        assert_eq!(PARTS, Role::ALL.map(Role::name));
    }

    #[test]
    fn the_manual_lists_every_field_and_every_choice() {
        let rows: Vec<&str> = MANUAL.lines().filter(|line| line.starts_with('|')).collect();
        let records = [("", &SCENARIO), ("panel[].", &PANELIST), ("look.", &LOOK)]
            .into_iter()
            .chain([("sections[].", &SECTION), ("questions[].", &QUESTION), ("cards[].", &CARD)]);
        for (path, record) in records {
            for (name, kind) in record.fields {
                let row = rows.iter().find(|row| row.starts_with(&format!("| `{path}{name}` |")));
                let Some(row) = row else { panic!("docs/scenario.md has no row `{path}{name}`") };
                if let ValueKind::Choice(choices) = kind {
                    let said: Vec<&str> = row.split('`').skip(3).step_by(2).collect();
                    assert_eq!(&said, choices, "the choices of `{path}{name}` in docs/scenario.md");
                }
            }
        }
    }
}
