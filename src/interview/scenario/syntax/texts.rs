//! Texts and their quotes: where one ends, and where it was meant to end.

use crate::interview::{
    diagnostic::Code,
    scenario::{
        form::{PARTS, ValueKind},
        syntax::{Reader, cursor::is_blank},
    },
};

/// How far behind a quote that ends a text too early its real end is looked for, in bytes.
const MOST_BEHIND: usize = 2_000;

impl<'a> Reader<'a> {
    /// Steps over a text in double quotes; gives what is in it.
    pub(super) fn plain_string(&mut self) -> &'a str {
        let start = self.at + 1;
        self.bump();
        while let Some(c) = self.peek() {
            if c == '"' {
                let content = &self.text[start..self.at];
                self.bump();
                return content;
            }
            self.bump();
            if c == '\\' {
                self.bump();
            }
        }
        &self.text[start.min(self.at)..]
    }

    /// Steps over a raw text, if one stands here: `r#"…"#`.
    pub(super) fn raw_string(&mut self) -> bool {
        let Some(raw) = self.rest().strip_prefix('r') else { return false };
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if !raw[hashes..].starts_with('"') {
            return false;
        }
        let (start, end) = (self.at, format!("\"{}", "#".repeat(hashes)));
        self.at += 1 + hashes + 1;
        if !self.skip_behind(&end) {
            let help = format!("close it with `{end}`");
            self.fault(
                Code::TextUnclosed,
                start,
                "the text that begins here is never closed",
                help,
            );
            self.stopped = true;
        }
        true
    }

    /// Reads a text where one belongs.
    pub(super) fn text_value(&mut self, name: &str) {
        let start = self.at;
        match self.peek() {
            Some('"') => self.text_in_quotes(name),
            Some('r') if self.raw_string() => {}
            Some(c @ ('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`')) => {
                self.bump();
                self.skip_loose();
                let written =
                    self.text[start..self.at].trim_matches(|end| "“”„«»‘’'`\"".contains(end));
                let fix = self.fix(start, self.at, format!("\"{}\"", written.replace('"', "\\\"")));
                let message = format!("{name} stands in other quotes: {c}");
                let help = "put it in straight double quotes: `\"…\"`";
                self.fault_with(Code::TextUnquoted, start, message, help, fix);
            }
            Some('(' | '[' | '{') => {
                self.skip_bracket();
                let message = format!("{name} stands in brackets, where a text belongs");
                self.fault(Code::WrongValue, start, message, "write one text in quotes: `\"…\"`");
            }
            _ => {
                self.skip_loose();
                let written = &self.text[start..self.at];
                let fix = self.fix(start, self.at, format!("\"{}\"", written.replace('"', "\\\"")));
                let message = format!("{name} has no quotes around it");
                let help = "put it in double quotes: `\"…\"`";
                self.fault_with(Code::TextUnquoted, start, message, help, fix);
            }
        }
    }

    fn text_in_quotes(&mut self, name: &str) {
        let start = self.at;
        let written = self.plain_string();
        let closed = self.text[start + 1 + written.len()..].starts_with('"');
        let separated = matches!(self.behind(self.at).0, None | Some(',' | ')' | ']' | '}'));
        if !closed || (!separated && is_start_of_value(written, self.form)) {
            self.at = start + 1;
            let line = self.rest().split('\n').next().unwrap_or_default();
            let text = line.trim_end_matches(|c: char| is_blank(c) || ",)]}".contains(c));
            self.at += text.len();
            let fix = self.fix(self.at, self.at, "\"");
            let message = format!("{name} begins here and has no closing quote");
            self.fault_with(
                Code::TextUnclosed,
                start,
                message,
                "put a `\"` where the text ends",
                fix,
            );
            return;
        }
        let inner = self.at - 1;
        let end = self.real_end(self.at);
        if !self.is_cut_short() || (separated && end == self.at) {
            return self.escapes(start + 1, inner);
        }
        let told = &self.text[inner..(end - 1).max(inner + 1)];
        let fix = self.fix(inner, inner + told.len(), told.replace('"', "\\\""));
        let message = format!("a quote inside {name} ends it here");
        let help = "write `\\\"` for a quote inside a text, or use “ and ”";
        self.fault_with(Code::QuoteInText, inner, message, help, fix);
        // Where the text really ends is not known then, nor what follows it.
        self.stopped |= end == self.at;
        self.at = end;
        self.escapes(start + 1, end - 1);
    }

    /// Whether the text that ends here went on, as what follows it shows.
    fn is_cut_short(&self) -> bool {
        let (next, line_ends) = self.behind(self.at);
        let Some(next) = next else { return false };
        let adjacent = self.peek() == Some(next);
        match next {
            ',' | ')' | ']' | '}' => !self.goes_on_at(self.at),
            '"' | '(' | '[' | '{' => adjacent,
            '/' if line_ends => false,
            ';' => false,
            _ => self.field_at(self.at).is_none_or(|field| !self.form.knows(field)),
        }
    }

    /// Whether the file goes on at a place as it does behind a text: with a comma or a bracket, and then something that
    /// begins a value or a field.
    fn goes_on_at(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let trimmed = rest.trim_start_matches(|c: char| is_blank(c) || ",)]}".contains(c));
        let run = &rest[..rest.len() - trimmed.len()];
        let begins = trimmed.starts_with(['"', '(', '[', '{', '\'', '“'])
            || trimmed.starts_with("//")
            || trimmed.starts_with("/*");
        let field = || self.field_at(self.text.len() - trimmed.len()).is_some();
        trimmed.is_empty()
            || run.contains('\n')
            || (run.contains([',', ')', ']', '}']) && (begins || field()))
    }

    /// The place behind the quote that was meant to end a text which a quote before `from` ends; `from` where none is.
    fn real_end(&self, from: usize) -> usize {
        let mut to = (from + MOST_BEHIND).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let behind = &self.text[from..to];
        let quotes = behind.match_indices('"').map(|(at, _)| from + at);
        let ends = |&at: &usize| {
            let separated = matches!(self.behind(at + 1).0, None | Some(',' | ')' | ']' | '}'));
            !self.text[..at].ends_with('\\') && separated && self.goes_on_at(at + 1)
        };
        quotes
            .take_while(|&at| !is_start_of_value(&self.text[from..at], self.form))
            .find(ends)
            .map_or(from, |at| at + 1)
    }

    /// Says which backslashes of a text go with nothing.
    fn escapes(&mut self, from: usize, to: usize) {
        let mut at = from;
        while let Some(found) = self.text[at..to].find('\\') {
            let slash = at + found;
            let next = self.text[slash + 1..].chars().next().unwrap_or(' ');
            at = slash + 1 + next.len_utf8();
            let known = match next {
                'u' => self.text[at..].starts_with('{'),
                next => "\"'\\nrt0x".contains(next),
            };
            if !known {
                let fix = self.fix(slash, slash + 1, "\\\\");
                let message = format!("`\\{next}` means nothing in a text");
                let help =
                    "write `\\\\` for a backslash, `\\\"` for a quote and `\\n` for a new line";
                self.fault_with(Code::UnknownEscape, slash, message, help, fix);
            }
            if at >= to {
                return;
            }
        }
    }
}

/// Whether a text has run over the end of its line up to the next value: its last line is a key, a part, or brackets.
fn is_start_of_value(text: &str, form: &ValueKind) -> bool {
    let Some((_, last)) = text.rsplit_once('\n') else { return false };
    let words = last.split(|c: char| is_blank(c) || "([{:,".contains(c));
    let mut words = words.filter(|word| !word.is_empty());
    let ends = last.trim_end_matches(is_blank);
    (ends.is_empty() || ends.ends_with([':', '(', '[', '{', ',']))
        && words.all(|word| form.knows(word) || PARTS.contains(&word))
}
