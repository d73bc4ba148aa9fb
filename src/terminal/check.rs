//! `hotseat check`: every fault of scenario and program files, with line and column.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    interview::scenario::{MAX_BYTES, Scenario},
    storage::{files, programs, scenarios},
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
    let scenario = match scenarios::load(programs::scenario_of(path).as_deref()) {
        Ok(loaded) => loaded.scenario,
        Err(error) => {
            eprintln!("{}", plain(&error.report()));
            return Ok(false);
        }
    };
    match programs::read(path, &scenario) {
        Ok(program) => {
            let pieces = count(program.pieces.len(), "piece");
            writeln!(out, "{}: in order, {pieces}", path.display())?;
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
