//! The migrations as Diesel reads them.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::text;
use crate::problem::{Problem, Result};

/// One folder of the migrations folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The folder's name.
    pub name: String,
    /// What stands before the first `_`, without dashes: what the database keeps.
    pub version: String,
    /// The folder.
    pub path: PathBuf,
    /// Whether Diesel wraps it in a transaction.
    pub transaction: bool,
    /// The SHA-256 of its files, in hexadecimal.
    pub hash: String,
}

/// All migrations, in the order in which Diesel runs them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    /// The folder itself.
    pub path: PathBuf,
    /// By version.
    pub migrations: Vec<Migration>,
}

impl Folder {
    /// Reads the folder; one that isn't there has no migrations.
    pub fn read(path: &Path) -> Result<Self> {
        let mut folder = Self { path: path.to_owned(), migrations: Vec::new() };
        let unreadable =
            |e| Problem::new(format!("could not read the folder {}", path.display())).because(e);
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(folder),
            Err(e) => return Err(unreadable(e)),
        };
        for entry in entries {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_file() || name.starts_with('.') {
                continue;
            }
            folder.migrations.push(read(name, &entry.path())?);
        }
        folder.migrations.sort_by(|a, b| a.version.cmp(&b.version).then(a.name.cmp(&b.name)));
        for pair in folder.migrations.windows(2) {
            if pair[0].version == pair[1].version {
                return Err(Problem::new(format!(
                    "{} and {} in {} are both version {}",
                    pair[0].name,
                    pair[1].name,
                    path.display(),
                    pair[0].version
                ))
                .help("rename one of the folders: Diesel would run only one of them"));
            }
        }
        Ok(folder)
    }

    /// The migration of this version.
    pub fn find(&self, version: &str) -> Option<&Migration> {
        let place = self.migrations.binary_search_by(|m| m.version.as_str().cmp(version));
        place.ok().and_then(|place| self.migrations.get(place))
    }

    /// The greatest version.
    pub fn head(&self) -> Option<&Migration> {
        self.migrations.last()
    }
}

fn read(name: String, path: &Path) -> Result<Migration> {
    if !path.join("up.sql").is_file() {
        return Err(Problem::new(format!("{} has no up.sql", path.display())).help(
            "every folder in the migrations folder is a migration to Diesel: add up.sql, or move the folder away",
        ));
    }
    let version = name.split('_').next().unwrap_or(&name).replace('-', "");
    let mut hash = Sha256::new();
    for file in ["up.sql", "down.sql", "metadata.toml"] {
        let path = path.join(file);
        match std::fs::read(&path) {
            Ok(bytes) => {
                // The name and length keep two files from being taken for one longer file. A
                // checkout with `\r\n` is the same migration.
                let text: Vec<u8> = strip_carriage_returns(&bytes);
                hash.update(format!("{file} {}\n", text.len()));
                hash.update(&text);
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
            Err(e) => {
                return Err(Problem::new(format!("could not read {}", path.display())).because(e));
            }
        }
    }
    let hash = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let transaction = run_in_transaction(&path.join("metadata.toml"));
    Ok(Migration { name, version, path: path.to_owned(), transaction, hash })
}

fn strip_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    for (index, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(index + 1) != Some(&b'\n') {
            kept.push(*byte);
        }
    }
    kept
}

/// As Diesel's own reader: a file that is missing or can't be understood means yes, one that is
/// understood and does not say means *no*.
fn run_in_transaction(metadata: &Path) -> bool {
    let Ok(text) = std::fs::read_to_string(metadata) else { return true };
    match toml::from_str::<toml::Table>(&text) {
        Ok(table) => match table.get("run_in_transaction") {
            None => false,
            Some(value) => value.as_bool().unwrap_or(true),
        },
        Err(_) => true,
    }
}

impl Migration {
    /// The text of `up.sql`.
    pub fn up(&self) -> Result<String> {
        self.text("up.sql")
    }

    /// The text of `down.sql`.
    pub fn down(&self) -> Result<String> {
        self.text("down.sql")
    }

    fn text(&self, file: &str) -> Result<String> {
        let missing = format!("write {file} by hand, or stay at or above {}", self.version);
        text::read(&self.path.join(file), &missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn migration(folder: &Path, name: &str, metadata: Option<&str>) {
        let path = folder.join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        std::fs::write(path.join("up.sql"), "SELECT 1;\r\n").expect("a file");
        if let Some(text) = metadata {
            std::fs::write(path.join("metadata.toml"), text).expect("a file");
        }
    }

    #[test]
    fn versions_are_read_as_diesel_reads_them() {
        let folder = tempfile::tempdir().expect("a folder");
        migration(folder.path(), "2026-11-22-173213_add_study_case", None);
        migration(folder.path(), "00000000000000_diesel_initial_setup", None);
        migration(folder.path(), ".hidden", None);
        std::fs::write(folder.path().join("history.toml"), "").expect("a file");
        let read = Folder::read(folder.path()).expect("readable");
        let versions: Vec<&str> = read.migrations.iter().map(|m| m.version.as_str()).collect();
        assert_eq!(versions, ["00000000000000", "20261122173213"]);
    }

    #[test]
    fn metadata_is_read_as_diesel_reads_it() {
        let folder = tempfile::tempdir().expect("a folder");
        migration(folder.path(), "1_a", Some("run_in_transaction = false"));
        migration(folder.path(), "2_b", Some("other = 1"));
        migration(folder.path(), "3_c", Some("not toml"));
        migration(folder.path(), "4_d", None);
        let read = Folder::read(folder.path()).expect("readable");
        let flags: Vec<bool> = read.migrations.iter().map(|m| m.transaction).collect();
        assert_eq!(flags, [false, false, true, true]);
    }

    #[test]
    fn two_folders_of_one_version_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        migration(folder.path(), "1_a", None);
        migration(folder.path(), "1_b", None);
        assert!(Folder::read(folder.path()).is_err());
    }

    #[test]
    fn line_ends_do_not_change_the_hash() {
        assert_eq!(strip_carriage_returns(b"a\r\nb\rc\n"), b"a\nb\rc\n");
    }
}
