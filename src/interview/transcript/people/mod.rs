//! Who speaks in a transcript: the people its header lists, the labels that mean them, and those it does not list.

pub mod answering;
pub mod cast;
pub mod gathered;
pub mod header;
pub mod key;
pub mod misspelt;
pub mod named;
pub mod panel_line;
pub mod person;
pub mod seating;

mod label_use;
mod name;
mod turn_starts;
mod unlisted;

use crate::interview::transcript::{
    faults::Faults,
    lines::Line,
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
