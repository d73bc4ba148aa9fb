//! Going through a text of RON: blanks, comments, words, and what stands next.

use crate::interview::{
    diagnostic::{Code, Fix},
    scenario::syntax::Reader,
};

/// What separates in RON.
pub(super) fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\u{b}'
            | '\u{c}'
            | '\u{85}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// Whether a character may stand in a word: a name, a number.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-')
}

impl<'a> Reader<'a> {
    /// What is still to be read.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over a character.
    pub(super) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Steps over this character if it is next.
    pub(super) fn take(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        if there {
            self.bump();
        }
        there
    }

    /// Steps behind the next place where this stands, or to the end.
    pub(super) fn skip_behind(&mut self, end: &str) -> bool {
        let found = self.rest().find(end);
        self.at = found.map_or(self.text.len(), |found| self.at + found + end.len());
        found.is_some()
    }

    /// Steps over blanks and comments; says what only looks like one.
    pub(super) fn blank(&mut self) {
        loop {
            let start = self.at;
            self.at = self.text.len() - self.rest().trim_start_matches(is_blank).len();
            match self.peek() {
                Some('/') if self.rest().starts_with("//") => _ = self.skip_behind("\n"),
                Some('/') if self.rest().starts_with("/*") => self.block_comment(),
                Some('#') if !self.rest().starts_with("#!") => {
                    let at = self.at;
                    self.skip_behind("\n");
                    let fix = Fix::on_line(self.place(at), 1, "//");
                    self.fault_with(
                        Code::WrongComment,
                        at,
                        "a comment does not begin with `#`",
                        "begin it with `//`",
                        Some(fix),
                    );
                }
                Some(c)
                    if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}') =>
                {
                    let at = self.at;
                    self.bump();
                    self.fault_with(
                        Code::WrongBlank,
                        at,
                        format!("the blank U+{:04X} is no plain space", u32::from(c)),
                        "put a plain space in its place",
                        Some(Fix::on_line(self.place(at), 1, " ")),
                    );
                }
                _ => {}
            }
            if self.at == start {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let (start, mut depth) = (self.at, 0_usize);
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else if self.peek().is_some() {
                self.bump();
            } else {
                let help = "close it with `*/`";
                self.fault(Code::WrongComment, start, "this comment is never closed", help);
                self.stopped = true;
                return;
            }
        }
    }

    /// Steps over `#![…]` at the start.
    pub(super) fn attributes(&mut self) {
        self.blank();
        while self.rest().starts_with("#!") {
            self.skip_behind("]");
            self.blank();
        }
    }

    /// The word that is next, stepped over; empty where there is none.
    pub(super) fn word(&mut self) -> &'a str {
        let word = self.peek_word();
        self.at += word.len();
        word.strip_prefix("r#").unwrap_or(word)
    }

    /// The word that is next.
    pub(super) fn peek_word(&self) -> &'a str {
        let rest = self.rest();
        let raw = if rest.starts_with("r#") && !rest.starts_with("r#\"") { 2 } else { 0 };
        let end = rest[raw..].find(|c: char| !is_word(c)).map_or(rest.len(), |end| raw + end);
        if end == raw { "" } else { &rest[..end] }
    }

    /// The first character behind the blanks at a place, and whether a line ends before it.
    pub(super) fn behind(&self, at: usize) -> (Option<char>, bool) {
        let rest = &self.text[at..];
        let trimmed = rest.trim_start_matches(is_blank);
        let ends = rest[..rest.len() - trimmed.len()].contains('\n') || trimmed.starts_with("//");
        (trimmed.chars().next(), ends)
    }

    /// Whether a word with a colon stands behind the blanks at a place, and which.
    pub(super) fn field_at(&self, at: usize) -> Option<&'a str> {
        let trimmed = self.text[at..].trim_start_matches(is_blank);
        let end = trimmed.find(|c: char| !is_word(c)).unwrap_or(trimmed.len());
        let (word, rest) = trimmed.split_at(end);
        (!word.is_empty() && rest.trim_start_matches(is_blank).starts_with(':')).then_some(word)
    }

    /// Steps over one value, whatever it is.
    pub(super) fn skip_one(&mut self) {
        match self.peek() {
            Some('"') => _ = self.plain_string(),
            Some('r') if self.raw_string() => {}
            Some('(' | '[' | '{') => self.skip_bracket(),
            Some(',' | ')' | ']' | '}') | None => {}
            Some(_) => {
                if self.word().is_empty() {
                    self.bump();
                }
                if self.behind(self.at).0 == Some('(') {
                    self.blank();
                    self.skip_bracket();
                }
            }
        }
    }

    /// Steps over what stands in the bracket here.
    pub(super) fn skip_bracket(&mut self) {
        self.bump();
        let mut depth = 1_usize;
        while depth > 0 {
            self.skip_value();
            match self.peek() {
                None => return,
                Some(')' | ']' | '}') => depth -= 1,
                Some(_) => {}
            }
            self.bump();
        }
    }

    /// Steps over everything up to the next comma or the end of the bracket.
    pub(super) fn skip_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.peek() {
            match c {
                '"' => _ = self.plain_string(),
                'r' if self.rest().starts_with("r\"") || self.rest().starts_with("r#") => {
                    if !self.raw_string() {
                        self.bump();
                    }
                }
                '\'' => self.character(),
                '(' | '[' | '{' => {
                    depth += 1;
                    self.bump();
                }
                ')' | ']' | '}' if depth == 0 => return,
                ')' | ']' | '}' => {
                    depth -= 1;
                    self.bump();
                }
                ',' if depth == 0 => return,
                _ if is_blank(c) || c == '/' => {
                    let at = self.at;
                    self.blank();
                    if self.at == at {
                        self.bump();
                    }
                }
                _ => self.bump(),
            }
        }
    }

    fn character(&mut self) {
        self.bump();
        self.take('\\');
        self.bump();
        self.take('\'');
    }

    /// Steps over what was meant as a text and has no straight quotes: up to what separates it from the next value.
    pub(super) fn skip_loose(&mut self) {
        let line = self.rest().split('\n').next().unwrap_or_default();
        let ends = |(at, c): (usize, char)| match c {
            ')' | ']' | '}' => true,
            ',' => {
                let behind = self.at + at + 1;
                let (next, line_ends) = self.behind(behind);
                line_ends
                    || next.is_none_or(|next| "\"([{)]}".contains(next))
                    || self.field_at(behind).is_some()
            }
            _ => false,
        };
        let end = line.char_indices().find(|&found| ends(found)).map_or(line.len(), |(at, _)| at);
        self.at += line[..end].trim_end().len();
    }
}
