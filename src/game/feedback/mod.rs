//! What was found in an answer, as egui draws it from plain data.

mod added;
mod cards;
pub mod marked;
pub mod model;
mod shares;
