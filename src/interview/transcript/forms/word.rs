//! Word documents: the paragraphs of a zip archive's XML, as text or, where there are titles and bold names, as Markdown.
//!
//! No more is unpacked than [`MOST_UNPACKED`], whatever the archive says of itself; nesting costs no depth of calls.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::people::named::may_be_a_name;

/// The most bytes of a document that are unpacked: an hour's talk has about half a million.
const MOST_UNPACKED: u64 = 16 << 20;

/// A paragraph.
#[derive(Default)]
struct Paragraph {
    /// Its level as a title.
    title: Option<usize>,
    item: bool,
    /// Its runs, each with whether it is bold.
    runs: Vec<(bool, String)>,
}

impl Paragraph {
    fn text(&self) -> String {
        self.runs.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// How much of its head is bold.
    fn bold(&self) -> String {
        let bold = self.runs.iter().take_while(|(bold, text)| *bold || text.trim().is_empty());
        bold.map(|(_, text)| text.as_str()).collect()
    }
}

/// A part of a document.
enum Block {
    Paragraph(Paragraph),
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

/// The text of a document; nothing where it is another kind of archive, which is said.
pub fn read(bytes: &[u8], faults: &mut Faults) -> Option<String> {
    let refuse = |faults: &mut Faults, kind: &str, help: &str| {
        faults.error(Code::ForeignFormat, (1, 1), format!("the file is {kind}"), help);
    };
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        refuse(
            faults,
            "a damaged Word document or zip archive",
            "save it anew, or copy its text into a text file",
        );
        return None;
    };
    let names =
        |beginning: &str| archive.file_names().take(4_000).any(|name| name.starts_with(beginning));
    let kinds = [
        ("xl/", "an Excel file", "save it as CSV, with a head such as `Question,Answer`"),
        ("ppt/", "a PowerPoint file", "copy its text into a text file"),
        ("content.xml", "an OpenDocument file", "save it as .docx, or as text"),
        ("META-INF/container.xml", "an e-book", "copy its text into a text file"),
    ];
    if !names("word/document.xml") {
        let other = ("", "a zip archive", "unpack it, and bring the transcript in it");
        let (_, kind, help) =
            kinds.into_iter().find(|(beginning, _, _)| names(beginning)).unwrap_or(other);
        refuse(faults, kind, help);
        return None;
    }
    let mut xml = Vec::new();
    let unpacked = archive
        .by_name("word/document.xml")
        .map_err(|_| ())
        .and_then(|file| file.take(MOST_UNPACKED + 1).read_to_end(&mut xml).map_err(|_| ()));
    if xml.len() as u64 > MOST_UNPACKED {
        let most = MOST_UNPACKED >> 20;
        faults.error(
            Code::FileTooLarge,
            (1, 1),
            format!("the document unpacks to more than {most} MiB, the most that is read"),
            "give the transcript of one interview, without pictures",
        );
        return None;
    }
    if unpacked.is_err() && xml.is_empty() {
        refuse(
            faults,
            "a damaged Word document",
            "save it anew, or copy its text into a text file",
        );
        return None;
    }
    let (blocks, whole) = blocks(&xml);
    if !whole || unpacked.is_err() {
        faults.warning(
            Code::DocumentDamaged,
            (1, 1),
            "the document is damaged, and what stands behind the damage is left out",
            "open it in Word and save it anew",
        );
    }
    let text = as_text(&blocks);
    if text.trim().is_empty() {
        faults.error(
            Code::EmptyFile,
            (1, 1),
            "the document has no text",
            "give a document with the words in it",
        );
        return None;
    }
    Some(text)
}

/// The parts of a document, and whether it could be read to its end.
fn blocks(xml: &[u8]) -> (Vec<Block>, bool) {
    let mut reader = Reader::from_reader(xml);
    let mut found = DocumentReader::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => found.start(&tag, false),
            Ok(Event::Empty(tag)) => found.start(&tag, true),
            Ok(Event::End(tag)) => found.end(tag.local_name().as_ref()),
            Ok(Event::Text(text)) if found.in_text => {
                if let Ok(text) = text.xml10_content() {
                    found.add(&text);
                }
            }
            Ok(Event::GeneralRef(name)) if found.in_text => {
                let known = match &name[..] {
                    b"amp" => Some('&'),
                    b"lt" => Some('<'),
                    b"gt" => Some('>'),
                    b"quot" => Some('"'),
                    b"apos" => Some('\''),
                    _ => name.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = known {
                    found.add(c.encode_utf8(&mut [0; 4]));
                }
            }
            Ok(Event::Eof) => {
                found.end_paragraph();
                return (found.blocks, true);
            }
            Err(_) => {
                found.end_paragraph();
                return (found.blocks, false);
            }
            _ => {}
        }
    }
}

#[derive(Default)]
struct DocumentReader {
    blocks: Vec<Block>,
    paragraph: Paragraph,
    /// The tables under way are one: an inner one's cells join the outer one's.
    table: Option<Vec<Vec<String>>>,
    tables: usize,
    bold: bool,
    in_run: bool,
    in_text: bool,
    /// How deep in what is a second version of the same.
    fallback: usize,
}

