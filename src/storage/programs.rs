//! The programs of demonstrations: a file beside its scenario, or in the data folder for a scenario of the game itself.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    interview::{
        demonstration::program::{MAX_BYTES, Program},
        scenario::Scenario,
    },
    storage::{
        files::{self, FileError},
        scenarios::{self, LoadError, Loaded},
    },
};

/// What program files end in.
pub const SUFFIX: &str = ".program.ron";

/// The programs that are part of the game, by the name of their scenario.
const BUILT_IN: [(&str, &str); 1] = [(
    "senior-pm-promotion",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/senior-pm-promotion.program.ron")),
)];

/// The program of a file, for a scenario.
///
/// # Errors
/// An unreadable file, or the faults in it.
pub fn read(path: &Path, scenario: &Scenario) -> Result<Program, LoadError> {
    let text = files::read_text(path, MAX_BYTES)?;
    Program::from_ron(&text, scenario)
        .map_err(|faults| LoadError::Faults { name: path.display().to_string(), faults })
}

/// The program of a scenario: the file at its place, else the one that came with the game; nothing where there is none.
///
/// # Errors
/// An unreadable file, or the faults in it.
pub fn of(loaded: &Loaded) -> Result<Option<Program>, LoadError> {
    if let Some(path) = scenarios::beside(loaded, SUFFIX).filter(|path| path.exists()) {
        return read(&path, &loaded.scenario).map(Some);
    }
    let built_in = BUILT_IN.iter().find(|(name, _)| *name == loaded.name);
    Ok(built_in.and_then(|(_, text)| Program::from_ron(text, &loaded.scenario).ok()))
}

/// Writes the program of a scenario at its place; gives where that is.
///
/// # Errors
/// What the system says, or that there is no place.
pub fn write(loaded: &Loaded, program: &Program) -> Result<PathBuf, FileError> {
    let none = || std::io::Error::new(std::io::ErrorKind::NotFound, "there is no data folder");
    let path = scenarios::beside(loaded, SUFFIX)
        .ok_or_else(|| FileError::Io { path: PathBuf::from(&loaded.name), source: none() })?;
    let fail = |source| FileError::Io { path: path.clone(), source };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    let text = program.to_file(&loaded.scenario).to_ron();
    let text = text.map_err(|error| fail(std::io::Error::other(error)))?;
    files::write_whole(&path, text.as_bytes())?;
    Ok(path)
}

/// The scenario that lies beside a program, or has its name.
pub fn scenario_of(program: &Path) -> Option<String> {
    scenarios::named_beside(program, SUFFIX)
}
