//! `hotseat check`: every fault of scenario files, with line and column.

use std::{io::Write, path::PathBuf, process::ExitCode};

use crate::{
    interview::scenario::{MAX_BYTES, Scenario},
    storage::files,
    terminal::{fail, finish, sanitize::plain},
};

/// Checks the files in turn; fails where one of them has a fault.
pub(super) fn run(paths: &[PathBuf]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let mut good = true;
    let mut write = || {
        for path in paths {
            let shown = path.display();
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

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
