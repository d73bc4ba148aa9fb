//! Where an interview is kept: the player's folder, the clock beside it, and the history in it.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use crate::{
    interview::{
        scenario::{KeptAnswer, Scenario},
        session::{Session, UnixMillis},
    },
    storage::{
        clock::Clock,
        history::{History, HistoryError, SessionRecord, import},
        unfinished::JournalHeader,
    },
};

/// Where an interview is kept.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// The player's folder.
    pub folder: PathBuf,
    /// The clock that tells when something was said, and on which day.
    pub clock: Clock,
}

/// In this folder, by the system's clock.
impl From<PathBuf> for Keeping {
    fn from(folder: PathBuf) -> Self {
        Self { folder, clock: Clock::system() }
    }
}

/// The record of an interview in the history.
#[derive(Debug)]
pub(super) struct HistoryRecord {
    keeping: Keeping,
    /// Behind a lock that nobody waits for: a database may go from thread to thread and not be looked at by two.
    history: Mutex<Option<History>>,
    begun: UnixMillis,
    /// The attempts before this one are noted as they will stay.
    settled: usize,
    /// What the player is to be told, once.
    notices: Vec<String>,
    /// Whether they were told that nothing can be written, and nothing was since.
    fails: bool,
}

impl HistoryRecord {
    pub(super) fn new(keeping: Keeping, begun: Option<UnixMillis>) -> Self {
        let begun = begun.unwrap_or_else(|| keeping.clock.now());
        Self {
            keeping,
            history: Mutex::default(),
            begun,
            settled: 0,
            notices: Vec::new(),
            fails: false,
        }
    }

    /// The history, opened when it is first asked for.
    fn history(&mut self) -> Result<&mut History, HistoryError> {
        let place = self.history.get_mut().unwrap_or_else(PoisonError::into_inner);
        let history = match place.take() {
            Some(history) => history,
            None => {
                let (history, set_aside) = History::open(&self.keeping.folder)?;
                self.notices.extend(set_aside.map(|aside| aside.sentence()));
                history
            }
        };
        Ok(place.insert(history))
    }

    /// The player's own model answers to the questions of a scenario, as far as those are still asked in the same words.
    pub(super) fn kept_answers(&mut self, scenario: &Scenario) -> Vec<KeptAnswer> {
        let kept = self.history().and_then(|history| history.kept());
        let kept = self.told(kept).unwrap_or_default();
        kept.iter().filter_map(|kept| kept.attempt.for_scenario(scenario)).collect()
    }

    /// Opens the record of an interview that begins; gives what the history calls it, nothing where there is none.
    pub(super) fn begin(&mut self, header: &JournalHeader, session: &Session) -> String {
        let day = self.keeping.clock.day_of(self.begun);
        let begun = self.begun;
        let name =
            self.history().and_then(|history| history.begin_session(header, session, begun, day));
        self.told(name).unwrap_or_default()
    }

    /// Notes what was answered since; at its end, with the journal.
    pub(super) fn note(
        &mut self,
        header: &JournalHeader,
        session: &Session,
        journal: Option<&str>,
    ) {
        let uid = match header.session.as_str() {
            "" => import::name_by_content(header, session.log()),
            uid => Some(uid.to_owned()),
        };
        let Some(uid) = uid else { return };
        let (clock, begun, from) = (self.keeping.clock.clone(), self.begun, self.settled);
        let record =
            SessionRecord { header, uid: &uid, session, begun, clock: &clock, from, journal };
        let noted = self.history().and_then(|history| history.note(&record));
        if self.told(noted).is_some() {
            // The last one can still be added to, and rated.
            self.settled = session.attempts().len().saturating_sub(1);
        }
    }

    /// What came of it; what failed is told once, until something is written again.
    fn told<T>(&mut self, done: Result<T, HistoryError>) -> Option<T> {
        match done {
            Ok(done) => {
                self.fails = false;
                Some(done)
            }
            Err(error) => {
                if !self.fails {
                    self.notices.push(format!(
                        "Your practice cannot be added to your history: {error}. Your words are in the journal."
                    ));
                }
                self.fails = true;
                None
            }
        }
    }

    /// What the player is to be told.
    pub(super) fn notice(&mut self) -> Option<String> {
        let notices = std::mem::take(&mut self.notices);
        (!notices.is_empty()).then(|| notices.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use crate::play::Play;

    fn can_be_shared<T: Send + Sync>() {}

    #[test]
    fn an_interview_can_be_held_where_many_threads_read_it() {
        can_be_shared::<Play>();
    }
}
