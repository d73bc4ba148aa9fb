//! A document as Markdown: nothing of what somebody wrote is a mark.

use crate::play::documents::{DocumentPart, PrintedDocument, plain::one_line, plain::plain};

/// The text.
pub(super) fn write(document: &PrintedDocument) -> String {
    let mut out = String::new();
    for part in &document.parts {
        match part {
            DocumentPart::Titled(level, text) => {
                let marks = "#".repeat(usize::from(*level));
                out.push_str(&format!("{marks} {}\n\n", line(text)));
            }
            DocumentPart::Said(text) => out.push_str(&format!("{}\n\n", paragraphs(text))),
            DocumentPart::Named(name, text) => {
                out.push_str(&format!("**{}** {}\n\n", line(name), paragraphs(text)));
            }
            DocumentPart::Listed(items) => {
                items.iter().for_each(|item| out.push_str(&format!("- {}\n", line(item))));
                out.push('\n');
            }
            DocumentPart::Grid(head, rows) => {
                let row = |cells: &[String]| {
                    format!(
                        "| {} |\n",
                        cells.iter().map(|c| line(c)).collect::<Vec<_>>().join(" | ")
                    )
                };
                out.push_str(&row(head));
                out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
                rows.iter().for_each(|cells| out.push_str(&row(cells)));
                out.push('\n');
            }
            DocumentPart::ToWriteOn(lines) => {
                out.push_str(&format!("{}\n", "\\_\\_\\_\\_\\_\\_\\_\\_\n\n".repeat(*lines)));
            }
        }
    }
    out
}

/// A text in one line, every character that could be a mark behind a backslash.
fn line(text: &str) -> String {
    escaped(one_line(text).trim())
}

/// The same with its paragraphs.
fn paragraphs(text: &str) -> String {
    let text = plain(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(escaped).collect::<Vec<_>>().join("\n\n")
}

/// A line whose every mark is text: those that mean something anywhere, and those that do at its beginning.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (at, letter) in text.chars().enumerate() {
        let anywhere = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$'
        );
        let first = at == 0 && matches!(letter, '-' | '+' | '=' | ':');
        let number = digits > 0 && at == digits && matches!(letter, '.' | ')');
        if anywhere || first || number {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
