//! One migrator at a time.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fs4::{FileExt, TryLockError};

use crate::database::{Connection, DatabaseUrl};
use crate::dialect::Lock;
use crate::output::Output;
use crate::problem::{Problem, Result};

const PAUSE: Duration = Duration::from_millis(100);

/// Runs `work` while no other migrator works on this database; waits for one that does.
pub fn with_lock<T>(
    connection: &mut dyn Connection,
    lock: &Lock,
    url: &DatabaseUrl,
    timeout: Duration,
    output: Output,
    work: impl FnOnce(&mut dyn Connection) -> Result<T>,
) -> Result<T> {
    match lock {
        Lock::Server { take, release } => {
            wait(url, timeout, output, || {
                let rows = connection.query(take)?;
                let answer = rows.first().and_then(|row| row.first()).and_then(Option::as_deref);
                Ok(matches!(answer, Some("1" | "t")).then_some(()))
            })?;
            let result = work(connection);
            // The server lets go by itself when the connection ends, as it does now.
            let _ = connection.query(release);
            result
        }
        Lock::File => {
            let Some(path) = url.sqlite_file() else { return work(connection) };
            let path = beside(&path);
            let held = wait(url, timeout, output, || try_lock(&path))?;
            let result = work(connection);
            // Removed while it is still held, so that who waits for it finds out (see `try_lock`).
            let _ = std::fs::remove_file(&path);
            drop(held);
            result
        }
    }
}

fn wait<T>(
    url: &DatabaseUrl,
    timeout: Duration,
    output: Output,
    mut attempt: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    let mut told = false;
    loop {
        if let Some(lock) = attempt()? {
            return Ok(lock);
        }
        if start.elapsed() >= timeout {
            return Err(Problem::new(format!(
                "another migrator has been working on {url} for {} s",
                timeout.as_secs()
            ))
            .help("try again when it is done, or wait longer with --lock-timeout SECONDS"));
        }
        if !told {
            output.note("Waiting for another migrator to finish");
            told = true;
        }
        std::thread::sleep(PAUSE.min(timeout));
    }
}

fn beside(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".migrate-lock");
    name.into()
}

fn try_lock(path: &Path) -> Result<Option<File>> {
    let failed = |e: std::io::Error| {
        Problem::new(format!("could not lock {}", path.display()))
            .because(e)
            .help("the folder of the database has to be writable")
    };
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(failed)?;
    match FileExt::try_lock(&file) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    // The one before may have removed the file between our opening and locking it: then this is
    // a lock on nothing, and a third one may hold the file that stands there now.
    Ok(is_still_there(path, &file).then_some(file))
}

#[cfg(unix)]
fn is_still_there(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (std::fs::metadata(path), file.metadata()) {
        (Ok(there), Ok(held)) => (there.dev(), there.ino()) == (held.dev(), held.ino()),
        _ => false,
    }
}

// An open file can't be removed there.
#[cfg(not(unix))]
fn is_still_there(path: &Path, _file: &File) -> bool {
    path.exists()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_second_one_has_to_wait() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("app.db.migrate-lock");
        let first = try_lock(&path).expect("lockable");
        assert!(first.is_some());
        assert!(try_lock(&path).expect("readable").is_none());
        drop(first);
        assert!(try_lock(&path).expect("lockable").is_some());
    }
}
