//! Kills a play in the terminal at random moments, as often as wanted, and looks for every line that was typed.
//!
//! Each play gets lines at a typist's pace, answers handed in among them, and is killed (−9) in the middle. Afterwards the
//! interview is taken up: every line must be in its journal, its draft or its history. Printed is how old the oldest line
//! was that is lost; a second is allowed.
//!
//! ```text
//! cargo build --no-default-features
//! cargo run --no-default-features --example kill_play -- target/debug/hotseat --kills 1000 --seed 1
//! ```

use std::{
    env,
    error::Error,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, ExitCode, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use hotseat::{
    interview::{chance::Chance, scoring::engine::Engine, session},
    play,
    storage::{history::History, unfinished::Unfinished},
};

/// What may be lost: what was typed in the last second.
const ALLOWED: Duration = Duration::from_secs(1);
/// A play lives at most so many milliseconds after its first question.
const LONGEST: usize = 2_500;
/// The shortest time between two lines, far below what a typist takes for one.
const PACE: Duration = Duration::from_millis(100);
/// So many plays run at once: most of the time they wait for a line.
const AT_ONCE: usize = 4;

/// What came of one kill.
struct Killed {
    typed: usize,
    lost: usize,
    /// How long before the kill the oldest line that is lost was typed.
    oldest: Duration,
    answers: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((program, kills, seed)) = read(&arguments) else {
        eprintln!("kill_play: call it with the program, --kills and a number, --seed and a number");
        return ExitCode::from(2);
    };
    let (next, all, fault) = (AtomicU64::new(0), Mutex::new(Vec::new()), Mutex::new(None));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= kills {
                        return;
                    }
                    let killed = kill_one(program, seed, number).map_err(|error| error.to_string());
                    match (killed, all.lock(), fault.lock()) {
                        (Ok(killed), Ok(mut all), _) => all.push(killed),
                        (Err(error), _, Ok(mut fault)) => *fault = Some((number, error)),
                        _ => return,
                    }
                }
            });
        }
    });
    if let Ok(Some((number, error))) = fault.into_inner() {
        eprintln!("kill_play: kill {number} of seed {seed}: {error}");
        return ExitCode::FAILURE;
    }
    let all = all.into_inner().unwrap_or_default();
    let sum = |of: fn(&Killed) -> usize| all.iter().map(of).sum::<usize>();
    let oldest = all.iter().map(|killed| killed.oldest).max().unwrap_or_default();
    println!(
        "{} kills: {} lines typed, {} answers in the history, {} lines lost, the oldest {} ms before its kill.",
        all.len(),
        sum(|killed| killed.typed),
        sum(|killed| killed.answers),
        sum(|killed| killed.lost),
        oldest.as_millis()
    );
    if oldest <= ALLOWED { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(arguments: &[String]) -> Option<(&Path, u64, u64)> {
    match arguments {
        [program, kills, number, seed, drawn] if kills == "--kills" && seed == "--seed" => {
            Some((Path::new(program), number.parse().ok()?, drawn.parse().ok()?))
        }
        [program] => Some((Path::new(program), 1_000, 1)),
        _ => None,
    }
}

fn kill_one(program: &Path, seed: u64, number: u64) -> Result<Killed, Box<dyn Error>> {
    let mut chance = Chance::new(seed, number);
    let folder = env::temp_dir().join(format!("hotseat-kill-{}-{number}", std::process::id()));
    let mut child = Command::new(program)
        .args(["play", "--terminal", "--now", "2026-11-14T19:30Z"])
        .env("HOTSEAT_DATA", &folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut keyboard = child.stdin.take().ok_or("no keyboard")?;
    let mut screen = BufReader::new(child.stdout.take().ok_or("no screen")?);
    let mut line = String::new();
    while !line.starts_with("Question 1") {
        line.clear();
        if screen.read_line(&mut line)? == 0 {
            return Err("the play ended before its first question".into());
        }
    }
    // Somebody must read what is printed, or the play waits for them; whoever types waits for the next question.
    let asked = Arc::new(AtomicU64::new(1));
    let seen = Arc::clone(&asked);
    let reader = thread::spawn(move || {
        let lines = screen.lines().map_while(Result::ok);
        lines.filter(|line| line.starts_with("Question ")).for_each(|_| {
            seen.fetch_add(1, Ordering::Relaxed);
        });
    });
    let mut answered = 0;
    let end = Instant::now() + Duration::from_millis(chance.below(LONGEST) as u64);
    let mut typed: Vec<(String, Instant)> = Vec::new();
    while Instant::now() < end {
        let words =
            format!("In week {} of kill {number} I carried maps to the chapel.", typed.len());
        typed.push((words.clone(), Instant::now()));
        writeln!(keyboard, "{words}")?;
        if chance.below(4) == 0 {
            // Handed in, rated, and on to the next question.
            write!(keyboard, ".\n/rate 3\n")?;
            answered += 1;
        }
        keyboard.flush()?;
        thread::sleep(PACE + Duration::from_millis(chance.below(200) as u64));
        while asked.load(Ordering::Relaxed) <= answered && Instant::now() < end {
            thread::sleep(Duration::from_millis(5));
        }
    }
    child.kill()?;
    let killed_at = Instant::now();
    child.wait()?;
    drop(keyboard);
    let _ = reader.join();
    let found = look(&folder)?;
    let lost: Vec<_> = typed.iter().filter(|(words, _)| !found.words.contains(words)).collect();
    let oldest = lost.iter().map(|(_, at)| killed_at.duration_since(*at)).max();
    std::fs::remove_dir_all(&folder)?;
    Ok(Killed {
        typed: typed.len(),
        lost: lost.len(),
        oldest: oldest.unwrap_or_default(),
        answers: found.answers,
    })
}

/// What is left of a play.
struct Found {
    words: String,
    answers: usize,
}

fn look(folder: &Path) -> Result<Found, Box<dyn Error>> {
    let (history, set_aside) = History::open(folder)?;
    if set_aside.is_some() {
        return Err("the history is damaged".into());
    }
    let mut words = String::new();
    for (_, past) in history.newest(1_000)? {
        words += &history.attempt(past.number)?.text;
        words.push('\n');
    }
    drop(history);
    let Some(unfinished) = Unfinished::find(folder) else {
        // Every question was answered, or nothing was said yet.
        let (history, _) = History::open(folder)?;
        return Ok(Found { words, answers: history.newest(1_000)?.len() });
    };
    words += &unfinished.draft.text;
    for step in &unfinished.log {
        if let session::Command::Answer(text) | session::Command::SetAside(text) = &step.command {
            words += text;
            words.push('\n');
        }
    }
    // Taken up, the history holds what the journal holds.
    let taken_up = play::take_up(folder.to_owned().into(), None, &Engine::by_words())?;
    let given = taken_up.play.session().attempts().len();
    let (history, _) = History::open(folder)?;
    let answers = history.newest(1_000)?.len();
    if answers != given {
        return Err(format!("{given} answers in the journal, {answers} in the history").into());
    }
    Ok(Found { words, answers })
}
