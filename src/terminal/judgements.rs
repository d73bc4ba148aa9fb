//! Judgements as programs read them: JSON, a record a line, or a table.

use std::io::{self, Write};

use serde_json::Value;

use crate::{
    interview::scoring::{
        assessment::Coverage,
        judgement::{batch::JudgedLine, record::AnswerRecord},
    },
    play::documents::csv_cell::harmless,
};

/// The head of the table.
const COLUMNS: [&str; 17] = [
    "line",
    "id",
    "error",
    "level",
    "perhaps",
    "closeness",
    "star",
    "story",
    "kind",
    "specifics",
    "words",
    "seconds",
    "said",
    "partly",
    "missed",
    "gates",
    "next_step",
];

/// Where judgements are written, one after the other.
pub(super) enum Judgements<W: Write> {
    /// As lines of JSON.
    Json(W),
    /// As a table of comma-separated values (RFC 4180), with a head.
    Table(Box<csv::Writer<W>>),
}

impl<W: Write> Judgements<W> {
    /// As lines of JSON.
    pub(super) fn json(out: W) -> Self {
        Self::Json(out)
    }

    /// As a table, whose head is written at once.
    pub(super) fn table(out: W) -> io::Result<Self> {
        let mut table = csv::Writer::from_writer(out);
        table.write_record(COLUMNS)?;
        Ok(Self::Table(Box::new(table)))
    }

    /// Writes what came of a line; `number` is the line's, from 1.
    pub(super) fn put(&mut self, judged: &JudgedLine, number: usize) -> io::Result<()> {
        match self {
            Self::Json(out) => writeln!(out, "{}", judged.to_json(number)),
            Self::Table(table) => Ok(table.write_record(row(judged, number))?),
        }
    }

    /// Writes out what is still held.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Json(out) => out.flush(),
            Self::Table(table) => table.flush(),
        }
    }
}

fn row(judged: &JudgedLine, number: usize) -> [String; COLUMNS.len()] {
    let mut row: [String; COLUMNS.len()] = Default::default();
    row[0] = number.to_string();
    row[1] = match &judged.id {
        Some(Value::String(id)) => harmless(id),
        id => harmless(&or_empty(id.as_ref())),
    };
    let record = match &judged.record {
        Ok(record) => record,
        Err(error) => {
            row[2] = harmless(error);
            return row;
        }
    };
    let points = |coverage| {
        let of = record.key_points.iter().filter(|point| point.coverage == coverage);
        of.count().to_string()
    };
    let gates = record.findings.iter().filter(|finding| finding.cap.is_some());
    let gates: Vec<_> = gates.map(|finding| finding.criterion).collect();
    let told = [
        or_empty(record.level),
        or_empty(record.perhaps),
        or_empty(record.closeness),
        or_empty(record.star),
        word(&record.story),
        record.kind.as_ref().map(word).unwrap_or_default(),
        record.specifics.to_string(),
        record.words.to_string(),
        record.spoken_seconds.to_string(),
        points(Coverage::Hit),
        points(Coverage::Partly),
        points(Coverage::Missed),
        gates.join(" "),
        record.next_step.as_ref().map(|step| harmless(&step.sentence)).unwrap_or_default(),
    ];
    row[3..].clone_from_slice(&told);
    row
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A word as JSON writes it.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// One judgement as JSON that people can read as well.
pub(super) fn pretty(out: &mut impl Write, record: &AnswerRecord) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, record)?;
    writeln!(out)
}
