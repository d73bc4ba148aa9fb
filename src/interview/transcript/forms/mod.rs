//! The form a transcript is written in: its bytes become lines, and the labels that stand before what is said.

pub mod label;
pub mod text;
