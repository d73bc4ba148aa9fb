//! Tries what nobody would: damaged files of every form, damaged scenarios, wild plays, odd answers, each case drawn from a seed.
//!
//! ```text
//! cargo run --example fuzz --no-default-features -- [--minutes 5] [--cases 1000000] [--only files] [--seed 1]
//! ```
//!
//! A panic, a promise that is not kept and a case that takes more than five seconds twice are findings: its seed is printed,
//! and `--seed` with it tries that case first. Without `--seed`, the first seed is drawn from the clock. At its end it says
//! how much memory it ever held, where the system tells.

mod cases;
mod damage;
#[path = "../../tests/core/forms/interview.rs"]
mod interview;
#[path = "../../tests/core/forms/written.rs"]
mod written;

use std::{
    fs,
    panic::{self, AssertUnwindSafe},
    path::Path,
    process::ExitCode,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant, SystemTime},
};

use clap::{Parser, ValueEnum};

/// What takes longer would be felt as a hang.
const LONGEST: Duration = Duration::from_secs(5);
/// A case that has not ended by then is given up.
const GIVEN_UP: Duration = Duration::from_secs(60);

#[derive(Parser)]
struct Arguments {
    /// How long to try, in minutes: five where no number of cases is given.
    #[arg(long)]
    minutes: Option<f64>,
    /// How many cases to try.
    #[arg(long)]
    cases: Option<u64>,
    /// What to try; without it, all in turn.
    #[arg(long)]
    only: Option<Only>,
    /// The first seed; those behind it follow.
    #[arg(long)]
    seed: Option<u64>,
}

/// What can be tried by itself.
#[derive(Clone, Copy, ValueEnum)]
enum Only {
    /// Damaged files of every form that can be brought in.
    Files,
}

/// What came of one case.
struct Outcome {
    seed: u64,
    took: Duration,
    failure: Option<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let first = arguments.seed.unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        now.as_secs() << 20
    });
    let minutes = arguments.minutes.or(arguments.cases.is_none().then_some(5.0));
    let start = Instant::now();
    let end =
        minutes.map(|minutes| start + Duration::from_secs_f64(minutes.clamp(0.0, 1e6) * 60.0));
    let goes_on = |tried: u64| {
        end.is_none_or(|end| Instant::now() < end)
            && arguments.cases.is_none_or(|cases| tried < cases)
    };
    let case_of = move |seed: u64| match arguments.only {
        Some(Only::Files) => &cases::FILES,
        None => cases::case(seed),
    };
    println!("the first seed is {first}");
    let (sender, outcomes) = mpsc::sync_channel::<Outcome>(1);
    thread::spawn(move || {
        panic::set_hook(Box::new(|_| {}));
        for seed in first.. {
            if sender.send(attempt(case_of(seed), seed)).is_err() {
                return;
            }
        }
    });
    let (mut tried, mut found) = (0_u64, 0_u64);
    while goes_on(tried) {
        let next = first.wrapping_add(tried);
        match outcomes.recv_timeout(GIVEN_UP) {
            Ok(outcome) => {
                tried += 1;
                if let Some(finding) = finding(&outcome) {
                    found += 1;
                    let case = case_of(outcome.seed);
                    println!("seed {}, {}: {finding}", outcome.seed, case.0);
                    if case.0 == cases::FILES.0 {
                        keep(outcome.seed);
                    }
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                println!("seed {next}, {}: it does not end", case_of(next).0);
                return ExitCode::FAILURE;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let held = held_at_most().map(|mib| format!(", at most {mib} MiB held")).unwrap_or_default();
    println!("{tried} cases in {:.0?}, {found} findings{held}", start.elapsed());
    if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn attempt(case: &cases::Case, seed: u64) -> Outcome {
    let once = || {
        let start = Instant::now();
        let failure = match panic::catch_unwind(AssertUnwindSafe(|| cases::run(case, seed))) {
            Ok(Ok(())) => None,
            Ok(Err(broken)) => Some(broken),
            Err(panicked) => Some(format!("it panics: {}", told(panicked.as_ref()))),
        };
        Outcome { seed, took: start.elapsed(), failure }
    };
    // What is slow may have been slow for a busy machine.
    let first = once();
    if first.failure.is_none() && first.took > LONGEST { once() } else { first }
}

/// Keeps the file of a finding, to be looked at.
fn keep(seed: u64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
    let path = folder.join(seed.to_string());
    let kept = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, cases::file(seed)));
    match kept {
        Ok(()) => println!("  its file is {}", path.display()),
        Err(error) => println!("  its file could not be kept: {error}"),
    }
}

/// The most memory that this process ever held, in MiB, where the system tells it.
fn held_at_most() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib / 1024)
}

fn finding(outcome: &Outcome) -> Option<String> {
    let slow = || (outcome.took > LONGEST).then(|| format!("it takes {:.1?}", outcome.took));
    outcome.failure.clone().or_else(slow)
}

fn told(panicked: &(dyn std::any::Any + Send)) -> String {
    let text = panicked.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panicked.downcast_ref::<String>().cloned()).unwrap_or_default()
}
