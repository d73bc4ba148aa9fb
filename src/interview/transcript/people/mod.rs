//! Who speaks in a transcript: the people its header lists, the labels that mean them, and those it does not list.

pub mod cast;
pub mod header;
pub mod person;

mod key;
mod label_use;
mod misspelt;
mod name;
mod panel_line;
mod turn_starts;
mod unlisted;

use crate::interview::transcript::{
    faults::Faults,
    forms::text::Line,
    people::{cast::Cast, header::TranscriptHeader},
};

/// Everybody who speaks below a header. Whoever is missing from the header and can be told from the turns is seated too,
/// so that the rest can be judged, with a fault that says so.
pub fn assemble(header: TranscriptHeader, body: &[Line], faults: &mut Faults) -> Cast {
    let panel_at = header.panel_at;
    let mut cast = Cast::listed(header, body);
    unlisted::seat_candidate(&mut cast, body, faults);
    unlisted::seat_panel(&mut cast, body, panel_at, faults);
    cast.judge(panel_at, faults);
    cast
}
