//! What stands in brackets: items and fields, the commas between them, and brackets that are missing or too many.

use crate::interview::{
    diagnostic::Code,
    scenario::{
        form::{self, Kind, Record},
        syntax::{Reader, nearest},
    },
};

/// A bracket that is open.
pub(super) struct Open {
    /// What closes it.
    close: char,
    /// Where it stands.
    at: usize,
    /// What it belongs to.
    name: String,
    /// The fields that may stand in it.
    record: Option<&'static Record>,
    /// Behind the last thing that stands in it.
    end: Option<usize>,
}

/// The bracket that another one closes.
fn opens(close: char) -> char {
    match close {
        ')' => '(',
        ']' => '[',
        _ => '{',
    }
}

impl<'a> Reader<'a> {
    /// Steps into a bracket.
    pub(super) fn open(&mut self, close: char, name: &str) {
        self.blank();
        let at = self.at;
        self.open.push(Open { close, at, name: name.to_owned(), record: None, end: None });
        self.bump();
    }

    /// Steps out of a bracket, and says where it is not closed.
    pub(super) fn close(&mut self) {
        let Some(open) = self.open.last() else { return };
        let close = open.close;
        if self.take(close) {
            self.open.pop();
        } else {
            self.leave_unclosed();
        }
    }

    /// Steps out of a bracket that is not closed where it should be.
    fn leave_unclosed(&mut self) {
        if !self.is_leaving()
            && let Some(open) = self.open.last()
        {
            let (line, column) = self.place(open.at);
            let (opening, close, at) = (opens(open.close), open.close, open.at);
            let name = open.name.clone();
            match self.peek() {
                None => {
                    let message = format!("the `{opening}` that opens {name} is never closed");
                    let help = format!("put a `{close}` where it ends; the file ends before");
                    self.fault(Code::BracketUnclosed, at, message, help);
                    self.stopped = true;
                }
                Some(_) => {
                    let at = open.end.unwrap_or(self.at);
                    let message = format!(
                        "the `{opening}` that opens {name} on line {line}, column {column} is not closed here"
                    );
                    let help = format!("put a `{close}` here");
                    let fix = self.fix(at, at, close.to_string());
                    self.fault_with(Code::BracketUnclosed, at, message, help, fix);
                }
            }
        }
        self.open.pop();
        if self.unwind_to == Some(self.open.len()) {
            self.unwind_to = None;
        }
    }

    /// Whether the bracket ends here, or what stands here is seen to.
    fn ends(&mut self) -> bool {
        let Some(open) = self.open.last() else { return true };
        let close = open.close;
        if self.is_leaving() {
            self.leave_unclosed();
            return true;
        }
        match self.peek() {
            None => {
                self.leave_unclosed();
                true
            }
            Some(c) if c == close => {
                self.close();
                true
            }
            Some(c @ (')' | ']' | '}')) => {
                let outer =
                    self.open[..self.open.len() - 1].iter().rposition(|open| open.close == c);
                let own_follows = self.behind(self.at + 1).0 == Some(close);
                match outer {
                    Some(_) if !own_follows && !self.goes_on_behind() => {
                        self.leave_unclosed();
                        true
                    }
                    _ => {
                        let fix = self.fix(self.at, self.at + 1, "");
                        let message = format!("this `{c}` closes nothing");
                        self.fault_with(Code::BracketExtra, self.at, message, "take it out", fix);
                        self.bump();
                        false
                    }
                }
            }
            Some(',') => {
                let fix = self.fix(self.at, self.at + 1, "");
                let message = "this comma has nothing before it";
                self.fault_with(Code::CommaExtra, self.at, message, "take it out", fix);
                self.bump();
                false
            }
            Some(_) => false,
        }
    }

    /// Whether what stands behind the bracket here belongs to the list it stands in: `(id: …)), (id: …)`.
    fn goes_on_behind(&self) -> bool {
        let rest =
            self.text[self.at + 1..].trim_start_matches(|c: char| c == ',' || c.is_whitespace());
        let Some(fields) = rest.strip_prefix('(') else { return false };
        let Some(next) = self.field_at(self.text.len() - fields.len()) else { return false };
        let inner = self.open.last().and_then(|open| open.record);
        let outer = self.open.iter().rev().skip(1).filter_map(|open| open.record);
        inner.is_some_and(|record| record.field(next).is_some())
            && outer.into_iter().all(|record| record.field(next).is_none())
    }

