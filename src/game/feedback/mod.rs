//! What was found in an answer, as egui draws it from plain data.

pub mod marked;
pub mod model;
mod shares;
