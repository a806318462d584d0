//! One at a time in a folder of migrations.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fs4::{FileExt, TryLockError};

use crate::files;
use crate::output::Output;
use crate::problem::{Problem, Result};

const PAUSE: Duration = Duration::from_millis(100);

/// Stands in the folder while it is locked, where a folder itself can't be.
const FILE: &str = ".migrate-lock";

/// Keeps other commands from writing into a folder of migrations while this value lives.
///
/// The lock is of the folder itself, so that nothing is left of it, whatever becomes of the process, and it
/// is the same by whatever path the folder is reached. On Windows, and on file systems that lock no
/// folders, it is of a file in it.
pub struct FolderLock {
    // Dropped after what `Drop` does: the folder is tidied up while it is locked.
    _held: File,
    file: Option<PathBuf>,
    /// Folders that were made for it, the innermost first.
    made: Vec<PathBuf>,
}

impl FolderLock {
    /// Waits for whoever else writes there. A folder that is not there is made, and goes again where nothing
    /// was written into it.
    pub fn take(folder: &Path, patience: Duration, output: Output) -> Result<Self> {
        let start = Instant::now();
        let mut told = false;
        loop {
            let made = missing(folder);
            let failed = |e: std::io::Error| {
                Problem::new(format!("could not lock the folder {}", folder.display()))
                    .because(e)
                    .help("look at the permissions of the folder")
            };
            std::fs::create_dir_all(folder).map_err(failed)?;
            if let Some((held, file)) = attempt(folder).map_err(failed)? {
                files::remove_unfinished(folder, FILE);
                return Ok(Self { _held: held, file, made });
            }
            if start.elapsed() >= patience {
                return Err(Problem::new(format!(
                    "another command has been writing into {} for {} s",
                    folder.display(),
                    patience.as_secs()
                ))
                .help("try again when it is done, or wait longer with --lock-timeout SECONDS"));
            }
            if !told {
                output.note(format!(
                    "Waiting for another command that writes into {}",
                    folder.display()
                ));
                told = true;
            }
            std::thread::sleep(PAUSE.min(patience));
        }
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = std::fs::remove_file(file);
        }
        // Only what is empty can be removed, so that only what nobody needs goes.
        for folder in &self.made {
            if std::fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}

/// Which folders are not there yet, the innermost first.
fn missing(folder: &Path) -> Vec<PathBuf> {
    folder
        .ancestors()
        .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
        .map(Path::to_owned)
        .collect()
}

type Held = (File, Option<PathBuf>);

fn attempt(folder: &Path) -> std::io::Result<Option<Held>> {
    if cfg!(unix) {
        let file = File::open(folder)?;
        match FileExt::try_lock(&file) {
            // The one before may have removed it between our opening and locking it.
            Ok(()) if is_still_there(folder, &file) => return Ok(Some((file, None))),
            Ok(()) | Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(_)) => {}
        }
    }
    let path = folder.join(FILE);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
    match FileExt::try_lock(&file) {
        Ok(()) if is_still_there(&path, &file) => Ok(Some((file, Some(path)))),
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
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
    use crate::output::{Color, Format};

    fn take(folder: &Path) -> Result<FolderLock> {
        let output = Output::new(Format::Human, Color::Never, false, true);
        FolderLock::take(folder, Duration::ZERO, output)
    }

    #[test]
    fn a_second_one_has_to_wait_also_by_another_path() {
        let parent = tempfile::tempdir().expect("a folder");
        let (folder, link) = (parent.path().join("migrations"), parent.path().join("link"));
        std::os::unix::fs::symlink(&folder, &link).expect("a link");
        let first = take(&folder).expect("lockable");
        assert!(take(&link).is_err());
        drop(first);
        assert!(!folder.exists(), "nothing was written");
        let second = take(&folder).expect("lockable");
        std::fs::write(folder.join("a"), "").expect("a file");
        drop(second);
        assert!(folder.join("a").exists());
    }

    #[test]
    fn what_a_killed_process_has_left_is_removed() {
        let parent = tempfile::tempdir().expect("a folder");
        let folder = parent.path().join("migrations");
        let left = folder.join(".migrate-x1y2z3");
        std::fs::create_dir_all(&left).expect("a folder");
        std::fs::write(left.join("up.sql"), "half").expect("a file");
        std::fs::write(folder.join(".migrate-a1b2c3"), "").expect("a file");
        std::fs::create_dir(folder.join(".kept")).expect("a folder");
        let held = take(&folder).expect("lockable");
        let names = std::fs::read_dir(&folder).expect("readable");
        let names: Vec<_> = names.map(|entry| entry.expect("readable").file_name()).collect();
        assert_eq!(names, [".kept"]);
        drop(held);
    }

    #[test]
    fn one_that_was_removed_meanwhile_is_no_lock() {
        let parent = tempfile::tempdir().expect("a folder");
        let folder = parent.path().join("migrations");
        std::fs::create_dir(&folder).expect("a folder");
        let file = File::open(&folder).expect("readable");
        std::fs::remove_dir(&folder).expect("removable");
        std::fs::create_dir(&folder).expect("a folder");
        assert!(!is_still_there(&folder, &file));
    }
}
