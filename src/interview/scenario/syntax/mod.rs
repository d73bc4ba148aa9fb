//! A file that authors write, read with a tolerant eye: where each value stands, and what is likely wrong with it.
//!
//! RON's own reader has the last word on whether a text can be read. It stops at the first fault, often far behind its
//! cause, and speaks of what it expected; this one knows the file's form ([`form`](super::form)), goes on behind
//! a fault, and says what an author most likely did. What it finds counts only where RON's reader refuses the text, but
//! for fields that nobody knows.

mod brackets;
mod contents;
mod cursor;
mod nearest;
mod refused;
mod sentence;
mod texts;
mod words;

pub(in crate::interview) use refused::refused;

use std::collections::BTreeMap;

use crate::interview::{
    diagnostic::{Code, Diagnostic, Fix, Place},
    scenario::{
        form::{Record, ValueKind},
        places::{LineStarts, Places},
        syntax::brackets::Open,
    },
};

/// So many faults are told; an author mends those first.
const MOST_FAULTS: usize = 100;

/// What was seen of a text.
pub(in crate::interview) struct Syntax<'a> {
    /// Where the values stand.
    pub(in crate::interview) places: Places<'a>,
    /// What is wrong with how it is written.
    pub(in crate::interview) faults: Vec<Diagnostic>,
}

/// Goes through a whole text of this form.
pub(in crate::interview) fn read<'a>(text: &'a str, form: &'static ValueKind) -> Syntax<'a> {
    let mut reader = Reader {
        text,
        form,
        at: 0,
        lines: LineStarts::of(text),
        by_path: BTreeMap::new(),
        faults: Vec::new(),
        open: Vec::new(),
        unwind_to: None,
        stopped: false,
    };
    reader.attributes();
    reader.whole();
    Syntax { places: Places::new(text, reader.lines, reader.by_path), faults: reader.faults }
}

/// A walk through a text.
struct Reader<'a> {
    text: &'a str,
    form: &'static ValueKind,
    at: usize,
    lines: LineStarts,
    by_path: BTreeMap<String, usize>,
    faults: Vec<Diagnostic>,
    /// The brackets that are open, the outermost first.
    open: Vec<Open>,
    /// How many brackets are to stay open, where some were never closed.
    unwind_to: Option<usize>,
    /// Whether nothing behind this place can be told.
    stopped: bool,
}

