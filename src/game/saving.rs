//! Where the session is written down: tried again as long as it fails, and the player told as long as it does.

use std::{path::PathBuf, time::Duration};

use bevy::prelude::*;

use crate::{
    interview::session::{Session, Settings},
    storage::{draft::Draft, files::FileError, journal::Journal},
};

/// The longest time between two drafts that are written down to the disk.
pub(super) const SETTLE_EVERY: Duration = Duration::from_secs(2);

/// The scenario that is played, as it was read.
#[derive(Clone, Debug)]
pub(super) struct Played {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The journal of a session, or the wish to have one.
#[derive(Debug)]
pub(super) struct Saving {
    folder: Option<PathBuf>,
    journal: Option<Journal>,
}

impl Saving {
    /// A session that goes on in a journal, or begins one in this folder.
    pub(super) fn new(folder: Option<PathBuf>, journal: Option<Journal>) -> Self {
        Self { folder, journal }
    }

    /// Begins a journal.
    ///
    /// # Errors
    /// What the system says; it is tried again with the next step.
    pub(super) fn begin(&mut self, played: &Played, settings: Settings) -> Result<(), FileError> {
        if let Some(folder) = &self.folder {
            self.journal = Some(Journal::begin(folder, &played.name, &played.text, settings)?);
        }
        Ok(())
    }

    /// Notes the last step of a session, and all of them in a journal that could not be begun before.
    ///
    /// # Errors
    /// What the system says; the step is noted with the next one then.
    pub(super) fn note(&mut self, session: &Session, played: &Played) -> Result<(), FileError> {
        let mut from = session.log().len().saturating_sub(1);
        if self.journal.is_none() {
            self.begin(played, session.settings())?;
            from = 0;
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        session.log()[from..].iter().try_for_each(|step| journal.note(step))
    }

    /// Keeps the words being typed; `settles` waits for the disk.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn keep(
        &self,
        session: &Session,
        words: &str,
        settles: bool,
    ) -> Result<(), FileError> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let Some(draft) = Draft::of(session, words.to_owned()) else { return Ok(()) };
        journal.keep_draft(&draft)?;
        if settles { journal.settle_draft(&draft) } else { Ok(()) }
    }

    /// Puts the journal of a finished session away.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn close(&mut self) -> Result<(), FileError> {
        // Nothing comes after the end that could begin another.
        self.folder = None;
        self.journal.take().map_or(Ok(()), Journal::close)
    }
}

/// That words cannot be saved, as long as it is so.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unsaved(Option<String>);

impl Unsaved {
    /// Takes note of whether something could be saved.
    pub(super) fn follow(&mut self, saved: &Result<(), FileError>) {
        self.0 = saved.as_ref().err().map(|error| {
            format!(
                "Your words cannot be saved: {error}. Free the disk or set HOTSEAT_DATA to another folder."
            )
        });
    }

    /// What to tell the player.
    pub(super) fn sentence(&self) -> Option<&String> {
        self.0.as_ref()
    }
}
