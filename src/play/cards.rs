//! The scorecards of what was played: of a mock panel, or of an interview of an earlier day.

use crate::{
    interview::{
        fingerprint::Fingerprint,
        practice::day::Day,
        ratings::MockPanel,
        scorecard::{CardHead, Scorecard, of_panel, of_session},
        scoring::engine::Engine,
    },
    storage::{history::PastSession, panel_journal::PanelHeader, unfinished::Unfinished},
};

/// The card of a candidate of a panel, on the day on which it was held.
pub fn of_candidate(
    panel: &MockPanel,
    header: &PanelHeader,
    candidate: usize,
    day: Option<Day>,
    hidden: bool,
) -> Scorecard {
    let head = CardHead {
        candidate: panel.setup().candidate(candidate, hidden),
        date: day.map(|day| day.to_string()).unwrap_or_default(),
        fingerprint: Fingerprint::of([header.text.as_str()]),
    };
    of_panel::scorecard(panel, candidate, head)
}

/// The card of an interview that somebody played alone, from the journal that the history keeps of it.
///
/// # Errors
/// A sentence, where it was never finished or can no longer be played.
pub fn of_past_session(
    past: &PastSession,
    candidate: &str,
    engine: &Engine,
) -> Result<Scorecard, String> {
    let journal = past.journal.as_deref().ok_or("the interview was never finished")?;
    let unfinished = Unfinished::of_text(journal).ok_or("its journal can no longer be read")?;
    let session = unfinished.replay(engine)?;
    let head = CardHead {
        candidate: candidate.to_owned(),
        date: past.day.to_string(),
        fingerprint: Fingerprint::of([unfinished.header.text.as_str()]),
    };
    Ok(of_session::scorecard(&session, head))
}