impl Reader<'_> {
    /// Line and column of a byte.
    fn place(&self, at: usize) -> Place {
        self.lines.place(self.text, at)
    }

    fn fault(
        &mut self,
        code: Code,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.fault_with(code, at, message, help, None);
    }

    fn fault_with(
        &mut self,
        code: Code,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
        fix: Option<Fix>,
    ) {
        if self.stopped {
            return;
        }
        let found = Diagnostic { fix, ..Diagnostic::error(code, self.place(at), message, help) };
        self.faults.push(found);
        self.stopped = self.faults.len() == MOST_FAULTS;
    }

    /// A change of what stands between two bytes.
    fn fix(&self, start: usize, end: usize, replacement: impl Into<String>) -> Option<Fix> {
        let range = self.place(start)..self.place(end);
        Some(Fix { range, replacement: replacement.into() })
    }

    /// Whether this level has nothing more to read.
    fn is_leaving(&self) -> bool {
        self.stopped || self.unwind_to.is_some_and(|depth| self.open.len() > depth)
    }

    fn whole(&mut self) {
        self.blank();
        if self.peek().is_none() {
            let help = format!("write {}", self.form.outline());
            return self.fault(Code::EmptyFile, 0, "the file is empty", help);
        }
        self.value(self.form, "", "the file");
        self.blank();
        if self.peek().is_some() {
            let message = "something follows the `)` that ends the file";
            let help = "take it out, or the `)` too many before it";
            self.fault(Code::TextBehindEnd, self.at, message, help);
        }
    }

    /// Reads a value: what it is called in a sentence, and its path.
    fn value(&mut self, kind: &'static ValueKind, path: &str, name: &str) {
        self.blank();
        self.by_path.entry(path.to_owned()).or_insert(self.at);
        if self.is_some() {
            return self.some(kind, path, name);
        }
        let none = self.peek_word() == "None"
            && !matches!(kind, ValueKind::Optional(_))
            && !matches!(kind, ValueKind::Choice(choices) if choices.contains(&"None"));
        if none || self.peek().is_none_or(|c| matches!(c, ',' | ')' | ']' | '}')) {
            if none {
                self.word();
            }
            let help = format!("write `{}`, or take the field out", kind.example());
            return self.fault(Code::ValueMissing, self.at, format!("{name} has no value"), help);
        }
        match kind.plain() {
            ValueKind::Text => self.text_value(name),
            ValueKind::Number => self.number(name),
            ValueKind::Flag => self.flag(name),
            ValueKind::Choice(choices) => self.choice(choices, name),
            ValueKind::List(inner) => self.list(inner, path, name),
            ValueKind::Record(record) => self.record(record, path, name),
            ValueKind::Sentence => self.sentence(path),
            ValueKind::Optional(_) => self.skip_value(),
        }
    }

    fn is_some(&self) -> bool {
        let behind = self.rest().strip_prefix("Some");
        behind.is_some_and(|behind| behind.trim_start_matches(cursor::is_blank).starts_with('('))
    }

    /// What is in `Some` is the value itself.
    fn some(&mut self, kind: &'static ValueKind, path: &str, name: &str) {
        let start = self.at;
        self.word();
        self.open(')', "`Some`");
        self.blank();
        let from = self.at;
        if self.is_some() {
            // However deep they stand in each other, nothing is read of them.
            let message = format!("{name} is written in `Some(…)` more than once");
            let help = format!("write the value alone: `{}`", kind.example());
            self.fault(Code::WrongValue, start, message, help);
            self.stopped = true;
            return;
        }
        self.value(kind.plain(), path, name);
        let to = self.at;
        self.blank();
        self.take(',');
        self.blank();
        self.close();
        if !matches!(kind, ValueKind::Optional(_)) && !self.is_leaving() {
            let fix = self.fix(start, self.at, &self.text[from..to]);
            let message = format!("{name} is written in `Some(…)`");
            self.fault_with(
                Code::WrongValue,
                start,
                message,
                format!("write the value alone: `{}`", kind.example()),
                fix,
            );
        }
    }

    fn list(&mut self, inner: &'static ValueKind, path: &str, name: &str) {
        let start = self.at;
        match self.peek() {
            Some('[') => self.items(']', inner, path, name),
            Some('(')
                if matches!(inner, ValueKind::Record(_)) && self.field_at(start + 1).is_some() =>
            {
                let message = format!("{name} is a list, and its `[` is missing");
                self.fault(
                    Code::WrongBracket,
                    start,
                    message,
                    format!("write it in square brackets: `[{}]`", inner.example()),
                );
                self.stopped = true;
            }
            Some('(' | '{') => {
                let close = if self.peek() == Some('(') { ')' } else { '}' };
                let message = format!("{name} is a list, and stands in other brackets");
                let help = format!("write it in square brackets: `[{}]`", inner.example());
                self.fault(Code::WrongBracket, start, message, help);
                self.items(close, inner, path, name);
            }
            Some('"') => {
                let written = self.plain_string();
                let (message, help, fix) = match inner {
                    ValueKind::Text => (
                        format!("{name} is a single text, where a list belongs"),
                        "put it in square brackets: `[\"…\"]`".to_owned(),
                        self.fix(start, self.at, format!("[\"{written}\"]")),
                    ),
                    _ => (
                        format!("{name} is a single text"),
                        format!("write it as a list: `[{}]`", inner.example()),
                        None,
                    ),
                };
                self.fault_with(Code::WrongValue, start, message, help, fix);
            }
            _ => {
                self.skip_value();
                let help = format!("write `[{}]`", inner.example());
                self.fault(Code::WrongValue, start, format!("{name} is not a list"), help);
            }
        }
    }

    fn record(&mut self, record: &'static Record, path: &str, name: &str) {
        let start = self.at;
        match self.peek() {
            Some('(') => self.fields(')', record, path, name),
            Some('{' | '[') => {
                let close = if self.peek() == Some('{') { '}' } else { ']' };
                let message = format!("{name} stands in other brackets than `(` and `)`");
                let help =
                    format!("write {} as {}", record.what, ValueKind::Record(record).example());
                self.fault(Code::WrongBracket, start, message, help);
                self.fields(close, record, path, name);
            }
            Some(_) if self.field_at(start).is_some() => {
                let message = format!("{name} begins without a `(`");
                let help =
                    format!("write {} as {}", record.what, ValueKind::Record(record).example());
                self.fault(Code::WrongBracket, start, message, help);
                self.stopped = true;
            }
            // The name of a type may stand before its fields.
            Some(c) if c.is_alphabetic() && self.name_before_bracket() => {
                self.word();
                self.blank();
                self.fields(')', record, path, name);
            }
            _ => {
                self.skip_value();
                let help = format!("write it as {}", ValueKind::Record(record).example());
                let message = format!("{name} is not {}", record.what);
                self.fault(Code::WrongValue, start, message, help);
                // Without a scenario there is nothing to go on with.
                self.stopped |= path.is_empty();
            }
        }
    }

    fn name_before_bracket(&self) -> bool {
        let behind = self.at + self.peek_word().len();
        self.behind(behind).0 == Some('(')
    }
}
