//! An interview under way, the same for both front-ends: the session, the journal it is kept in, the words being typed,
//! and how one that was left is taken up again.
//!
//! A front-end shows what the session holds and gives it commands; whatever was carried out is on the disk before the
//! next is taken, and what cannot be written is tried again with the next step.

mod taking_up;

pub use taking_up::{NotTakenUp, TakenUp, take_up};

use std::{path::PathBuf, sync::Arc};

use crate::{
    interview::{
        scenario::Scenario,
        scoring::{Scorer, engine::Engine},
        session::{Command, Event, Rejected, Session, Settings, Turn},
    },
    storage::{
        clock, draft::Draft, files::FileError, journal::Journal, scenarios::Loaded,
        unfinished::JournalHeader,
    },
};

/// An interview under way.
#[derive(Debug)]
pub struct Play {
    session: Session,
    /// What the journal says of the interview.
    header: JournalHeader,
    /// Where it is kept; nowhere in a script, which has no clock either.
    folder: Option<PathBuf>,
    journal: Option<Journal>,
    /// How many steps of the log the journal was given.
    noted: usize,
}

/// What a command did.
#[derive(Debug)]
pub struct Done {
    /// What happened.
    pub events: Vec<Event>,
    /// Whether it could be written down.
    pub saved: Result<(), FileError>,
}

impl Play {
    /// An interview that waits for [`Command::Begin`], judged by this engine, to be kept in this folder.
    pub fn open(
        loaded: Loaded,
        settings: Settings,
        engine: &Engine,
        folder: Option<PathBuf>,
    ) -> Self {
        let Loaded { name, text, scenario, .. } = loaded;
        let at = folder.is_some().then(clock::now);
        let header = JournalHeader::new(&name, scenario.id(), &text, settings, at);
        Self::of(header, Arc::new(scenario), engine, folder)
    }

    /// The same interview from its beginning, with these settings.
    #[must_use]
    pub fn again(&self, settings: Settings, engine: &Engine, folder: Option<PathBuf>) -> Self {
        let (scenario, old) = (self.session.scenario(), &self.header);
        let at = folder.is_some().then(clock::now);
        let header = JournalHeader::new(&old.scenario, scenario.id(), &old.text, settings, at);
        Self::of(header, Arc::new(scenario.clone()), engine, folder)
    }

    fn of(
        header: JournalHeader,
        scenario: Arc<Scenario>,
        engine: &Engine,
        folder: Option<PathBuf>,
    ) -> Self {
        let scorer = Arc::new(Scorer::of(&scenario));
        let session = Session::new(scenario, scorer, header.settings).with_ready(engine.clone());
        let mut play = Self { session, header, folder, journal: None, noted: 0 };
        // It is in the log before anything is asked, and on the disk with the beginning. No phase forbids it so early.
        let _ = play.carry_out(Command::TakeEngine(engine.judged_by()));
        play
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Carries a command out and writes it down.
    ///
    /// # Errors
    /// Why it makes no sense now; nothing has changed then.
    pub fn apply(&mut self, command: Command) -> Result<Done, Rejected> {
        let events = self.carry_out(command)?;
        let mut saved = self.note();
        if saved.is_ok() && events.contains(&Event::SessionFinished) {
            saved = self.close();
        }
        Ok(Done { events, saved })
    }

    fn carry_out(&mut self, command: Command) -> Result<Vec<Event>, Rejected> {
        match self.folder {
            Some(_) => self.session.apply_at(command, clock::now()),
            None => self.session.apply(command),
        }
    }

    /// Whether another engine can judge what comes.
    pub fn wants(&self, engine: &Engine) -> bool {
        let judges = self.session.scorer().engine();
        judges.basis() < engine.basis() && self.session.turn() != Turn::Over
    }

    /// Has what is answered from here on judged by an engine, where that compares more than the one that judges now.
    ///
    /// # Errors
    /// What the system says; it is written with the next step then.
    pub fn take_engine(&mut self, engine: &Engine) -> Result<(), FileError> {
        if !self.wants(engine) {
            return Ok(());
        }
        self.session.lay_ready(engine.clone());
        let taken = self.apply(Command::TakeEngine(engine.judged_by()));
        taken.map_or(Ok(()), |done| done.saved)
    }

    /// Writes down what was not yet: the last step, or all of them in a journal that could not be begun before.
    fn note(&mut self) -> Result<(), FileError> {
        if self.journal.is_none() {
            let Some(folder) = &self.folder else { return Ok(()) };
            self.journal = Some(Journal::begin(folder, &self.header)?);
            self.noted = 0;
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let mut written = Ok(());
        for step in &self.session.log()[self.noted..] {
            // What cannot be written waits in the journal for the next one.
            written = journal.note(step);
        }
        self.noted = self.session.log().len();
        written
    }

    /// Keeps the words being typed; `settles` waits for the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&self, words: &str, settles: bool) -> Result<(), FileError> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let Some(draft) = Draft::of(&self.session, words.to_owned()) else { return Ok(()) };
        journal.keep_draft(&draft)?;
        if settles { journal.settle_draft(&draft) } else { Ok(()) }
    }

    /// Puts the journal of the finished session away.
    fn close(&mut self) -> Result<(), FileError> {
        // Nothing comes after the end that could begin another.
        self.folder = None;
        self.journal.take().map_or(Ok(()), Journal::close)
    }
}
