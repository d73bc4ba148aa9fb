//! The examples of scenarios: a file beside its scenario, or in the data folder for a scenario of the game itself.

use std::path::Path;

use crate::{
    interview::{
        calibration::{Examples, examples::MAX_BYTES},
        scenario::Scenario,
    },
    storage::{
        files,
        scenarios::{self, LoadError, Loaded},
    },
};

/// What files of examples end in.
pub const SUFFIX: &str = ".examples.ron";

/// The examples of a scenario of `scenes/`, as a part of the program.
macro_rules! shipped {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/", $name, ".examples.ron")),
        )
    };
}

/// The examples that are part of the program, by the name of their scenario.
const BUILT_IN: [(&str, &str); 2] = [shipped!("senior-pm-promotion"), shipped!("ward-manager")];

/// The examples of a file, for a scenario.
///
/// # Errors
/// An unreadable file, or the faults in it.
pub fn read(path: &Path, scenario: &Scenario) -> Result<Examples, LoadError> {
    let text = files::read_text(path, MAX_BYTES)?;
    Examples::from_ron(&text, scenario)
        .map_err(|faults| LoadError::Faults { name: path.display().to_string(), faults })
}

/// The examples of a scenario: the file at its place, else those that came with the game; none where there are none.
///
/// # Errors
/// An unreadable file, or the faults in it.
pub fn of(loaded: &Loaded) -> Result<Examples, LoadError> {
    if let Some(path) = scenarios::beside(loaded, SUFFIX).filter(|path| path.exists()) {
        return read(&path, &loaded.scenario);
    }
    let built_in = BUILT_IN.iter().find(|(name, _)| *name == loaded.name);
    let read = built_in.and_then(|(_, text)| Examples::from_ron(text, &loaded.scenario).ok());
    Ok(read.unwrap_or_default())
}

/// The scenario that lies beside a file of examples, or has its name.
pub fn scenario_of(path: &Path) -> Option<String> {
    scenarios::named_beside(path, SUFFIX)
}
