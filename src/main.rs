//! Hot Seat: reads the command line and hands over to a front-end.

use std::process::ExitCode;

use hotseat::terminal::{self, PlayArguments, Wanted};

fn main() -> ExitCode {
    match terminal::run() {
        Wanted::Done(code) => code,
        Wanted::Window(arguments) => play(&arguments),
    }
}

#[cfg(feature = "window")]
fn play(arguments: &PlayArguments) -> ExitCode {
    use hotseat::{
        game::{GamePlugin, can_open, session::SaveFolder, settings::Presentation, window},
        storage::{journal, scenarios},
    };

    if let Err(why) = can_open::window_possible() {
        eprintln!("hotseat: {why}.\nPlaying in the terminal instead.\n");
        return terminal::play(arguments);
    }
    match scenarios::load(arguments.scene.as_deref()) {
        Ok(scenario) => window::open(GamePlugin {
            scenario,
            settings: arguments.settings(0),
            take_up: arguments.take_up,
            presentation: Presentation::from_environment(),
            save_folder: SaveFolder(journal::data_folder()),
        }),
        Err(error) => {
            eprintln!("{}", error.report());
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "window"))]
fn play(arguments: &PlayArguments) -> ExitCode {
    eprintln!("hotseat: this build has no window, so it plays in the terminal.\n");
    terminal::play(arguments)
}
