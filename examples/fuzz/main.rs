//! Tries what nobody would: damaged files of every form, damaged scenarios, wild plays, odd answers, each case drawn from a seed.
//!
//! ```text
//! cargo run --example fuzz --no-default-features -- --minutes 5 [--seed 1]
//! ```
//!
//! A panic, a promise that is not kept and a case that takes more than five seconds are findings: its seed is printed, and
//! `--seed` with it tries that case first. Without `--seed`, the first seed is drawn from the clock.

mod cases;
mod damage;
#[path = "../../tests/core/forms/interview.rs"]
mod interview;
#[path = "../../tests/core/forms/written.rs"]
mod written;

use std::{
    panic::{self, AssertUnwindSafe},
    process::ExitCode,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant, SystemTime},
};

use clap::Parser;

/// What takes longer would be felt as a hang.
const LONGEST: Duration = Duration::from_secs(5);
/// A case that has not ended by then is given up.
const GIVEN_UP: Duration = Duration::from_secs(60);

#[derive(Parser)]
struct Arguments {
    /// How long to try, in minutes.
    #[arg(long, default_value_t = 5.0)]
    minutes: f64,
    /// The first seed; those behind it follow.
    #[arg(long)]
    seed: Option<u64>,
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
    let end = Instant::now() + Duration::from_secs_f64(arguments.minutes.clamp(0.0, 1e6) * 60.0);
    println!("the first seed is {first}");
    let (sender, outcomes) = mpsc::sync_channel::<Outcome>(1);
    thread::spawn(move || {
        panic::set_hook(Box::new(|_| {}));
        for seed in first.. {
            if sender.send(attempt(seed)).is_err() {
                return;
            }
        }
    });
    let (mut tried, mut found) = (0_u64, 0_u64);
    while Instant::now() < end {
        let next = first.wrapping_add(tried);
        match outcomes.recv_timeout(GIVEN_UP) {
            Ok(outcome) => {
                tried += 1;
                if let Some(finding) = finding(&outcome) {
                    found += 1;
                    println!("seed {}, {}: {finding}", outcome.seed, cases::name(outcome.seed));
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                println!("seed {next}, {}: it does not end", cases::name(next));
                return ExitCode::FAILURE;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    println!("{tried} cases, {found} findings");
    if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn attempt(seed: u64) -> Outcome {
    let start = Instant::now();
    let failure = match panic::catch_unwind(AssertUnwindSafe(|| cases::run(seed))) {
        Ok(Ok(())) => None,
        Ok(Err(broken)) => Some(broken),
        Err(panicked) => Some(format!("it panics: {}", told(panicked.as_ref()))),
    };
    Outcome { seed, took: start.elapsed(), failure }
}

fn finding(outcome: &Outcome) -> Option<String> {
    let slow = || (outcome.took > LONGEST).then(|| format!("it takes {:.1?}", outcome.took));
    outcome.failure.clone().or_else(slow)
}

fn told(panicked: &(dyn std::any::Any + Send)) -> String {
    let text = panicked.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panicked.downcast_ref::<String>().cloned()).unwrap_or_default()
}
