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

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        // What begins a link, an address or a list anywhere is a mark too: CommonMark takes any of these literally.
        if letter.is_ascii_punctuation() && !matches!(letter, ',' | ';' | '?' | '\'' | '"' | '/') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
