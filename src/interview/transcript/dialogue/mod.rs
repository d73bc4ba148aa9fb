//! What is said in a transcript: its sections, the turns in them, the questions and the answers to them.

pub mod bank;
pub mod outline;
pub mod pairing;
pub mod talk;
pub mod turns;

mod drafted;
mod follow_up;
mod merging;
mod references;
mod sectioning;
