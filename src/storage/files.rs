//! Reading within a bound, and writing so that a crash leaves either the old file or the new one.

use std::{
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use thiserror::Error;

/// Why a file could not be read or written.
#[derive(Debug, Error)]
pub enum FileError {
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// More than the bound.
    #[error("{} holds more than the {at_most} bytes that are read", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The bound, in bytes.
        at_most: usize,
    },
    /// Bytes that are no text.
    #[error("{} is not UTF-8 text", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
    },
}

/// Up to `at_most` bytes of a file, and one more where it goes on: whoever reads knows that it was too large.
///
/// # Errors
/// What the system says.
pub fn read_start(path: &Path, at_most: usize) -> Result<Vec<u8>, FileError> {
    let fail = |source| FileError::Io { path: path.to_owned(), source };
    let file = fs::File::open(path).map_err(fail)?;
    if file.metadata().map_err(fail)?.is_dir() {
        return Err(fail(io::Error::new(io::ErrorKind::IsADirectory, "is a folder")));
    }
    let mut bytes = Vec::new();
    file.take(at_most as u64 + 1).read_to_end(&mut bytes).map_err(fail)?;
    Ok(bytes)
}

/// A whole text file of at most so many bytes.
///
/// # Errors
/// What the system says, too many bytes, or bytes that are no UTF-8.
pub fn read_text(path: &Path, at_most: usize) -> Result<String, FileError> {
    let bytes = read_start(path, at_most)?;
    if bytes.len() > at_most {
        return Err(FileError::TooLarge { path: path.to_owned(), at_most });
    }
    String::from_utf8(bytes).map_err(|_| FileError::NotText { path: path.to_owned() })
}

/// Writes a file beside its place and moves it there, on the disk itself before it is said to be done.
///
/// # Errors
/// What the system says; the old file is then untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    replace(path, bytes, true)
}

/// The same without waiting for the disk: what is written outlives the program, but perhaps not the power.
///
/// # Errors
/// What the system says; the old file is then untouched.
pub fn write_soon(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    replace(path, bytes, false)
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// What the system says, [`io::ErrorKind::AlreadyExists`] among it; there is then no new file.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let fail = |source| FileError::Io { path: path.to_owned(), source };
    // The name is taken first, so that nobody else takes it while the file is written beside it.
    fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(fail)?;
    let written = write_whole(path, bytes);
    if written.is_err() {
        fs::remove_file(path).map_err(fail)?;
    }
    written
}

fn replace(path: &Path, bytes: &[u8], wait: bool) -> Result<(), FileError> {
    let fail = |source| FileError::Io { path: path.to_owned(), source };
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let mut file = fs::File::create(&beside).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    if wait {
        file.sync_all().map_err(fail)?;
    }
    drop(file);
    fs::rename(&beside, path).map_err(fail)?;
    if wait { sync_folder(path).map_err(fail) } else { Ok(()) }
}

/// Makes a name last that was given or changed in the folder of this path.
#[cfg(unix)]
pub fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::File::open(folder)?.sync_all(),
        _ => fs::File::open(".")?.sync_all(),
    }
}

/// Elsewhere a folder cannot be opened to be synced; its names are the system's care.
#[cfg(not(unix))]
pub fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
