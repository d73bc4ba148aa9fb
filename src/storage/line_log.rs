//! A file of lines, each on the disk before the next is written; what cannot be written waits for the next one.

use std::{
    fs,
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use serde::Serialize;

use crate::storage::files::FileError;

/// A file of lines that grows.
#[derive(Debug)]
pub(super) struct LineLog {
    path: PathBuf,
    pub(super) file: fs::File,
    /// How many bytes of the file are whole lines.
    whole: u64,
    /// Lines that could not be written yet.
    waiting: Vec<u8>,
}

impl LineLog {
    /// Goes on behind so many bytes of a file, which are whole lines but for the end of the last one.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn behind(path: &Path, whole: &[u8]) -> Result<Self, FileError> {
        let open = fs::OpenOptions::new().read(true).write(true).open(path);
        let file = open.map_err(|source| FileError::Io { path: path.to_owned(), source })?;
        let waiting = if whole.ends_with(b"\n") { Vec::new() } else { vec![b'\n'] };
        Ok(Self { path: path.to_owned(), file, whole: whole.len() as u64, waiting })
    }

    /// Adds a line, with whatever could not be written before it.
    ///
    /// # Errors
    /// What the system says; the line waits for the next one then.
    pub(super) fn add(&mut self, value: &impl Serialize) -> Result<(), FileError> {
        self.waiting.extend(line(value));
        self.write_waiting().map_err(|source| FileError::Io { path: self.path.clone(), source })
    }

    fn write_waiting(&mut self) -> std::io::Result<()> {
        // What an earlier failure left half written goes first.
        self.file.set_len(self.whole)?;
        self.file.seek(SeekFrom::Start(self.whole))?;
        self.file.write_all(&self.waiting)?;
        self.file.sync_data()?;
        self.whole += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }
}

/// A value as one line of JSON; what is kept in a log can always be written.
pub(super) fn line(value: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}
