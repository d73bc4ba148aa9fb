//! Where each value of a file stands, so that a fault of meaning can name its line and column.

use std::collections::BTreeMap;

use crate::interview::diagnostic::Place;

/// Places by path, such as `sections[0].questions[2].text`.
pub(in crate::interview) struct Places<'a> {
    text: &'a str,
    lines: LineStarts,
    by_path: BTreeMap<String, usize>,
}

impl<'a> Places<'a> {
    /// Where in the text the values at these paths begin, in bytes.
    pub(super) fn new(text: &'a str, lines: LineStarts, by_path: BTreeMap<String, usize>) -> Self {
        Self { text, lines, by_path }
    }

    /// Line and column, from 1, of the value at this path, or of the nearest value around it that is written.
    pub(in crate::interview) fn get(&self, path: &str) -> Place {
        let mut path = path;
        loop {
            let around = path.rfind(['.', '[']);
            match (self.by_path.get(path), around) {
                (Some(&at), _) => return self.lines.place(self.text, at),
                (None, Some(cut)) => path = &path[..cut],
                (None, None) => {
                    let at = self.by_path.get("").copied().unwrap_or(0);
                    return self.lines.place(self.text, at);
                }
            }
        }
    }
}

/// Byte offsets at which lines begin.
pub(super) struct LineStarts(Vec<usize>);

impl LineStarts {
    /// The starts of the lines of a text.
    pub(super) fn of(text: &str) -> Self {
        Self(
            std::iter::once(0)
                .chain(text.match_indices('\n').map(|(newline, _)| newline + 1))
                .collect(),
        )
    }

    /// Line and column, from 1, of a byte of that text.
    pub(super) fn place(&self, text: &str, at: usize) -> Place {
        let line = self.0.partition_point(|start| *start <= at);
        (line, text[self.0[line - 1]..at].chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scenario::{form, syntax};

    #[track_caller]
    fn check(text: &str, path: &str, place: Place) {
        assert_eq!(syntax::read(text, &form::FILE).places.get(path), place, "{path}");
    }

    #[test]
    fn fields_lists_and_sentences_are_found() {
        let text = "(\n  title: \"a (b, c)\",\n  panel: [(id: \"x\"), (id:\n \"y\")],\n)";
        check(text, "", (1, 1));
        check(text, "title", (2, 10));
        check(text, "panel[0]", (3, 11));
        check(text, "panel[1]", (3, 22));
        check(text, "panel[1].id", (4, 2));
        let text = "(sections: [(questions: [(model_answer: [[(Task, \"x\"),\n(Task, \"y\")]])])])";
        check(text, "sections[0].questions[0].model_answer[0][1][1]", (2, 8));
    }

    #[test]
    fn a_value_that_is_not_written_is_placed_at_what_holds_it() {
        check("(panel: [(id: \"a\")])", "panel[0].title", (1, 10));
        check("(panel: [(id: \"a\")])", "sections[3].title", (1, 1));
    }

    #[test]
    fn comments_raw_strings_and_some_are_skipped() {
        let text = "/* ( /* [ */ */ (title: r#\"\"] \"#, // date: 1\n date: \"ä\", panel: [(look: Some((skin: Sand)))])";
        check(text, "date", (2, 8));
        check(text, "panel[0].look.skin", (2, 40));
    }

    #[test]
    fn columns_count_characters() {
        check("(title: \"äöü\", date: \"b\")", "date", (1, 22));
    }
}
