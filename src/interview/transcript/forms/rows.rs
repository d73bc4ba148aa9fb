//! Markdown as rows: titles, paragraphs, quotes and list items without their marks, and what of them was bold.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::interview::diagnostic::Place;
use crate::interview::transcript::people::key::Key;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A title of this level, from 1.
    Title(u8),
    /// A line of a paragraph.
    Text,
    /// A line of a quotation.
    Quote,
    /// A line of a list's item.
    Item,
    /// An item with a box to tick.
    Task,
    /// Nothing: between two blocks.
    Blank,
    /// A rule between two parts.
    Rule,
}

/// A line without its marks.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its words.
    pub text: String,
    /// How many bytes at its head are bold.
    pub bold: usize,
    /// Whether it is a link and nothing else.
    pub link: bool,
    /// Where it stands.
    pub at: Place,
}

impl Row {
    /// A row without a bold head.
    pub fn plain(kind: RowKind, text: &str, at: Place) -> Self {
        Self { kind, text: text.to_owned(), bold: 0, link: false, at }
    }

    /// Whether all of it is bold.
    pub fn is_bold(&self) -> bool {
        self.bold > 0 && self.text[self.bold..].trim_matches([':', '.', ' ', '*']).is_empty()
    }
}

/// The rows of a text in Markdown, and what its front matter says.
pub fn rows(text: &str) -> (Vec<Row>, Vec<(Key, String)>) {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH;
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let place = |at: usize| (starts.partition_point(|start| *start <= at), 1);
    let mut reader = MarkdownReader::default();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.take(event, place(range.start));
    }
    reader.end_row();
    (reader.rows, reader.front)
}

#[derive(Default)]
struct MarkdownReader {
    rows: Vec<Row>,
    front: Vec<(Key, String)>,
    /// The row under way.
    open: Option<Row>,
    title: Option<u8>,
    quotes: usize,
    items: usize,
    task: bool,
    strong: bool,
    /// How many bytes of the row stand outside links.
    unlinked: usize,
    in_link: bool,
    in_front: bool,
}

impl MarkdownReader {
    fn take(&mut self, event: Event, at: Place) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.end_row();
                self.title = Some(level as u8);
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.end_row();
                self.quotes += 1;
            }
            Event::Start(Tag::Item) => {
                self.end_row();
                self.items += 1;
                self.task = false;
            }
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => self.in_front = true,
            Event::Start(Tag::Strong) => self.strong = true,
            Event::Start(Tag::Link { .. }) => self.in_link = true,
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::TableRow) => self.end_row(),
            Event::End(TagEnd::Heading(_)) => {
                self.end_row();
                self.blank(at);
                self.title = None;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                self.end_row();
                self.quotes = self.quotes.saturating_sub(1);
                self.blank(at);
            }
            Event::End(TagEnd::Item) => {
                self.end_row();
                self.items = self.items.saturating_sub(1);
                self.task = false;
            }
            Event::End(TagEnd::MetadataBlock(_)) => self.in_front = false,
            Event::End(TagEnd::Strong) => self.strong = false,
            Event::End(TagEnd::Link) => self.in_link = false,
            Event::End(
                TagEnd::Paragraph
                | TagEnd::CodeBlock
                | TagEnd::TableRow
                | TagEnd::List(_)
                | TagEnd::Table,
            ) => {
                self.end_row();
                self.blank(at);
            }
            Event::End(TagEnd::TableCell) => self.add(" ", at),
            Event::TaskListMarker(_) => self.task = true,
            Event::SoftBreak | Event::HardBreak => self.end_row(),
            Event::Rule => {
                self.end_row();
                self.rows.push(Row::plain(RowKind::Rule, "", at));
            }
            Event::Text(text) if self.in_front => self.front_matter(&text),
            Event::Text(text) | Event::Code(text) => {
                for (number, line) in text.split('\n').enumerate() {
                    if number > 0 {
                        self.end_row();
                    }
                    self.add(line, (at.0 + number, 1));
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str, at: Place) {
        if text.is_empty() {
            return;
        }
        let kind = match self.title {
            Some(level) => RowKind::Title(level),
            None if self.task => RowKind::Task,
            None if self.quotes > 0 => RowKind::Quote,
            None if self.items > 0 => RowKind::Item,
            None => RowKind::Text,
        };
        let row = self.open.get_or_insert_with(|| Row::plain(kind, "", at));
        row.kind = kind;
        if self.strong && row.bold == row.text.len() {
            row.bold += text.len();
        }
        if !self.in_link {
            self.unlinked += text.trim().len();
        }
        row.link |= self.in_link;
        row.text.push_str(text);
    }

    fn end_row(&mut self) {
        if let Some(mut row) = self.open.take() {
            row.link &= self.unlinked == 0;
            let lead = row.text.len() - row.text.trim_start().len();
            row.bold = row.bold.saturating_sub(lead);
            row.text = row.text.trim().to_owned();
            row.bold = row.bold.min(row.text.len());
            if !row.text.is_empty() {
                self.rows.push(row);
            }
        }
        self.unlinked = 0;
    }

    fn blank(&mut self, at: Place) {
        if self.rows.last().is_some_and(|row| row.kind != RowKind::Blank) {
            self.rows.push(Row::plain(RowKind::Blank, "", at));
        }
    }

    fn front_matter(&mut self, text: &str) {
        for line in text.lines() {
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim().trim_matches(['"', '\'', '[', ']']).to_owned();
            let key = if name.trim().eq_ignore_ascii_case("title") {
                Some(Key::Position)
            } else {
                Key::of(name)
            };
            if let Some(key) = key.filter(|_| !value.is_empty()) {
                self.front.push((key, value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_know_what_they_are_and_what_was_bold() {
        let text = "# One\n\n**Dana:** Why *now*?\nSo.\n\n> **S:** it\n> was\n\n- [ ] tick\n- [a](#b)\n- item\n\n---\n";
        let (rows, _) = rows(text);
        let told: Vec<_> = rows
            .iter()
            .filter(|row| row.kind != RowKind::Blank)
            .map(|row| (row.kind, row.text.as_str(), row.bold, row.link, row.at.0))
            .collect();
        let expected = [
            (RowKind::Title(1), "One", 0, false, 1),
            (RowKind::Text, "Dana: Why now?", 5, false, 3),
            (RowKind::Text, "So.", 0, false, 4),
            (RowKind::Quote, "S: it", 2, false, 6),
            (RowKind::Quote, "was", 0, false, 7),
            (RowKind::Task, "tick", 0, false, 9),
            (RowKind::Item, "a", 0, true, 10),
            (RowKind::Item, "item", 0, false, 11),
            (RowKind::Rule, "", 0, false, 13),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn front_matter_names_what_it_is_for() {
        let (_, front) = rows("---\ntitle: \"Panel\"\ncandidate: Ada\n---\n\n# A\n");
        assert_eq!(
            front,
            [(Key::Position, "Panel".to_owned()), (Key::Candidate, "Ada".to_owned())]
        );
    }
}
