//! Hot Seat: practising panel interviews.
//!
//! A transcript of an interview becomes a [`Scenario`]; a [`Session`] plays it, a command in and events out; the
//! scoring engine turns each answer into findings with their evidence; the [`Debrief`] says what the whole of it showed.
//! Bevy's window and the terminal are two ways to hold that chain.
//!
//! ```text
//! transcript → Scenario → Session (command in, events out) → findings → Debrief
//! ```
//!
//! | folder | what it holds |
//! |---|---|
//! | [`interview`] | the functional core: everything that can be decided without a screen |
//! | [`storage`] | the disk and the clock: scenario files, journals, the history, what is remembered |
//! | [`play`] | an interview or a mock panel under way: journal, draft, history and take-up; what today is best spent on; documents to hand over |
//! | [`terminal`] | the command line and the terminal front-end |
//! | `game` | the window (feature `window`) |
//!
//! # Invariants
//!
//! 1. Imports flow one way: `game`, `terminal` → `play` → `storage` → `interview`; never back, never between the front-ends.
//! 2. `interview` never names Bevy, egui, the disk, a clock or a global source of chance: time, seed and text are
//!    arguments.
//! 3. Only `game/session.rs` writes the session in the window; the screen follows its events and never leads them.
//! 4. `interview` returns data, spans and plain sentences, never markup; each front-end escapes for itself.
//! 5. Same scenario, seed, settings, engine and answers: the same session, findings and debrief, byte for byte. An engine
//!    is a value; taking a better one is a command in the log, so that a replay judges as it was judged.
//! 6. No score without evidence: a finding names the words it rests on and says one sentence. Nothing is ever claimed
//!    about tone, voice or character.
//! 7. Whatever both front-ends need belongs in the core or in `play`.
//! 8. Nobody's rating of an answer can be seen, anywhere, before all ratings of it are in.
//!
//! `tests/core/tidy.rs` holds what of this can be read off the sources.
//!
//! [`Scenario`]: interview::scenario::Scenario
//! [`Session`]: interview::session::Session
//! [`Debrief`]: interview::debrief::Debrief

#[cfg(feature = "window")]
pub mod game;
pub mod interview;
pub mod play;
pub mod storage;
pub mod terminal;
