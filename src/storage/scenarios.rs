//! Which scenarios there are, and reading one: built in, in `scenes/` of the working folder, in the user's data folder.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::{
    interview::{
        diagnostic::Diagnostic,
        scenario::{MAX_BYTES, Scenario},
    },
    storage::{
        files::{self, FileError},
        journal,
    },
};

/// What scenario files end in.
pub const SUFFIX: &str = ".scenario.ron";

/// A scenario of `scenes/` by its name, as a part of the program.
macro_rules! shipped {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/", $name, ".scenario.ron")),
        )
    };
}

/// The scenarios that are part of the program, by name: all of `scenes/`, the one that is played unasked first.
pub const BUILT_IN: [(&str, &str); 2] = [shipped!("senior-pm-promotion"), shipped!("ward-manager")];

/// The folder of scenarios: in the working folder, and in the player's data folder.
const FOLDER: &str = "scenes";

/// The most scenarios of one folder that are listed.
const MAX_LISTED: usize = 200;

/// Where a scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A part of the program.
    BuiltIn,
    /// A file.
    File(PathBuf),
    /// The history, which keeps the text of what was played: its file is gone or holds another scenario.
    History,
    /// The program's memory alone: the text of what was brought and not kept.
    Memory(String),
}

/// A scenario that can be played or mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioEntry {
    /// What it is called on the command line: the file name without [`SUFFIX`].
    pub name: String,
    /// Where it comes from.
    pub source: Source,
}

/// Why a scenario, or the program beside it, cannot be taken.
#[derive(Debug, Error)]
pub enum LoadError {
    /// No such name and no such file.
    #[error("there is no scenario `{0}`: name a file, or one of {1}")]
    Unknown(String, String),
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The file has faults.
    #[error("{} has {} fault{}", name, faults.len(), if faults.len() == 1 { "" } else { "s" })]
    Faults {
        /// The scenario or the file.
        name: String,
        /// All of its faults.
        faults: Vec<Diagnostic>,
    },
}

impl LoadError {
    /// Everything that is wrong, a fault with its place and its remedy after the other.
    pub fn report(&self) -> String {
        let mut report = format!("hotseat: {self}");
        if let Self::Faults { name, faults } = self {
            for fault in faults {
                report.push_str(&format!("\n{name}:{fault}"));
            }
        }
        report
    }
}

/// A scenario with the text it was read from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What it is called.
    pub name: String,
    /// Where it comes from.
    pub source: Source,
    /// The text of its file.
    pub text: String,
    /// What the text says.
    pub scenario: Scenario,
}

/// Every scenario, built-in ones first; a file with the name of another takes its place.
pub fn list() -> Vec<ScenarioEntry> {
    let mut entries: Vec<_> = BUILT_IN
        .iter()
        .map(|(name, _)| ScenarioEntry { name: (*name).to_owned(), source: Source::BuiltIn })
        .collect();
    let folders = [Some(PathBuf::from(FOLDER)), journal::data_folder().map(|d| d.join(FOLDER))];
    for path in folders.into_iter().flatten().flat_map(|folder| files_of(&folder)) {
        let Some(name) = name_of(&path) else { continue };
        let entry = ScenarioEntry { name, source: Source::File(path) };
        match entries.iter_mut().find(|known| known.name == entry.name) {
            Some(known) => *known = entry,
            None => entries.push(entry),
        }
    }
    entries
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| name_of(path).is_some())
        .collect();
    paths.sort();
    paths.truncate(MAX_LISTED);
    paths
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name()?.to_str()?.strip_suffix(SUFFIX).map(str::to_owned)
}

/// The scenario of this name or file; without either, the first built-in one.
///
/// # Errors
/// No such scenario, an unreadable file, or the faults in it.
pub fn load(wanted: Option<&str>) -> Result<Loaded, LoadError> {
    let entries = list();
    let wanted = wanted.unwrap_or(BUILT_IN[0].0);
    if let Some(entry) = entries.iter().find(|entry| entry.name == wanted) {
        return load_entry(entry);
    }
    let path = Path::new(wanted);
    if path.exists() {
        let name = name_of(path).unwrap_or_else(|| wanted.to_owned());
        return load_entry(&ScenarioEntry { name, source: Source::File(path.to_owned()) });
    }
    let known: Vec<_> = entries.into_iter().map(|entry| entry.name).collect();
    Err(LoadError::Unknown(wanted.to_owned(), known.join(", ")))
}

