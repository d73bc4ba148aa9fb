//! Markdown: a talk with names in bold, or what a candidate wrote to prepare.

use std::collections::BTreeSet;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::rows::{RowKind, rows};
use crate::interview::transcript::forms::stamp::stamp;
use crate::interview::transcript::forms::{FormText, Written, preparation, turn_lines};
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::people::key::Key;

/// Whether lines begin as those of Markdown do.
pub fn fits(source: &FormText) -> bool {
    let marked = |line: &Line| {
        let text = line.text;
        let title = text.trim_start_matches('#');
        (title.len() < text.len() && text.len() - title.len() <= 6 && title.starts_with(' '))
            || is_bold_at_its_head(text)
            || text.starts_with("- [ ]")
            || text.starts_with("- [x]")
    };
    let front = source.lines.first().is_some_and(|line| line.text == "---");
    front || source.lines.iter().any(marked)
}

/// Whether a line, a quote's or an item's mark left out, begins with bold words.
fn is_bold_at_its_head(text: &str) -> bool {
    let text = &text[stamp(text).unwrap_or(0)..];
    let text = text.trim_start();
    let behind = ["- ", "* ", "> ", ">"].iter().find_map(|mark| text.strip_prefix(mark));
    let bold = behind.unwrap_or(text).trim_start().strip_prefix("**");
    bold.is_some_and(|rest| rest.contains("**"))
}

/// A talk, where names stand before what is said; else questions and answers.
pub fn read(source: &FormText, faults: &mut Faults) -> Option<Written> {
    let (rows, front) = rows(source.text);
    let lines: Vec<Line> = rows.iter().map(|row| Line::new(row.at.0, &row.text)).collect();
    let titles: BTreeSet<usize> =
        (0..rows.len()).filter(|at| matches!(rows[*at].kind, RowKind::Title(_))).collect();
    if let Some(mut talk) = turn_lines::talk(&lines, &titles) {
        for (key, value) in front {
            match key {
                Key::Candidate => talk.candidate = Some(value),
                Key::Position => talk.position = Some(value),
                Key::Date => talk.date = Some(value),
                Key::Panel => talk.listed.push(value),
            }
        }
        return Some(Written::Talk(talk));
    }
    let mut bank = preparation::read(&rows);
    for (key, value) in front {
        match key {
            Key::Candidate => bank.candidate = Some(value),
            Key::Position => bank.position = Some(value),
            Key::Date => bank.date = Some(value),
            Key::Panel => bank.panel.push(value),
        }
    }
    if bank.questions.is_empty() {
        faults.error(
            Code::NotATranscript,
            lines.iter().find(|line| !line.is_blank()).map_or((1, 1), Line::at),
            "nobody speaks in the file, and nothing in it is a question",
            "write names in bold before what is said (`**Dana:** …`), or questions as titles with the \
             answers below them",
        );
        return None;
    }
    Some(Written::Bank(bank))
}
