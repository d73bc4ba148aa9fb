//! The table at which a mock panel is held: the panel and what lies beside it. It alone writes the panel.

use bevy::prelude::*;

use crate::{
    game::mock_panel::desk::{PanelDesk, TableTurn},
    interview::ratings::{
        EvidenceNote, MockPanel, PanelCommand, PanelRejected, PanelSetup, PanelTurn, RaterRating,
        RatingDraft, Sealed,
    },
    interview::scoring::level::Level,
    play::mock_panel::{PanelDone, PanelPlay},
    storage::{
        files::FileError,
        panel_journal::{PanelDraft, PanelHeader},
    },
};

/// What is done at the table. What a rater wrote is read off the desk and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableAction {
    /// The candidate sits down.
    Begin,
    /// The candidate hands in what they typed.
    HandIn,
    /// The candidate has spoken.
    Spoken,
    /// The question is left unanswered.
    Pass,
    /// From here on candidates speak, or type.
    Speak(bool),
    /// The next rater takes the notes.
    PassNotes,
    /// Whoever the keyboard goes to has it.
    Sit,
    /// The candidate's own level, or none.
    OwnLevel(Option<Level>),
    /// The rating on the desk is given.
    Seal,
    /// The change on the desk is kept beside the first rating.
    Change,
    /// On to what comes next.
    Continue,
    /// The panel rests.
    Rest,
    /// It goes on.
    Resume,
    /// It ends as it stands.
    Finish,
}

/// The table.
#[derive(Resource, Debug)]
pub struct PanelTable {
    play: PanelPlay,
    /// What lies on it.
    pub desk: PanelDesk,
    /// A rating that was interrupted, until whoever wrote it sits there again.
    interrupted: Option<(usize, Sealed<RatingDraft>)>,
}

impl PanelTable {
    /// A table at which nobody sits yet.
    pub fn open(play: PanelPlay, spoken: bool) -> Self {
        let hides_names = play.panel().setup().hides_names;
        let desk = PanelDesk { spoken, hides_names, ..PanelDesk::default() };
        Self { play, desk, interrupted: None }
    }

    /// A table to which everybody comes back.
    pub fn take_up(play: PanelPlay, draft: PanelDraft) -> Self {
        let mut table = Self::open(play, false);
        let answers = table.panel().answers();
        let last = answers.last().map(|answer| answer.words().is_none());
        table.desk.own_asked = answers.last().is_some_and(|answer| answer.has_own_level());
        // Of an answer that is being rated it is known; of one that is being given what lies there tells it.
        let spoke = last == Some(true);
        table.desk.spoken = match table.panel().turn() {
            PanelTurn::Answer { .. } => draft.notes.is_some() || (draft.words.is_empty() && spoke),
            _ => spoke,
        };
        table.desk.spoken_for = draft.seconds as f32;
        table.desk.words = draft.words;
        table.desk.change = draft.change;
        table.interrupted = draft.rating;
        if let Some((rater, sheet)) = draft.notes {
            table.desk.noter = rater.min(table.panel().setup().raters.len() - 1);
            // What was noted goes into the panel, from where the rater who noted it gets it back. A seal that was
            // damaged is refused, and the sheet is empty then.
            let _ = table.play.apply(PanelCommand::Note { rater, sheet });
        }
        table
    }

    /// The panel.
    pub fn panel(&self) -> &MockPanel {
        self.play.panel()
    }

    /// The panel, and what lies beside it to be written on.
    pub fn parts(&mut self) -> (&MockPanel, &mut PanelDesk) {
        (self.play.panel(), &mut self.desk)
    }

    /// What the panel was set up with, and when.
    pub fn header(&self) -> &PanelHeader {
        self.play.header()
    }

    /// Whose turn it is.
    pub fn turn(&self) -> TableTurn {
        self.desk.turn(self.panel())
    }

