//! Practice until the day: what was answered goes in, what today's minutes are best spent on comes out.
//!
//! Days come in as arguments and nothing is remembered between two calls, so that the plan of an evening is that of its
//! history and no other. What was missed makes no debt: every evening is planned anew within the minutes asked for.

pub mod day;
pub mod grade;
pub mod memory;
pub mod plan;
pub mod question;
pub mod reason;
pub mod simulation;

pub(in crate::interview) mod chosen;
#[cfg(test)]
mod laws;

pub use chosen::usual_minutes;
