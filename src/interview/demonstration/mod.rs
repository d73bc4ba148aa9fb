//! Showing answers: a model answer and its twins told step by step, with the marks of what each holds and lacks.
//!
//! A [`program::Program`] says which questions are shown and how; a [`run::StageRun`] goes through it a press at a time. What is
//! shown is a [`steps::Shows`], and the answers it speaks of are [`told::ToldAnswer`]s. Nothing here knows a screen:
//! times come out as milliseconds at a speaking pace, passages as spans.

pub mod handout;
pub mod program;
pub mod run;
pub mod side_by_side;
pub mod steps;
pub mod told;
