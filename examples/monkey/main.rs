//! Plays the game in its real window as a monkey would: random keys, clicks, words, sizes and kills, drawn from a seed.
//!
//! ```text
//! cargo build
//! xvfb-run -s '-screen 0 3840x2160x24 -noreset' cargo run --example monkey -- --minutes 10 --seed 1
//! ```
//!
//! Every word that it types is its own, and one that reached the disk must be found there ever after: in the draft, the
//! journal or a session that was put away. The game must not end but by its own *Quit*, nor complain. What goes wrong is
//! told with the seed and the last things done, and the exit code is 1. Keys that take words away on purpose (Backspace,
//! Delete, cut, undo, a selection that is typed over) are left out. Needs xdotool and a display.

mod window;
mod words;

use std::{
    collections::VecDeque,
    fmt,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::Parser;
use hotseat::interview::chance::Chance;

use crate::{
    window::{Ended, Window},
    words::Words,
};

#[derive(Parser)]
struct Arguments {
    /// How long to play.
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// What the actions are drawn from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The game.
    #[arg(long, default_value = "target/debug/hotseat")]
    program: PathBuf,
}

/// Keys that lead through the game, each as often as it stands here.
const KEYS: [&str; 44] = [
    "Return",
    "Return",
    "Return",
    "Return",
    "ctrl+Return",
    "ctrl+Return",
    "ctrl+Return",
    "Escape",
    "F1",
    "F2",
    "F2",
    "Tab",
    "shift+Tab",
    "space",
    "1",
    "2",
    "3",
    "4",
    "5",
    "r",
    "c",
    "b",
    "e",
    "m",
    "s",
    "t",
    "o",
    "q",
    "Up",
    "Down",
    "Left",
    "Right",
    "Page_Up",
    "Page_Down",
    "Home",
    "End",
    "F11",
    "ctrl+plus",
    "ctrl+minus",
    "ctrl+0",
    "alt+3",
    "ctrl+c",
    "slash",
    "F2",
];
/// Keys that stay on the sheet.
const WRITING: [&str; 14] = [
    "Return",
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "ctrl+Home",
    "F1",
    "Page_Up",
    "Page_Down",
    "ctrl+Left",
    "ctrl+plus",
    "ctrl+minus",
];
const SIZES: [(u32, u32); 9] = [
    (640, 400),
    (960, 600),
    (1024, 768),
    (1280, 720),
    (1280, 720),
    (1920, 1080),
    (2560, 1440),
    (3200, 900),
    (3840, 2160),
];
/// How many of the last actions are told when something goes wrong.
const REMEMBERED: usize = 24;

/// Something to do.
#[derive(Clone, Debug)]
enum Action {
    Press(&'static str),
    Say(Vec<String>),
    Click(u32, u32),
    Scroll(bool),
    Resize(u32, u32),
    Kill,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Press(key) => write!(f, "press {key}"),
            Self::Say(words) => write!(f, "say {}", words.join(" ")),
            Self::Click(x, y) => write!(f, "click at {x}, {y}"),
            Self::Scroll(up) => write!(f, "scroll {}", if *up { "up" } else { "down" }),
            Self::Resize(width, height) => write!(f, "resize to {width} x {height}"),
            Self::Kill => write!(f, "kill"),
        }
    }
}

fn draw(chance: &mut Chance, size: (u32, u32), words: &mut Words, on_sheet: bool) -> Action {
    let place = |chance: &mut Chance, of: u32| chance.below(of as usize) as u32;
    let said = |chance: &mut Chance, words: &mut Words| {
        let count = 1 + chance.below(8);
        Action::Say((0..count).map(|_| words.coin()).collect())
    };
    // Where words arrive, mostly more of them: an answer is written before it is handed in.
    if on_sheet {
        match chance.below(100) {
            0..60 => return said(chance, words),
            60..75 => return Action::Press(WRITING[chance.below(WRITING.len())]),
            _ => {}
        }
    }
    match chance.below(100) {
        0..58 => Action::Press(KEYS[chance.below(KEYS.len())]),
        58..78 => said(chance, words),
        78..88 => Action::Click(place(chance, size.0), place(chance, size.1)),
        88..91 => Action::Scroll(chance.below(2) == 0),
        91..=98 if chance.below(8) > 0 => {
            let (width, height) = SIZES[chance.below(SIZES.len())];
            Action::Resize(width, height)
        }
        _ => Action::Kill,
    }
}

/// The keys that lead from the title to the table, the last one first: mostly on with what was left, else anew.
fn entrance(chance: &mut Chance) -> Vec<&'static str> {
    match chance.below(4) {
        0 => vec!["Return", "Return", "s", "Return"],
        1 => Vec::new(),
        _ => vec!["c"],
    }
}

/// Keys that lead on to a sheet from where there is none.
fn onward(chance: &mut Chance) -> Vec<&'static str> {
    match chance.below(4) {
        0 => vec!["c"],
        1 => vec!["Return", "Escape"],
        _ => vec!["Return"],
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut done = VecDeque::new();
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => {
            eprintln!("No folder to play in: {error}");
            return ExitCode::FAILURE;
        }
    };
    match play(&arguments, folder.path(), &mut done) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("Seed {}: {why}", arguments.seed);
            eprintln!("The last things done:");
            for action in &done {
                eprintln!("  {action}");
            }
            eprintln!("What is on disk stays in {}", folder.keep().display());
            ExitCode::FAILURE
        }
    }
}

fn play(
    arguments: &Arguments,
    folder: &Path,
    done: &mut VecDeque<Action>,
) -> Result<String, String> {
    let mut words = Words::kept_in(folder);
    let mut chance = Chance::new(arguments.seed, 0);
    let mut window = Window::open(&arguments.program, folder)?;
    let mut size = (1280, 720);
    let (mut actions, mut resizes, mut kills, mut quits) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut first = entrance(&mut chance);
    let mut on_sheet = false;
    let until = Instant::now() + Duration::from_secs(arguments.minutes * 60);
    while Instant::now() < until {
        let action = match first.pop() {
            Some(key) => Action::Press(key),
            None => draw(&mut chance, size, &mut words, on_sheet),
        };
        done.push_back(action.clone());
        if done.len() > REMEMBERED {
            done.pop_front();
        }
        actions += 1;
        match &action {
            Action::Press(key) => window.key(key)?,
            Action::Say(said) => {
                // At the end of what is written, so that no word is torn by another.
                window.key("ctrl+End")?;
                window.say(&format!(" {} ", said.join(" ")))?;
                on_sheet = words.await_any(said);
                if !on_sheet && first.is_empty() {
                    first = onward(&mut chance);
                }
            }
            Action::Click(x, y) => window.click(*x, *y)?,
            Action::Scroll(up) => window.scroll(*up)?,
            Action::Resize(width, height) => {
                size = (*width, *height);
                resizes += 1;
                window.resize(*width, *height)?;
            }
            Action::Kill => {
                kills += 1;
                window.kill();
            }
        }
        match window.ended()? {
            None => {}
            Some(ended) => {
                quits += u32::from(ended == Ended::ByItself);
                words.check()?;
                window = Window::open(&arguments.program, folder)?;
                size = (1280, 720);
                first = entrance(&mut chance);
                on_sheet = false;
            }
        }
        if actions.is_multiple_of(25) {
            words.check()?;
        }
    }
    window.kill();
    words.check()?;
    Ok(format!(
        "{actions} actions, {resizes} sizes, {kills} kills, {quits} quits; {} words typed, {} of them reached a sheet \
         and all of those are on disk.",
        words.coined(),
        words.seen(),
    ))
}
