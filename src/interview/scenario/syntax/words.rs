//! Values that stand without quotes: a number, `true` or `false`, a word among several.

use crate::interview::{
    diagnostic::Code,
    scenario::syntax::{Reader, nearest},
};

impl Reader<'_> {
    pub(super) fn number(&mut self, name: &str) {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        let written = if quoted { self.plain_string() } else { self.word() };
        if !quoted && written.parse::<u32>().is_ok() {
            return;
        }
        let fix = written.trim().parse::<u32>().ok();
        let fix = fix.and_then(|number| self.fix(start, self.at, number.to_string()));
        self.skip_value();
        let message = format!("{name} is not a whole number");
        self.fault_with(
            Code::WrongValue,
            start,
            message,
            "write digits alone, without quotes: `1`",
            fix,
        );
    }

    pub(super) fn flag(&mut self, name: &str) {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        let written = if quoted { self.plain_string() } else { self.word() };
        if !quoted && matches!(written, "true" | "false") {
            return;
        }
        let meant = match written.trim().to_lowercase().as_str() {
            "true" | "yes" | "1" => Some("true"),
            "false" | "no" | "0" => Some("false"),
            _ => None,
        };
        let fix = meant.and_then(|meant| self.fix(start, self.at, meant));
        self.skip_value();
        let message = format!("{name} is neither `true` nor `false`");
        self.fault_with(
            Code::WrongValue,
            start,
            message,
            "write `true` or `false`, without quotes",
            fix,
        );
    }

    pub(super) fn choice(&mut self, choices: &[&'static str], name: &str) {
        let start = self.at;
        let quoted = self.peek() == Some('"');
        let written = if quoted { self.plain_string() } else { self.word() };
        let end = self.at;
        if !quoted && choices.contains(&written) {
            return;
        }
        self.skip_value();
        let meant = nearest::nearest(written, choices);
        let fix = meant.and_then(|meant| self.fix(start, end, meant));
        let list = nearest::listed(choices, "or");
        if choices.contains(&written) {
            let message = format!("`{written}` stands in quotes");
            let help = format!("{name} is one of {list}, without quotes");
            return self.fault_with(Code::WrongValue, start, message, help, fix);
        }
        let found = if written.is_empty() { "what stands here" } else { &format!("`{written}`") };
        let message = format!("{name} cannot be {found}");
        let help = match meant {
            Some(meant) => format!("if `{meant}` was meant, write that; it is one of {list}"),
            None => format!("write one of {list}, without quotes"),
        };
        self.fault_with(Code::UnknownChoice, start, message, help, fix);
    }
}
