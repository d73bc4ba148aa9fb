//! Brackets and commas: which are missing, and which are too many.

use crate::interview::{
    diagnostic::Code,
    scenario::{
        form::{PARTS, Record, ValueKind},
        syntax::{Reader, cursor::is_blank},
    },
};

/// A bracket that is open.
pub(super) struct Open {
    /// What closes it.
    pub(super) close: char,
    /// Where it stands.
    pub(super) at: usize,
    /// What it belongs to.
    pub(super) name: String,
    /// What may stand in it.
    pub(super) holds: Holds,
    /// The fields that were read in it.
    pub(super) seen: Vec<&'static str>,
    /// Behind the last thing that stands in it.
    pub(super) end: Option<usize>,
}

/// What may stand in a bracket.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    /// Fields of a record.
    Fields(&'static Record),
    /// Items of a kind.
    Items(&'static ValueKind),
    /// Whatever it is, it is read by itself.
    Else,
}

impl Holds {
    /// The record whose fields may stand in it.
    pub(super) fn record(self) -> Option<&'static Record> {
        match self {
            Self::Fields(record) => Some(record),
            Self::Items(_) | Self::Else => None,
        }
    }
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
        self.open.push(Open {
            close,
            at,
            name: name.to_owned(),
            holds: Holds::Else,
            seen: Vec::new(),
            end: None,
        });
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
    pub(super) fn leave_unclosed(&mut self) {
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
    pub(super) fn ends(&mut self) -> bool {
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
                self.check_whole();
                self.close();
                true
            }
            Some(c @ (')' | ']' | '}')) => {
                if self.ends_an_outer(c) {
                    self.leave_unclosed();
                    return true;
                }
                let fix = self.fix(self.at, self.at + 1, "");
                let message = format!("this `{c}` closes nothing");
                self.fault_with(Code::BracketExtra, self.at, message, "take it out", fix);
                self.bump();
                self.blank();
                self.take(',');
                self.blank();
                false
            }
            Some(',') => {
                let fix = self.fix(self.at, self.at + 1, "");
                let message = "this comma has nothing before it";
                self.fault_with(Code::CommaExtra, self.at, message, "take it out", fix);
                self.bump();
                self.blank();
                false
            }
            Some(_) => false,
        }
    }

    /// Whether the bracket here closes one around this one, as what follows it shows, rather than being one too many.
    fn ends_an_outer(&self, c: char) -> bool {
        let Some((own, outer)) = self.open.split_last() else { return false };
        let Some(closed) = outer.iter().rposition(|open| open.close == c) else { return false };
        if self.behind(self.at + 1).0 == Some(own.close) {
            return false;
        }
        let goes_on = |c: char| c == ',' || is_blank(c);
        let rest = self.text[self.at + 1..].trim_start_matches(goes_on);
        let at = self.text.len() - rest.len();
        let there = closed.checked_sub(1).map(|around| &outer[around]);
        !self.may_stand_in(own, at) || there.is_none_or(|open| self.may_stand_in(open, at))
    }

    /// Whether what stands at a place may stand in a bracket, or closes it.
    fn may_stand_in(&self, open: &Open, at: usize) -> bool {
        let rest = &self.text[at..];
        if rest.starts_with(open.close) {
            return true;
        }
        let known = |record: &Record, at| {
            self.field_at(at).is_some_and(|name| record.field(name).is_some())
        };
        match open.holds {
            Holds::Fields(record) => known(record, at),
            Holds::Items(ValueKind::Record(record)) => {
                rest.starts_with('(') && known(record, at + 1)
            }
            Holds::Items(ValueKind::Sentence) => {
                let part = rest.trim_start_matches('(').trim_start_matches(is_blank);
                rest.starts_with('(') && PARTS.iter().any(|name| part.starts_with(name))
            }
            Holds::Items(ValueKind::List(_)) => rest.starts_with('['),
            Holds::Items(_) => rest.starts_with('"'),
            Holds::Else => false,
        }
    }

    /// Notes where an item of the innermost bracket ends.
    pub(super) fn item_ends(&mut self, at: usize) {
        if let Some(open) = self.open.last_mut() {
            open.end = Some(at);
        }
    }

    /// The comma behind an item, or what is missing there.
    pub(super) fn comma(&mut self) {
        // A value that was left unclosed may have taken its comma already.
        let told = self.text[..self.at].trim_end_matches(is_blank);
        let taken = told.ends_with(',');
        let end = told.trim_end_matches(',').len();
        self.item_ends(end);
        self.blank();
        if taken || self.is_leaving() || self.take(',') {
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
}
