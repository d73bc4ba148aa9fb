//! `hotseat plan`: when the panel is, and how many minutes a day there are.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::{
    interview::practice::{self, day::Day},
    storage::scenarios,
    terminal::{
        fail, finish,
        practice::{NowArgument, OpenHistory},
        sanitize::one_line,
    },
};

/// What to plan for.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct PlanArguments {
    /// A scenario's name or file; left out, the one that comes with the game.
    scene: Option<String>,
    /// The day of its panel, as 2026-11-14, or `none`.
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// How many minutes a day to practise, for all panels together.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=240))]
    minutes: Option<u32>,
    #[command(flatten)]
    now: NowArgument,
}

/// Sets what is planned for, and says what it is.
pub(in crate::terminal) fn plan(arguments: &PlanArguments) -> ExitCode {
    let date = match arguments.date.as_deref().map(str::trim) {
        None => None,
        Some("none") => Some(None),
        Some(text) => match Day::parse(text) {
            Ok(day) => Some(Some(day)),
            Err(error) => return fail(&error),
        },
    };
    let mut open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let today = open.clock.today();
    if let Some(Some(day)) = date
        && day < today
    {
        return fail(&format!(
            "{} has passed: name a day from today on, or `none`",
            day.in_words()
        ));
    }
    if arguments.scene.is_some() || date.is_some() {
        let loaded = match scenarios::load(arguments.scene.as_deref()) {
            Ok(loaded) => loaded,
            Err(error) => {
                eprintln!("{}", error.report());
                return ExitCode::FAILURE;
            }
        };
        let scene = (loaded.name.as_str(), loaded.text.as_str(), &loaded.scenario);
        if let Some(day) = date
            && let Err(error) = open.history.set_panel(scene, day, today)
        {
            return fail(&error);
        }
    }
    if let Some(minutes) = arguments.minutes
        && let Err(error) = open.history.set_minutes(minutes)
    {
        return fail(&error);
    }
    finish(write(&open, today), ExitCode::SUCCESS)
}

fn write(open: &OpenHistory, today: Day) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let panels = open.history.panels().map_err(io::Error::other)?;
    let known = open.history.scenarios().map_err(io::Error::other)?;
    let minutes = open.history.minutes().map_err(io::Error::other)?;
    for (id, panel) in &panels {
        let title = known.iter().find(|known| known.id == *id).map_or(id, |known| &known.title);
        let passed = if panel.day < today { " (has passed)" } else { "" };
        writeln!(out, "{}: {}{passed}", one_line(title), panel.day.in_words())?;
    }
    if panels.is_empty() {
        writeln!(out, "No panel has a date: `--date` sets one.")?;
    }
    let usual = if minutes == practice::usual_minutes() { ", as usual" } else { "" };
    writeln!(out, "{minutes} minutes a day{usual}.")
}
