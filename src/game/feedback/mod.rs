//! What was found in an answer, as egui draws it from plain data.

mod added;
pub mod marked;
pub mod model;
mod shares;
