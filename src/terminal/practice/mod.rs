//! Practice in the terminal: what today is best spent on, what was answered before, and how it grew.

mod afterwards;
mod answers;
mod compare;
mod export;
mod past;
mod plan;
mod progress;
mod show;
mod today;

pub(super) use afterwards::afterwards;
pub(super) use answers::{AnswersArguments, KeepArguments, answers, keep};
pub(super) use compare::{CompareArguments, compare};
pub(super) use export::{DeleteArguments, ExportArguments, delete, export};
pub(super) use past::{HistoryArguments, history};
pub(super) use plan::{PlanArguments, plan};
pub(super) use progress::{ProgressArguments, progress};
pub(super) use show::{DebriefArguments, ShowArguments, debrief, show};
pub(super) use today::{TodayArguments, today};

use std::{path::PathBuf, process::ExitCode};

use clap::ValueEnum;

use crate::{
    storage::{
        clock::{Clock, NotATime},
        history::History,
        journal,
    },
    terminal::{engine, fail, sanitize},
};

/// How to print a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For reading.
    #[default]
    Text,
    /// For programs.
    Json,
    /// A table with a head.
    Csv,
}

/// How to print what is no list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum PageFormat {
    /// For reading.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Which time it is.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NowArgument {
    /// The time it is taken to be, so that a script plays the same every time: 2026-11-14, 2026-11-14T19:30 or
    /// 2026-11-14T19:30+01:00.
    #[arg(long, value_name = "TIME")]
    pub now: Option<String>,
}

impl NowArgument {
    /// The clock that is asked for, or the system's.
    pub(super) fn clock(&self) -> Result<Clock, NotATime> {
        self.now.as_deref().map_or_else(|| Ok(Clock::system()), Clock::at)
    }
}

/// The player's history, open.
pub(super) struct OpenHistory {
    pub(super) history: History,
    pub(super) clock: Clock,
    pub(super) folder: PathBuf,
}

impl OpenHistory {
    /// Opens the history, with the finished sessions that it does not know yet.
    pub(super) fn of(now: &NowArgument) -> Result<Self, ExitCode> {
        let clock = now.clock().map_err(|error| fail(&error))?;
        let folder = folder()?;
        let (mut history, set_aside) = History::open(&folder).map_err(|error| fail(&error))?;
        if let Some(set_aside) = set_aside {
            eprintln!("note: {}", sanitize::plain(&set_aside.sentence()));
        }
        if history.lacks_finished(&folder).map_err(|error| fail(&error))? {
            let read = history.read_in_finished(&folder, &engine(), &clock);
            match read.map_err(|error| fail(&error))? {
                0 => {}
                1 => eprintln!("note: 1 earlier interview was read into your history"),
                read => eprintln!("note: {read} earlier interviews were read into your history"),
            }
        }
        Ok(Self { history, clock, folder })
    }
}

/// The player's folder.
pub(super) fn folder() -> Result<PathBuf, ExitCode> {
    journal::data_folder()
        .ok_or_else(|| fail(&"the system names no folder for your data: set HOTSEAT_DATA to one"))
}

/// The first words of a text, on one line.
pub(super) fn beginning(text: &str, letters: usize) -> String {
    let line = sanitize::one_line(text);
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= letters {
        return line;
    }
    let cut: String = line.chars().take(letters.saturating_sub(2)).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut} …")
}
