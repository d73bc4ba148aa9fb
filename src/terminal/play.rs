//! The interview in a terminal, at a prompt or from a script: opened, played at the table, and told at the end.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    interview::{debrief::Debrief, session::AnswerKind},
    play::{self, Play, TakenUp},
    storage::{
        journal, scenarios,
        seed::Seeds,
        shelf::{self, Kept},
    },
    terminal::{
        PlayArguments, PlayFormat, engine, fail, finish,
        line_reader::LineReader,
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

/// Plays the interview that the arguments ask for.
pub(super) fn run(arguments: &PlayArguments) -> ExitCode {
    let at_prompt = io::stdin().is_terminal();
    let opened = match arguments.take_up {
        Some(place) => take_up(place),
        None => open(arguments, at_prompt),
    };
    let Opened { play, begun, left } = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let mut out: Box<dyn Write> = match arguments.format {
        PlayFormat::Text => Box::new(io::stdout().lock()),
        PlayFormat::Json => Box::new(io::sink()),
    };
    let lines = LineReader::of(io::stdin().lock());
    let mut table = Table::new(play, lines, at_prompt);
    table.left = left;
    if let Err(error) = table.play(&mut out, begun) {
        return finish(Err(error), ExitCode::SUCCESS);
    }
    drop(out);
    let debrief = Debrief::of(table.session());
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        // The votes come last, where they are still on the screen.
        PlayFormat::Text => report::report(&mut out, &debrief.question_by_question())
            .and_then(|()| report::report(&mut out, &debrief.summary())),
        PlayFormat::Json => serde_json::to_writer_pretty(&mut out, &debrief)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn open(arguments: &PlayArguments, at_prompt: bool) -> Result<Opened, ExitCode> {
    let loaded = scenarios::load(arguments.scene.as_deref()).map_err(|error| {
        eprintln!("{}", error.report());
        ExitCode::FAILURE
    })?;
    let drawn = if at_prompt { Seeds::by_the_clock().draw() } else { SCRIPT_SEED };
    let settings = arguments.settings(drawn);
    if settings.answers == AnswerKind::Picked
        && let Some(question) = loaded.scenario.questions().iter().find(|q| q.cards.is_empty())
    {
        let error =
            format!("question `{}` has no cards to pick from: answer by typing", question.id);
        return Err(fail(&error));
    }
    let folder = journal::data_folder().filter(|_| at_prompt);
    let left = folder.as_deref().and_then(left_by_beginning);
    let play = Play::open(loaded, settings, &engine(), folder);
    Ok(Opened { play, begun: String::new(), left })
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
fn take_up(place: usize) -> Result<Opened, ExitCode> {
    let (folder, kept) = left_at(place)?;
    let TakenUp { play, words, saved } =
        play::take_up(&folder, Some(&kept), &engine()).map_err(|error| fail(&error))?;
    if let Err(error) = saved {
        not_kept(&error);
    }
    Ok(Opened { play, begun: words, left: None })
}
