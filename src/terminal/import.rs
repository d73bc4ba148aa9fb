//! `hotseat import`: a transcript in, the draft of a scenario or what was read out.

use std::{
    io::{Read, Write},
    path::Path,
    process::ExitCode,
};

use crate::{
    interview::{
        diagnostic::Diagnostic,
        drafting,
        scenario::Scenario,
        transcript::{self, json::PrintedTranscript},
    },
    storage::files::{self, FileError},
    terminal::{ImportArguments, ImportFormat, fail, finish, sanitize::plain},
};

/// Imports a transcript. Nothing is written where it has a fault.
pub(super) fn run(arguments: &ImportArguments) -> ExitCode {
    if let Some(path) = &arguments.output
        && !arguments.force
        && path.exists()
    {
        let path = path.display();
        return fail(&format!(
            "{path} is there already, and its work would be lost; --force writes over it"
        ));
    }
    let bytes = match read(&arguments.transcript) {
        Ok(bytes) => bytes,
        Err(error) => return fail(&error),
    };
    let shown = arguments.transcript.display();
    let (transcript, diagnostics) = transcript::read(&bytes);
    for diagnostic in &diagnostics {
        eprintln!("{}", plain(&format!("{shown}:{diagnostic}")));
    }
    if diagnostics.iter().any(Diagnostic::is_error) {
        return ExitCode::FAILURE;
    }
    let text = match arguments.format {
        ImportFormat::Json => {
            let printed = PrintedTranscript::new(&transcript, &diagnostics);
            serde_json::to_string_pretty(&printed)
                .map(|text| text + "\n")
                .map_err(|e| e.to_string())
        }
        ImportFormat::Ron => drafting::draft(&transcript)
            .to_ron()
            .map_err(|error| error.to_string())
            .and_then(playable),
    };
    let text = match text {
        Ok(text) => text,
        Err(error) => return fail(&error),
    };
    match &arguments.output {
        Some(path) => match files::write_whole(path, text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&error),
        },
        None => finish(std::io::stdout().lock().write_all(text.as_bytes()), ExitCode::SUCCESS),
    }
}

/// The draft, unless a scenario cannot hold what the transcript says.
fn playable(draft: String) -> Result<String, String> {
    match Scenario::from_ron(&draft) {
        Ok(_) => Ok(draft),
        Err(faults) => {
            let faults: Vec<_> =
                faults.iter().map(|f| format!("{}; {}", f.message, f.help)).collect();
            Err(format!("the transcript does not fit into a scenario:\n  {}", faults.join("\n  ")))
        }
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
