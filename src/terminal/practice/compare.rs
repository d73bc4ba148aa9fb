//! `hotseat compare`: two answers to a question side by side.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::{
    interview::progress::{
        comparison::{AttemptComparison, Difference},
        past::WholeAttempt,
    },
    terminal::{
        fail, finish,
        practice::{NowArgument, OpenHistory, PageFormat},
        sanitize::{one_line, wrapped},
    },
};

/// What to compare.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct CompareArguments {
    /// The number of one attempt, as `hotseat history` gives it.
    from: i64,
    /// The number of the other.
    to: i64,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Compares two answers.
pub(in crate::terminal) fn compare(arguments: &CompareArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let both = open
        .history
        .attempt(arguments.from)
        .and_then(|from| Ok((from, open.history.attempt(arguments.to)?)));
    let (from, to) = match both {
        Ok(both) => both,
        Err(error) => return fail(&error),
    };
    let compared = match AttemptComparison::of(&from, &to) {
        Ok(compared) => compared,
        Err(why) => {
            return fail(&format!(
                "attempts {} and {} cannot be compared: {why}",
                arguments.from, arguments.to
            ));
        }
    };
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => write(&mut out, &from, &to, &compared),
        PageFormat::Json => serde_json::to_writer_pretty(&mut out, &compared)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn write(
    out: &mut impl Write,
    from: &WholeAttempt,
    to: &WholeAttempt,
    compared: &AttemptComparison,
) -> io::Result<()> {
    wrapped(out, "", &one_line(&from.asked.text))?;
    for sentence in &compared.level {
        wrapped(out, "  ", sentence)?;
    }
    wrapped(out, "  ", &format!("It is {}.", compared.length))?;
    differences(out, "What came", &compared.came)?;
    differences(out, "What went", &compared.went)?;
    for attempt in [from, to] {
        let past = &attempt.past;
        writeln!(out, "\nAttempt {}, {}, level {}:", past.number, past.day, past.level_in_words())?;
        wrapped(out, "  ", &attempt.text)?;
    }
    Ok(())
}

fn differences(out: &mut impl Write, heading: &str, found: &[Difference]) -> io::Result<()> {
    if found.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}:")?;
    for difference in found {
        wrapped(out, "  ", &difference.what)?;
        if let Some(words) = &difference.words {
            wrapped(out, "      ", &format!("you: {words}"))?;
        }
    }
    Ok(())
}
