//! What a command does to a mock panel.

use std::sync::Arc;

use crate::interview::{
    ratings::{
        command::{PanelCommand, PanelEvent, PanelRejected, PanelStep},
        mock_panel::{MockPanel, PanelAnswer, PanelPhase},
        note_sheet::{NoteSheet, within},
        rating::{Correction, MAX_EVIDENCE, RaterRating},
        sealed::Sealed,
        side_by_side::{ShownRating, SideBySide},
    },
    scoring::{Story, judged_by::JudgedBy},
    session::UnixMillis,
    text::MAX_ANSWER,
};

impl MockPanel {
    /// Carries a command out that was given at no time in particular.
    ///
    /// # Errors
    /// Why it makes no sense now; the panel is then as it was.
    pub fn apply(&mut self, command: PanelCommand) -> Result<Vec<PanelEvent>, PanelRejected> {
        self.carry_out(PanelStep { at: None, command })
    }

    /// Carries a command out that was given at this time.
    ///
    /// # Errors
    /// As [`Self::apply`].
    pub fn apply_at(
        &mut self,
        command: PanelCommand,
        at: UnixMillis,
    ) -> Result<Vec<PanelEvent>, PanelRejected> {
        self.carry_out(PanelStep { at: Some(at), command })
    }

    /// This panel with a log carried out.
    ///
    /// # Errors
    /// The first step that does not fit.
    pub fn replayed(
        mut self,
        log: impl IntoIterator<Item = PanelStep>,
    ) -> Result<Self, PanelRejected> {
        for step in log {
            self.carry_out(step)?;
        }
        Ok(self)
    }

    fn carry_out(&mut self, step: PanelStep) -> Result<Vec<PanelEvent>, PanelRejected> {
        let at = step.at;
        let events = match (&step.command, self.phase) {
            (PanelCommand::Begin, PanelPhase::Ready { candidate }) => {
                let mut events = vec![PanelEvent::CandidateSatDown(candidate)];
                events.extend(self.ask(candidate, 0, at));
                events
            }
            (PanelCommand::Answer { words, seconds }, PanelPhase::Asking { candidate, place }) => {
                self.hear(words.as_deref(), *seconds, (candidate, place), at)?
            }
            (PanelCommand::Pass, PanelPhase::Asking { candidate, place }) => {
                let mut events = vec![PanelEvent::Passed];
                events.extend(self.go_on(candidate, place, at));
                events
            }
            (
                PanelCommand::Note { rater, sheet },
                PanelPhase::Asking { place, .. } | PanelPhase::Rating { place },
            ) => self.note(*rater, sheet, place)?,
            (PanelCommand::RateOneself(level), PanelPhase::Rating { .. }) => {
                level.open().ok_or(PanelRejected::BrokenSeal)?;
                if let Some(answer) = self.answers.last_mut() {
                    answer.own = Some(level.clone());
                }
                vec![PanelEvent::RatingIn(None)]
            }
            (PanelCommand::Rate { rater, rating }, PanelPhase::Rating { place }) => {
                self.rate(*rater, rating, place)?
            }
            (PanelCommand::Correct { answer, rater, rating, reason }, _) => {
                let correction = Correction {
                    rating: rating.tidied(),
                    reason: within(reason, MAX_EVIDENCE),
                    at,
                };
                self.correct(*answer, *rater, correction)?
            }
            (PanelCommand::Continue, PanelPhase::Comparing { place }) => {
                let candidate = self.answers.last().map_or(0, PanelAnswer::candidate);
                self.go_on(candidate, place, at)
            }
            (PanelCommand::TakeEngine(wanted), phase) if phase != PanelPhase::Over => {
                self.take_engine(wanted);
                vec![PanelEvent::JudgeChanged]
            }
            (PanelCommand::Finish, phase) if phase != PanelPhase::Over => {
                self.phase = PanelPhase::Over;
                vec![PanelEvent::PanelOver]
            }
            (command, phase) => {
                return Err(PanelRejected::NotNow { command: command.name(), when: phase.when() });
            }
        };
        self.log.push(step);
        Ok(events)
    }

    fn ask(&mut self, candidate: usize, place: usize, at: Option<UnixMillis>) -> Vec<PanelEvent> {
        self.phase = PanelPhase::Asking { candidate, place };
        self.asked_at = at;
        self.noted = vec![None; self.setup.raters.len()];
        vec![PanelEvent::PanelAsked(self.plan[place])]
    }

    /// What comes behind a question: the next one, the next candidate, or the end.
    fn go_on(&mut self, candidate: usize, place: usize, at: Option<UnixMillis>) -> Vec<PanelEvent> {
        if place + 1 < self.plan.len() {
            return self.ask(candidate, place + 1, at);
        }
        let done = PanelEvent::CandidateDone(candidate);
        if candidate + 1 < self.setup.candidates.len() {
            self.phase = PanelPhase::Ready { candidate: candidate + 1 };
            return vec![done];
        }
        self.phase = PanelPhase::Over;
        vec![done, PanelEvent::PanelOver]
    }

