//! Writing files so that none is ever half there.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::problem::{Problem, Result};

/// How the names of what is written aside begin.
const ASIDE: &str = ".migrate-";

/// Removes what was written aside by a process that was killed. For the one who alone writes into the
/// folder; `kept` is a file of the same kind of name that stays.
pub fn remove_unfinished(folder: &Path, kept: &str) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !name.to_str().is_some_and(|name| name.starts_with(ASIDE) && name != kept) {
            continue;
        }
        // Nobody reads it: where it can't be removed it can stay.
        let _ = match entry.file_type().is_ok_and(|ty| ty.is_dir()) {
            true => std::fs::remove_dir_all(entry.path()),
            false => std::fs::remove_file(entry.path()),
        };
    }
}

/// Writes a file whole or not at all.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    let failed = |e: std::io::Error| unwritable(path, e);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(ASIDE).tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    // Made readable to its owner alone, as temporary files are; what is kept is an ordinary file.
    ordinary_permissions(file.as_file(), 0o644).map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}

/// Writes a folder of files whole or not at all. The folder must not be there yet.
pub fn new_folder(path: &Path, files: &[(&str, String)]) -> Result<()> {
    let failed = |e: std::io::Error| unwritable(path, e);
    let parent = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(failed)?;
    if path.exists() {
        return Err(Problem::new(format!("{} is there already", path.display())));
    }
    let aside = tempfile::Builder::new().prefix(ASIDE).tempdir_in(parent).map_err(failed)?;
    for (name, text) in files {
        std::fs::write(aside.path().join(name), text).map_err(failed)?;
    }
    let folder = std::fs::File::open(aside.path()).map_err(failed)?;
    ordinary_permissions(&folder, 0o755).map_err(failed)?;
    std::fs::rename(aside.path(), path).map_err(failed)?;
    // It was renamed away: there is nothing left to clean up.
    let _: PathBuf = aside.keep();
    Ok(())
}

fn unwritable(path: &Path, error: std::io::Error) -> Problem {
    Problem::new(format!("could not write {}", path.display()))
        .because(error)
        .help("look at the permissions of the folder, and at the space left on the disk")
}

#[cfg(unix)]
fn ordinary_permissions(file: &std::fs::File, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn ordinary_permissions(_file: &std::fs::File, _mode: u32) -> std::io::Result<()> {
    Ok(())
}
