//! Tables: questions and answers, or turns, a row each, their columns told by their heads in any order.

use std::io::Cursor;

use csv::{ReaderBuilder, StringRecord};

use crate::interview::diagnostic::{Code, Place};
use crate::interview::star::Role;
use crate::interview::transcript::asking::asks;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::noise::is_filler;
use crate::interview::transcript::forms::{
    Bank, BankQuestion, FormText, Talk, Utterance, Written, html,
};
use crate::interview::transcript::words::{fold, is_one_of};

/// What may stand between two cells.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Question,
    Answer,
    Section,
    Asker,
    FollowUp,
    Part(Role),
    Speaker,
    Said,
}

impl Column {
    fn of(head: &str) -> Option<Self> {
        let head = fold(&head.replace([' ', '_', '-', '/', '(', ')'], ""));
        let is = |list: &str| is_one_of(&head, list);
        if is(
            "question questions questiontext prompt interviewquestion front behavioralquestion behaviouralquestion",
        ) {
            Some(Self::Question)
        } else if is(
            "answer answers modelanswer sampleanswer suggestedanswer response modelresponse back \
                      staranswer myanswer exampleanswer idealanswer notes",
        ) {
            Some(Self::Answer)
        } else if is(
            "section category competency theme topic tag tags deck area principle leadershipprinciple",
        ) {
            Some(Self::Section)
        } else if is("askedby interviewer panelist panellist asker who panelmember") {
            Some(Self::Asker)
        } else if is("followup isfollowup probe") {
            Some(Self::FollowUp)
        } else if is("situation s context") {
            Some(Self::Part(Role::Situation))
        } else if is("task t") {
            Some(Self::Part(Role::Task))
        } else if is("action actions a") {
            Some(Self::Part(Role::Action))
        } else if is("result results r outcome") {
            Some(Self::Part(Role::Result))
        } else if is("speaker speakername name participant speakerlabel role from") {
            Some(Self::Speaker)
        } else if is("text transcript utterance sentence content message said speech words caption")
        {
            Some(Self::Said)
        } else {
            None
        }
    }
}

/// The delimiter and the columns of a head, where there is one.
fn columns(source: &FormText) -> Option<(u8, Vec<Option<Column>>)> {
    let head = source.lines.iter().find(|line| !line.is_blank())?;
    DELIMITERS.iter().find_map(|&delimiter| {
        let record = records(head.text, delimiter).next()?;
        let columns: Vec<Option<Column>> = record.1.iter().map(Column::of).collect();
        let has = |column| columns.contains(&Some(column));
        let bank = has(Column::Question);
        let talk = has(Column::Speaker) && has(Column::Said);
        (columns.len() >= 2 && (bank || talk)).then_some((delimiter, columns))
    })
}

/// A table without a head whose first or second cell asks in most rows.
fn without_head(source: &FormText) -> Option<(u8, Vec<Option<Column>>)> {
    DELIMITERS.iter().find_map(|&delimiter| {
        if !source.lines.first()?.text.as_bytes().contains(&delimiter) {
            return None;
        }
        let rows: Vec<StringRecord> =
            records(source.text, delimiter).take(20).map(|(_, row)| row).collect();
        let width = rows.first()?.len();
        let even = (2..=4).contains(&width)
            && rows.len() >= 2
            && rows.iter().all(|row| row.len() == width);
        let asking = (0..width.min(2)).find(|&column| {
            let asked = |row: &&StringRecord| {
                row.get(column).is_some_and(|cell| cell.len() < 400 && asks(cell))
            };
            rows.iter().filter(asked).count() * 10 >= rows.len() * 8
        })?;
        let mut columns = vec![None; width];
        columns[asking] = Some(Column::Question);
        if let Some(answer) = columns.get_mut(asking + 1) {
            *answer = Some(Column::Answer);
        }
        if asking == 1 {
            columns[0] = Some(Column::Section);
        }
        (even && (delimiter != b',' || source.text.contains('"'))).then_some((delimiter, columns))
    })
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = (Place, StringRecord)> {
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(Cursor::new(text.to_owned().into_bytes()));
    let rows = reader.into_records().map_while(Result::ok);
    rows.map(|row| {
        let line = row.position().map_or(1, |position| position.line());
        ((usize::try_from(line).unwrap_or(1).max(1), 1), row)
    })
}

/// Whether the first line heads columns that are known, or most rows ask.
pub fn fits(source: &FormText) -> bool {
    columns(source).is_some() || without_head(source).is_some()
}

/// The questions or the turns of the rows.
pub fn read(source: &FormText, faults: &mut Faults) -> Option<Written> {
    let (headed, (delimiter, columns)) = match columns(source) {
        Some(found) => (1, found),
        None => (0, without_head(source)?),
    };
    let last = source.lines.len();
    let rows = records(source.text, delimiter)
        .filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()))
        .skip(headed)
        .map(|((line, column), row)| ((line.min(last), column), row));
    if columns.contains(&Some(Column::Question)) {
        let bank = questions(rows, &columns);
        if bank.questions.is_empty() {
            faults.error(
                Code::NothingSaid,
                (1, 1),
                "the table has a column of questions and none in it",
                "write a question in each row below the head",
            );
            return None;
        }
        return Some(Written::Bank(bank));
    }
    Some(Written::Talk(turns(rows, &columns)))
}

fn questions(
    rows: impl Iterator<Item = (Place, StringRecord)>,
    columns: &[Option<Column>],
) -> Bank {
    let mut bank = Bank::default();
    for (at, row) in rows {
        let mut question = BankQuestion { at, ..BankQuestion::default() };
        for (cell, column) in row.iter().zip(columns) {
            let cell = plain(cell);
            let Some(column) = column.filter(|_| !cell.is_empty()) else { continue };
            let one_line = || cell.split_whitespace().collect::<Vec<_>>().join(" ");
            match column {
                Column::Question => question.text = one_line(),
                Column::Section => question.section = Some((one_line(), at)),
                Column::Asker | Column::Speaker => question.asked_by = Some(one_line()),
                Column::FollowUp => {
                    question.follow_up = Some(is_one_of(&fold(&cell), "yes true y x 1 followup"));
                }
                Column::Answer | Column::Said => {
                    let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
                    question.answer.extend(lines.map(|line| (None, line.to_owned())));
                }
                Column::Part(role) => question.answer.push((Some(role), one_line())),
            }
        }
        if !question.text.is_empty() {
            bank.questions.push(question);
        }
    }
    bank
}

fn turns(rows: impl Iterator<Item = (Place, StringRecord)>, columns: &[Option<Column>]) -> Talk {
    let mut talk = Talk::default();
    for (at, row) in rows {
        let (mut label, mut said) = (String::new(), String::new());
        for (cell, column) in row.iter().zip(columns) {
            match column {
                Some(Column::Speaker) if label.is_empty() => label = cell.trim().to_owned(),
                Some(Column::Said) => {
                    said = plain(cell).split_whitespace().collect::<Vec<_>>().join(" ");
                }
                _ => {}
            }
        }
        if is_filler(&said) {
            talk.fillers += 1;
        } else if label.is_empty() {
            talk.utterances.push(Utterance::unlabelled(&said, true, at));
        } else {
            talk.utterances.push(Utterance::of(&label, &said, at));
        }
    }
    talk
}

/// A cell without tags, where it has any.
fn plain(cell: &str) -> String {
    if cell.contains("</") || cell.contains("<br") || cell.contains("&nbsp;") {
        html::words(cell)
    } else {
        cell.trim().to_owned()
    }
}
