//! `hotseat import`: an interview in any form in; what was understood, the draft of a scenario, or both out.

use std::{
    io::{Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    interview::{
        diagnostic::Diagnostic,
        importing::{self, Imported, Summary},
        transcript::{
            self,
            edits::{Edits, Renamed},
            json::PrintedTranscript,
        },
    },
    storage::{
        files::{self, FileError},
        scenarios::SUFFIX,
    },
    terminal::{fail, finish, sanitize::plain},
};

#[derive(Debug, clap::Args)]
pub(super) struct ImportArguments {
    /// Transcripts, lists of questions or subtitles in any form, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Where to write the draft: a file, or a folder.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Write over a file that is there.
    #[arg(long, requires = "output")]
    force: bool,
    /// Who the candidate is, by the name in the file.
    #[arg(long, value_name = "NAME")]
    candidate: Option<String>,
    /// Call somebody otherwise; may be given several times.
    #[arg(long, value_name = "NAME=NEW", value_parser = renaming)]
    rename: Vec<String>,
    /// Leave out what somebody says; may be given several times.
    #[arg(long, value_name = "NAME")]
    leave_out: Vec<String>,
    /// How to read turns that nobody is named for.
    #[arg(long, value_enum)]
    turns: Option<TurnsWord>,
    /// What was understood, for reading or as JSON, or the draft as RON.
    #[arg(long, value_enum, default_value_t)]
    format: ImportFormat,
}

/// Two names with `=` between them.
fn renaming(pair: &str) -> Result<String, String> {
    match pair.split_once('=') {
        Some((from, to)) if !from.trim().is_empty() && !to.trim().is_empty() => Ok(pair.to_owned()),
        _ => Err("write it as NAME=NEW".to_owned()),
    }
}

/// How to read turns that nobody is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum TurnsWord {
    /// A question and an answer by turns.
    Alternate,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum ImportFormat {
    /// What was understood, for reading.
    #[default]
    Text,
    /// What was understood, with every doubt, for programs.
    Json,
    /// The draft of a scenario.
    Ron,
}

/// Imports files. Where one has a fault that stops its reading, no draft of it is written.
pub(super) fn run(arguments: &ImportArguments) -> ExitCode {
    let into_folder = arguments.output.as_deref().is_some_and(Path::is_dir);
    if arguments.output.is_some() && arguments.files.len() > 1 && !into_folder {
        return fail(&"several drafts need a folder to be written to: `--output FOLDER`");
    }
    if let Some(path) = arguments.output.as_deref().filter(|path| !into_folder && path.exists())
        && !arguments.force
    {
        return is_there(path);
    }
    let mut code = ExitCode::SUCCESS;
    for (number, file) in arguments.files.iter().enumerate() {
        if number > 0 && arguments.format == ImportFormat::Text {
            println!();
        }
        if let Err(failed) = import(file, arguments, into_folder) {
            code = failed;
        }
    }
    code
}

fn is_there(path: &Path) -> ExitCode {
    let path = path.display();
    fail(&format!("{path} is there already, and its work would be lost; --force writes over it"))
}

fn import(file: &Path, arguments: &ImportArguments, into_folder: bool) -> Result<(), ExitCode> {
    let bytes = read(file).map_err(|error| fail(&error))?;
    let imported = importing::import(&bytes, &edits(arguments));
    let shown = file.display();
    let told = imported.diagnostics.iter().map(|found| plain(&format!("{shown}:{found}")));
    if arguments.format == ImportFormat::Text {
        for (found, told) in imported.diagnostics.iter().zip(told).filter(|(f, _)| f.is_error()) {
            debug_assert!(found.is_error());
            eprintln!("{told}");
        }
    } else {
        told.for_each(|told| eprintln!("{told}"));
    }
    let draft = imported.draft.as_ref().map(|draft| draft.to_ron().map_err(|error| fail(&error)));
    let draft = draft.transpose()?;
    let written = match (&draft, &arguments.output) {
        (Some(draft), Some(output)) => {
            Some(write(draft, &imported, output, into_folder, arguments)?)
        }
        _ => None,
    };
    let text = match arguments.format {
        ImportFormat::Json => {
            let printed = PrintedTranscript::new(&imported.transcript, &imported.diagnostics);
            serde_json::to_string_pretty(&printed).map_err(|error| fail(&error))? + "\n"
        }
        ImportFormat::Ron if written.is_none() => draft.clone().unwrap_or_default(),
        ImportFormat::Ron => String::new(),
        ImportFormat::Text => summary(file, &imported, written.as_deref()),
    };
    let printed = std::io::stdout().lock().write_all(text.as_bytes());
    let code = finish(printed, ExitCode::SUCCESS);
    if draft.is_none() || code != ExitCode::SUCCESS { Err(ExitCode::FAILURE) } else { Ok(()) }
}

/// Writes a draft to its file, or to one of its name in a folder.
fn write(
    draft: &str,
    imported: &Imported,
    output: &Path,
    into_folder: bool,
    arguments: &ImportArguments,
) -> Result<PathBuf, ExitCode> {
    let id = imported.draft.as_ref().map_or("", |draft| draft.file.id.as_str());
    let path = if into_folder { output.join(format!("{id}{SUFFIX}")) } else { output.to_owned() };
    if path.exists() && !arguments.force {
        return Err(is_there(&path));
    }
    files::write_whole(&path, draft.as_bytes()).map_err(|error| fail(&error))?;
    Ok(path)
}

/// What was understood, what is doubtful, and how to go on.
fn summary(file: &Path, imported: &Imported, written: Option<&Path>) -> String {
    if imported.draft.is_none() {
        return String::new();
    }
    let mut text = format!("{}\n", plain(&file.display().to_string()));
    for line in Summary::of(&imported.transcript).lines() {
        text.push_str(&format!("  {}\n", plain(&line)));
    }
    let doubts: Vec<&Diagnostic> = imported.diagnostics.iter().collect();
    if !doubts.is_empty() {
        text.push_str("To look at:\n");
    }
    for doubt in doubts {
        text.push_str(&format!("  line {}: {}\n", doubt.line, plain(&doubt.message)));
        text.push_str(&format!("    {}\n", plain(&doubt.help)));
    }
    match written {
        Some(path) => {
            let path = plain(&path.display().to_string());
            text.push_str(&format!("Written to {path}. To play it: hotseat play {path}\n"));
        }
        None => text.push_str("To keep it: --output NAME.scenario.ron\n"),
    }
    text
}

fn edits(arguments: &ImportArguments) -> Edits {
    let renamed = arguments.rename.iter().filter_map(|pair| {
        let (from, to) = pair.split_once('=')?;
        Some(Renamed { from: from.trim().to_owned(), to: to.trim().to_owned() })
    });
    Edits {
        candidate: arguments.candidate.clone(),
        renamed: renamed.collect(),
        left_out: arguments.leave_out.clone(),
        alternate: arguments.turns == Some(TurnsWord::Alternate),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    if path != Path::new("-") {
        return files::read_start(path, transcript::MAX_BYTES);
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(transcript::MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| FileError::Io { path: path.to_owned(), source })?;
    Ok(bytes)
}