    fn hear(
        &mut self,
        words: Option<&str>,
        seconds: Option<u32>,
        (candidate, place): (usize, usize),
        at: Option<UnixMillis>,
    ) -> Result<Vec<PanelEvent>, PanelRejected> {
        if let Some(words) = words {
            if !words.chars().any(char::is_alphanumeric) {
                return Err(PanelRejected::NothingSaid);
            }
            let characters = words.chars().count();
            if characters > MAX_ANSWER {
                return Err(PanelRejected::TooLong { characters, at_most: MAX_ANSWER });
            }
        }
        let timed = || {
            let (asked, at) = (self.asked_at?, at?);
            // A clock that stands still times nothing.
            u32::try_from(at.0.saturating_sub(asked.0) / 1000).ok().filter(|seconds| *seconds > 0)
        };
        self.answers.push(PanelAnswer {
            candidate,
            question: self.plan[place],
            words: words.map(str::to_owned),
            seconds: seconds.or_else(timed),
            at,
            notes: std::mem::take(&mut self.noted),
            ratings: vec![None; self.setup.raters.len()],
            own: None,
            revealed: None,
        });
        self.phase = PanelPhase::Rating { place };
        Ok(vec![PanelEvent::AnswerHeard(self.answers.len() - 1)])
    }

    fn note(
        &mut self,
        rater: usize,
        sheet: &Sealed<NoteSheet>,
        place: usize,
    ) -> Result<Vec<PanelEvent>, PanelRejected> {
        sheet.open().ok_or(PanelRejected::BrokenSeal)?;
        let notes = match self.phase {
            PanelPhase::Rating { .. } => self.answers.last_mut().map(|answer| &mut answer.notes),
            _ => Some(&mut self.noted),
        };
        debug_assert!(place < self.plan.len());
        let notes = notes.and_then(|notes| notes.get_mut(rater));
        *notes.ok_or(PanelRejected::NoSuchRater(rater + 1))? = Some(sheet.clone());
        Ok(vec![PanelEvent::NoteTaken])
    }

    fn rate(
        &mut self,
        rater: usize,
        rating: &Sealed<RaterRating>,
        place: usize,
    ) -> Result<Vec<PanelEvent>, PanelRejected> {
        rating.open().ok_or(PanelRejected::BrokenSeal)?;
        let last = self.answers.len() - 1;
        let given = self.answers[last].ratings.get_mut(rater);
        *given.ok_or(PanelRejected::NoSuchRater(rater + 1))? = Some(rating.clone());
        let mut events = vec![PanelEvent::RatingIn(Some(rater))];
        if self.answers[last].waiting().is_empty() {
            let revealed = self.reveal(&self.answers[last])?;
            self.answers[last].revealed = Some(revealed);
            self.phase = PanelPhase::Comparing { place };
            events.push(PanelEvent::Revealed(last));
        }
        Ok(events)
    }

    /// Opens what was given to an answer, and judges it.
    fn reveal(&self, answer: &PanelAnswer) -> Result<SideBySide, PanelRejected> {
        let key_points = self.scenario.questions()[answer.question].model.key_points.len();
        let notes = |rater: usize| {
            let sheet = answer.notes.get(rater)?.as_ref()?.open()?;
            Some(sheet.tidied(key_points))
        };
        let opened = answer.ratings.iter().enumerate().map(|(rater, rating)| {
            let rating = rating.as_ref().and_then(Sealed::open).ok_or(PanelRejected::BrokenSeal)?;
            let sheet = notes(rater).unwrap_or_default();
            Ok(ShownRating { rater, rating: rating.tidied(), sheet, corrections: Vec::new() })
        });
        let ratings = opened.collect::<Result<Vec<_>, _>>()?;
        // Candidates tell stories of their own.
        let judged = answer.words.as_deref().map(|words| {
            let judged = self.scorer.assess(answer.question, words, Story::Own);
            judged.map(Box::new).map_err(|_| PanelRejected::NothingSaid)
        });
        let own = answer.own.as_ref().and_then(Sealed::open);
        Ok(SideBySide { ratings, own, game: judged.transpose()? })
    }

    fn correct(
        &mut self,
        answer: usize,
        rater: usize,
        correction: Correction,
    ) -> Result<Vec<PanelEvent>, PanelRejected> {
        if correction.reason.is_empty() {
            return Err(PanelRejected::NoReason);
        }
        let revealed = self.answers.get_mut(answer).and_then(|answer| answer.revealed.as_mut());
        let revealed = revealed.ok_or(PanelRejected::NoSuchAnswer(answer + 1))?;
        let shown = revealed.ratings.get_mut(rater);
        shown.ok_or(PanelRejected::NoSuchRater(rater + 1))?.corrections.push(correction);
        Ok(vec![PanelEvent::Corrected(answer)])
    }

    /// Judges by the engine of a description from now on; where it is not there, words alone are compared.
    fn take_engine(&mut self, wanted: &JudgedBy) {
        let ready = self.engines.iter().find(|engine| engine.basis() == wanted.basis);
        self.scorer = Arc::new(self.scorer.with(ready.cloned().unwrap_or_default()));
    }
}
