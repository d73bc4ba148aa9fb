//! A change of the text that mends a fault.

use std::ops::Range;

/// A place in a text: the line and the column, in characters, both from 1.
pub type Place = (usize, usize);

/// What stands in a range is replaced; an empty range inserts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fix {
    /// From the first place that changes to the first behind it that does not.
    pub range: Range<Place>,
    /// What is to stand there.
    pub replacement: String,
}

impl Fix {
    /// A replacement of this many characters of one line.
    pub fn on_line(
        (line, column): Place,
        characters: usize,
        replacement: impl Into<String>,
    ) -> Self {
        let range = (line, column)..(line, column + characters);
        Self { range, replacement: replacement.into() }
    }

    /// The text with the change made, if it has these places.
    pub fn apply(&self, text: &str) -> Option<String> {
        let (start, end) = (offset(text, self.range.start)?, offset(text, self.range.end)?);
        let (head, tail) = (text.get(..start)?, text.get(end..)?);
        (start <= end).then(|| [head, &self.replacement, tail].concat())
    }
}

/// The byte at which a place begins; the end of a line is one too.
fn offset(text: &str, (line, column): Place) -> Option<usize> {
    let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(before..)?;
    let mut borders = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    let at = borders.nth(column.checked_sub(1)?)?;
    (text[..before].matches('\n').count() + 1 == line && !rest[..at].contains('\n'))
        .then_some(before + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, range: Range<Place>, replacement: &str, expected: Option<&str>) {
        let fix = Fix { range, replacement: replacement.to_owned() };
        assert_eq!(fix.apply(text).as_deref(), expected, "{fix:?}");
    }

    #[test]
    fn a_range_is_replaced_by_characters() {
        check("one\ntwö trée\n", (2, 5)..(2, 9), "tree", Some("one\ntwö tree\n"));
        check("one\ntwo", (1, 2)..(2, 3), "", Some("oo"));
        check("one", (1, 4)..(1, 4), "!", Some("one!"));
        check("", (1, 1)..(1, 1), "a", Some("a"));
    }

    #[test]
    fn a_place_that_the_text_does_not_have_changes_nothing() {
        check("one\ntwo", (3, 1)..(3, 1), "x", None);
        check("one\ntwo", (1, 5)..(1, 6), "x", None);
        check("one\ntwo", (2, 3)..(2, 1), "x", None);
        check("one", (0, 1)..(1, 1), "x", None);
    }
}
