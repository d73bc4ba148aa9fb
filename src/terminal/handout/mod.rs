//! `hotseat handout`: what a room takes home, as a page for the browser or a PDF to print.

mod html;
mod pdf;

use std::{path::PathBuf, process::ExitCode};

use crate::{
    interview::{demonstration::handout::Handout, scoring::Scorer},
    storage::{files, scenarios},
    terminal::{engine, fail},
};

/// What is written, and where.
#[derive(Debug, clap::Args)]
pub(super) struct HandoutArguments {
    /// A scenario's name or file; left out, the one that comes with the game.
    scene: Option<String>,
    /// Where to write: a file that ends in .html or .pdf.
    #[arg(short, long)]
    output: PathBuf,
    /// Write over a file that is there.
    #[arg(long)]
    force: bool,
}

/// Writes the handout of a scenario.
pub(super) fn run(arguments: &HandoutArguments) -> ExitCode {
    let shown = arguments.output.display();
    let ending = arguments.output.extension().and_then(|ending| ending.to_str());
    let form = match ending.map(str::to_lowercase).as_deref() {
        Some("html" | "htm") => html::write,
        Some("pdf") => pdf::write,
        _ => return fail(&format!("`{shown}` ends in neither .html nor .pdf")),
    };
    if arguments.output.exists() && !arguments.force {
        return fail(&format!("`{shown}` is there already: add --force to write over it"));
    }
    let loaded = match scenarios::load(arguments.scene.as_deref()) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{}", error.report());
            return ExitCode::FAILURE;
        }
    };
    let scorer = Scorer::of(&loaded.scenario).with(engine());
    let handout = match Handout::of(&loaded.scenario, &scorer) {
        Ok(handout) => handout,
        Err(refused) => return fail(&refused),
    };
    let written = form(&handout).and_then(|bytes| {
        files::write_whole(&arguments.output, &bytes).map_err(|error| error.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// How the marks are read, said once at the start.
const LEGEND: &str = "Letters name the part a sentence tells: S Situation, T Task, A Action, R Result. \
    Underlined words say a key point, bold ones are figures. Dashed boxes name what is missing.";
/// Over the lines to write on.
const WRITE: &str = "Your own answer";
/// Over the anchors.
const ANCHORS: &str = "What the levels sound like";
