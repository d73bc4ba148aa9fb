//! Documents to hand over, for both front-ends: what stands in one, and how it is written as Markdown, HTML, PDF or a table.
//!
//! A document is plain data ([`PrintedDocument`]); each way of writing escapes for itself, so that no name and no answer can
//! become a heading, a script or a formula.

pub mod briefing;
pub mod card;
pub mod comparing;
pub mod file_name;

pub(crate) mod csv_cell;
pub(crate) mod paper;
pub(crate) mod plain;
pub(crate) mod typesetting;

mod card_table;
mod html;
#[cfg(test)]
mod laws;
mod markdown;
mod pdf;

use crate::interview::scorecard::Scorecard;

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentForm {
    /// Text with marks.
    Markdown,
    /// A page for the browser.
    Html,
    /// Pages to print.
    Pdf,
    /// A table of comma-separated values.
    Csv,
    /// For programs, and to be scored again.
    Json,
}

impl DocumentForm {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Html, Self::Pdf, Self::Csv, Self::Json];

    /// What a file of this form ends in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The form of a file by what its name ends in.
    pub fn by_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        Self::ALL.into_iter().find(|form| form.ending() == ending)
    }
}

/// What stands in a document, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentPart {
    /// A heading, from 1.
    Titled(u16, String),
    /// A paragraph.
    Said(String),
    /// A paragraph behind its name.
    Named(String, String),
    /// Points.
    Listed(Vec<String>),
    /// A table: its head, then its rows.
    Grid(Vec<String>, Vec<Vec<String>>),
    /// So many lines to write on.
    ToWriteOn(usize),
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDocument {
    /// What it is called.
    pub title: String,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// What stands in it.
    pub parts: Vec<DocumentPart>,
}

impl PrintedDocument {
    /// The document in a form for reading; nothing in those for programs.
    ///
    /// # Errors
    /// A letter that the typeface of the PDF lacks, a form that this document has not, or what the writer refuses.
    pub fn write(&self, form: DocumentForm) -> Result<Vec<u8>, String> {
        match form {
            DocumentForm::Markdown => Ok(markdown::write(self).into_bytes()),
            DocumentForm::Html => Ok(html::write(self).into_bytes()),
            DocumentForm::Pdf => pdf::write(self),
            DocumentForm::Csv | DocumentForm::Json => {
                Err(format!("this is not written as .{}: take .md, .html or .pdf", form.ending()))
            }
        }
    }
}

/// A scorecard in a form.
///
/// # Errors
/// As [`PrintedDocument::write`].
pub fn write_card(card: &Scorecard, form: DocumentForm) -> Result<Vec<u8>, String> {
    match form {
        DocumentForm::Json => Ok(card.to_json().into_bytes()),
        DocumentForm::Csv => card_table::write(card),
        form => card::document(card).write(form),
    }
}
