//! A mock panel under way: who was asked what, what was answered, and where it stands.

use std::sync::Arc;

use crate::interview::{
    fingerprint::Fingerprint,
    ratings::{
        command::PanelStep,
        note_sheet::NoteSheet,
        rating::{RaterRating, RatingDraft},
        sealed::Sealed,
        setup::{PanelSetup, SetupFault},
        side_by_side::SideBySide,
    },
    scenario::{Question, Scenario},
    scoring::{Scorer, engine::Engine, level::Level},
    session::UnixMillis,
};

use serde::{Serialize, de::DeserializeOwned};

/// A mock panel.
#[derive(Clone, Debug)]
pub struct MockPanel {
    pub(super) scenario: Arc<Scenario>,
    pub(super) scorer: Arc<Scorer>,
    /// The engines that may be taken, beside the one by words alone.
    pub(super) engines: Vec<Engine>,
    pub(super) setup: PanelSetup,
    /// The questions that are asked, as indices into the scenario's.
    pub(super) plan: Vec<usize>,
    pub(super) phase: PanelPhase,
    pub(super) answers: Vec<PanelAnswer>,
    /// The notes that were taken before the answer was given, rater by rater.
    pub(super) noted: Vec<Option<Sealed<NoteSheet>>>,
    /// When the question was asked.
    pub(super) asked_at: Option<UnixMillis>,
    pub(super) log: Vec<PanelStep>,
}

/// Where a panel stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PanelPhase {
    Ready { candidate: usize },
    Asking { candidate: usize, place: usize },
    Rating { place: usize },
    Comparing { place: usize },
    Over,
}

impl PanelPhase {
    /// The phase as the end of a sentence.
    pub(super) fn when(self) -> &'static str {
        match self {
            Self::Ready { .. } => "before the candidate has sat down",
            Self::Asking { .. } => "while a question is to be answered",
            Self::Rating { .. } => "while an answer is rated",
            Self::Comparing { .. } => "while ratings are compared",
            Self::Over => "after the end",
        }
    }
}

/// What is asked for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelTurn {
    /// This candidate is to sit down.
    Ready {
        /// The candidate.
        candidate: usize,
    },
    /// This candidate answers.
    Answer {
        /// The candidate.
        candidate: usize,
        /// The question, as an index into the scenario's.
        question: usize,
    },
    /// The raters give their ratings.
    Rate {
        /// The answer, as an index into [`MockPanel::answers`].
        answer: usize,
        /// The first rater in the round who has not rated yet.
        rater: usize,
    },
    /// All ratings are in and can be compared.
    Compare {
        /// The answer, as an index into [`MockPanel::answers`].
        answer: usize,
    },
    /// The panel is over.
    Over,
}

/// An answer to a panel, with its ratings once all are in.
#[derive(Clone, Debug)]
pub struct PanelAnswer {
    pub(super) candidate: usize,
    pub(super) question: usize,
    pub(super) words: Option<String>,
    pub(super) seconds: Option<u32>,
    pub(super) at: Option<UnixMillis>,
    pub(super) notes: Vec<Option<Sealed<NoteSheet>>>,
    pub(super) ratings: Vec<Option<Sealed<RaterRating>>>,
    pub(super) own: Option<Sealed<Level>>,
    pub(super) revealed: Option<SideBySide>,
}

impl PanelAnswer {
    /// Who gave it, as an index into [`PanelSetup::candidates`].
    pub fn candidate(&self) -> usize {
        self.candidate
    }

    /// The question, as an index into the scenario's.
    pub fn question(&self) -> usize {
        self.question
    }

    /// What was typed; nothing where it was spoken.
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// How long it took, where that is known.
    pub fn seconds(&self) -> Option<u32> {
        self.seconds
    }

    /// When it was given, where there was a clock.
    pub fn at(&self) -> Option<UnixMillis> {
        self.at
    }

    /// The raters who have not rated yet; what the others gave stays sealed until there is none.
    pub fn waiting(&self) -> Vec<usize> {
        (0..self.ratings.len()).filter(|rater| self.ratings[*rater].is_none()).collect()
    }

    /// Whether the candidate has given their own level.
    pub fn has_own_level(&self) -> bool {
        self.own.is_some()
    }

    /// All ratings, once all are in.
    pub fn side_by_side(&self) -> Option<&SideBySide> {
        self.revealed.as_ref()
    }
}

impl MockPanel {
    /// A panel that waits for its first candidate.
    ///
    /// # Errors
    /// What of the setup cannot be.
    pub fn new(
        scenario: Arc<Scenario>,
        scorer: Arc<Scorer>,
        setup: PanelSetup,
    ) -> Result<Self, SetupFault> {
        let plan = setup.check(&scenario)?;
        Ok(Self {
            engines: vec![scorer.engine().clone()],
            noted: vec![None; setup.raters.len()],
            scenario,
            scorer,
            setup,
            plan,
            phase: PanelPhase::Ready { candidate: 0 },
            answers: Vec::new(),
            asked_at: None,
            log: Vec::new(),
        })
    }

