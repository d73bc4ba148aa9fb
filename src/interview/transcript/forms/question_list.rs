//! Questions as lines of text: `Q:` and `A:`, or one question a line, perhaps with an answer below it.

use crate::interview::transcript::asking::asks;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::rows::{Row, RowKind};
use crate::interview::transcript::forms::{FormText, Written, preparation};
use crate::interview::transcript::lines::Line;

/// Whether there are questions, each a line that stands apart.
pub fn fits(source: &FormText) -> bool {
    let bank = preparation::read(&rows(source.lines));
    let asked = bank.questions.len();
    let written = source.lines.iter().filter(|line| !line.is_blank()).count();
    let blank = source.lines.iter().any(Line::is_blank);
    // A talk whose lines are cut anywhere asks here and there.
    asked > 0 && (blank || asked * 2 >= written)
}

/// The questions and their answers.
pub fn read(source: &FormText, _: &mut Faults) -> Option<Written> {
    Some(Written::Bank(preparation::read(&rows(source.lines))))
}

/// The lines as rows: titles between rules or alone in capitals, items with a number or a bullet.
fn rows(lines: &[Line]) -> Vec<Row> {
    let title = |at: usize| {
        let line = &lines[at];
        let alone = (at == 0 || lines[at - 1].is_blank() || lines[at - 1].is_rule())
            && lines.get(at + 1).is_none_or(|next| next.is_blank() || next.is_rule());
        let mut letters = line.text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some()
            && alone
            && line.text.len() <= 80
            && letters.all(|c| !c.is_lowercase())
            && !asks(line.text)
    };
    let row = |(at, line): (usize, &Line)| {
        let kind = if line.is_blank() || line.is_rule() {
            RowKind::Blank
        } else if title(at) {
            RowKind::Title(2)
        } else if line.text.starts_with(['-', '*', '•', '–', '·']) || numbered(line.text) {
            RowKind::Item
        } else {
            RowKind::Text
        };
        let text = if kind == RowKind::Blank { "" } else { line.text };
        Row::plain(kind, text, line.at())
    };
    lines.iter().enumerate().map(row).collect()
}

fn numbered(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && text[digits..].starts_with(['.', ')'])
}
