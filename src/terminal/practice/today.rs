//! `hotseat today`: what the next minutes are best spent on, and why.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use serde::Serialize;

use crate::{
    interview::practice::day::Day,
    play::Today,
    terminal::{
        StoryWord, fail, finish,
        practice::{NowArgument, OpenHistory, PageFormat},
        sanitize::{one_line, wrapped},
    },
};

/// What to say of today.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct TodayArguments {
    /// Whose story to tell.
    #[arg(long, value_enum, default_value_t)]
    story: StoryWord,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Today's practice for programs.
#[derive(Serialize)]
struct TodayRecord<'a> {
    day: String,
    headline: String,
    minutes: u32,
    picks: Vec<PickRecord<'a>>,
    out_of_reach: usize,
    answered_today: usize,
    panels: Vec<PanelRecord<'a>>,
}

#[derive(Serialize)]
struct PickRecord<'a> {
    scenario: &'a str,
    question: &'a str,
    text: &'a str,
    reason: String,
    seconds: u32,
}

#[derive(Serialize)]
struct PanelRecord<'a> {
    scenario: &'a str,
    day: String,
}

/// Says what today's practice is.
pub(in crate::terminal) fn today(arguments: &TodayArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let today = match Today::of(&open.history, open.clock.today(), arguments.story.into()) {
        Ok(today) => today,
        Err(error) => return fail(&error),
    };
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => write(&mut out, &today),
        PageFormat::Json => serde_json::to_writer_pretty(&mut out, &record(&today))
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn record(today: &Today) -> TodayRecord<'_> {
    TodayRecord {
        day: today.day.to_string(),
        headline: today.plan.headline(),
        minutes: today.plan.minutes,
        picks: today
            .plan
            .picks
            .iter()
            .map(|pick| {
                let question = today.question(pick);
                PickRecord {
                    scenario: &question.key.scenario,
                    question: &question.id,
                    text: &question.text,
                    reason: pick.reason.in_words(today.day),
                    seconds: pick.seconds,
                }
            })
            .collect(),
        out_of_reach: today.plan.out_of_reach,
        answered_today: today.plan.done,
        panels: today
            .panels
            .iter()
            .map(|(scenario, panel)| PanelRecord { scenario, day: panel.day.to_string() })
            .collect(),
    }
}

fn write(out: &mut impl Write, today: &Today) -> io::Result<()> {
    let day = today.day;
    wrapped(out, "", &format!("Today, {}: {}.", day.in_words(), today.plan.headline()))?;
    for (scenario, panel) in &today.panels {
        let title = today.title_of(scenario).unwrap_or(scenario);
        let ahead = match panel.day.since(day) {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            days => format!("{}, in {days} days", panel.day.in_words()),
        };
        wrapped(out, "", &format!("The panel “{}”: {ahead}.", one_line(title)))?;
    }
    for (place, pick) in today.plan.picks.iter().enumerate() {
        let question = today.question(pick);
        writeln!(out)?;
        wrapped(out, "  ", &format!("{}. {}", place + 1, one_line(&question.text)))?;
        let minutes = pick.seconds.div_ceil(60);
        let why = format!("{}; about {minutes} min ({})", pick.reason.in_words(day), question.id);
        wrapped(out, "     ", &why)?;
    }
    writeln!(out)?;
    if let Some(told) = today.plan.out_of_reach_in_words() {
        wrapped(out, "", &format!("{told} (`hotseat plan --minutes`)"))?;
    }
    let next = if today.plan.picks.is_empty() {
        "`hotseat play` practises anyway; `--weak` and `--only ID` choose questions."
    } else {
        "`hotseat play --today` begins it."
    };
    wrapped(out, "", next)?;
    if today.panels.is_empty() {
        wrapped(out, "", &no_date(day))?;
    }
    Ok(())
}

fn no_date(day: Day) -> String {
    format!("When is your panel? `hotseat plan --date {}` plans up to the day.", day.plus(14))
}
