//! The sentences of a model answer: `[[(Situation, "…"), (Action, "…")]]`.

use crate::interview::{
    diagnostic::{Code, Fix},
    scenario::{
        form::{PARTS, ValueKind},
        syntax::Reader,
    },
};

/// What a sentence is called.
const NAME: &str = "a sentence of the model answer";
/// How one is written.
const FORM: &str =
    "write each sentence with its part, Situation, Task, Action or Result: `(Action, \"…\")`";

impl Reader<'_> {
    /// The kind of a list's items; sentences where the list around a paragraph of them was left out, which is said.
    pub(super) fn one_list_fewer(&mut self, kind: &'static ValueKind) -> &'static ValueKind {
        let ValueKind::List(inner @ ValueKind::Sentence) = kind else { return kind };
        let part = || PARTS.contains(&self.peek_word());
        if self.peek() != Some('(') && !part() {
            return kind;
        }
        let message = "the model answer has one pair of square brackets, and needs two";
        let help = "a paragraph is a list of sentences, and the answer a list of paragraphs: `[[(Situation, \"…\"), (Action, \"…\")]]`";
        self.fault(Code::WrongBracket, self.at, message, help);
        inner
    }

    /// Reads a sentence with its part.
    pub(super) fn sentence(&mut self, path: &str) {
        let start = self.at;
        match self.peek() {
            Some('(') => self.part_and_text(path),
            Some('"') => {
                self.text_value(NAME);
                self.fault(Code::WrongValue, start, format!("{NAME} has no part"), FORM);
            }
            Some('[') => {
                let message = "the model answer has a pair of square brackets too many here";
                self.fault(
                    Code::WrongBracket,
                    start,
                    message,
                    "write `[[(Situation, \"…\"), (Action, \"…\")]]`",
                );
                self.stopped = true;
            }
            _ if PARTS.contains(&self.peek_word()) => self.part_outside(start),
            _ => {
                self.skip_value();
                self.fault(Code::WrongValue, start, "this is no sentence of a model answer", FORM);
            }
        }
    }

    fn part_and_text(&mut self, path: &str) {
        self.open(')', NAME);
        self.blank();
        self.by_path.entry(format!("{path}[0]")).or_insert(self.at);
        let start = self.at;
        if self.peek() == Some('"') && !self.quotes_a_part() {
            self.text_value(NAME);
            self.fault(Code::WrongValue, start, format!("{NAME} has no part"), FORM);
        } else {
            self.choice(PARTS, "the part of a sentence");
            self.between();
            self.blank();
            self.by_path.entry(format!("{path}[1]")).or_insert(self.at);
            match self.peek() {
                None | Some(')' | ']' | '}') => {
                    self.fault(Code::ValueMissing, self.at, format!("{NAME} has no text"), FORM);
                }
                Some(_) => self.text_value(NAME),
            }
        }
        self.item_ends(self.at);
        self.blank();
        self.take(',');
        self.blank();
        if self.peek() == Some('"') {
            let message = format!("{NAME} has two texts");
            self.fault(
                Code::WrongValue,
                self.at,
                message,
                "give each its part, in parentheses of its own",
            );
            while !self.is_leaving() && self.peek().is_some_and(|c| !matches!(c, ')' | ']' | '}')) {
                self.skip_value();
                self.take(',');
                self.blank();
            }
        }
        self.close();
    }

    /// The comma between a part and its text.
    fn between(&mut self) {
        let end = self.at;
        self.blank();
        if self.take(',') || matches!(self.peek(), None | Some(')' | ']' | '}')) {
            return;
        }
        let fix = match self.peek() {
            Some(':') => self.fix(self.at, self.at + 1, ","),
            _ => self.fix(end, end, ","),
        };
        let at = if self.take(':') { self.at - 1 } else { end };
        let message = "no comma stands between the part of a sentence and its text";
        self.fault_with(Code::CommaMissing, at, message, FORM, fix);
    }

    fn quotes_a_part(&self) -> bool {
        let content = self.rest()[1..].split('"').next().unwrap_or_default();
        PARTS.iter().any(|part| part.eq_ignore_ascii_case(content))
    }

    /// `Action("…")` and `Action: "…"`.
    fn part_outside(&mut self, start: usize) {
        let part = self.word();
        self.blank();
        if !self.take('(') && !self.take(':') {
            self.take(',');
        }
        self.blank();
        let from = self.at;
        if self.peek() == Some('"') {
            self.text_value(NAME);
        } else {
            self.skip_value();
        }
        let told = self.text[from..self.at].to_owned();
        self.blank();
        self.take(')');
        let range = self.place(start)..self.place(self.at);
        let fix = Fix { range, replacement: format!("({part}, {told})") };
        let message = format!("`{part}` stands outside the parentheses of its sentence");
        self.fault_with(Code::WrongBracket, start, message, FORM, Some(fix));
    }
}
