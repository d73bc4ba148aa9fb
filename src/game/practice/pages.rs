//! The pages of the practice, as they are read off the history.

use crate::{
    interview::{
        debrief::Debrief,
        practice::day::Day,
        progress::{
            book::BookEntry,
            comparison::{AttemptComparison, NotComparable},
            last_time::{AgainstLastTime, against_last_time},
            own_ratings::RatedAnswer,
            past::{PastAttempt, WholeAttempt},
        },
        scenario::{Panelist, Scenario},
        scoring::engine::Engine,
        session::{Attempt, Probed, Session},
    },
    play::{ProgressPage, TELLING_ANSWERS},
    storage::{
        history::{History, HistoryError, PastSession, SessionEntry},
        unfinished::Unfinished,
    },
};

/// So many interviews are listed.
const MOST_SESSIONS: usize = 200;
/// So many answers to a question can be gone through.
const MOST_BESIDE: usize = 200;

/// A page of the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PracticePage {
    /// How the answers grew.
    Progress,
    /// The answers that are kept.
    Answers,
    /// The interviews by date.
    Interviews,
    /// One answer with its feedback.
    Attempt(i64),
    /// Two answers to a question side by side, the earlier first.
    Comparison(i64, i64),
    /// The debrief of an earlier interview.
    Interview(i64),
}

/// A page that was read.
#[derive(Debug)]
pub struct OpenPage {
    /// Which one.
    pub page: PracticePage,
    /// The day on which it was.
    pub today: Day,
    /// What stands on it, or why nothing does.
    pub content: Result<PageContent, String>,
}

/// What stands on a page.
#[derive(Debug)]
pub enum PageContent {
    /// How the answers grew.
    Progress(Box<ProgressPage>),
    /// The answers that are kept.
    Answers(Vec<BookEntry>),
    /// The interviews, the newest first.
    Interviews(Vec<SessionEntry>),
    /// One answer.
    Attempt(Box<PastAnswer>),
    /// Two answers.
    Comparison(Box<TwoAnswers>),
    /// An earlier interview.
    Interview(Box<PastInterview>),
}

/// An answer of an earlier day, ready to be shown.
#[derive(Debug)]
pub struct PastAnswer {
    /// The answer as the history holds it.
    pub whole: WholeAttempt,
    /// The same as feedback shows it; none where what was found can no longer be read.
    pub attempt: Option<Attempt>,
    /// Who may have asked back.
    pub panel: Vec<Panelist>,
    /// The answers to the same question, the oldest first, this one among them.
    pub beside: Vec<PastAttempt>,
    /// Whether it is kept.
    pub is_kept: bool,
    /// The player's own rating with what was meant by it.
    pub rated: Option<RatedAnswer>,
}

/// Two answers to one question.
#[derive(Debug)]
pub struct TwoAnswers {
    /// The earlier one.
    pub from: WholeAttempt,
    /// The later one.
    pub to: WholeAttempt,
    /// How they differ, or why that cannot be said.
    pub compared: Result<AttemptComparison, NotComparable>,
    /// The answers to the question, the oldest first.
    pub beside: Vec<PastAttempt>,
}

/// An earlier interview, played again in silence.
#[derive(Debug)]
pub struct PastInterview {
    /// What the history says of it.
    pub past: PastSession,
    /// The session.
    pub session: Session,
    /// Its debrief.
    pub debrief: Debrief,
    /// How it went against the time before.
    pub against: Vec<AgainstLastTime>,
}

/// Reads a page on a day; what must be judged again for it is judged by this engine.
///
/// # Errors
/// What the database says.
pub fn read(
    page: PracticePage,
    history: &History,
    today: Day,
    engine: &Engine,
) -> Result<OpenPage, HistoryError> {
    let content = match page {
        PracticePage::Progress => {
            Ok(PageContent::Progress(Box::new(ProgressPage::of(history, today, None)?)))
        }
        PracticePage::Answers => {
            let book = history.kept()?.iter().map(BookEntry::of).collect();
            Ok(PageContent::Answers(book))
        }
        PracticePage::Interviews => {
            Ok(PageContent::Interviews(history.newest_sessions(MOST_SESSIONS)?))
        }
        PracticePage::Attempt(number) => {
            Ok(PageContent::Attempt(Box::new(past_answer(history, number)?)))
        }
        PracticePage::Comparison(from, to) => {
            Ok(PageContent::Comparison(Box::new(two_answers(history, from, to)?)))
        }
        PracticePage::Interview(number) => interview(history, number, engine)?
            .map(|interview| PageContent::Interview(Box::new(interview))),
    };
    Ok(OpenPage { page, today, content })
}

fn past_answer(history: &History, number: i64) -> Result<PastAnswer, HistoryError> {
    let whole = history.attempt(number)?;
    let panel = panel_of(history, &whole.asked.scenario)?;
    Ok(PastAnswer {
        attempt: as_given(&whole, &panel),
        panel,
        beside: history.beside(number, MOST_BESIDE)?,
        is_kept: history.is_kept(number)?,
        rated: RatedAnswer::of(&whole),
        whole,
    })
}

fn two_answers(history: &History, from: i64, to: i64) -> Result<TwoAnswers, HistoryError> {
    let (from, to) = (history.attempt(from)?, history.attempt(to)?);
    let beside = history.beside(to.past.number, MOST_BESIDE)?;
    Ok(TwoAnswers { compared: AttemptComparison::of(&from, &to), from, to, beside })
}

/// Who sits on the panel of a scenario as it was played last; nobody where that can no longer be read.
fn panel_of(history: &History, scenario: &str) -> Result<Vec<Panelist>, HistoryError> {
    let known = history.scenarios()?.into_iter().find(|known| known.id == scenario);
    let read = known.and_then(|known| Scenario::from_ron(&known.text).ok());
    Ok(read.map(|scenario| scenario.panel().to_vec()).unwrap_or_default())
}

/// An answer as it was given; what was asked back by somebody who is no longer on the panel is left out.
fn as_given(whole: &WholeAttempt, panel: &[Panelist]) -> Option<Attempt> {
    let known = |probed: &&Probed| probed.probe.asked_by < panel.len();
    Some(Attempt {
        scenario: whole.asked.scenario.clone(),
        question: 0,
        fingerprint: whole.asked.fingerprint.clone(),
        at: Some(whole.past.at),
        text: whole.text.clone(),
        card: None,
        hinted: whole.past.helped,
        watched: false,
        own_rating: whole.past.own,
        probes: whole.probes.iter().filter(known).cloned().collect(),
        assessment: whole.assessment.clone()?,
    })
}

fn interview(
    history: &History,
    number: i64,
    engine: &Engine,
) -> Result<Result<PastInterview, String>, HistoryError> {
    let past = history.session(number)?;
    let Some(journal) = past.journal.as_deref() else {
        let why = "That interview was not finished: the title goes on with it.";
        return Ok(Err(why.to_owned()));
    };
    let replayed = Unfinished::of_text(journal)
        .ok_or_else(|| "its journal cannot be read any more".to_owned())
        .and_then(|unfinished| unfinished.replay(engine));
    let session = match replayed {
        Ok(session) => session,
        Err(why) => return Ok(Err(format!("That interview cannot be opened again: {why}."))),
    };
    let against = against_last_time(&history.by_question(TELLING_ANSWERS)?, number);
    let debrief = Debrief::of(&session);
    Ok(Ok(PastInterview { past, session, debrief, against }))
}
