//! `hotseat check`: every fault of scenarios, programs and examples, with line and column.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    interview::scenario::{MAX_BYTES, Scenario},
    storage::{
        examples, files, programs,
        scenarios::{self, LoadError},
    },
    terminal::{fail, finish, sanitize::plain},
};

/// Checks the files in turn; fails where one of them has a fault.
pub(super) fn run(paths: &[PathBuf]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let mut good = true;
    let mut write = || {
        for path in paths {
            let shown = path.display();
            if shown.to_string().ends_with(programs::SUFFIX) {
                good &= check_program(&mut out, path)?;
                continue;
            }
            if shown.to_string().ends_with(examples::SUFFIX) {
                good &= check_examples(&mut out, path)?;
                continue;
            }
            let text = match files::read_text(path, MAX_BYTES) {
                Ok(text) => text,
                Err(error) => {
                    good = false;
                    fail(&error);
                    continue;
                }
            };
            match Scenario::from_ron(&text) {
                Ok(scenario) => writeln!(
                    out,
                    "{shown}: in order, {}, {}, {}",
                    count(scenario.panel().len(), "panelist"),
                    count(scenario.sections().len(), "section"),
                    count(scenario.questions().len(), "question")
                )?,
                Err(faults) => {
                    good = false;
                    for fault in &faults {
                        eprintln!("{}", plain(&format!("{shown}:{fault}")));
                    }
                }
            }
        }
        Ok(())
    };
    let written = write();
    finish(written, if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks a program against its scenario; says whether it is in order.
fn check_program(out: &mut impl Write, path: &Path) -> io::Result<bool> {
    let scenario = scenarios::load(programs::scenario_of(path).as_deref());
    let read = scenario.and_then(|loaded| programs::read(path, &loaded.scenario));
    tell(out, path, read.map(|program| count(program.pieces.len(), "piece")))
}

/// Checks examples against their scenario; says whether they are in order.
fn check_examples(out: &mut impl Write, path: &Path) -> io::Result<bool> {
    let scenario = scenarios::load(examples::scenario_of(path).as_deref());
    let read = scenario.and_then(|loaded| examples::read(path, &loaded.scenario));
    tell(out, path, read.map(|examples| count(examples.all().len(), "example")))
}

fn tell(out: &mut impl Write, path: &Path, read: Result<String, LoadError>) -> io::Result<bool> {
    match read {
        Ok(held) => {
            writeln!(out, "{}: in order, {held}", path.display())?;
            Ok(true)
        }
        Err(error) => {
            eprintln!("{}", plain(&error.report()));
            Ok(false)
        }
    }
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
