//! What is fetched from the history and brought to it, each by itself.

use crate::{
    game::practice::pages::{self, OpenPage, PracticePage},
    interview::{
        practice::day::Day,
        scoring::{Story, engine::Engine},
    },
    play::{Afterwards, ComingPractice, Keeping, Today, handing_over::FilesToWrite},
    storage::{
        history::{History, HistoryError},
        scenarios::Loaded,
    },
};

/// Something to be read or written.
#[derive(Clone, Debug)]
pub enum Errand {
    /// Read in the interviews that the history does not know.
    ReadIn,
    /// Plan today's practice.
    Today(Story),
    /// Read a page.
    Page(PracticePage),
    /// Say what comes behind the debrief of the session that the history calls so.
    Afterwards {
        /// What the history calls it.
        session: String,
        /// Whose story was told.
        story: Story,
    },
    /// See whether the answer in a place of a session is kept.
    IsKept {
        /// What the history calls the session.
        session: String,
        /// The place among its answers, from 0.
        place: usize,
    },
    /// Keep the answer in a place of a session, or keep it no longer.
    Keep {
        /// What the history calls the session.
        session: String,
        /// The place among its answers, from 0.
        place: usize,
        /// Whether it is to be kept.
        kept: bool,
    },
    /// Keep an answer of an earlier day, or keep it no longer, and read the page anew.
    KeepPast {
        /// The attempt.
        attempt: i64,
        /// Whether it is to be kept.
        kept: bool,
        /// The page that shows it.
        page: PracticePage,
    },
    /// Set when the panel of a scenario is, or that it has no date, and plan anew.
    SetPanel {
        /// The scenario.
        loaded: Box<Loaded>,
        /// The day.
        day: Option<Day>,
        /// Whose story will be told.
        story: Story,
    },
    /// Write files that somebody is handed.
    HandOver(Box<FilesToWrite>),
    /// Set the minutes a day, and plan anew.
    SetMinutes {
        /// The minutes.
        minutes: u32,
        /// Whose story will be told.
        story: Story,
    },
}

/// What is said as long as files are being written.
pub const BEING_WRITTEN: &str = "The files are being written.";

/// What was found.
#[derive(Debug)]
pub enum DeskReply {
    /// Today's practice, and the next where nothing is due.
    Today(Box<Today>, Option<ComingPractice>),
    /// A page.
    Page(Box<OpenPage>),
    /// What comes behind a debrief.
    Afterwards(Afterwards),
    /// Whether an answer is kept; nothing where the history does not know it.
    IsKept(Option<bool>),
    /// Nothing to show.
    Nothing,
}

/// What was found and what the player is to be told, or why nothing was.
pub type Fetched = Result<(DeskReply, Option<String>), String>;

impl Errand {
    /// Whether answers may have to be judged again for it.
    pub(super) fn wants_engine(&self) -> bool {
        matches!(self, Self::ReadIn | Self::Page(PracticePage::Interview(_)))
    }

    /// Whether the player waits for it, and is to be told where it fails. That nothing can be written they hear from the
    /// interview itself.
    pub(super) fn is_awaited(&self) -> bool {
        self.writes() || matches!(self, Self::Page(_))
    }

    /// Whether something is lost where it is not carried out.
    pub(super) fn writes(&self) -> bool {
        match self {
            Self::Keep { .. } | Self::KeepPast { .. } => true,
            Self::SetPanel { .. } | Self::SetMinutes { .. } | Self::HandOver(_) => true,
            Self::ReadIn | Self::Today(_) | Self::Page(_) => false,
            Self::Afterwards { .. } | Self::IsKept { .. } => false,
        }
    }
}

/// Carries an errand out.
pub(super) fn carry_out(errand: Errand, keeping: &Keeping, engine: &Engine) -> Fetched {
    if let Errand::HandOver(files) = &errand {
        let written = files.write().map(|written| written.sentence());
        return match written {
            Ok(said) => Ok((DeskReply::Nothing, Some(said))),
            Err(why) => Err(format!("The files cannot be written: {why}.")),
        };
    }
    let told = |error: HistoryError| format!("Your history cannot be used: {error}.");
    let is_awaited = errand.is_awaited();
    let fetched = History::open(&keeping.folder).and_then(|(mut history, set_aside)| {
        let (finding, said) = fetch(errand, &mut history, keeping, engine)?;
        Ok((finding, set_aside.map(|aside| aside.sentence()).or(said)))
    });
    match fetched {
        Err(error) if is_awaited => Err(told(error)),
        Err(_) => Ok((DeskReply::Nothing, None)),
        Ok(fetched) => Ok(fetched),
    }
}

fn fetch(
    errand: Errand,
    history: &mut History,
    keeping: &Keeping,
    engine: &Engine,
) -> Result<(DeskReply, Option<String>), HistoryError> {
    let today = keeping.clock.today();
    let planned = |history: &History, story: Story| planned(history, today, story);
    let found = match errand {
        Errand::ReadIn => return read_in(history, keeping, engine),
        Errand::HandOver(_) => DeskReply::Nothing,
        Errand::Today(story) => planned(history, story)?,
        Errand::Page(page) => DeskReply::Page(Box::new(pages::read(page, history, today, engine)?)),
        Errand::Afterwards { session, story } => {
            DeskReply::Afterwards(Afterwards::of(history, &session, today, story)?)
        }
        Errand::IsKept { session, place } => {
            let attempt = history.attempt_at(&session, place)?;
            let kept = attempt.map(|attempt| history.is_kept(attempt)).transpose()?;
            DeskReply::IsKept(kept)
        }
        Errand::Keep { session, place, kept } => {
            let attempt = history.attempt_at(&session, place)?;
            if let Some(attempt) = attempt {
                keep(history, attempt, kept, keeping)?;
            }
            DeskReply::IsKept(attempt.map(|_| kept))
        }
        Errand::KeepPast { attempt, kept, page } => {
            keep(history, attempt, kept, keeping)?;
            DeskReply::Page(Box::new(pages::read(page, history, today, engine)?))
        }
        Errand::SetPanel { loaded, day, story } => {
            let scene = (loaded.name.as_str(), loaded.text.as_str(), &loaded.scenario);
            history.set_panel(scene, day, today)?;
            planned(history, story)?
        }
        Errand::SetMinutes { minutes, story } => {
            history.set_minutes(minutes)?;
            planned(history, story)?
        }
    };
    Ok((found, None))
}

fn read_in(
    history: &mut History,
    keeping: &Keeping,
    engine: &Engine,
) -> Result<(DeskReply, Option<String>), HistoryError> {
    let Keeping { folder, clock } = keeping;
    if !history.lacks_finished(folder)? {
        return Ok((DeskReply::Nothing, None));
    }
    let said = match history.read_in_finished(folder, engine, clock)? {
        0 => return Ok((DeskReply::Nothing, None)),
        1 => "An earlier interview was read into your history.".to_owned(),
        read => format!("{read} earlier interviews were read into your history."),
    };
    Ok((planned(history, clock.today(), Story::default())?, Some(said)))
}

fn planned(history: &History, day: Day, story: Story) -> Result<DeskReply, HistoryError> {
    let today = Today::of(history, day, story)?;
    let next = if today.plan.picks.is_empty() { today.next() } else { None };
    Ok(DeskReply::Today(Box::new(today), next))
}

fn keep(
    history: &mut History,
    attempt: i64,
    kept: bool,
    keeping: &Keeping,
) -> Result<(), HistoryError> {
    if kept {
        history.keep(attempt, keeping.clock.now())
    } else {
        history.keep_no_longer(attempt).map(|_| ())
    }
}
