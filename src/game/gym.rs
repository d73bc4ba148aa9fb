//! The calibration gym: answers of known level, rated one by one, and what is known of each shown behind it.

use std::collections::BTreeSet;

use bevy::prelude::*;

use crate::{
    game::{
        facts::ExamplesWanted,
        notice::Notice,
        screen::Screen,
        session::{ActiveSession, SaveFolder, WallClock},
    },
    interview::{
        calibration::{
            passages::passages,
            round::{ExampleToRate, KnownExample},
        },
        scoring::level::Level,
        text::Span,
    },
    play::{
        Keeping,
        calibrating::{Calibrating, ExampleShelf, ONESELF},
    },
    storage::seed::Seeds,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ReadableExamples>()
        .init_resource::<RoundSeeds>()
        .add_observer(open)
        .add_systems(OnEnter(Screen::Feedback), look_for_examples)
        .add_systems(OnExit(Screen::Gym), close);
}

/// The seeds of rounds.
#[derive(Resource)]
struct RoundSeeds(Seeds);

impl Default for RoundSeeds {
    fn default() -> Self {
        Self(Seeds::by_the_clock())
    }
}

/// Whether there are answers of known level to the question that was answered last.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadableExamples(pub bool);

/// A round under way, or over.
#[derive(Resource)]
pub struct GymRound {
    calibrating: Calibrating,
    /// What a passage may be marked in: the answer that is shown, cut into passages.
    passages: Vec<Span>,
    marked: BTreeSet<usize>,
    /// The passage that the keyboard is on.
    pub at: usize,
    /// The level that is chosen.
    pub chosen: Option<Level>,
    known: Option<usize>,
    wanted: ExamplesWanted,
}

impl GymRound {
    fn new(calibrating: Calibrating, wanted: ExamplesWanted) -> Self {
        let mut gym = Self {
            calibrating,
            passages: Vec::new(),
            marked: BTreeSet::new(),
            at: 0,
            chosen: None,
            known: None,
            wanted,
        };
        gym.lay_out();
        gym
    }

    fn lay_out(&mut self) {
        let text = self.calibrating.round().current().map(|example| example.text);
        self.passages = text.map(passages).unwrap_or_default();
        self.marked.clear();
        (self.at, self.chosen) = (0, None);
    }

    /// The round.
    pub fn calibrating(&self) -> &Calibrating {
        &self.calibrating
    }

    /// How many answers the round has.
    pub fn of(&self) -> usize {
        self.calibrating.round().len()
    }

    /// The answer that is to be rated now.
    pub fn current(&self) -> Option<ExampleToRate<'_>> {
        self.calibrating.round().current().filter(|_| self.known.is_none())
    }

    /// What is known of the answer that was just rated, with its number.
    pub fn known(&self) -> Option<(usize, KnownExample<'_>)> {
        let place = self.known?;
        Some((place + 1, self.calibrating.round().known(place)?))
    }

    /// The passages of the answer that is shown, each with whether it is marked.
    pub fn passages(&self) -> Vec<(Span, bool)> {
        let marked = |number| self.marked.contains(&number);
        self.passages.iter().enumerate().map(|(number, span)| (*span, marked(number))).collect()
    }

    /// Marks a passage, or no longer.
    pub fn mark(&mut self, passage: usize) {
        if passage < self.passages.len() && !self.marked.remove(&passage) {
            self.marked.insert(passage);
        }
        self.at = passage.min(self.passages.len().saturating_sub(1));
    }

    /// Goes to the passage before (-1) or behind (1).
    pub fn step(&mut self, way: isize) {
        let last = self.passages.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(way).min(last);
    }

    /// Gives the chosen level; what to say, where it cannot be kept.
    pub fn rate(&mut self) -> Option<String> {
        let (level, place) = (self.chosen?, self.calibrating.round().rated().len());
        let marked = self.marked.iter().map(|passage| self.passages[*passage]).collect();
        let (_, kept) = self.calibrating.rate(level, marked)?;
        let trouble = kept.err().map(|error| format!("Your rating cannot be kept: {error}."));
        self.known = Some(place);
        trouble
    }

    /// Goes on to the next answer, or to the end of the round.
    pub fn go_on(&mut self) {
        self.known = None;
        self.lay_out();
    }

    /// The screen to go back to.
    pub fn leads_to(&self) -> Screen {
        match self.wanted {
            ExamplesWanted::Mixed => Screen::Title,
            ExamplesWanted::OfThisQuestion => Screen::Feedback,
        }
    }

    /// What the round is of.
    pub fn wanted(&self) -> ExamplesWanted {
        self.wanted
    }
}

/// The scenario and the question that were answered last, by their ids.
fn last_question(active: Option<&ActiveSession>) -> Option<(String, String)> {
    let session = active?.get();
    let question = session.attempts().last()?.question;
    let scenario = session.scenario();
    Some((scenario.id().to_owned(), scenario.questions()[question].id.clone()))
}

fn look_for_examples(active: Option<Res<ActiveSession>>, mut readable: ResMut<ReadableExamples>) {
    let question = last_question(active.as_deref());
    let there = question.is_some_and(|(scenario, question)| {
        ExampleShelf::all().scenes().any(|(of, examples)| {
            let asked = |at: usize| of.questions()[at].id == question;
            of.id() == scenario && examples.all().iter().any(|example| asked(example.question))
        })
    });
    readable.set_if_neq(ReadableExamples(there));
}

/// Opens a round.
fn open(
    wanted: On<ExamplesWanted>,
    mut commands: Commands,
    active: Option<Res<ActiveSession>>,
    folder: Res<SaveFolder>,
    mut seeds: ResMut<RoundSeeds>,
    clock: Res<WallClock>,
    mut notice: ResMut<Notice>,
    mut next: ResMut<NextState<Screen>>,
) {
    let question = match *wanted {
        ExamplesWanted::Mixed => None,
        ExamplesWanted::OfThisQuestion => last_question(active.as_deref()),
    };
    let question = question.as_ref().map(|(scenario, id)| (scenario.as_str(), id.as_str()));
    let keeping = folder.0.clone().map(|folder| Keeping { folder, clock: clock.0.clone() });
    let shelf = ExampleShelf::all();
    match Calibrating::open(&shelf, question, seeds.0.draw(), ONESELF, keeping) {
        Ok(calibrating) if calibrating.round().is_empty() => {
            notice.0 = Some("There are no answers of known level to rate.".to_owned());
        }
        Ok(calibrating) => {
            commands.insert_resource(GymRound::new(calibrating, *wanted));
            // Another round begins on the screen that is on.
            NextState::set_if_neq(&mut next, Screen::Gym);
        }
        Err(error) => notice.0 = Some(format!("Earlier ratings cannot be read: {error}.")),
    }
}

fn close(mut commands: Commands) {
    commands.remove_resource::<GymRound>();
}
