//! A mock panel under way, kept: whatever was carried out is on the disk before the next is taken.

use std::sync::Arc;

use crate::{
    interview::{
        ratings::{
            MockPanel, PanelCommand, PanelEvent, PanelRejected, PanelSetup, setup::SetupFault,
        },
        scoring::{Scorer, engine::Engine},
        session::UnixMillis,
    },
    play::{Keeping, NotTakenUp},
    storage::{
        files::FileError,
        history::{History, HistoryError},
        panel_journal::{KeptPanel, PanelDraft, PanelHeader, PanelJournal},
        scenarios::Loaded,
    },
};

/// A mock panel under way.
#[derive(Debug)]
pub struct PanelPlay {
    panel: MockPanel,
    header: PanelHeader,
    /// Where it is kept; nowhere in a script, which has no clock either.
    keeping: Option<Keeping>,
    journal: Option<PanelJournal>,
    /// How many steps the journal was given.
    noted: usize,
}

/// What a command did.
#[derive(Debug)]
pub struct PanelDone {
    /// What happened.
    pub events: Vec<PanelEvent>,
    /// Whether it could be written down.
    pub saved: Result<(), FileError>,
    /// What is to be told of the history, where the panel could not be added to it.
    pub notice: Option<String>,
}

impl PanelPlay {
    /// A panel that waits for its first candidate, judged by this engine, to be kept here.
    ///
    /// # Errors
    /// What of the setup cannot be.
    pub fn open(
        loaded: Loaded,
        setup: PanelSetup,
        engine: &Engine,
        keeping: Option<Keeping>,
    ) -> Result<Self, SetupFault> {
        let Loaded { name, text, scenario, .. } = loaded;
        let scorer = Arc::new(Scorer::of(&scenario));
        let panel = MockPanel::new(Arc::new(scenario), scorer, setup.clone())?;
        let at = keeping.as_ref().map(|keeping| keeping.clock.now());
        let header = PanelHeader::new(&name, &text, setup, at);
        let panel = panel.with_ready(engine.clone());
        let mut play = Self { panel, header, keeping, journal: None, noted: 0 };
        // It is in the log before anything is asked, and on the disk with the beginning. No phase forbids it so early.
        let _ = play.carry_out(PanelCommand::TakeEngine(engine.judged_by()));
        Ok(play)
    }

    /// Takes up a panel that was interrupted, with what was being typed or noted.
    ///
    /// # Errors
    /// Why it cannot be gone on with.
    pub fn take_up(
        keeping: Keeping,
        kept: &KeptPanel,
        engine: &Engine,
    ) -> Result<(Self, PanelDraft), NotTakenUp> {
        let panel = kept.replay(engine).map_err(NotTakenUp::Unplayable)?;
        let journal = PanelJournal::reopen(kept)?;
        let draft = kept.draft_for(&panel).unwrap_or_default();
        let noted = panel.log().len();
        let header = kept.header.clone();
        Ok((Self { panel, header, keeping: Some(keeping), journal: Some(journal), noted }, draft))
    }

    /// The panel.
    pub fn panel(&self) -> &MockPanel {
        &self.panel
    }

    /// What it was set up with, and when.
    pub fn header(&self) -> &PanelHeader {
        &self.header
    }

    /// Carries a command out and writes it down.
    ///
    /// # Errors
    /// Why it makes no sense now; nothing has changed then.
    pub fn apply(&mut self, command: PanelCommand) -> Result<PanelDone, PanelRejected> {
        let events = self.carry_out(command)?;
        let saved = self.note();
        let keeps =
            |event: &PanelEvent| matches!(event, PanelEvent::PanelOver | PanelEvent::Corrected(_));
        let is_over = self.panel.candidate().is_none();
        let notice = (saved.is_ok() && is_over && events.iter().any(keeps))
            .then(|| self.remember().err())
            .flatten()
            .map(|error| format!("The panel cannot be added to your history: {error}."));
        Ok(PanelDone { events, saved, notice })
    }

    fn carry_out(&mut self, command: PanelCommand) -> Result<Vec<PanelEvent>, PanelRejected> {
        match &self.keeping {
            Some(keeping) => self.panel.apply_at(command, keeping.clock.now()),
            None => self.panel.apply(command),
        }
    }

    /// Writes down what was not yet: the last step, or all of them where the journal could not be begun before.
    fn note(&mut self) -> Result<(), FileError> {
        if self.journal.is_none() {
            let Some(Keeping { folder, .. }) = &self.keeping else { return Ok(()) };
            self.journal = Some(PanelJournal::begin(folder, &self.header)?);
            self.noted = 0;
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let mut written = Ok(());
        for step in &self.panel.log()[self.noted..] {
            written = journal.note(step);
        }
        self.noted = self.panel.log().len();
        written
    }

    /// Puts the panel into the history.
    fn remember(&self) -> Result<(), HistoryError> {
        let (Some(keeping), Some(journal)) = (&self.keeping, &self.journal) else { return Ok(()) };
        let (mut history, _) = History::open(&keeping.folder)?;
        let begun = self.header.at.unwrap_or(UnixMillis(0));
        let title = self.panel.scenario().title();
        let day = keeping.clock.day_of(begun);
        let text = journal.text()?;
        history.put_mock_panel((&journal.uid(), title), begun, day, &text)
    }

    /// Keeps what is being written.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self, draft: &PanelDraft) -> Result<(), FileError> {
        self.journal.as_ref().map_or(Ok(()), |journal| journal.keep_draft(draft))
    }

    /// Puts the journal of a panel away that is over; one that is not can be taken up again.
    ///
    /// # Errors
    /// What the system says.
    pub fn close(self) -> Result<(), FileError> {
        match self.journal.filter(|_| self.panel.candidate().is_none()) {
            Some(journal) => journal.close(),
            None => Ok(()),
        }
    }
}
