//! Taking up an interview that was left: off the shelf, replayed, with the words that were being typed.

use thiserror::Error;

use crate::{
    interview::scoring::engine::Engine,
    play::{Keeping, Play, keeping::HistoryRecord},
    storage::{
        files::FileError,
        journal::Journal,
        shelf::{self, Kept},
        unfinished::Unfinished,
    },
};

/// An interview that was taken up.
#[derive(Debug)]
pub struct TakenUp {
    /// The interview.
    pub play: Play,
    /// The words to go on with.
    pub words: String,
    /// Whether what comes can be written down behind what is there.
    pub saved: Result<(), FileError>,
}

/// Why an interview cannot be taken up.
#[derive(Debug, Error)]
pub enum NotTakenUp {
    /// There is none, or its journal holds nothing that can be read.
    #[error("the unfinished interview can no longer be read")]
    Gone,
    /// It cannot be taken off the shelf.
    #[error(transparent)]
    File(#[from] FileError),
    /// It can be read and not be played.
    #[error("the unfinished interview cannot be taken up: {0}")]
    Unplayable(String),
}

/// Takes up one of those that were left in a folder, or the newest; what comes is judged by the engine, where that
/// compares more than the one that judged last.
///
/// # Errors
/// Why it cannot be gone on with.
pub fn take_up(
    keeping: Keeping,
    kept: Option<&Kept>,
    engine: &Engine,
) -> Result<TakenUp, NotTakenUp> {
    let folder = &keeping.folder;
    if let Some(kept) = kept.cloned().or_else(|| shelf::kept(folder).into_iter().next()) {
        shelf::take_out(folder, &kept)?;
    }
    let unfinished = Unfinished::find(folder).ok_or(NotTakenUp::Gone)?;
    let session = unfinished.replay(engine).map_err(NotTakenUp::Unplayable)?;
    let draft = Some(unfinished.draft).filter(|draft| draft.answers(&session));
    let words = draft.map_or_else(|| session.begun(), |draft| draft.text);
    let (journal, reopened) = match Journal::reopen(folder) {
        Ok(journal) => (Some(journal), Ok(())),
        Err(error) => (None, Err(error)),
    };
    let noted = session.log().len();
    let header = unfinished.header;
    let record = Some(HistoryRecord::new(keeping.clone(), header.at));
    let mut play = Play { session, header, keeping: Some(keeping), journal, record, noted };
    // What an end in the middle kept from the history, or an earlier version did not know of.
    play.remember(false);
    let saved = reopened.and_then(|()| play.take_engine(engine));
    Ok(TakenUp { play, words, saved })
}
