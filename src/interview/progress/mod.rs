//! How answers grew: what was answered before, seen by question, section, competency and day, as plain data to be drawn.

pub mod book;
pub mod comparison;
pub mod growth;
pub mod last_time;
pub mod own_ratings;
pub mod past;
pub mod standing;

#[cfg(test)]
mod trial;
