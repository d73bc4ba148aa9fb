//! The interview in a terminal, at a prompt or from a script: opened, played at the table, and told at the end.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use crate::{
    interview::{
        debrief::Debrief,
        scoring::Scorer,
        session::{AnswerKind, Session, Settings},
    },
    storage::{
        journal::{self, Journal},
        scenarios,
        seed::Seeds,
        shelf,
        unfinished::Unfinished,
    },
    terminal::{
        PlayArguments, PlayFormat, encoder, fail, finish,
        line_reader::LineReader,
        report,
        table::{Table, not_kept},
    },
};

/// The seed of a script that names none: a script plays the same every time.
const SCRIPT_SEED: u64 = 1;

/// An interview that was opened.
struct Opened {
    session: Session,
    journal: Option<Journal>,
    /// The words that were being typed when it was left.
    begun: String,
}

/// Plays the interview that the arguments ask for.
pub(super) fn run(arguments: &PlayArguments) -> ExitCode {
    let at_prompt = io::stdin().is_terminal();
    let opened = match arguments.take_up {
        Some(place) => take_up(place),
        None => open(arguments, at_prompt),
    };
    let Opened { session, journal, begun } = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let mut out: Box<dyn Write> = match arguments.format {
        PlayFormat::Text => Box::new(io::stdout().lock()),
        PlayFormat::Json => Box::new(io::sink()),
    };
    let lines = LineReader::of(io::stdin().lock());
    let mut table = Table::new(session, journal, lines, at_prompt);
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
    let scenario = Arc::new(loaded.scenario);
    if settings.answers == AnswerKind::Picked
        && let Some(question) = scenario.questions().iter().find(|q| q.cards.is_empty())
    {
        let error =
            format!("question `{}` has no cards to pick from: answer by typing", question.id);
        return Err(fail(&error));
    }
    let journal =
        if at_prompt { begin_journal(&loaded.name, &loaded.text, settings) } else { None };
    let scorer = Arc::new(Scorer::of(&scenario));
    if let Some(meaning) = encoder() {
        scorer.learn(meaning);
    }
    Ok(Opened { session: Session::new(scenario, scorer, settings), journal, begun: String::new() })
}

fn begin_journal(name: &str, text: &str, settings: Settings) -> Option<Journal> {
    let folder = journal::data_folder()?;
    let left = shelf::kept(&folder).into_iter().next();
    let journal = Journal::begin(&folder, name, text, settings).inspect_err(not_kept).ok()?;
    if let Some(left) = left.filter(|left| left.is_under_way() && left.holds_words) {
        eprintln!(
            "note: your interview “{}” at {} is kept: `--continue=2` goes on with it",
            left.title,
            left.place()
        );
    }
    Some(journal)
}

/// Makes an interview that was left the one under way, counted from the newest, from 1; gives where it is kept.
pub(super) fn take_out(place: usize) -> Result<PathBuf, ExitCode> {
    let none = || fail(&"there is no unfinished interview: start one with `hotseat play`");
    let folder = journal::data_folder().ok_or_else(none)?;
    let kept = shelf::kept(&folder);
    if kept.is_empty() {
        return Err(none());
    }
    let Some(wanted) = place.checked_sub(1).and_then(|place| kept.get(place)) else {
        let titles = kept.iter().enumerate().map(|(place, kept)| {
            format!("\n  --continue={}: “{}” at {}", place + 1, kept.title, kept.place())
        });
        let titles: String = titles.collect();
        eprintln!("hotseat: there is no unfinished interview {place}; there are:{titles}");
        return Err(ExitCode::FAILURE);
    };
    shelf::take_out(&folder, wanted).map_err(|error| fail(&error))?;
    Ok(folder)
}

/// Takes up an interview that was left.
fn take_up(place: usize) -> Result<Opened, ExitCode> {
    let folder = take_out(place)?;
    let unfinished = Unfinished::find(&folder)
        .ok_or_else(|| fail(&"the unfinished interview can no longer be read"))?;
    let session = unfinished
        .replay(encoder())
        .map_err(|why| fail(&format!("the unfinished interview cannot be taken up: {why}")))?;
    let draft = Some(unfinished.draft).filter(|draft| draft.answers(&session));
    let begun = draft.map_or_else(|| session.begun(), |draft| draft.text);
    let journal = Journal::reopen(&folder).inspect_err(not_kept).ok();
    Ok(Opened { session, journal, begun })
}
