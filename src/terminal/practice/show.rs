//! `hotseat show` and `hotseat debrief`: an answer of an earlier day with its feedback, and a whole interview.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use serde::Serialize;

use crate::{
    interview::{
        debrief::Debrief, progress::own_ratings::RatedAnswer, progress::past::WholeAttempt,
        scoring::judgement::record::AnswerRecord,
    },
    storage::unfinished::Unfinished,
    terminal::{
        engine, fail, finish,
        practice::{NowArgument, OpenHistory, PageFormat},
        report,
        sanitize::{one_line, wrapped},
    },
};

/// Which answer to show.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct ShowArguments {
    /// The number of the attempt, as `hotseat history` gives it.
    attempt: i64,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Which interview to open again.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct DebriefArguments {
    /// The number of the interview, as `hotseat history` gives it.
    session: i64,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// An answer for programs.
#[derive(Serialize)]
struct ShownRecord<'a> {
    attempt: i64,
    session: i64,
    day: String,
    scenario: &'a str,
    question: &'a str,
    text: &'a str,
    answer: &'a str,
    own_rating: Option<RatedAnswer>,
    judgement: Option<AnswerRecord>,
}

/// Shows an answer.
pub(in crate::terminal) fn show(arguments: &ShowArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let attempt = match open.history.attempt(arguments.attempt) {
        Ok(attempt) => attempt,
        Err(error) => return fail(&error),
    };
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => write(&mut out, &attempt),
        PageFormat::Json => {
            let record = ShownRecord {
                attempt: attempt.past.number,
                session: attempt.past.session,
                day: attempt.past.day.to_string(),
                scenario: &attempt.asked.scenario,
                question: &attempt.asked.id,
                text: &attempt.asked.text,
                answer: &attempt.text,
                own_rating: RatedAnswer::of(&attempt),
                judgement: attempt
                    .assessment
                    .as_ref()
                    .map(|found| AnswerRecord::of(found, &attempt.text)),
            };
            serde_json::to_writer_pretty(&mut out, &record)
                .map_err(io::Error::from)
                .and_then(|()| writeln!(out))
        }
    };
    finish(written, ExitCode::SUCCESS)
}

fn write(out: &mut impl Write, attempt: &WholeAttempt) -> io::Result<()> {
    let WholeAttempt { asked, past, text, probes, assessment } = attempt;
    wrapped(
        out,
        "",
        &format!("Attempt {}, {}: {}", past.number, past.day, one_line(&asked.scenario_title)),
    )?;
    wrapped(out, "  ", &one_line(&asked.text))?;
    let Some(found) = assessment else {
        writeln!(
            out,
            "\nLevel {}. What was found was written by another version.",
            past.level_in_words()
        )?;
        return wrapped(out, "  ", text);
    };
    report::findings(out, text, probes, found)?;
    if let Some(rated) = RatedAnswer::of(attempt) {
        writeln!(out, "\nYou said {}, the level is {}.", rated.own_rating, rated.level)?;
        wrapped(out, "  ", &format!("A {} sounds so: {}", rated.own_rating, rated.meant))?;
        wrapped(out, "  ", &format!("A {} sounds so: {}", rated.level, rated.anchor))?;
        let told = match (&rated.words, &rated.decides) {
            (Some(words), Some(decides)) => Some(format!("What decides: {words}. {decides}")),
            (None, Some(decides)) => Some(format!("What decides: {decides}")),
            _ => None,
        };
        if let Some(told) = told {
            wrapped(out, "  ", &told)?;
        }
    }
    Ok(())
}

/// Opens an interview again, as it was judged, where its engine is still here.
pub(in crate::terminal) fn debrief(arguments: &DebriefArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let past = match open.history.session(arguments.session) {
        Ok(past) => past,
        Err(error) => return fail(&error),
    };
    let Some(journal) = past.journal.as_deref() else {
        return fail(&"that interview was not finished: `hotseat play --continue` goes on with it");
    };
    let session = Unfinished::of_text(journal)
        .ok_or_else(|| "its journal cannot be read any more".to_owned())
        .and_then(|unfinished| unfinished.replay(&engine()));
    let session = match session {
        Ok(session) => session,
        Err(why) => return fail(&format!("that interview cannot be opened again: {why}")),
    };
    let debrief = Debrief::of(&session);
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => writeln!(out, "{}: {}", past.day, one_line(&past.title))
            .and_then(|()| report::report(&mut out, &debrief.question_by_question()))
            .and_then(|()| report::report(&mut out, &debrief.summary())),
        PageFormat::Json => serde_json::to_writer_pretty(&mut out, &debrief)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}
