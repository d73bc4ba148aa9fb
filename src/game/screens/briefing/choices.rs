//! What is chosen in the briefing, and the seeds of interviews for which none was.

use bevy::prelude::*;

use crate::{
    interview::{scenario::Scenario, scoring::Story, session::Settings},
    storage::seed::Seeds,
};

/// What is chosen so far.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The settings, but for the story.
    pub settings: Settings,
    /// Whose story will be told; none until it was chosen the first time.
    pub story: Option<Story>,
    /// The seed as it is being written; where nothing is, every interview has its own.
    pub seed: String,
}

/// The seeds of interviews for which the player set none.
#[derive(Resource, Clone, Copy, Debug)]
pub struct SeedDraw(pub Seeds);

impl Default for SeedDraw {
    fn default() -> Self {
        Self(Seeds::by_the_clock())
    }
}

impl Choices {
    /// Choices that begin with these settings, their seed among them, and leave the story open.
    pub fn new(settings: Settings) -> Self {
        Self::with_seed(settings, Some(settings.seed))
    }

    /// Choices that begin with these settings and this seed, if there is one, and leave the story open.
    pub fn with_seed(settings: Settings, seed: Option<u64>) -> Self {
        Self { settings, story: None, seed: seed.map(|seed| seed.to_string()).unwrap_or_default() }
    }

    /// The settings to begin with; nothing while it is not chosen whose story will be told. Where the scenario has no
    /// model answer there is nothing to choose.
    pub fn complete(&self, scenario: &Scenario) -> Option<Settings> {
        let story = if scenario.is_own_story() { Story::Own } else { self.story? };
        Some(Settings { story, ..self.settings })
    }

    /// The settings of an interview that begins now: with their seed where the player set one, else with one of its own.
    pub fn settle(&self, settings: Settings, draw: &mut SeedDraw) -> Settings {
        if self.seed.is_empty() { Settings { seed: draw.0.draw(), ..settings } } else { settings }
    }
}
