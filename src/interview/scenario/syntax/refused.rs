//! What RON's reader refuses, in plain words, where nothing likelier was seen.

use ron::error::{Error, SpannedError};

use crate::interview::{
    diagnostic::{Code, Diagnostic},
    scenario::syntax::nearest,
};

/// A fault for what RON's reader stopped at.
pub(in crate::interview) fn refused(error: &SpannedError) -> Diagnostic {
    let at = (error.span.start.line.max(1), error.span.start.col.max(1));
    let (code, message, help) = told(&error.code);
    Diagnostic::error(code, at, message, help)
}

fn told(error: &Error) -> (Code, String, String) {
    let told = |code, message: &str, help: &str| (code, message.to_owned(), help.to_owned());
    match error {
        Error::Eof
        | Error::ExpectedArrayEnd
        | Error::ExpectedMapEnd
        | Error::ExpectedStructLikeEnd => told(
            Code::BracketUnclosed,
            "a bracket that was opened before this is not closed",
            "count the brackets above: each `(` needs its `)` and each `[` its `]`",
        ),
        Error::ExpectedComma => told(
            Code::CommaMissing,
            "a comma is missing before this",
            "put one between two fields or entries, and write `\\\"` for a quote inside a text",
        ),
        Error::ExpectedMapColon => {
            told(Code::ColonMissing, "a colon is missing here", "write a field as `name: value`")
        }
        Error::ExpectedString | Error::ExpectedStringEnd => {
            told(Code::TextUnquoted, "a text belongs here", "write it in double quotes: `\"…\"`")
        }
        Error::ExpectedArray => {
            told(Code::WrongBracket, "a list belongs here", "write it in square brackets: `[…]`")
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => told(
            Code::WrongBracket,
            "fields in parentheses belong here",
            "write them as `(name: value, …)`",
        ),
        Error::ExpectedBoolean => told(
            Code::WrongValue,
            "`true` or `false` belongs here",
            "write one of them, without quotes",
        ),
        Error::ExpectedInteger | Error::IntegerOutOfBounds | Error::InvalidIntegerDigit { .. } => {
            told(Code::WrongValue, "a whole number belongs here", "write digits alone: `1`")
        }
        Error::InvalidEscape(_) => told(
            Code::UnknownEscape,
            "a backslash in a text goes with nothing here",
            "write `\\\\` for a backslash, `\\\"` for a quote and `\\n` for a new line",
        ),
        Error::UnclosedBlockComment => {
            told(Code::WrongComment, "a comment is never closed", "close it with `*/`")
        }
        Error::TrailingCharacters => told(
            Code::TextBehindEnd,
            "something follows the end of the scenario",
            "take it out, or the bracket too many before it",
        ),
        Error::NoSuchEnumVariant { expected, found, .. } => (
            Code::UnknownChoice,
            format!("there is no `{found}` to choose here"),
            format!("write one of {}", nearest::listed(expected, "and")),
        ),
        Error::NoSuchStructField { expected, found, .. } => (
            Code::UnknownField,
            format!("there is no field `{found}` here"),
            format!("there are {}", nearest::listed(expected, "and")),
        ),
        Error::MissingStructField { field, .. } => (
            Code::FieldMissing,
            format!("the field `{field}` is missing"),
            "add it to the fields around this place".to_owned(),
        ),
        Error::DuplicateStructField { field, .. } => (
            Code::FieldTwice,
            format!("the field `{field}` is given twice"),
            "take one of them out".to_owned(),
        ),
        Error::ExceededRecursionLimit => told(
            Code::Unreadable,
            "the brackets are nested deeper than those of any scenario",
            "take the outer ones off",
        ),
        _ => told(
            Code::Unreadable,
            "the text cannot be read on from here",
            "look at the commas, quotes and brackets just before this place",
        ),
    }
}
