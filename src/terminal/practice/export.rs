//! `hotseat export` and `hotseat delete`: what belongs to the player is theirs, to take along and to be rid of.

use std::{
    fs,
    io::{self, BufRead, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde::Serialize;

use crate::{
    play::{cards, documents::csv_cell::harmless},
    storage::{
        erasing,
        history::{ExportedAttempt, ExportedRating},
        panel_journal::KeptPanel,
    },
    terminal::{
        engine, fail, finish,
        practice::{
            NowArgument, OpenHistory, folder,
            past::{AttemptLine, COLUMNS},
        },
    },
};

/// Where to export to.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct ExportArguments {
    /// Where to write; left out, to standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Write over a file that is there.
    #[arg(long, requires = "output")]
    force: bool,
    /// As JSON with everything that is known, or as a table.
    #[arg(long, value_enum, default_value_t)]
    format: ExportFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// How to export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum ExportFormat {
    #[default]
    Json,
    Csv,
}

/// What to delete.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct DeleteArguments {
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

/// An attempt in the export.
#[derive(Serialize)]
struct ExportLine<'a> {
    #[serde(flatten)]
    line: AttemptLine<'a>,
    question_text: &'a str,
    fingerprint: &'a crate::interview::fingerprint::Fingerprint,
    answer: &'a str,
    kept: bool,
    ratings: &'a [ExportedRating],
    additions: &'a serde_json::Value,
    assessment: &'a serde_json::Value,
}

/// Exports everything that was practised.
pub(in crate::terminal) fn export(arguments: &ExportArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let write = |out: &mut dyn Write| match arguments.format {
        ExportFormat::Json => write_json(out, &open),
        ExportFormat::Csv => write_csv(out, &open),
    };
    let Some(path) = &arguments.output else {
        let mut out = io::BufWriter::new(io::stdout().lock());
        return finish(write(&mut out).and_then(|()| out.flush()), ExitCode::SUCCESS);
    };
    if path.exists() && !arguments.force {
        return fail(&format!("{} is there already: --force writes over it", path.display()));
    }
    match write_beside(path, write) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&format!("{}: {error}", path.display())),
    }
}

/// Writes a file that is either whole or not there.
fn write_beside(path: &Path, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let mut out = io::BufWriter::new(fs::File::create(&beside)?);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(&beside, path)
}

fn write_json(out: &mut dyn Write, open: &OpenHistory) -> io::Result<()> {
    let panels = open.history.panels().map_err(io::Error::other)?;
    let panels: Vec<_> = panels
        .iter()
        .map(|(id, panel)| serde_json::json!({ "scenario": id, "day": panel.day.to_string() }))
        .collect();
    let minutes = open.history.minutes().map_err(io::Error::other)?;
    writeln!(out, "{{\n\"version\": 1,\n\"minutes\": {minutes},")?;
    writeln!(out, "\"panels\": {},", serde_json::Value::from(panels))?;
    let raters = open.history.calibrated_raters().map_err(io::Error::other)?;
    let rated = raters.iter().map(|rater| {
        let ratings = open.history.calibrations(rater).map_err(io::Error::other)?;
        Ok(serde_json::json!({ "rater": rater, "ratings": ratings }))
    });
    let rated = rated.collect::<io::Result<Vec<_>>>()?;
    writeln!(out, "\"calibrations\": {},", serde_json::Value::from(rated))?;
    writeln!(out, "\"mock_panels\": {},", serde_json::Value::from(mock_panels(open)?))?;
    write!(out, "\"attempts\": [")?;
    let mut is_first = true;
    let done = open.history.export(|attempt: ExportedAttempt| -> io::Result<()> {
        let line = ExportLine {
            line: AttemptLine::of(&attempt.asked, &attempt.past),
            question_text: &attempt.asked.text,
            fingerprint: &attempt.asked.fingerprint,
            answer: &attempt.text,
            kept: attempt.is_kept,
            ratings: &attempt.ratings,
            additions: &attempt.additions,
            assessment: &attempt.assessment,
        };
        write!(out, "{}", if is_first { "\n" } else { ",\n" })?;
        is_first = false;
        Ok(serde_json::to_writer(&mut *out, &line)?)
    });
    done.map_err(io::Error::other)??;
    writeln!(out, "\n]\n}}")
}

/// The mock panels that are over, each with the scorecards of its candidates.
fn mock_panels(open: &OpenHistory) -> io::Result<Vec<serde_json::Value>> {
    let mut written = Vec::new();
    let engine = engine();
    for listed in open.history.mock_panels().map_err(io::Error::other)? {
        let past = open.history.mock_panel(Some(listed.number)).map_err(io::Error::other)?;
        let kept = KeptPanel::of_text(&past.journal);
        let panel = kept.as_ref().and_then(|kept| kept.replay(&engine).ok());
        let cards = kept.as_ref().zip(panel.as_ref()).map(|(kept, panel)| {
            let everybody = 0..panel.setup().candidates.len();
            let card = |who| cards::of_candidate(panel, &kept.header, who, Some(past.day), false);
            everybody.map(card).collect::<Vec<_>>()
        });
        written.push(serde_json::json!({
            "number": past.number,
            "title": past.title,
            "day": past.day.to_string(),
            "scorecards": cards.unwrap_or_default(),
        }));
    }
    Ok(written)
}

fn write_csv(out: &mut dyn Write, open: &OpenHistory) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS.iter().chain(&["question_text", "answer", "kept"]))?;
    let done = open.history.export(|attempt: ExportedAttempt| -> io::Result<()> {
        let cells = AttemptLine::of(&attempt.asked, &attempt.past).cells();
        let kept = if attempt.is_kept { "yes" } else { "" };
        let words = [harmless(&attempt.asked.text), harmless(&attempt.text), kept.to_owned()];
        Ok(table.write_record(cells.iter().chain(&words))?)
    });
    done.map_err(io::Error::other)??;
    table.flush()
}

/// Deletes everything that was practised, once that was confirmed.
pub(in crate::terminal) fn delete(arguments: &DeleteArguments) -> ExitCode {
    let folder = match folder() {
        Ok(folder) => folder,
        Err(code) => return code,
    };
    let found = match erasing::practice_in(&folder) {
        Ok(found) => found,
        Err(error) => return fail(&error),
    };
    if found.is_empty() {
        println!("Nothing of your practice is kept in {}.", folder.display());
        return ExitCode::SUCCESS;
    }
    if !arguments.yes {
        if !io::stdin().is_terminal() {
            return fail(
                &"this deletes every answer you gave: say --yes where nobody can be asked",
            );
        }
        println!(
            "This deletes every answer you gave, what was found in it and what you planned, in {}. Scenarios and \
             settings stay. `hotseat export` saves a copy first.",
            folder.display()
        );
        print!("Type delete to do it: ");
        let mut line = String::new();
        let asked = io::stdout().flush().and_then(|()| io::stdin().lock().read_line(&mut line));
        if asked.is_err() || line.trim() != "delete" {
            println!("Nothing was deleted.");
            return ExitCode::FAILURE;
        }
    }
    match erasing::delete_practice(&folder) {
        Ok(_) => {
            println!("Your practice is deleted.");
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}
