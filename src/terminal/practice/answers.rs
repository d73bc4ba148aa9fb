//! `hotseat keep` and `hotseat answers`: the answers that are the player's own models, and the book they make.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::{
    interview::{progress::book::BookEntry, text::Text},
    terminal::{
        fail, finish,
        practice::{NowArgument, OpenHistory, PageFormat},
        sanitize::{one_line, wrapped},
    },
};

/// What to keep.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct KeepArguments {
    /// The number of the attempt, as `hotseat history` gives it.
    attempt: i64,
    /// Keep it no longer.
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    now: NowArgument,
}

/// How to print the book.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct AnswersArguments {
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Keeps an attempt as the player's model answer, or keeps it no longer.
pub(in crate::terminal) fn keep(arguments: &KeepArguments) -> ExitCode {
    let mut open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let attempt = match open.history.attempt(arguments.attempt) {
        Ok(attempt) => attempt,
        Err(error) => return fail(&error),
    };
    let question = one_line(&attempt.asked.text);
    let said = if arguments.undo {
        match open.history.keep_no_longer(arguments.attempt) {
            Ok(true) => {
                format!("Attempt {} is no longer your answer to “{question}”.", arguments.attempt)
            }
            Ok(false) => return fail(&format!("attempt {} is not kept", arguments.attempt)),
            Err(error) => return fail(&error),
        }
    } else {
        if attempt.as_kept().is_none() {
            return fail(&format!(
                "attempt {} cannot be kept: what was found in it was written by another version",
                arguments.attempt
            ));
        }
        if let Err(error) = open.history.keep(arguments.attempt, open.clock.now()) {
            return fail(&error);
        }
        format!(
            "Attempt {} is your answer to “{question}”. From now on `hotseat play --story own` compares with it.",
            arguments.attempt
        )
    };
    finish(wrapped(&mut io::stdout().lock(), "", &said), ExitCode::SUCCESS)
}

/// Prints every kept answer.
pub(in crate::terminal) fn answers(arguments: &AnswersArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let kept = match open.history.kept() {
        Ok(kept) => kept,
        Err(error) => return fail(&error),
    };
    let book: Vec<_> = kept.iter().map(BookEntry::of).collect();
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => write(&mut out, &book),
        PageFormat::Json => serde_json::to_writer_pretty(&mut out, &book)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn write(out: &mut impl Write, book: &[BookEntry]) -> io::Result<()> {
    if book.is_empty() {
        return writeln!(out, "No answer is kept yet: `hotseat keep ATTEMPT` keeps one.");
    }
    for (place, entry) in book.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        wrapped(out, "", &one_line(&entry.text))?;
        let level = entry.level.map_or("not judged".to_owned(), |level| format!("level {level}"));
        wrapped(
            out,
            "",
            &format!(
                "{}: parts {}, {level}, {} spoken (attempt {})",
                one_line(&entry.scenario),
                entry.letters(),
                Text::clock(entry.spoken_seconds),
                entry.attempt
            ),
        )?;
        for paragraph in &entry.paragraphs {
            for (role, sentence) in paragraph {
                wrapped(out, "  ", &format!("[{}] {sentence}", role.letter()))?;
            }
        }
    }
    Ok(())
}
