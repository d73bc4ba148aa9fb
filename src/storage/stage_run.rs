//! The demonstration that was left, kept so that it goes on where it stopped, with what the room wrote.

use std::path::Path;

use crate::{
    interview::demonstration::run::SavedRun,
    storage::files::{self, FileError},
};

/// What the file is called.
const NAME: &str = "demonstration.json";
/// A file beyond this many bytes is not read.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The demonstration that was left; nothing where there is none that can be read.
pub fn read(folder: &Path) -> Option<SavedRun> {
    serde_json::from_str(&files::read_text(&folder.join(NAME), MAX_BYTES).ok()?).ok()
}

/// Keeps a demonstration.
///
/// # Errors
/// What the system says.
pub fn keep(folder: &Path, run: &SavedRun) -> Result<(), FileError> {
    let fail = |source| FileError::Io { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(fail)?;
    files::write_soon(&folder.join(NAME), &serde_json::to_vec(run).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_is_gone_on_with_where_it_stopped() -> Result<(), Box<dyn std::error::Error>>
    {
        let folder = tempfile::tempdir()?;
        let below = folder.path().join("new");
        let written = vec![vec!["We moved it.".to_owned()], Vec::new()];
        let run = SavedRun {
            scenario: "s".to_owned(),
            piece: 1,
            step: 4,
            written,
            ..SavedRun::default()
        };
        keep(&below, &run)?;
        assert_eq!(read(&below), Some(run));
        std::fs::write(below.join(NAME), b"{\"scenario\": \"s\", \"pie")?;
        assert_eq!(read(&below), None);
        Ok(())
    }
}