impl DocumentReader {
    fn start(&mut self, tag: &BytesStart, empty: bool) {
        let name = tag.local_name();
        let value = || {
            tag.try_get_attribute("w:val")
                .ok()
                .flatten()
                .map(|value| String::from_utf8_lossy(&value.value).to_lowercase())
        };
        match name.as_ref() {
            b"Fallback" if !empty => self.fallback += 1,
            b"p" => self.paragraph = Paragraph::default(),
            b"pStyle" => {
                let style = value().unwrap_or_default();
                let level = style.trim_start_matches("heading").trim().parse::<usize>();
                self.paragraph.title = match (style.as_str(), level) {
                    ("title", _) => Some(1),
                    (_, Ok(level)) if style.starts_with("heading") => Some(level.clamp(1, 5) + 1),
                    _ => None,
                };
                self.paragraph.item |= style.starts_with("list");
            }
            b"numPr" => self.paragraph.item = true,
            b"r" => (self.bold, self.in_run) = (false, !empty),
            b"b" => {
                self.bold =
                    !value().is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"));
            }
            b"t" => self.in_text = !empty,
            b"br" | b"cr" => self.add("\n"),
            b"tab" if self.in_run => self.add("\t"),
            b"noBreakHyphen" => self.add("-"),
            b"tbl" if !empty => {
                self.tables += 1;
                self.table.get_or_insert_with(Vec::new);
            }
            b"tr" => {
                if self.tables == 1
                    && let Some(table) = &mut self.table
                {
                    table.push(Vec::new());
                }
            }
            b"tc" => {
                if self.tables == 1
                    && let Some(row) = self.table.as_mut().and_then(|table| table.last_mut())
                {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"Fallback" => self.fallback = self.fallback.saturating_sub(1),
            b"t" => self.in_text = false,
            b"r" => self.in_run = false,
            b"p" => self.end_paragraph(),
            b"tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0
                    && let Some(table) = self.table.take()
                {
                    self.blocks.push(Block::Table(table));
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if self.fallback > 0 {
            return;
        }
        match self.paragraph.runs.last_mut().filter(|(bold, _)| *bold == self.bold) {
            Some((_, run)) => run.push_str(text),
            None => self.paragraph.runs.push((self.bold, text.to_owned())),
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if let Some(table) = &mut self.table {
            if let Some(cell) = table.last_mut().and_then(|row| row.last_mut()) {
                let text = paragraph.text();
                if !cell.is_empty() && !text.trim().is_empty() {
                    cell.push('\n');
                }
                cell.push_str(text.trim());
            }
            return;
        }
        self.blocks.push(Block::Paragraph(paragraph));
    }
}

/// The parts as text: a table with a head of its own alone, else paragraphs.
fn as_text(blocks: &[Block]) -> String {
    let headed = blocks.iter().find_map(|block| match block {
        Block::Table(rows) if is_headed(rows) => Some(rows),
        _ => None,
    });
    if let Some(rows) = headed {
        return as_table(rows);
    }
    let marked = blocks.iter().any(|block| match block {
        Block::Paragraph(paragraph) => {
            let bold = paragraph.bold();
            paragraph.title.is_some()
                || (!bold.trim().is_empty() && !paragraph.text().contains('\n'))
        }
        Block::Table(_) => false,
    });
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if marked => as_markdown(paragraph, &mut text),
            Block::Paragraph(paragraph) => {
                text.push_str(&paragraph.text());
                text.push_str("\n\n");
            }
            Block::Table(rows) => {
                for row in rows {
                    let cells: Vec<&str> = row
                        .iter()
                        .map(|cell| cell.trim())
                        .filter(|cell| !cell.is_empty())
                        .collect();
                    match cells.as_slice() {
                        [name, said] if may_be_a_name(name) => {
                            text.push_str(&format!("{name}: {}\n\n", said.replace('\n', " ")));
                        }
                        cells => text.push_str(&format!("{}\n\n", cells.join("\n"))),
                    }
                }
            }
        }
    }
    text
}

fn is_headed(rows: &[Vec<String>]) -> bool {
    let first = rows.first().map_or(&[][..], Vec::as_slice);
    let head = |words: &[&str]| {
        first.iter().any(|cell| words.iter().any(|word| cell.trim().eq_ignore_ascii_case(word)))
    };
    first.len() >= 2
        && rows.len() >= 2
        && (head(&["question", "questions"])
            || (head(&["speaker", "name"]) && head(&["text", "transcript"])))
}

fn as_table(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n";
    let head = rows.iter().take(1).map(|row| row.join("\t") + "\n");
    head.chain(rows.iter().skip(1).map(line)).collect()
}

/// A paragraph as Markdown; what would be a mark of it is escaped.
fn as_markdown(paragraph: &Paragraph, text: &mut String) {
    let escaped = |words: &str| {
        let mut out = String::with_capacity(words.len());
        for c in words.chars() {
            if matches!(c, '*' | '_' | '#' | '<' | '>' | '`' | '[' | ']' | '\\' | '~' | '|' | '&') {
                out.push('\\');
            }
            out.push(c);
        }
        out
    };
    let whole = paragraph.text();
    let bold = paragraph.bold();
    let rest = whole[bold.len()..].to_owned();
    let line = if bold.trim().is_empty() {
        escaped(whole.trim())
    } else {
        format!("**{}** {}", escaped(bold.trim()), escaped(rest.trim())).trim().to_owned()
    };
    if line.is_empty() {
        return;
    }
    match paragraph.title {
        Some(level) => {
            text.push_str(&"#".repeat(level));
            text.push(' ');
            text.push_str(&escaped(whole.trim()).replace('\n', " "));
        }
        None if paragraph.item => text.push_str(&format!("- {}", line.replace('\n', " "))),
        // A number at the head of a paragraph is its own, not a list's.
        None => text.push_str(&line.replace('\n', "\n\n")),
    }
    text.push_str("\n\n");
}
