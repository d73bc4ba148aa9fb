//! What holds of every judgement, whatever the answer.

mod bands;
mod laws;
