//! Opening the history; what cannot be read is put aside, never written over.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode};

use crate::storage::{
    clock,
    files::FileError,
    history::{History, HistoryError, migrations, path_in},
};

/// How long one program waits for another that is writing.
const BUSY: Duration = Duration::from_secs(10);
/// What is looked at to see whether a history can be read: the ends of its largest tables, which lie far apart in the file.
pub(super) const LOOKS: [&str; 3] = [
    "SELECT min(number) FROM attempts",
    "SELECT max(number) FROM attempts",
    "SELECT max(attempt) FROM answers",
];
/// What SQLite puts beside a database.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// A history that cannot be read, and where it lies now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Whether a newer program wrote it; otherwise it is damaged.
    pub is_newer: bool,
    /// Where it lies.
    pub path: PathBuf,
}

impl SetAside {
    /// What is told of it.
    pub fn sentence(&self) -> String {
        let why = if self.is_newer {
            "was written by a newer version of Hot Seat"
        } else {
            "is damaged and cannot be read"
        };
        format!(
            "Your practice history {why}. It was not changed and lies in {}; a new one is begun.",
            self.path.display()
        )
    }
}

impl History {
    /// Opens the history of a folder, and begins one where there is none; one that is damaged, or that a newer program
    /// wrote, is set aside for a new one.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(folder: &Path) -> Result<(Self, Option<SetAside>), HistoryError> {
        fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
        let path = path_in(folder);
        // What is as it should be is opened without waiting for anybody.
        if path.exists()
            && let Ok(connection) = connect(&path)
            && migrations::version(&connection).is_ok_and(|version| version == migrations::NEWEST)
        {
            return Ok((Self { connection, path }, None));
        }
        // Of several programs at once, one sets aside, begins or migrates; the others find what it left.
        let lock_path = folder.join("history.lock");
        let lock = File::create(&lock_path).map_err(|source| io(&lock_path, source))?;
        lock.lock().map_err(|source| io(&lock_path, source))?;
        let mut set_aside = None;
        let mut connection = match usable(&path) {
            Ok(connection) => connection,
            Err(Unusable::Newer) => {
                set_aside = Some(put_aside(&path, true)?);
                connect(&path)?
            }
            Err(Unusable::Refused(error)) if is_damage(&error) => {
                set_aside = Some(put_aside(&path, false)?);
                connect(&path)?
            }
            Err(Unusable::Refused(error)) => return Err(error.into()),
        };
        migrations::migrate(&mut connection, &path)?;
        Ok((Self { connection, path }, set_aside))
    }
}

/// Why a database is not used.
enum Unusable {
    Newer,
    Refused(rusqlite::Error),
}

fn usable(path: &Path) -> Result<Connection, Unusable> {
    let connection = connect(path).map_err(Unusable::Refused)?;
    let version = migrations::version(&connection).map_err(Unusable::Refused)?;
    if version > migrations::NEWEST { Err(Unusable::Newer) } else { Ok(connection) }
}

/// Opens a database and looks whether its tables can be read.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    if migrations::version(&connection)? <= migrations::NEWEST {
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        // The journal of the session is on the disk before: a loss of power costs nothing that it does not give back.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
    }
    if (1..=migrations::NEWEST).contains(&migrations::version(&connection)?) {
        for look in LOOKS {
            connection.query_row(look, [], |_| Ok(()))?;
        }
    }
    Ok(connection)
}

/// Whether the file is to blame, and not the disk, the rights or another program.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::SqliteFailure(failure, message) => {
            let says = |word| message.as_ref().is_some_and(|text| text.contains(word));
            matches!(failure.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
                // A schema of another program's making.
                || says("no such table") || says("no such column") || says("malformed") || says("unsupported file format")
        }
        _ => false,
    }
}

fn put_aside(path: &Path, is_newer: bool) -> Result<SetAside, HistoryError> {
    let word = if is_newer { "newer" } else { "damaged" };
    let stamp = clock::now().0;
    let name = |at: u64| path.with_file_name(format!("history.{word}.{at}.sqlite"));
    let to = (stamp..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(stamp));
    for ending in BESIDE {
        let from = with_ending(path, ending);
        if from.exists() {
            fs::rename(&from, with_ending(&to, ending)).map_err(|source| io(&from, source))?;
        }
    }
    fs::rename(path, &to).map_err(|source| io(path, source))?;
    Ok(SetAside { is_newer, path: to })
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn io(path: &Path, source: std::io::Error) -> FileError {
    FileError::Io { path: path.to_owned(), source }
}
