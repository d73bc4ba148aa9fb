//! What lies on the table of a mock panel beside its log: the words being written, a rater's sheet, who has the keyboard.

use std::fmt;

use crate::interview::{
    ratings::{ChangeDraft, EvidenceNote, MockPanel, NoteSheet, PanelEvent, PanelTurn, SideBySide},
    scoring::level::Level,
};

/// Whose turn it is at the table, to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableTurn {
    /// This candidate is to sit down.
    Ready(usize),
    /// The candidate types.
    Typing,
    /// The candidate speaks, and this rater takes notes.
    Noting(usize),
    /// The candidate may say their own level.
    OwnLevel,
    /// The keyboard goes to this rater: nobody's notes and ratings are to be seen.
    HandingOver(usize),
    /// This rater rates.
    Rating(usize),
    /// All ratings of this answer are in.
    Comparing(usize),
    /// The panel is over.
    Over,
}

/// The clock of somebody who speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeakingClock {
    /// Nobody speaks yet.
    #[default]
    Waits,
    /// They speak.
    Runs,
    /// It was held.
    Held,
}

/// What lies on the table. It is nowhere printed: what a rater writes is to be seen by nobody else.
#[derive(Clone, Default, PartialEq)]
pub struct PanelDesk {
    /// The candidate's words so far.
    pub words: String,
    /// Whether candidates speak and a rater takes notes.
    pub spoken: bool,
    /// Who takes notes.
    pub noter: usize,
    /// The rater who has the keyboard.
    pub holder: Option<usize>,
    /// Whether the candidate was asked for their own level.
    pub own_asked: bool,
    /// The sheet of whoever has the keyboard.
    pub sheet: NoteSheet,
    /// The note being written.
    pub line: EvidenceNote,
    /// How long the candidate has spoken, in seconds.
    pub spoken_for: f32,
    /// Whether they are being timed.
    pub clock: SpeakingClock,
    /// How long the candidate has sat there, in seconds.
    pub seated: f32,
    /// The level being given.
    pub level: Option<Level>,
    /// What it rests on.
    pub evidence: String,
    /// A change after the reveal.
    pub change: Option<ChangeDraft>,
    /// The answer that is looked at on the last page.
    pub opened: Option<usize>,
    /// Whether the last page calls the candidates by letters.
    pub hides_names: bool,
    /// Whether the panel rests.
    pub rests: bool,
    /// Whether the candidate has a window of their own.
    pub mirrored: bool,
}

impl fmt::Debug for PanelDesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PanelDesk").field("holder", &self.holder).finish_non_exhaustive()
    }
}

impl PanelDesk {
    /// Whose turn it is.
    pub fn turn(&self, panel: &MockPanel) -> TableTurn {
        match panel.turn() {
            PanelTurn::Ready { candidate } => TableTurn::Ready(candidate),
            PanelTurn::Answer { .. } if !self.spoken => TableTurn::Typing,
            PanelTurn::Answer { .. } if self.holder == Some(self.noter) => {
                TableTurn::Noting(self.noter)
            }
            PanelTurn::Answer { .. } => TableTurn::HandingOver(self.noter),
            PanelTurn::Rate { answer, rater } => {
                let answer = &panel.answers()[answer];
                let begins = answer.waiting().len() == panel.setup().raters.len();
                if begins && !self.own_asked && !answer.has_own_level() {
                    TableTurn::OwnLevel
                } else if self.holder == Some(rater) {
                    TableTurn::Rating(rater)
                } else {
                    TableTurn::HandingOver(rater)
                }
            }
            PanelTurn::Compare { answer } => TableTurn::Comparing(answer),
            PanelTurn::Over => TableTurn::Over,
        }
    }

    /// The sheet with the note that is being written on it.
    pub fn whole_sheet(&self) -> NoteSheet {
        let mut sheet = self.sheet.clone();
        if !self.line.text.trim().is_empty() {
            sheet.notes.push(self.line.clone());
        }
        sheet
    }

    /// Lays the note that is being written on the sheet.
    pub fn add_line(&mut self) {
        self.sheet = self.whole_sheet();
        self.line = EvidenceNote::default();
    }

    /// The seconds that the candidate has spoken.
    pub fn seconds(&self) -> u32 {
        // Never below zero, and no interview takes so long that it could not be held.
        self.spoken_for as u32
    }

    /// Takes a rater's sheet and rating off the table.
    pub(super) fn clear_rater(&mut self) {
        self.holder = None;
        self.sheet = NoteSheet::default();
        self.line = EvidenceNote::default();
        self.level = None;
        self.evidence.clear();
    }

    /// Lays everything as it belongs after what happened.
    pub(super) fn follow(&mut self, events: &[PanelEvent]) {
        for event in events {
            match event {
                PanelEvent::CandidateSatDown(_) => self.seated = 0.0,
                PanelEvent::PanelAsked(_) => {
                    self.clear_rater();
                    self.change = None;
                    // On an empty sheet nobody can read anything.
                    self.holder = self.spoken.then_some(self.noter);
                    self.words.clear();
                    self.spoken_for = 0.0;
                    self.clock = SpeakingClock::default();
                    self.own_asked = false;
                }
                PanelEvent::AnswerHeard(_) => {
                    self.clear_rater();
                    self.words.clear();
                    self.clock = SpeakingClock::Held;
                }
                PanelEvent::RatingIn(Some(_)) => self.clear_rater(),
                PanelEvent::RatingIn(None) => self.own_asked = true,
                PanelEvent::Corrected(_) => self.change = None,
                PanelEvent::Passed
                | PanelEvent::NoteTaken
                | PanelEvent::Revealed(_)
                | PanelEvent::JudgeChanged
                | PanelEvent::CandidateDone(_)
                | PanelEvent::PanelOver => {}
            }
        }
    }

    /// Begins to change a rating of an answer that was revealed.
    pub fn begin_change(&mut self, answer: usize, rater: usize, shown: &SideBySide) {
        let Some(given) = shown.ratings.get(rater) else { return };
        let latest = given.corrections.last().map_or(&given.rating, |change| &change.rating);
        self.change = Some(ChangeDraft {
            answer,
            rater,
            level: latest.level,
            evidence: latest.evidence.clone(),
            reason: String::new(),
        });
    }
}
