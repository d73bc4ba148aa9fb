//! Hot Seat: reads the command line and hands over to a front-end.

use std::process::ExitCode;

use hotseat::terminal::{self, Wanted};

fn main() -> ExitCode {
    match terminal::run() {
        Wanted::Done(code) => code,
        Wanted::Window(arguments) => play(&arguments),
    }
}

#[cfg(feature = "window")]
fn play(arguments: &terminal::PlayArguments) -> ExitCode {
    use hotseat::game::{self, driver};

    match driver::window_possible() {
        Ok(()) => game::window::open(arguments),
        Err(why) => {
            eprintln!("hotseat: {why}\nPlaying in the terminal instead.\n");
            terminal::play(arguments)
        }
    }
}

#[cfg(not(feature = "window"))]
fn play(arguments: &terminal::PlayArguments) -> ExitCode {
    eprintln!("hotseat: this build has no window, so it plays in the terminal.\n");
    terminal::play(arguments)
}
