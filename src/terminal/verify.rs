//! `hotseat verify`: a scorecard scored again.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use crate::{
    interview::scorecard::{
        Scorecard,
        rescoring::{MAX_BYTES, verify},
    },
    storage::{files, scenarios},
    terminal::{engine, fail, finish, sanitize::plain},
};

/// What is scored again.
#[derive(Debug, clap::Args)]
pub(super) struct VerifyArguments {
    /// A scorecard that was written as JSON.
    card: PathBuf,
    /// The scenario's name or file; left out, the one that the card names.
    #[arg(long)]
    scene: Option<String>,
}

/// Scores a card again; fails where it does not hold.
pub(super) fn run(arguments: &VerifyArguments) -> ExitCode {
    let text = match files::read_text(&arguments.card, MAX_BYTES) {
        Ok(text) => text,
        Err(error) => return fail(&error),
    };
    let card = match Scorecard::from_json(&text) {
        Ok(card) => card,
        Err(error) => return fail(&format!("{}: {error}", arguments.card.display())),
    };
    let scene = arguments.scene.as_deref().unwrap_or(&card.rescoring.scenario);
    let loaded = match scenarios::load(Some(scene)) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{}", plain(&error.report()));
            return ExitCode::FAILURE;
        }
    };
    let verified = verify(&card, &loaded.scenario, &loaded.text, &engine());
    let mut out = io::stdout().lock();
    let written = verified.in_words().iter().try_for_each(|line| writeln!(out, "{}", plain(line)));
    finish(written, if verified.holds() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
