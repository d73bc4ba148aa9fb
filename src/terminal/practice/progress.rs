//! `hotseat progress`: how the answers grew, as tables.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::{
    interview::progress::{growth::took_in_words, standing::Standing},
    play::ProgressPage,
    terminal::{
        fail, finish,
        practice::{NowArgument, OpenHistory, PageFormat},
        sanitize::{one_line, wrapped},
    },
};

/// What to show of the progress.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct ProgressArguments {
    /// Only the question with this id.
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Shows how the answers grew.
pub(in crate::terminal) fn progress(arguments: &ProgressArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let today = open.clock.today();
    let page = match ProgressPage::of(&open.history, today, arguments.question.as_deref()) {
        Ok(page) => page,
        Err(error) => return fail(&error),
    };
    if let Some(id) = arguments.question.as_deref().filter(|_| page.questions.is_empty()) {
        return fail(&format!(
            "nothing was answered to a question `{id}`: `hotseat history` lists all"
        ));
    }
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => write(&mut out, &page),
        PageFormat::Json => serde_json::to_writer_pretty(&mut out, &page)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn write(out: &mut impl Write, page: &ProgressPage) -> io::Result<()> {
    if page.questions.is_empty() {
        return writeln!(out, "Nothing was answered yet: `hotseat play` begins.");
    }
    wrapped(out, "", &page.practised)?;
    for sentence in [&page.improved, &page.own_ratings].into_iter().flatten() {
        wrapped(out, "", sentence)?;
    }
    writeln!(out, "\nBy question, the oldest answer first:")?;
    for question in &page.questions {
        wrapped(out, "  ", &one_line(&question.text))?;
        let last = question.points.last();
        let time = took_in_words(last.and_then(|point| point.seconds));
        let time = if time.is_empty() { time } else { format!("; the last took {time}") };
        wrapped(
            out,
            "      ",
            &format!(
                "levels {}{time} ({})",
                question.levels_in_words(),
                one_line(&question.question)
            ),
        )?;
    }
    standings(out, "By section", &page.sections)?;
    standings(out, "By competency", &page.competencies)?;
    if let Some(rated) = &page.last_rated {
        writeln!(
            out,
            "\nYour last own rating: {}, and the level is {} (attempt {}).",
            rated.own_rating, rated.level, rated.attempt
        )?;
        wrapped(out, "  ", &format!("A {} sounds so: {}", rated.own_rating, rated.meant))?;
        for told in [&rated.words, &rated.decides].into_iter().flatten() {
            wrapped(out, "  ", &one_line(told))?;
        }
    }
    Ok(())
}

fn standings(out: &mut impl Write, heading: &str, standings: &[Standing]) -> io::Result<()> {
    if standings.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}, the mean of the last levels:")?;
    for standing in standings {
        wrapped(out, "  ", &one_line(&standing.in_words()))?;
    }
    Ok(())
}
