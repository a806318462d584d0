//! `history.toml`: a line a migration, so that two people's migrations meet in version control.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::{Folder, Migration};
use crate::problem::{Problem, Result};

const FILE: &str = "history.toml";
const HEADER: &str = "\
# Written by `migrate`, to be committed with the migrations: a line a migration, with its parent
# and the SHA-256 of its files. Where two branches each added one, git shows a conflict here: keep
# both lines and put the migrations in an order.
";

/// The parent of the first migration.
pub const BASE: &str = "base";

/// What was recorded of a migration when it was written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The version it was written on top of, or `base`.
    pub parent: String,
    /// The hash of its files.
    pub sha256: String,
    /// It was written to be filled in, and was not applied from this folder since: that its files
    /// are others by now is what it is for.
    #[serde(default)]
    pub empty: bool,
}

/// The whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Record {
    migrations: BTreeMap<String, Entry>,
}

/// How the folder differs from what was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A file was changed after it was recorded.
    Changed(String),
    /// The migration was never recorded.
    Unrecorded(String),
    /// The migration is gone.
    Missing(String),
}

impl Record {
    /// Reads the file of a migrations folder; one that isn't there records nothing.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(e) => {
                return Err(Problem::new(format!("could not read {}", path.display())).because(e));
            }
        };
        toml::from_str(&text).map_err(|e| {
            let problem = Problem::new(format!("{} can't be understood", path.display()))
                .because(e.message().to_owned());
            match text.contains("<<<<<<<") {
                true => problem.help(
                    "two branches each added a migration: keep both lines, without the conflict's marks",
                ),
                false => problem.help("restore it from version control"),
            }
        })
    }

    /// The record with every migration of the folder that it lacked; what is there stays.
    pub fn with_new(mut self, folder: &Folder) -> Self {
        let mut parent = BASE.to_owned();
        for migration in &folder.migrations {
            self.migrations
                .entry(migration.version.clone())
                .or_insert_with(|| entry(migration, parent.clone()));
            parent.clone_from(&migration.version);
        }
        self
    }

    /// The record with these versions, just written, as ones that are to be filled in.
    pub fn with_empty(mut self, versions: &[String]) -> Self {
        for (version, entry) in &mut self.migrations {
            entry.empty |= versions.contains(version);
        }
        self
    }

    /// The record once these versions were applied: what was filled in until then is what counts from
    /// now on. `None`: it stays as it is.
    pub fn with_applied(mut self, versions: &[String], folder: &Folder) -> Option<Self> {
        let versions: BTreeSet<&String> = versions.iter().collect();
        let mut differs = false;
        for (version, entry) in &mut self.migrations {
            if let (true, Some(migration)) = (entry.empty, folder.find(version))
                && versions.contains(version)
            {
                *entry = Entry { empty: false, sha256: migration.hash.clone(), ..entry.clone() };
                differs = true;
            }
        }
        differs.then_some(self)
    }

    /// The record of the folder as it is now, with the parents that were known.
    pub fn renew(self, folder: &Folder) -> Self {
        let mut renewed = self.with_new(folder);
        renewed.migrations.retain(|version, _| folder.find(version).is_some());
        for (version, entry) in &mut renewed.migrations {
            if let Some(migration) = folder.find(version) {
                entry.sha256.clone_from(&migration.hash);
                entry.empty = false;
            }
        }
        renewed
    }

    /// What the folder has that the record has not, and the other way round.
    pub fn changes(&self, folder: &Folder) -> Vec<Change> {
        let present = folder.migrations.iter().filter_map(|migration| {
            match self.migrations.get(&migration.version) {
                None => Some(Change::Unrecorded(migration.name.clone())),
                Some(entry) if entry.sha256 != migration.hash && !entry.empty => {
                    Some(Change::Changed(migration.name.clone()))
                }
                Some(_) => None,
            }
        });
        let missing = self.migrations.keys().filter(|version| folder.find(version).is_none());
        present.chain(missing.map(|version| Change::Missing(version.clone()))).collect()
    }

    /// The parent that was recorded for a version.
    pub fn parent(&self, version: &str) -> Option<&str> {
        self.migrations.get(version).map(|entry| entry.parent.as_str())
    }

    /// The migrations that none was written on top of: more than one after two branches met.
    pub fn heads<'a>(&self, folder: &'a Folder) -> Vec<&'a Migration> {
        let complete = self.clone().with_new(folder);
        let parents: BTreeSet<&str> =
            complete.migrations.values().map(|entry| entry.parent.as_str()).collect();
        folder.migrations.iter().filter(|m| !parents.contains(m.version.as_str())).collect()
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let mut text = format!("{HEADER}[migrations]\n");
        for (version, entry) in &self.migrations {
            // Quotes and backslashes can stand in a folder's name; the `toml` crate's own spelling
            // of a string takes care of them.
            let version = toml::Value::String(version.clone());
            let parent = toml::Value::String(entry.parent.clone());
            let empty = if entry.empty { ", empty = true" } else { "" };
            let _ = writeln!(
                text,
                "{version} = {{ parent = {parent}, sha256 = \"{}\"{empty} }}",
                entry.sha256
            );
        }
        text
    }

    /// Writes the file, whole or not at all.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(FILE);
        crate::files::replace(&path, &self.text())
    }
}

