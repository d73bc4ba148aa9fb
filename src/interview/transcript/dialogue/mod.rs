//! What is said in a transcript: its sections, the turns in them, the questions and the answers to them.

pub mod outline;
pub mod pairing;
pub mod turns;

mod follow_up;
mod references;