    /// The comma behind an item, or what is missing there.
    fn comma(&mut self) {
        let end = self.at;
        if let Some(open) = self.open.last_mut() {
            open.end = Some(end);
        }
        self.blank();
        if self.is_leaving() || self.take(',') {
            return;
        }
        match self.peek() {
            None | Some(')' | ']' | '}') => {}
            Some(';') => {
                let fix = self.fix(self.at, self.at + 1, ",");
                let message = "a semicolon stands where a comma belongs";
                self.fault_with(Code::CommaMissing, self.at, message, "write `,`", fix);
                self.bump();
            }
            Some(c) if c.is_alphanumeric() || "\"'([{_“„".contains(c) => {
                let fix = self.fix(end, end, ",");
                let message = "a comma is missing here";
                self.fault_with(
                    Code::CommaMissing,
                    end,
                    message,
                    "put one before what follows",
                    fix,
                );
            }
            Some(c) => {
                let message = format!("`{c}` means nothing here");
                self.fault(Code::Unreadable, self.at, message, "take it out, or put it in quotes");
                self.bump();
                self.skip_value();
                self.take(',');
            }
        }
    }

    /// Reads a list.
    pub(super) fn items(&mut self, close: char, kind: &'static Kind, path: &str, name: &str) {
        self.open(close, name);
        if let (Some(open), Kind::Record(record)) = (self.open.last_mut(), kind) {
            open.record = Some(record);
        }
        let one = match kind {
            Kind::Record(record) => record.what.to_owned(),
            Kind::List(_) => "a paragraph".to_owned(),
            _ => format!("an entry of {name}"),
        };
        let mut kind = kind;
        let mut index = 0;
        loop {
            self.blank();
            if self.ends() {
                return;
            }
            if self.peek().is_none_or(|c| matches!(c, ',' | ')' | ']' | '}')) {
                continue;
            }
            if self.begins_an_outer_field(kind) {
                return self.leave_unclosed();
            }
            kind = self.one_list_fewer(kind);
            let at = self.at;
            self.value(kind, &format!("{path}[{index}]"), &one);
            if self.at == at && !self.is_leaving() {
                self.bump();
            }
            self.comma();
            index += 1;
        }
    }

    /// Reads fields.
    pub(super) fn fields(&mut self, close: char, record: &'static Record, path: &str, name: &str) {
        let start = self.at;
        self.open(close, name);
        if let Some(open) = self.open.last_mut() {
            open.record = Some(record);
        }
        let depth = self.open.len();
        let mut seen: Vec<&str> = Vec::new();
        loop {
            self.blank();
            if self.ends() {
                break;
            }
            match self.peek() {
                None | Some(',' | ')' | ']' | '}') => continue,
                Some('(' | '[' | '{') => {
                    self.leave_unclosed();
                    return;
                }
                Some(_) => {}
            }
            let Some(field) = self.field_name(record) else {
                if self.open.len() == depth && !self.is_leaving() {
                    continue;
                }
                break;
            };
            if record.field(field).is_some() && seen.contains(&field) {
                let message = format!("`{field}` is given twice");
                self.fault(Code::FieldTwice, self.at, message, "take one of them out");
            }
            seen.push(field);
            let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
            match record.field(field) {
                Some(kind) => self.value(kind, &path, &format!("`{field}`")),
                None => {
                    self.blank();
                    self.by_path.entry(path).or_insert(self.at);
                    self.skip_value();
                }
            }
            self.comma();
        }
        let missing: Vec<_> =
            record.names().into_iter().filter(|field| !seen.contains(field)).collect();
        if record.whole && !missing.is_empty() && self.open.len() < depth && !self.is_leaving() {
            let message = format!("{name} does not say {}", nearest::listed(&missing, "and"));
            let kinds = missing.iter().filter_map(|field| Some((field, record.field(field)?)));
            let forms = kinds.map(|(field, kind)| match kind {
                Kind::Choice(choices) => format!("`{field}` is {}", nearest::listed(choices, "or")),
                kind => format!("`{field}` is {}", kind.example()),
            });
            let help = format!(
                "write every field, or leave {name} out and it is made from the title: {}",
                forms.collect::<Vec<_>>().join("; ")
            );
            self.fault(Code::FieldMissing, start, message, help);
        }
    }

