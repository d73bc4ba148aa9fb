//! Where each value of a RON text stands, so that a fault of meaning can name its line and column.
//!
//! RON's reader gives places for faults of grammar only. This walks a text that it has already accepted.

use std::collections::BTreeMap;

/// Deeper nesting than any scenario has; below it places are no longer told apart.
const MAX_DEPTH: usize = 32;

/// Places by path, such as `sections[0].questions[2].text`.
pub(super) struct Places {
    by_path: BTreeMap<String, (usize, usize)>,
}

impl Places {
    /// Walks the text.
    pub(super) fn of(text: &str) -> Self {
        let mut walk = Walk { text, at: 0, by_path: BTreeMap::new() };
        walk.skip_attributes();
        walk.value(String::new(), 0);
        let lines = LineStarts::of(text);
        let by_path =
            walk.by_path.into_iter().map(|(path, at)| (path, lines.place(text, at))).collect();
        Self { by_path }
    }

    /// Line and column, from 1, of the value at this path, or of the nearest value around it that is written.
    pub(super) fn get(&self, path: &str) -> (usize, usize) {
        let mut path = path;
        loop {
            if let Some(place) = self.by_path.get(path) {
                return *place;
            }
            match path.rfind(['.', '[']) {
                Some(cut) => path = &path[..cut],
                None => return self.by_path.get("").copied().unwrap_or((1, 1)),
            }
        }
    }
}

/// Byte offsets at which lines begin.
struct LineStarts(Vec<usize>);

impl LineStarts {
    fn of(text: &str) -> Self {
        Self(
            std::iter::once(0)
                .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
                .collect(),
        )
    }

    fn place(&self, text: &str, at: usize) -> (usize, usize) {
        let line = self.0.partition_point(|start| *start <= at);
        (line, text[self.0[line - 1]..at].chars().count() + 1)
    }
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    by_path: BTreeMap<String, usize>,
}

impl Walk<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip_to_after(&mut self, end: &str) {
        self.at =
            self.rest().find(end).map_or(self.text.len(), |found| self.at + found + end.len());
    }

    fn skip_blank(&mut self) {
        loop {
            let trimmed =
                self.rest().trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at = self.text.len() - trimmed.len();
            if self.rest().starts_with("//") {
                self.skip_to_after("\n");
            } else if self.rest().starts_with("/*") {
                self.block_comment();
            } else {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0usize;
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
                return;
            }
        }
    }

    fn skip_attributes(&mut self) {
        self.skip_blank();
        while self.rest().starts_with("#!") {
            self.skip_to_after("]");
            self.skip_blank();
        }
    }

    /// Skips a string, if one stands here.
    fn string(&mut self) -> bool {
        let start = self.rest().strip_prefix('b').unwrap_or(self.rest());
        let lead = self.rest().len() - start.len();
        if start.starts_with('"') {
            self.at += lead + 1;
            while let Some(c) = self.peek() {
                self.bump();
                match c {
                    '\\' => self.bump(),
                    '"' => break,
                    _ => {}
                }
            }
            return true;
        }
        if let Some(raw) = start.strip_prefix('r') {
            let hashes = raw.len() - raw.trim_start_matches('#').len();
            if raw[hashes..].starts_with('"') {
                let end = format!("\"{}", "#".repeat(hashes));
                self.at += lead + 1 + hashes + 1;
                self.skip_to_after(&end);
                return true;
            }
        }
        false
    }

    fn character(&mut self) {
        self.bump();
        if self.peek() == Some('\\') {
            self.bump();
        }
        self.bump();
        self.skip_to_after("'");
    }

    fn word(&mut self) -> &str {
        let len = self
            .rest()
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-' | '#')))
            .unwrap_or(self.rest().len());
        let start = self.at;
        self.at += len;
        &self.text[start..self.at]
    }

    /// Skips a value, noting it and what it holds.
    fn value(&mut self, path: String, depth: usize) {
        self.skip_blank();
        self.by_path.entry(path.clone()).or_insert(self.at);
        if self.string() {
            return;
        }
        match self.peek() {
            Some('\'') => self.character(),
            Some('(' | '[' | '{') => self.items(&path, depth),
            Some(_) => {
                let word = self.word().to_owned();
                if word.is_empty() {
                    self.bump();
                    return;
                }
                self.skip_blank();
                match self.peek() {
                    // What is in `Some` is the value itself.
                    Some('(') if word == "Some" && depth < MAX_DEPTH => {
                        self.bump();
                        self.value(path, depth + 1);
                        self.skip_blank();
                        self.bump();
                    }
                    Some('(') => self.items(&path, depth),
                    _ => {}
                }
            }
            None => {}
        }
    }

    /// Skips what stands between brackets: fields by name, anything else by index.
    fn items(&mut self, path: &str, depth: usize) {
        self.bump();
        let mut index = 0;
        loop {
            self.skip_blank();
            match self.peek() {
                None => return,
                Some(')' | ']' | '}') => return self.bump(),
                Some(',') => {
                    index += 1;
                    self.bump();
                    continue;
                }
                Some(_) => {}
            }
            let child = match self.field() {
                Some(name) if path.is_empty() => name,
                Some(name) => format!("{path}.{name}"),
                None => format!("{path}[{}]", index),
            };
            let child = if depth < MAX_DEPTH { child } else { path.to_owned() };
            self.value(child, depth + 1);
            self.skip_blank();
            if self.peek() == Some(':') {
                self.bump();
                self.value(format!("{path}[{}]", index), depth + 1);
            }
        }
    }

    /// The field name that stands here before its colon, skipped with it.
    fn field(&mut self) -> Option<String> {
        let start = self.at;
        if self.string() {
            self.at = start;
            return None;
        }
        let name = self.word().to_owned();
        self.skip_blank();
        if !name.is_empty() && self.peek() == Some(':') {
            self.bump();
            return Some(name);
        }
        self.at = start;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, path: &str, place: (usize, usize)) {
        assert_eq!(Places::of(text).get(path), place, "{path}");
    }

    #[test]
    fn fields_lists_and_tuples_are_found() {
        let text = "(\n  title: \"a (b, c)\",\n  list: [(One, \"x\"), (Two,\n \"y\")],\n)";
        check(text, "", (1, 1));
        check(text, "title", (2, 10));
        check(text, "list[0]", (3, 10));
        check(text, "list[1]", (3, 22));
        check(text, "list[1][1]", (4, 2));
    }

    #[test]
    fn a_value_that_is_not_written_is_placed_at_what_holds_it() {
        check("(panel: [(id: \"a\")])", "panel[0].title", (1, 10));
        check("(panel: [(id: \"a\")])", "sections[3].title", (1, 1));
    }

    #[test]
    fn comments_raw_strings_and_characters_are_skipped() {
        let text = "/* ( /* [ */ */ (a: r#\"\"] \"#, // b: 1\n b: '\"', c: \"ä\", d: Some((e: 1)))";
        check(text, "b", (2, 5));
        check(text, "d", (2, 21));
        check(text, "d.e", (2, 30));
    }

    #[test]
    fn columns_count_characters() {
        check("(a: \"äöü\", b: 2)", "b", (1, 15));
    }
}
