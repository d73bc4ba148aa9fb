//! Which screen is on.

use bevy::prelude::*;

/// What is on.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The name of the game and where to begin.
    #[default]
    Title,
    /// An interview that is brought, and what was understood of it.
    Bringing,
    /// Who sits on the panel, and how to play.
    Briefing,
    /// The transcript, section by section.
    Reading,
    /// A model answer told to a room, with its twins.
    Demonstration,
    /// Answers of known level, to be rated.
    Gym,
    /// A question and the answer to it.
    Interview,
    /// How the answer went.
    Feedback,
    /// How the interview went.
    Debrief,
    /// What was practised on earlier days, and how it grew.
    Practice,
    /// Who sits at a mock panel, and what is asked.
    PanelSetUp,
    /// A mock panel, from the first candidate to the page that compares them.
    MockPanel,
}
