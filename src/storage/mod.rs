//! The only place that touches the disk: scenario files, the session under way, and files read in.

pub mod files;
pub mod journal;
pub mod scenarios;
pub mod settings;
