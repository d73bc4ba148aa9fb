//! A mock panel: who gave which answer which level, kept apart until all of them are in.
//!
//! [`MockPanel`] is the whole of it, as a value: a [`PanelCommand`] in, [`PanelEvent`]s out, nothing else touched; its log
//! replays to the same panel. It is made of a scenario, a scorer and a [`PanelSetup`] (candidates, raters, questions).
//! [`MockPanel::turn`] says what is asked for now, and a front-end follows it:
//!
//! ```text
//! Ready ─ Begin ─▶ Answer ─ Answer ─▶ Rate ─ Rate, by each rater ─▶ Compare ─ Continue ─▶ Answer … Ready … Over
//!                    └── Pass ──────────────────────────────────────────────────────────────▶┘
//! ```
//!
//! Candidates sit down one after the other and are asked the same questions in the same order. An answer is typed or
//! spoken; what was spoken has no words, so that the game gives it no level. While it is given, a rater may take notes on
//! a [`NoteSheet`]; then every rater gives a [`RaterRating`], and the candidate, if they wish, their own level.
//!
//! **Sealing.** What a rater notes and gives goes into the panel as [`Sealed`], made by [`MockPanel::seal`], and nobody can
//! look into that: not by `Debug`, not by what is written of it, not by the panel's own functions. The game's level is not
//! even worked out. When the last rating is in, [`PanelAnswer::side_by_side`] has all of it; before that it is `None`, and
//! [`PanelAnswer::waiting`] says who is still to rate. Only what a rater noted themselves can be asked for before, by
//! [`MockPanel::notes_of`], to go on writing when it is their turn, and of a rating that was interrupted what they had
//! written, by [`MockPanel::draft_of`]. A rating that is changed after the reveal
//! ([`PanelCommand::Correct`]) stands beside the first with its reason, and the mean stays that of the first ones.
//!
//! [`table::ComparisonTable`] lays candidates side by side, question by question, by name or by letter.

pub mod command;
pub mod mock_panel;
pub mod note_sheet;
pub mod of_candidate;
pub mod rating;
pub mod sealed;
pub mod setup;
pub mod side_by_side;
pub mod table;

mod carrying_out;
#[cfg(test)]
mod tests;

pub use command::{PanelCommand, PanelEvent, PanelRejected, PanelStep};
pub use mock_panel::{MockPanel, PanelAnswer, PanelTurn};
pub use note_sheet::{AnswerFlag, EvidenceNote, NoteSheet};
pub use rating::{ChangeDraft, Correction, RaterRating, RatingDraft};
pub use sealed::Sealed;
pub use setup::PanelSetup;
pub use side_by_side::SideBySide;
