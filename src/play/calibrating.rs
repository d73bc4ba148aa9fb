//! A round of calibration, kept: what a rater gives is in the history as soon as it is given.

use crate::{
    interview::{
        calibration::{
            Agreement, CalibrationRound, Example, Examples, LevelPair,
            round::{KnownExample, RatedExample},
        },
        scenario::Scenario,
        scoring::level::Level,
        text::Span,
    },
    play::Keeping,
    storage::{
        examples,
        history::{History, HistoryError},
        scenarios::{self, LoadError},
    },
};

/// Who rates where nobody gave a name.
pub const ONESELF: &str = "you";

/// The scenarios that have examples, with them.
#[derive(Debug, Default)]
pub struct ExampleShelf(Vec<(Scenario, Examples)>);

impl ExampleShelf {
    /// Every scenario there is that has examples; one that cannot be read is left out.
    pub fn all() -> Self {
        let loaded = scenarios::list().into_iter().filter_map(|e| scenarios::load_entry(&e).ok());
        let held = loaded.filter_map(|loaded| {
            let examples = examples::of(&loaded).ok()?;
            (!examples.all().is_empty()).then_some((loaded.scenario, examples))
        });
        Self(held.collect())
    }

    /// One scenario, by its name or file.
    ///
    /// # Errors
    /// What of it, or of its examples, cannot be read.
    pub fn of(scene: &str) -> Result<Self, LoadError> {
        let loaded = scenarios::load(Some(scene))?;
        let examples = examples::of(&loaded)?;
        Ok(Self(vec![(loaded.scenario, examples)]))
    }

    /// The scenarios with their examples.
    pub fn scenes(&self) -> impl Iterator<Item = (&Scenario, &Examples)> {
        self.0.iter().map(|(scenario, examples)| (scenario, examples))
    }
}

/// A weak and a strong example of a question, to be read by whoever answered it below a 3; nothing where there are none.
pub fn contrast(scenario: &Scenario, question: usize) -> Option<(Example, Example)> {
    let shelf = ExampleShelf::all();
    let (of, examples) = shelf.scenes().find(|(of, _)| of.id() == scenario.id())?;
    // A scenario that was changed since may ask something else there.
    let asked = &scenario.questions().get(question)?.id;
    let (question, _) = of.question(asked)?;
    let (weak, strong) = examples.contrast(question)?;
    Some((weak.clone(), strong.clone()))
}

/// A round under way.
#[derive(Debug)]
pub struct Calibrating {
    round: CalibrationRound,
    rater: String,
    keeping: Option<Keeping>,
    before: Vec<LevelPair>,
}

impl Calibrating {
    /// Draws a round for a rater, whose earlier ratings are read where they are kept. `question` keeps it to one question of
    /// one scenario, by their ids.
    ///
    /// # Errors
    /// What the history says.
    pub fn open(
        shelf: &ExampleShelf,
        question: Option<(&str, &str)>,
        seed: u64,
        rater: &str,
        keeping: Option<Keeping>,
    ) -> Result<Self, HistoryError> {
        let before = match &keeping {
            Some(keeping) => History::open(&keeping.folder)?.0.calibrations(rater)?,
            None => Vec::new(),
        };
        let scenes: Vec<_> = shelf.scenes().collect();
        Ok(Self {
            round: CalibrationRound::draw(&scenes, question, seed),
            rater: rater.to_owned(),
            keeping,
            before: before.iter().map(RatedExample::pair).collect(),
        })
    }

    /// The round.
    pub fn round(&self) -> &CalibrationRound {
        &self.round
    }

    /// Rates the current answer and keeps that; gives what is known of the answer, and whether it could be kept.
    pub fn rate(
        &mut self,
        level: Level,
        marked: Vec<Span>,
    ) -> Option<(KnownExample<'_>, Result<(), HistoryError>)> {
        let place = self.round.rated().len();
        self.round.rate(level, marked)?;
        let kept = self.keep(place);
        Some((self.round.known(place)?, kept))
    }

    fn keep(&self, place: usize) -> Result<(), HistoryError> {
        let (Some(keeping), Some(rated)) = (&self.keeping, self.round.rated().get(place)) else {
            return Ok(());
        };
        let (mut history, _) = History::open(&keeping.folder)?;
        history.add_calibration(&self.rater, keeping.clock.now(), rated)
    }

    /// How this round went.
    pub fn agreement(&self) -> Agreement {
        self.round.agreement(&[])
    }

    /// How all rounds of this rater went; nothing where this is the first.
    pub fn agreement_so_far(&self) -> Option<Agreement> {
        (!self.before.is_empty()).then(|| self.round.agreement(&self.before))
    }
}
