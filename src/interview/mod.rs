//! The functional core: values in, values out. No engine, no disk, no clock, no global chance.

pub mod calibration;
pub mod chance;
pub mod competency;
pub mod debrief;
pub mod demonstration;
pub mod diagnostic;
pub mod drafting;
pub mod fingerprint;
pub mod importing;
pub mod listening;
pub mod practice;
pub mod probing;
pub mod progress;
pub mod ratings;
pub mod scenario;
pub mod scorecard;
pub mod scoring;
pub mod session;
pub mod star;
pub mod text;
pub mod transcript;