fn entry(migration: &Migration, parent: String) -> Entry {
    Entry { parent, sha256: migration.hash.clone(), empty: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(versions: &[(&str, &str)]) -> Folder {
        let migrations = versions
            .iter()
            .map(|(version, hash)| Migration {
                name: format!("{version}_x"),
                version: (*version).to_owned(),
                path: version.into(),
                transaction: true,
                hash: (*hash).to_owned(),
            })
            .collect();
        Folder { path: "migrations".into(), migrations }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let record = Record::default().with_new(&folder(&[("1", "aa"), ("a\"b", "bb")]));
        let read: Record = toml::from_str(&record.text()).expect("a valid file");
        assert_eq!(read, record);
        assert_eq!(read.parent("1"), Some("base"));
        assert_eq!(read.parent("a\"b"), Some("1"));
    }

    #[test]
    fn changed_new_and_missing_migrations_are_told_apart() {
        let record = Record::default().with_new(&folder(&[("1", "aa"), ("2", "bb")]));
        assert_eq!(record.changes(&folder(&[("1", "aa"), ("2", "bb")])), []);
        assert_eq!(
            record.changes(&folder(&[("1", "cc"), ("3", "dd")])),
            [
                Change::Changed("1_x".into()),
                Change::Unrecorded("3_x".into()),
                Change::Missing("2".into())
            ]
        );
    }

    #[test]
    fn what_was_empty_is_filled_in_until_it_is_applied() {
        let first = folder(&[("1", "aa"), ("2", "bb")]);
        let record = Record::default().with_new(&first).with_empty(&["2".into()]);
        let read: Record = toml::from_str(&record.text()).expect("a valid file");
        assert_eq!(read, record);
        let filled = folder(&[("1", "aa"), ("2", "cc")]);
        assert_eq!(record.changes(&filled), []);
        assert_eq!(record.clone().with_applied(&["1".into()], &filled), None);
        let applied = record.with_applied(&["1".into(), "2".into()], &filled).expect("a change");
        assert_eq!(applied.changes(&filled), []);
        let again = folder(&[("1", "aa"), ("2", "dd")]);
        assert_eq!(applied.changes(&again), [Change::Changed("2_x".into())]);
    }

    #[test]
    fn two_with_one_parent_are_two_heads() {
        let mut record = Record::default().with_new(&folder(&[("1", "aa"), ("2", "bb")]));
        record
            .migrations
            .insert("3".into(), Entry { parent: "1".into(), sha256: "cc".into(), empty: false });
        let folder = folder(&[("1", "aa"), ("2", "bb"), ("3", "cc")]);
        let heads: Vec<_> = record.heads(&folder).iter().map(|m| m.version.clone()).collect();
        assert_eq!(heads, ["2", "3"]);
    }
}