    /// The same panel, with another engine laid ready for
    /// [`PanelCommand::TakeEngine`](crate::interview::ratings::PanelCommand::TakeEngine).
    #[must_use]
    pub fn with_ready(mut self, engine: Engine) -> Self {
        self.lay_ready(engine);
        self
    }

    /// Lays an engine ready; until it is taken, what judges is the same as before.
    pub fn lay_ready(&mut self, engine: Engine) {
        self.engines.retain(|other| other.basis() != engine.basis());
        self.engines.push(engine);
    }

    /// Seals what is put into a command: a rating, a level, a sheet.
    pub fn seal<T: Serialize + DeserializeOwned>(&self, value: &T) -> Sealed<T> {
        let place = Fingerprint::of([
            self.setup.seed.to_string().as_str(),
            self.log.len().to_string().as_str(),
            self.setup.raters.join("\n").as_str(),
        ]);
        Sealed::new(value, u64::from_str_radix(&place.to_string(), 16).unwrap_or(self.setup.seed))
    }

    /// What was agreed before.
    pub fn setup(&self) -> &PanelSetup {
        &self.setup
    }

    /// The scenario that is asked.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What judges the answer that is compared next.
    pub fn scorer(&self) -> &Arc<Scorer> {
        &self.scorer
    }

    /// The questions that every candidate is asked, as indices into the scenario's.
    pub fn plan(&self) -> &[usize] {
        &self.plan
    }

    /// What is asked for now.
    pub fn turn(&self) -> PanelTurn {
        let last = self.answers.len().saturating_sub(1);
        match self.phase {
            PanelPhase::Ready { candidate } => PanelTurn::Ready { candidate },
            PanelPhase::Asking { candidate, place } => {
                PanelTurn::Answer { candidate, question: self.plan[place] }
            }
            PanelPhase::Rating { .. } => {
                let waiting = self.answers[last].waiting();
                PanelTurn::Rate { answer: last, rater: waiting.first().copied().unwrap_or(0) }
            }
            PanelPhase::Comparing { .. } => PanelTurn::Compare { answer: last },
            PanelPhase::Over => PanelTurn::Over,
        }
    }

    /// The candidate who sits there, or is to sit down; nobody after the end.
    pub fn candidate(&self) -> Option<usize> {
        match self.phase {
            PanelPhase::Ready { candidate } | PanelPhase::Asking { candidate, .. } => {
                Some(candidate)
            }
            PanelPhase::Rating { .. } | PanelPhase::Comparing { .. } => {
                self.answers.last().map(|answer| answer.candidate)
            }
            PanelPhase::Over => None,
        }
    }

    /// The question that was asked last of the candidate who sits there, with its number from 1; none before the first.
    pub fn current(&self) -> Option<(usize, &Question)> {
        match self.phase {
            PanelPhase::Asking { place, .. }
            | PanelPhase::Rating { place }
            | PanelPhase::Comparing { place } => {
                Some((place + 1, &self.scenario.questions()[self.plan[place]]))
            }
            PanelPhase::Ready { .. } | PanelPhase::Over => None,
        }
    }

    /// Every answer, in the order in which they were given.
    pub fn answers(&self) -> &[PanelAnswer] {
        &self.answers
    }

    /// What a candidate answered to a question.
    pub fn answer(&self, candidate: usize, question: usize) -> Option<&PanelAnswer> {
        let of =
            |answer: &&PanelAnswer| answer.candidate == candidate && answer.question == question;
        self.answers.iter().find(of)
    }

    /// What a rater has noted on the answer that is given or rated now, for that rater to go on with.
    pub fn notes_of(&self, rater: usize) -> NoteSheet {
        let noted = match self.phase {
            PanelPhase::Asking { .. } => self.noted.get(rater),
            PanelPhase::Rating { .. } => self.answers.last().and_then(|a| a.notes.get(rater)),
            PanelPhase::Ready { .. } | PanelPhase::Comparing { .. } | PanelPhase::Over => None,
        };
        noted.and_then(Option::as_ref).and_then(Sealed::open).unwrap_or_default()
    }

    /// What a rater had written of a rating, for that rater to go on with when it is their turn.
    pub fn draft_of(&self, rater: usize, draft: &Sealed<RatingDraft>) -> Option<RatingDraft> {
        let theirs = matches!(self.turn(), PanelTurn::Rate { rater: turn, .. } if turn == rater);
        draft.open().filter(|_| theirs)
    }

    /// The steps that led here; the ratings in it stay sealed for ever.
    pub fn log(&self) -> &[PanelStep] {
        &self.log
    }
}
