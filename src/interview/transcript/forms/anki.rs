//! Anki's notes as text: a head of `#key:value` lines, fields in HTML between tabs, over several lines in quotes.

use std::collections::BTreeSet;
use std::io::Cursor;

use csv::ReaderBuilder;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::{Bank, BankQuestion, FormText, Written, html};
use crate::interview::transcript::lines::named;

/// Columns that the head says to be no field, by number from 1.
#[derive(Default)]
struct Columns {
    guid: Option<usize>,
    deck: Option<usize>,
    note_type: Option<usize>,
    tags: Option<usize>,
}

/// Whether the text begins with what Anki writes.
pub fn fits(source: &FormText) -> bool {
    const KEYS: [&str; 6] =
        ["#separator:", "#html:", "#deck", "#notetype", "#guid column:", "#tags"];
    let first = source.lines.iter().find(|line| !line.is_blank());
    first.is_some_and(|line| KEYS.iter().any(|key| line.text.to_lowercase().starts_with(key)))
}

/// The notes as questions and answers; what is left out is said.
pub fn read(source: &FormText, faults: &mut Faults) -> Option<Written> {
    let mut columns = Columns::default();
    let mut delimiter = b'\t';
    let (mut deck, mut skipped) = (None, 0);
    let mut from = 0;
    for line in source.text.split_inclusive('\n') {
        let Some((key, value)) =
            line.trim().strip_prefix('#').and_then(|line| line.split_once(':'))
        else {
            break;
        };
        let number = value.trim().parse().ok();
        match key.to_lowercase().as_str() {
            "separator" => delimiter = separator(value.trim()),
            "guid column" => columns.guid = number,
            "deck column" => columns.deck = number,
            "notetype column" => columns.note_type = number,
            "tags column" => columns.tags = number,
            "deck" => deck = Some(value.trim().to_owned()),
            _ => {}
        }
        from += line.len();
        skipped += 1;
    }
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(Cursor::new(source.text.as_bytes()[from..].to_vec()));
    let is_field = |number: &usize| {
        let no_field = [columns.guid, columns.deck, columns.note_type, columns.tags];
        !no_field.contains(&Some(*number))
    };
    let mut guids = BTreeSet::new();
    let mut bank = Bank::default();
    for row in reader.into_records().map_while(Result::ok) {
        let line =
            row.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        let at = ((skipped + line).min(source.lines.len()).max(1), 1);
        let cell =
            |number: Option<usize>| number.and_then(|number| row.get(number.checked_sub(1)?));
        let mut fields = (1..=row.len()).filter(is_field).filter_map(|number| row.get(number - 1));
        let (front, back) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let text =
            without_sounds(&html::words(front)).split_whitespace().collect::<Vec<_>>().join(" ");
        let mut left_out = |why: &str, help: &str| {
            let note = named(&text);
            faults.warning(
                Code::NoteLeftOut,
                at,
                format!("the note {note} is left out: {why}"),
                help,
            );
        };
        if front.contains("{{c")
            || cell(columns.note_type).is_some_and(|kind| kind.to_lowercase().contains("cloze"))
        {
            left_out(
                "it is a text with gaps and asks nothing",
                "write it as a question with its answer",
            );
            continue;
        }
        if cell(columns.guid).is_some_and(|guid| !guid.is_empty() && !guids.insert(guid.to_owned()))
        {
            left_out(
                "it is there already, further up",
                "take it out of the file, or give it an id of its own",
            );
            continue;
        }
        if text.is_empty() {
            continue;
        }
        let section = cell(columns.deck).map(str::to_owned).or_else(|| deck.clone());
        let section = section
            .and_then(|deck| deck.rsplit("::").next().map(|last| (last.trim().to_owned(), at)));
        let words = without_sounds(&html::words(back));
        let answer = words.lines().map(|line| (None, line.trim().to_owned()));
        bank.questions.push(BankQuestion {
            section: section.filter(|(title, _)| !title.is_empty()),
            text,
            answer: answer.filter(|(_, line)| !line.is_empty()).collect(),
            at,
            ..BankQuestion::default()
        });
    }
    if bank.questions.is_empty() {
        faults.error(
            Code::NothingSaid,
            (1, 1),
            "none of the notes is a question",
            "export notes whose first field asks and whose second answers",
        );
        return None;
    }
    Some(Written::Bank(bank))
}

fn separator(name: &str) -> u8 {
    match name.to_lowercase().as_str() {
        "comma" | "," => b',',
        "semicolon" | ";" => b';',
        "pipe" | "|" => b'|',
        "space" => b' ',
        "colon" | ":" => b':',
        _ => b'\t',
    }
}

/// A text without `[sound:…]`.
fn without_sounds(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("[sound:") {
        left.push_str(&rest[..at]);
        let Some(end) = rest[at..].find(']') else {
            rest = &rest[at..];
            break;
        };
        rest = &rest[at + end + 1..];
    }
    left.push_str(rest);
    left
}