    /// Does what was asked for.
    ///
    /// # Errors
    /// Why it makes no sense now; nothing has changed then.
    pub fn take(&mut self, action: TableAction) -> Result<PanelDone, PanelRejected> {
        let mut done = PanelDone { events: Vec::new(), saved: Ok(()), notice: None };
        match action {
            TableAction::Begin => self.carry_out(PanelCommand::Begin, &mut done)?,
            TableAction::HandIn => {
                let words = Some(self.desk.words.clone());
                self.carry_out(PanelCommand::Answer { words, seconds: None }, &mut done)?;
            }
            TableAction::Spoken => {
                self.lay_sheet(&mut done)?;
                let seconds = Some(self.desk.seconds());
                self.carry_out(PanelCommand::Answer { words: None, seconds }, &mut done)?;
            }
            TableAction::Pass => self.carry_out(PanelCommand::Pass, &mut done)?,
            TableAction::Speak(spoken) => {
                self.lay_sheet(&mut done)?;
                self.desk.spoken = spoken;
                let notes = self.panel().notes_of(self.desk.noter);
                // Who comes to a sheet with nothing on it can read nothing.
                self.desk.holder = (spoken && notes.is_empty()).then_some(self.desk.noter);
            }
            TableAction::PassNotes => {
                self.lay_sheet(&mut done)?;
                self.desk.clear_rater();
                self.desk.noter = (self.desk.noter + 1) % self.setup().raters.len();
            }
            TableAction::Sit => {
                if let TableTurn::HandingOver(to) = self.turn() {
                    self.desk.clear_rater();
                    self.desk.holder = Some(to);
                    self.desk.sheet = self.panel().notes_of(to);
                    self.go_on_with_rating(to);
                }
            }
            TableAction::OwnLevel(level) => {
                if let Some(level) = level {
                    let level = self.panel().seal(&level);
                    self.carry_out(PanelCommand::RateOneself(level), &mut done)?;
                }
                self.desk.own_asked = true;
            }
            TableAction::Seal => {
                if let (TableTurn::Rating(rater), Some(level)) = (self.turn(), self.desk.level) {
                    self.lay_sheet(&mut done)?;
                    let evidence = self.desk.evidence.clone();
                    let rating = self.panel().seal(&RaterRating { level, evidence });
                    self.carry_out(PanelCommand::Rate { rater, rating }, &mut done)?;
                }
            }
            TableAction::Change => {
                if let Some(change) = self.desk.change.clone() {
                    let rating = RaterRating { level: change.level, evidence: change.evidence };
                    let (answer, rater, reason) = (change.answer, change.rater, change.reason);
                    let command = PanelCommand::Correct { answer, rater, rating, reason };
                    self.carry_out(command, &mut done)?;
                }
            }
            TableAction::Continue => self.carry_out(PanelCommand::Continue, &mut done)?,
            TableAction::Rest => self.desk.rests = true,
            TableAction::Resume => self.desk.rests = false,
            TableAction::Finish => {
                self.lay_sheet(&mut done)?;
                self.carry_out(PanelCommand::Finish, &mut done)?;
                self.desk.rests = false;
            }
        }
        Ok(done)
    }

    fn setup(&self) -> &PanelSetup {
        self.panel().setup()
    }

    fn carry_out(
        &mut self,
        command: PanelCommand,
        done: &mut PanelDone,
    ) -> Result<(), PanelRejected> {
        let PanelDone { events, saved, notice } = self.play.apply(command)?;
        self.desk.follow(&events);
        done.events.extend(events);
        done.saved = saved;
        done.notice = notice.or(done.notice.take());
        Ok(())
    }

    /// Puts the sheet of whoever has the keyboard into the panel, sealed, where anything on it changed.
    fn lay_sheet(&mut self, done: &mut PanelDone) -> Result<(), PanelRejected> {
        let Some(rater) = self.desk.holder else { return Ok(()) };
        let sheet = self.desk.whole_sheet();
        if sheet == self.panel().notes_of(rater) {
            return Ok(());
        }
        let sealed = self.panel().seal(&sheet);
        self.carry_out(PanelCommand::Note { rater, sheet: sealed }, done)?;
        self.desk.sheet = sheet;
        self.desk.line = EvidenceNote::default();
        Ok(())
    }

    /// Lays what a rater had written of their rating before them again.
    fn go_on_with_rating(&mut self, rater: usize) {
        let theirs = self.interrupted.take_if(|(of, _)| *of == rater);
        let draft = theirs.and_then(|(_, draft)| self.panel().draft_of(rater, &draft));
        if let Some(RatingDraft { level, evidence }) = draft {
            self.desk.level = level;
            self.desk.evidence = evidence;
        }
    }

    /// What is being written, as it is kept: what a rater writes is sealed in it.
    pub fn draft(&self) -> PanelDraft {
        let (panel, desk) = (self.panel(), &self.desk);
        let rates = matches!(panel.turn(), PanelTurn::Rate { .. });
        let rating = desk.holder.filter(|_| rates).map(|rater| {
            let draft = RatingDraft { level: desk.level, evidence: desk.evidence.clone() };
            (rater, panel.seal(&draft))
        });
        PanelDraft {
            steps: panel.log().len(),
            words: desk.words.clone(),
            notes: desk.holder.map(|rater| (rater, panel.seal(&desk.whole_sheet()))),
            rating: rating.or_else(|| self.interrupted.clone()),
            change: desk.change.clone(),
            seconds: desk.seconds(),
        }
    }

    /// Keeps what is being written on the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self) -> Result<(), FileError> {
        self.play.keep(&self.draft())
    }

    /// Clears the table; a panel that is not over can be taken up again.
    ///
    /// # Errors
    /// What the system says.
    pub fn close(self) -> Result<(), FileError> {
        self.play.close()
    }
}
