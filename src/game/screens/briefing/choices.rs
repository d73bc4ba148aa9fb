//! What is chosen in the briefing, and the seeds of interviews for which none was.

use std::collections::BTreeSet;

use bevy::prelude::*;

use crate::{
    interview::{
        scenario::Scenario,
        scoring::Story,
        session::{AnswerKind, Settings},
    },
    play::Round,
    storage::seed::Seeds,
};

/// What is chosen so far.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The settings, but for the story.
    pub settings: Settings,
    /// Whose story will be told; none until it was chosen the first time.
    pub story: Option<Story>,
    /// The questions that are left out, by the ids of their scenario and their own.
    pub left_out: BTreeSet<(String, String)>,
    /// Whether single questions can be chosen, and not only sections.
    pub by_question: bool,
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
        let seed = seed.map(|seed| seed.to_string()).unwrap_or_default();
        Self { settings, seed, ..Self::default() }
    }

    /// The settings to begin with; nothing while it is not chosen whose story will be told. Where the scenario has no
    /// model answer there is nothing to choose.
    pub fn complete(&self, scenario: &Scenario) -> Option<Settings> {
        let story = if scenario.is_own_story() { Story::Own } else { self.story? };
        Some(Settings { story, ..self.settings })
    }

    /// The settings of today's practice: by typing where not every question of it has cards.
    pub fn for_practice<'a>(&self, rounds: impl IntoIterator<Item = &'a Round>) -> Settings {
        let has_cards = |round: &Round| {
            let asked = round.questions.iter().filter_map(|id| round.loaded.scenario.question(id));
            asked.into_iter().all(|(_, question)| !question.cards.is_empty())
        };
        let settings = Settings { story: self.story.unwrap_or_default(), ..self.settings };
        if rounds.into_iter().all(has_cards) {
            settings
        } else {
            Settings { answers: AnswerKind::Typed, ..settings }
        }
    }

    /// Whether a question of a scenario is asked.
    pub fn asks(&self, scenario: &Scenario, id: &str) -> bool {
        let is_it = |(of, question): &(String, String)| of == scenario.id() && question == id;
        !self.left_out.iter().any(is_it)
    }

    /// Has a question of a scenario asked, or left out.
    pub fn ask(&mut self, scenario: &Scenario, id: &str, asked: bool) {
        let question = (scenario.id().to_owned(), id.to_owned());
        if asked {
            self.left_out.remove(&question);
        } else {
            self.left_out.insert(question);
        }
    }

    /// The ids of the questions of a scenario that are asked; nothing where all of them are.
    pub fn only(&self, scenario: &Scenario) -> Option<Vec<String>> {
        let ids = scenario.questions().iter().map(|question| &question.id);
        let asked: Vec<_> = ids.filter(|id| self.asks(scenario, id)).cloned().collect();
        (asked.len() < scenario.questions().len()).then_some(asked)
    }

    /// The settings of an interview that begins now: with their seed where the player set one, else with one of its own.
    pub fn settle(&self, settings: Settings, draw: &mut SeedDraw) -> Settings {
        if self.seed.is_empty() { Settings { seed: draw.0.draw(), ..settings } } else { settings }
    }
}
