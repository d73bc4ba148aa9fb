//! The interview in a terminal, at a prompt or from a script: opened, played at the table, and told at the end.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    interview::{
        debrief::Debrief,
        scenario::{Question, Scenario},
        scoring::Story,
        session::AnswerKind,
    },
    play::{self, Keeping, Play, Round, TakenUp, Today},
    storage::{
        journal,
        scenarios::{self, Loaded},
        seed::Seeds,
        shelf::{self, Kept},
    },
    terminal::{
        NowArgument, PlayArguments, PlayFormat, engine, fail, finish,
        line_reader::LineReader,
        practice::{OpenHistory, afterwards},
        report,
        table::{Table, not_kept},
    },
};

/// The seed of a script that names none: a script plays the same every time.
const SCRIPT_SEED: u64 = 1;

/// An interview that was opened.
struct Opened {
    play: Play,
    /// The words that were being typed when it was left.
    begun: String,
    /// The interview that it leaves behind when it begins.
    left: Option<Kept>,
}

impl Opened {
    fn fresh(play: Play) -> Self {
        Self { play, begun: String::new(), left: None }
    }
}

/// Plays the interview that the arguments ask for.
pub(super) fn run(arguments: &PlayArguments) -> ExitCode {
    let at_prompt = io::stdin().is_terminal();
    let opened = match arguments {
        PlayArguments { take_up: Some(place), .. } => {
            take_up(*place, &arguments.now).map(|opened| vec![opened])
        }
        PlayArguments { today: true, .. } => open_today(arguments, at_prompt),
        _ => open(arguments, at_prompt).map(|opened| vec![opened]),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let mut lines = LineReader::of(io::stdin().lock());
    let mut debriefs = Vec::new();
    for Opened { play, begun, left } in opened {
        let mut out: Box<dyn Write> = match arguments.format {
            PlayFormat::Text => Box::new(io::stdout().lock()),
            PlayFormat::Json => Box::new(io::sink()),
        };
        let mut table = Table::new(play, lines, at_prompt);
        table.left = left;
        if let Err(error) = table.play(&mut out, begun) {
            return finish(Err(error), ExitCode::SUCCESS);
        }
        drop(out);
        let debrief = Debrief::of(table.session());
        if arguments.format == PlayFormat::Text {
            let told = tell(&debrief).and_then(|()| match table.name_in_history() {
                Some(name) => afterwards(&arguments.now, &name, debrief.settings.story),
                None => Ok(()),
            });
            if let Err(error) = told {
                return finish(Err(error), ExitCode::SUCCESS);
            }
        }
        debriefs.push(debrief);
        lines = table.lines;
    }
    finish(
        if arguments.format == PlayFormat::Json { print(&debriefs) } else { Ok(()) },
        ExitCode::SUCCESS,
    )
}

/// Tells a debrief.
fn tell(debrief: &Debrief) -> io::Result<()> {
    let mut out = io::stdout().lock();
    // The votes come last, where they are still on the screen.
    report::report(&mut out, &debrief.question_by_question())?;
    report::report(&mut out, &debrief.summary())
}

/// Prints a debrief, or those of today's practice where it is of several scenarios.
fn print(debriefs: &[Debrief]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match debriefs {
        [debrief] => serde_json::to_writer_pretty(&mut out, debrief)?,
        debriefs => serde_json::to_writer_pretty(&mut out, debriefs)?,
    }
    writeln!(out)
}

/// Where an interview is kept: at a prompt, and in a script that says what time it is.
fn keeping(now: &NowArgument, at_prompt: bool) -> Result<Option<Keeping>, ExitCode> {
    let clock = now.clock().map_err(|error| fail(&error))?;
    let folder = journal::data_folder().filter(|_| at_prompt || now.now.is_some());
    Ok(folder.map(|folder| Keeping { folder, clock }))
}

fn open(arguments: &PlayArguments, at_prompt: bool) -> Result<Opened, ExitCode> {
    let loaded = load(arguments)?;
    let drawn = if at_prompt { Seeds::by_the_clock().draw() } else { SCRIPT_SEED };
    let settings = arguments.settings(drawn);
    let only = only(arguments, &loaded.scenario, settings.story)?;
    let asked = |question: &&Question| only.is_empty() || only.contains(&question.id);
    if settings.answers == AnswerKind::Picked
        && let Some(question) =
            loaded.scenario.questions().iter().filter(asked).find(|q| q.cards.is_empty())
    {
        let error =
            format!("question `{}` has no cards to pick from: answer by typing", question.id);
        return Err(fail(&error));
    }
    let keeping = keeping(&arguments.now, at_prompt)?;
    let left = keeping.as_ref().and_then(|keeping| left_by_beginning(&keeping.folder));
    let left = left.filter(|_| at_prompt);
    let play = Play::open_only(loaded, settings, only, &engine(), keeping);
    Ok(Opened { left, ..Opened::fresh(play) })
}

fn load(arguments: &PlayArguments) -> Result<Loaded, ExitCode> {
    scenarios::load(arguments.scene.as_deref()).map_err(|error| {
        eprintln!("{}", error.report());
        ExitCode::FAILURE
    })
}

/// The ids of the questions that are asked; none where all of them are.
fn only(
    arguments: &PlayArguments,
    scenario: &Scenario,
    story: Story,
) -> Result<Vec<String>, ExitCode> {
    let unknown = arguments.only.iter().find(|id| scenario.question(id).is_none());
    if let Some(id) = unknown {
        let known: Vec<_> = scenario.questions().iter().map(|q| q.id.as_str()).collect();
        return Err(fail(&format!(
            "there is no question `{id}`: take one of {}",
            known.join(", ")
        )));
    }
    if !arguments.weak {
        return Ok(arguments.only.clone());
    }
    let OpenHistory { history, clock, .. } = OpenHistory::of(&arguments.now)?;
    let today = Today::of(&history, clock.today(), story).map_err(|error| fail(&error))?;
    // Of a scenario that was never practised, nothing was answered yet.
    if today.title_of(scenario.id()).is_none() {
        return Ok(Vec::new());
    }
    let weak = today.weak_questions(scenario.id());
    if weak.is_empty() {
        Err(fail(&"every question was answered so that it holds"))
    } else {
        Ok(weak)
    }
}

/// Opens what today is best spent on, scenario by scenario.
fn open_today(arguments: &PlayArguments, at_prompt: bool) -> Result<Vec<Opened>, ExitCode> {
    let drawn = if at_prompt { Seeds::by_the_clock().draw() } else { SCRIPT_SEED };
    let settings = arguments.settings(drawn);
    let OpenHistory { history, clock, folder } = OpenHistory::of(&arguments.now)?;
    let today = Today::of(&history, clock.today(), settings.story).map_err(|error| fail(&error))?;
    if today.plan.picks.is_empty() && arguments.format == PlayFormat::Text {
        println!("{}.", today.plan.headline());
    }
    let engine = engine();
    let keeping = Keeping { folder, clock };
    let round = |Round { loaded, questions }| {
        let keeping = Some(keeping.clone());
        Opened::fresh(Play::open_only(loaded, settings, questions, &engine, keeping))
    };
    Ok(today.rounds().into_iter().map(round).collect())
}

/// The interview under way that beginning another leaves behind, where anything was said in it.
fn left_by_beginning(folder: &Path) -> Option<Kept> {
    let newest = shelf::kept(folder).into_iter().next();
    newest.filter(|left| left.is_under_way() && left.holds_words)
}

/// The interview that is meant by its place among those that were left, counted from the newest, from 1, with where it is
/// kept.
fn left_at(place: usize) -> Result<(PathBuf, Kept), ExitCode> {
    let none = || fail(&"there is no unfinished interview: start one with `hotseat play`");
    let folder = journal::data_folder().ok_or_else(none)?;
    let mut kept = shelf::kept(&folder);
    if kept.is_empty() {
        return Err(none());
    }
    match place.checked_sub(1) {
        Some(place) if place < kept.len() => Ok((folder, kept.swap_remove(place))),
        _ => {
            let titles = kept.iter().enumerate().map(|(place, kept)| {
                format!("\n  --continue={}: “{}” at {}", place + 1, kept.title, kept.place())
            });
            let titles: String = titles.collect();
            eprintln!("hotseat: there is no unfinished interview {place}; there are:{titles}");
            Err(ExitCode::FAILURE)
        }
    }
}

/// Makes an interview that was left the one under way.
pub(super) fn take_out(place: usize) -> Result<(), ExitCode> {
    let (folder, kept) = left_at(place)?;
    shelf::take_out(&folder, &kept).map_err(|error| fail(&error))
}

/// Takes up an interview that was left.
fn take_up(place: usize, now: &NowArgument) -> Result<Opened, ExitCode> {
    let clock = now.clock().map_err(|error| fail(&error))?;
    let (folder, kept) = left_at(place)?;
    let TakenUp { play, words, saved } =
        play::take_up(Keeping { folder, clock }, Some(&kept), &engine())
            .map_err(|error| fail(&error))?;
    if let Err(error) = saved {
        not_kept(&error);
    }
    Ok(Opened { play, begun: words, left: None })
}
