//! The only place that touches the disk: scenario files, the session under way, the history, and files read in.

pub mod clock;
pub mod draft;
pub mod erasing;
pub mod examples;
pub mod files;
pub mod history;
pub mod journal;
pub mod panel_journal;
pub mod programs;
pub mod scenarios;
pub mod seed;
pub mod settings;
pub mod shelf;
pub mod stage_run;
pub mod unfinished;

mod line_log;
