//! What stands in brackets: the items of a list and the fields of a record.

use crate::interview::{
    diagnostic::Code,
    scenario::{
        form::{Record, ValueKind},
        syntax::{Reader, brackets::Holds, nearest},
    },
};

impl<'a> Reader<'a> {
    /// Reads a list.
    pub(super) fn items(&mut self, close: char, kind: &'static ValueKind, path: &str, name: &str) {
        self.open(close, name);
        if let Some(open) = self.open.last_mut() {
            open.holds = Holds::Items(kind);
        }
        let one = match kind {
            ValueKind::Record(record) => record.what.to_owned(),
            ValueKind::List(_) => "a paragraph".to_owned(),
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
        self.open(close, name);
        if let Some(open) = self.open.last_mut() {
            open.holds = Holds::Fields(record);
        }
        let depth = self.open.len();
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
            let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
            match record.entry(field) {
                Some((name, kind)) => {
                    self.note_field(name);
                    self.value(kind, &path, &format!("`{name}`"));
                }
                None => {
                    self.blank();
                    self.by_path.entry(path).or_insert(self.at);
                    self.skip_one();
                }
            }
            self.comma();
        }
    }

    /// Notes that a field was read, and says where it was read before.
    fn note_field(&mut self, name: &'static str) {
        let Some(open) = self.open.last_mut() else { return };
        let twice = open.seen.contains(&name);
        open.seen.push(name);
        if twice {
            let message = format!("`{name}` is given twice");
            self.fault(Code::FieldTwice, self.at, message, "take one of them out");
        }
    }

    /// Says which fields are missing of a record that must have all of them.
    pub(super) fn check_whole(&mut self) {
        let Some(open) = self.open.last() else { return };
        let Some(record) = open.holds.record().filter(|record| record.whole) else { return };
        let missing: Vec<_> =
            record.fields.iter().filter(|(field, _)| !open.seen.contains(field)).collect();
        if missing.is_empty() {
            return;
        }
        let names: Vec<&str> = missing.iter().map(|(name, _)| *name).collect();
        let message = format!("{} does not say {}", open.name, nearest::listed(&names, "and"));
        let forms = missing.iter().map(|(field, kind)| match kind {
            ValueKind::Choice(choices) => {
                format!("`{field}` is {}", nearest::listed(choices, "or"))
            }
            kind => format!("`{field}` is {}", kind.example()),
        });
        let help = format!(
            "write every field, or leave {} out and it is made from the title: {}",
            open.name,
            forms.collect::<Vec<_>>().join("; ")
        );
        self.fault(Code::FieldMissing, open.at, message, help);
    }

    /// Reads the name of a field with its colon; none where no value follows.
    fn field_name(&mut self, record: &'static Record) -> Option<&'a str> {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        let written = if quoted { self.plain_string() } else { self.word() };
        let end = self.at;
        if !quoted && !written.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            let c = self.text[start..].chars().next().unwrap_or(' ');
            let message = format!("`{c}` stands where a field begins");
            let help = format!(
                "write a field of {}: {}",
                record.what,
                nearest::listed(&record.names(), "and")
            );
            self.fault(Code::Unreadable, start, message, help);
            if written.is_empty() {
                self.bump();
            }
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
        if !known && !colon {
            let list = nearest::listed(&record.names(), "and");
            let help = format!("take it out; {} has {list}", record.what);
            self.fault(Code::Unreadable, start, format!("`{written}` means nothing here"), help);
        } else if !known {
            self.unknown_field(record, written, start, end);
        } else if quoted {
            let fix = self.fix(start, end, written);
            let message = format!("the field `{written}` stands in quotes");
            self.fault_with(Code::WrongValue, start, message, format!("write `{written}: …`"), fix);
        }
        if colon {
            return Some(written);
        }
        if !known {
            self.skip_value();
            self.take(',');
            return None;
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
                let kind = record.field(written).map_or_else(|| "…".to_owned(), ValueKind::example);
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
            let record = open.holds.record();
            record.is_some_and(|record| record.field(field).is_some())
                && !open.seen.contains(&field)
        });
        last.map(|at| at + 1)
    }

    /// Whether a field stands where an item belongs, and is one of the record around the list.
    fn begins_an_outer_field(&self, kind: &ValueKind) -> bool {
        let Some(field) = self.field_at(self.at) else { return false };
        let first = self.open.last().is_some_and(|open| open.end.is_none());
        let own = matches!(kind, ValueKind::Record(record) if record.field(field).is_some());
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
