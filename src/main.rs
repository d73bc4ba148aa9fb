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
        storage::{clock::Clock, journal, scenarios, settings::Remembered},
    };

    if let Err(why) = can_open::window_possible() {
        eprintln!("hotseat: {why}.\nPlaying in the terminal instead.\n");
        return terminal::play(arguments);
    }
    if let Some(place) = arguments.take_up
        && let Err(code) = terminal::take_out(place)
    {
        return code;
    }
    let clock = match Clock::of_the_environment() {
        Ok(clock) => clock,
        Err(error) => {
            eprintln!("hotseat: HOTSEAT_NOW: {error}");
            return ExitCode::FAILURE;
        }
    };
    // Whatever plays from here on finds it in the first place.
    let arguments = &PlayArguments { take_up: arguments.take_up.map(|_| 1), ..arguments.clone() };
    match scenarios::load(arguments.scene.as_deref()) {
        Ok(scenario) => {
            let folder = journal::data_folder();
            let remembered = folder.as_deref().map(Remembered::read).unwrap_or_default();
            let opened = window::open(GamePlugin {
                scenario,
                story: arguments.chosen_story().or(remembered.story),
                settings: arguments.settings_over(remembered.settings),
                seed: arguments.seed,
                take_up: arguments.take_up.is_some(),
                presentation: Presentation::remembered(&remembered).or_as_the_environment_asks(),
                save_folder: SaveFolder(folder),
                clock,
            });
            opened.unwrap_or_else(|why| {
                eprintln!("hotseat: {why}.\nPlaying in the terminal instead.\n");
                terminal::play(arguments)
            })
        }
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