/// Writes a scenario into the player's data folder, under the wanted name or, where that is taken, under the same with
/// a number behind it; nothing that is there is written over. `text` gives the scenario for its name.
///
/// # Errors
/// What the system says.
pub fn keep(
    data: &Path,
    wanted: &str,
    text: impl Fn(&str) -> String,
) -> Result<ScenarioEntry, FileError> {
    let folder = data.join(FOLDER);
    fs::create_dir_all(&folder).map_err(|source| FileError::Io { path: folder.clone(), source })?;
    let listed = list();
    let mut number = 1_usize;
    loop {
        let name = if number == 1 { wanted.to_owned() } else { format!("{wanted}-{number}") };
        number += 1;
        // A file with the name of another scenario would hide it.
        if listed.iter().any(|entry| entry.name == name) {
            continue;
        }
        let path = folder.join(format!("{name}{SUFFIX}"));
        match files::write_new(&path, text(&name).as_bytes()) {
            Err(FileError::Io { source, .. }) if source.kind() == ErrorKind::AlreadyExists => {}
            written => {
                return written.map(|()| ScenarioEntry { name, source: Source::File(path) });
            }
        }
    }
}

/// The text of the file of a known scenario as it is now, by the name it was found by; nothing where it is gone.
pub fn text_of(name: &str, entries: &[ScenarioEntry]) -> Option<String> {
    let source = entries.iter().find(|entry| entry.name == name).map(|entry| &entry.source);
    match source {
        Some(Source::BuiltIn) => built_in(name).map(str::to_owned),
        Some(Source::File(path)) => files::read_text(path, MAX_BYTES).ok(),
        Some(Source::History) => None,
        Some(Source::Memory(text)) => Some(text.to_string()),
        None => files::read_text(Path::new(name), MAX_BYTES).ok(),
    }
}

/// The text of a scenario that is a part of the program.
fn built_in(wanted: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(name, _)| *name == wanted).map(|(_, text)| *text)
}

/// The scenario of a listed entry.
///
/// # Errors
/// An unreadable file, or the faults in it.
pub fn load_entry(entry: &ScenarioEntry) -> Result<Loaded, LoadError> {
    let (label, text) = match &entry.source {
        Source::File(path) => (path.display().to_string(), files::read_text(path, MAX_BYTES)?),
        Source::BuiltIn => {
            let text = built_in(&entry.name)
                .map(str::to_owned)
                .ok_or_else(|| LoadError::Unknown(entry.name.clone(), BUILT_IN[0].0.to_owned()))?;
            (entry.name.clone(), text)
        }
        Source::Memory(text) => (entry.name.clone(), text.clone()),
        Source::History => {
            return Err(LoadError::Unknown(entry.name.clone(), BUILT_IN[0].0.to_owned()));
        }
    };
    match Scenario::from_ron(&text) {
        Ok(scenario) => {
            let ScenarioEntry { name, source } = entry.clone();
            Ok(Loaded { name, source, text, scenario })
        }
        Err(faults) => Err(LoadError::Faults { name: label, faults }),
    }
}

/// Where what belongs to a scenario lies, by the ending of its name: beside its file, or in the data folder for a scenario
/// of the game itself.
pub(super) fn beside(loaded: &Loaded, suffix: &str) -> Option<PathBuf> {
    let folder = match &loaded.source {
        Source::File(path) => path.parent()?.to_owned(),
        Source::BuiltIn | Source::History | Source::Memory(_) => {
            journal::data_folder()?.join("scenes")
        }
    };
    let name = Path::new(&loaded.name).file_name()?.to_str()?;
    let name = name.strip_suffix(SUFFIX).unwrap_or(name);
    Some(folder.join(format!("{name}{suffix}")))
}

/// The scenario that lies beside a file with this ending, or has its name.
pub(super) fn named_beside(path: &Path, suffix: &str) -> Option<String> {
    let name = path.file_name()?.to_str()?.strip_suffix(suffix)?;
    let beside = path.with_file_name(format!("{name}{SUFFIX}"));
    Some(if beside.exists() { beside.to_str()?.to_owned() } else { name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_writes_over_nothing_and_hides_nothing() {
        let data = tempfile::tempdir().expect("a folder for the test");
        let keep = |wanted| keep(data.path(), wanted, str::to_owned).expect("it can be written");
        let names: Vec<_> = (0..3).map(|_| keep("my-panel").name).collect();
        assert_eq!(names, ["my-panel", "my-panel-2", "my-panel-3"]);
        assert_eq!(
            keep("ward-manager").name,
            "ward-manager-2",
            "a scenario of the game keeps its name"
        );
        for name in names {
            let path = data.path().join(FOLDER).join(format!("{name}{SUFFIX}"));
            assert_eq!(fs::read_to_string(path).expect("it is there"), name);
        }
    }
}
