//! Who speaks in a transcript: the people its header lists, the labels that mean them, and those it does not list.

pub mod cast;
pub mod header;
pub mod person;

mod cues;
mod key;
mod listening;
mod name;
mod panel_line;
mod unlisted;
