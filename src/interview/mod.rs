//! The functional core: values in, values out. No engine, no disk, no clock, no global chance.

pub mod answer;
pub mod audience;
pub mod casting;
pub mod chance;
pub mod debrief;
pub mod diagnostic;
pub mod drafting;
pub mod lexicon;
pub mod look;
pub mod probing;
pub mod scenario;
pub mod scoring;
pub mod session;
pub mod star;
pub mod transcript;