    /// Reads the name of a field with its colon; none where no value follows.
    fn field_name(&mut self, record: &'static Record) -> Option<&'a str> {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        let written = if quoted { self.plain_string() } else { self.word() };
        let end = self.at;
        if written.is_empty() {
            let c = self.peek().unwrap_or(' ');
            let message = format!("`{c}` stands where a field begins");
            let help = format!(
                "write a field of {}: {}",
                record.what,
                nearest::listed(&record.names(), "and")
            );
            self.fault(Code::Unreadable, start, message, help);
            self.bump();
            self.skip_value();
            self.take(',');
            return None;
        }
        let known = record.field(written).is_some();
        self.blank();
        let colon = self.take(':');
        if !known && let Some(depth) = self.field_of_outer(written).filter(|_| colon) {
            self.at = start;
            self.leave_for(depth);
            return None;
        }
        if !known {
            self.unknown_field(record, written, start, end);
        } else if quoted {
            let fix = self.fix(start, end, written);
            let message = format!("the field `{written}` stands in quotes");
            self.fault_with(Code::WrongValue, start, message, format!("write `{written}: …`"), fix);
        }
        if colon {
            return Some(written);
        }
        match self.peek() {
            Some('=') => {
                let fix = self.fix(end, self.at + 1, ":");
                let message = format!("`=` stands behind `{written}`");
                self.fault_with(Code::ColonMissing, self.at, message, "write a colon: `:`", fix);
                self.bump();
                Some(written)
            }
            None | Some(',' | ')' | ']' | '}') => {
                let message = format!("`{written}` has no value");
                let kind = record.field(written).map_or_else(|| "…".to_owned(), Kind::example);
                let help = format!("write `{written}: {kind}`, or take it out");
                self.fault(Code::ValueMissing, start, message, help);
                self.take(',');
                None
            }
            Some(_) => {
                let fix = self.fix(end, end, ":");
                let message = format!("there is no colon behind `{written}`");
                self.fault_with(
                    Code::ColonMissing,
                    end,
                    message,
                    format!("write `{written}: …`"),
                    fix,
                );
                Some(written)
            }
        }
    }

    /// How many brackets stay open if a field belongs to one around this one.
    fn field_of_outer(&self, field: &str) -> Option<usize> {
        let outer = &self.open[..self.open.len().saturating_sub(1)];
        let last = outer.iter().rposition(|open| {
            open.close == ')' && open.record.is_some_and(|record| record.field(field).is_some())
        });
        last.map(|at| at + 1).filter(|_| form::is_field(field))
    }

    /// Whether a field stands where an item belongs, and is one of the record around the list.
    fn begins_an_outer_field(&self, kind: &Kind) -> bool {
        let Some(field) = self.field_at(self.at) else { return false };
        let first = self.open.last().is_some_and(|open| open.end.is_none());
        let own = matches!(kind, Kind::Record(record) if record.field(field).is_some());
        !(first && own) && self.field_of_outer(field).is_some()
    }

    /// Leaves brackets unclosed until so many are open.
    fn leave_for(&mut self, depth: usize) {
        self.leave_unclosed();
        if self.open.len() > depth {
            self.unwind_to = Some(depth);
        }
    }

    fn unknown_field(&mut self, record: &'static Record, written: &str, start: usize, end: usize) {
        let names = record.names();
        let meant = nearest::nearest(written, &names);
        let fix = meant.and_then(|meant| self.fix(start, end, meant));
        let list = nearest::listed(&names, "and");
        let help = match meant {
            Some(meant) => {
                format!("if `{meant}` was meant, write that; {} has {list}", record.what)
            }
            None => format!("take it out; {} has {list}", record.what),
        };
        let message = format!("there is no field `{written}` in {}", record.what);
        self.fault_with(Code::UnknownField, start, message, help, fix);
    }
}
