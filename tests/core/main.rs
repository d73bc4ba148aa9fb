//! Whole files, whole plays and the laws of the core, from outside and without a window.

mod answers;
mod any_text;
mod calibrations;
mod command_line;
mod debriefs;
mod demonstrations;
mod drafts;
mod engines;
mod evenings;
// What is pinned to the letter is what the game says with its encoder.
#[cfg(feature = "meaning")]
mod explaining;
mod forms;
mod journals;
mod languages;
mod laws;
mod listening;
mod made_up;
mod miswritten;
mod mock_panels;
mod plays;
mod probes;
mod scenes;
mod scores;
mod seed;
mod small;
mod tidy;
mod truths;
#[cfg(feature = "meaning")]
mod turned;
mod ward;
