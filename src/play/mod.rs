//! An interview under way, the same for both front-ends: the session, the journal it is kept in, the words being typed,
//! and how one that was left is taken up again.
//!
//! A front-end shows what the session holds and gives it commands; whatever was carried out is on the disk before the
//! next is taken, and what cannot be written is tried again with the next step.

pub mod calibrating;
pub mod cards;
pub mod documents;
pub mod handing_over;
pub mod mock_panel;

mod afterwards;
mod keeping;
mod progress;
mod taking_up;
mod today;

pub use afterwards::Afterwards;
pub use keeping::Keeping;
pub use progress::ProgressPage;
pub use taking_up::{NotTakenUp, TakenUp, take_up};
pub use today::{ComingPractice, Round, TELLING_ANSWERS, Today};

use std::sync::Arc;

use crate::{
    interview::{
        scenario::Scenario,
        scoring::{Scorer, Story, engine::Engine},
        session::{Command, Event, Rejected, Session, Settings, Turn},
    },
    play::keeping::HistoryRecord,
    storage::{
        draft::Draft, files::FileError, journal::Journal, scenarios::Loaded,
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
    keeping: Option<Keeping>,
    journal: Option<Journal>,
    /// Its record in the history, where it is kept.
    record: Option<HistoryRecord>,
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
    /// What the player is to be told of the history: that one was set aside, or cannot be written.
    pub notice: Option<String>,
}

impl Play {
    /// An interview that waits for [`Command::Begin`], judged by this engine, to be kept here.
    pub fn open(
        loaded: Loaded,
        settings: Settings,
        engine: &Engine,
        keeping: Option<Keeping>,
    ) -> Self {
        Self::open_only(loaded, settings, Vec::new(), engine, keeping)
    }

    /// The same with only the questions of these ids; with all of them where none is named.
    pub fn open_only(
        loaded: Loaded,
        settings: Settings,
        only: Vec<String>,
        engine: &Engine,
        keeping: Option<Keeping>,
    ) -> Self {
        let Loaded { name, text, scenario, .. } = loaded;
        let at = keeping.as_ref().map(|keeping| keeping.clock.now());
        let header = JournalHeader::new(&name, scenario.id(), &text, settings, at);
        Self::of(header.asking_only(only), scenario, engine, keeping)
    }

    /// The same interview from its beginning, with these settings.
    #[must_use]
    pub fn again(&self, settings: Settings, engine: &Engine, keeping: Option<Keeping>) -> Self {
        let old = &self.header;
        // What was kept since takes the place of the model answers; what is kept no longer gives it back.
        let scenario = Scenario::from_ron(&old.text);
        let scenario = scenario.unwrap_or_else(|_| self.session.scenario().clone());
        let at = keeping.as_ref().map(|keeping| keeping.clock.now());
        let header = JournalHeader::new(&old.scenario, scenario.id(), &old.text, settings, at);
        let header = header.asking_only(old.only.clone());
        Self::of(header, scenario, engine, keeping)
    }

    fn of(
        mut header: JournalHeader,
        scenario: Scenario,
        engine: &Engine,
        keeping: Option<Keeping>,
    ) -> Self {
        let mut record = keeping.clone().map(|keeping| HistoryRecord::new(keeping, header.at));
        if header.settings.story == Story::Own
            && let Some(record) = &mut record
        {
            header.kept = record.kept_answers(&scenario);
        }
        let scenario = Arc::new(scenario.with_kept_answers(&header.kept));
        let scorer = Arc::new(Scorer::of(&scenario));
        let session = header.session_of(scenario, scorer).with_ready(engine.clone());
        let mut play = Self { session, header, keeping, journal: None, record, noted: 0 };
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
        let is_over = events.contains(&Event::SessionFinished);
        let tells = |event: &Event| {
            matches!(event, Event::AnswerGiven | Event::AdditionGiven | Event::AnswerAssessed)
        };
        if is_over || events.iter().any(tells) {
            self.remember(is_over);
        }
        // Where not even the journal can be written, that is what there is to say.
        let notice = self.record.as_mut().and_then(HistoryRecord::notice).filter(|_| saved.is_ok());
        if saved.is_ok() && is_over {
            saved = self.close();
        }
        Ok(Done { events, saved, notice })
    }

    /// Adds what was answered to the history, behind the journal.
    fn remember(&mut self, is_over: bool) {
        let Some(record) = &mut self.record else { return };
        let journal = self.journal.as_ref().filter(|_| is_over);
        let journal = journal.and_then(|journal| journal.text().ok());
        record.note(&self.header, &self.session, journal.as_deref());
    }

    fn carry_out(&mut self, command: Command) -> Result<Vec<Event>, Rejected> {
        match &self.keeping {
            Some(keeping) => self.session.apply_at(command, keeping.clock.now()),
            None => self.session.apply(command),
        }
    }

    /// What the history calls the interview; nothing where it is kept nowhere, or by no name of its own.
    pub fn name_in_history(&self) -> Option<&str> {
        Some(self.header.session.as_str()).filter(|name| !name.is_empty())
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
            let Some(Keeping { folder, .. }) = &self.keeping else { return Ok(()) };
            if let Some(record) = self.record.as_mut().filter(|_| self.header.session.is_empty()) {
                self.header.session = record.begin(&self.header, &self.session);
            }
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
        self.keeping = None;
        self.record = None;
        self.journal.take().map_or(Ok(()), Journal::close)
    }
}
