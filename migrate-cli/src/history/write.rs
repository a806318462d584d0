//! New migration folders.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::ToSpan;

use super::{Folder, Migration, Record};
use crate::draft::Draft;
use crate::files;
use crate::problem::{Problem, Result};

/// The longest part of a folder's name that is made of a message.
const SLUG_LENGTH: usize = 60;

/// What a message becomes in a folder's name: letters, digits and `_`.
pub fn slug(message: &str) -> String {
    let mut slug = String::new();
    for c in message.chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
        if slug.chars().count() >= SLUG_LENGTH {
            break;
        }
    }
    slug.trim_end_matches('_').to_owned()
}

/// Writes migrations on top of those that are there, and records them.
///
/// `now` is the first one's stamp, unless the last migration's is later; each further one's is a
/// second later. All are written, or none.
pub fn write(
    folder: &Folder,
    message: &str,
    drafts: &[Draft],
    now: Timestamp,
) -> Result<Vec<Migration>> {
    let names = names(folder, message, drafts.len(), now)?;
    let mut written: Vec<PathBuf> = Vec::new();
    let result = names.iter().zip(drafts).try_for_each(|(name, draft)| {
        let path = folder.path.join(name);
        let mut texts = vec![("up.sql", draft.up.clone()), ("down.sql", draft.down.clone())];
        if !draft.transaction {
            texts.push(("metadata.toml", "run_in_transaction = false\n".to_owned()));
        }
        files::new_folder(&path, &texts)?;
        written.push(path);
        Ok(())
    });
    let recorded = result.and_then(|()| {
        let after = Folder::read(&folder.path)?;
        let empty: Vec<String> = names
            .iter()
            .zip(drafts)
            .filter(|(_, draft)| is_empty(&draft.up))
            .filter_map(|(name, _)| after.migrations.iter().find(|m| m.name == *name))
            .map(|migration| migration.version.clone())
            .collect();
        Record::read(&folder.path)?.with_new(&after).with_empty(&empty).write(&folder.path)?;
        Ok(after)
    });
    match recorded {
        Ok(after) => Ok(after.migrations.into_iter().filter(|m| names.contains(&m.name)).collect()),
        Err(problem) => {
            for path in written {
                // The first problem is the one to tell.
                let _ = std::fs::remove_dir_all(path);
            }
            Err(problem)
        }
    }
}

/// Whether a script does nothing and is to be filled in.
fn is_empty(script: &str) -> bool {
    script.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with("--"))
}

fn names(folder: &Folder, message: &str, count: usize, now: Timestamp) -> Result<Vec<String>> {
    let slug = slug(message);
    if slug.is_empty() {
        return Err(Problem::new(format!(
            "`{message}` has no letter or digit for a folder's name"
        ))
        .help("give another one with -m"));
    }
    let last = folder.head().map(|m| m.version.clone()).unwrap_or_default();
    let mut at = now;
    // Two in one second, or a colleague whose clock is ahead: the new one still has to come last.
    if let Some(last) = parse_stamp(&last).filter(|last| *last >= at_second(at)) {
        at = last.saturating_add(1.second()).map_err(clock)?;
    }
    let mut names = Vec::with_capacity(count);
    for index in 0..count {
        let stamp = at.strftime("%Y-%m-%d-%H%M%S");
        names.push(match count {
            1 => format!("{stamp}_{slug}"),
            _ => format!("{stamp}_{slug}_{}", index + 1),
        });
        at = at.saturating_add(1.second()).map_err(clock)?;
    }
    match parse_stamp(&last).is_none() && names.iter().any(|n| n.replace('-', "") <= last) {
        true => Err(Problem::new(format!(
            "the last migration's version is `{last}`, which no date comes after"
        ))
        .help("rename its folder to begin with a date, as in 2026-11-22-173213_name")),
        false => Ok(names),
    }
}

fn clock(error: jiff::Error) -> Problem {
    Problem::new("the system's clock is out of range").because(error)
}

fn at_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

fn parse_stamp(version: &str) -> Option<Timestamp> {
    if version.len() != 14 || !version.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Timestamp::strptime("%Y%m%d%H%M%S%z", format!("{version}+0000")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft { up: "SELECT 1;\n".into(), down: "SELECT 2;\n".into(), transaction: false }
    }

    #[test]
    fn each_comes_after_the_last() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("migrations");
        let now: Timestamp = "2026-11-22T17:32:13Z".parse().expect("a time");
        let empty = Folder::read(&path).expect("readable");
        let first = write(&empty, "Add it", &[draft(), draft()], now).expect("written");
        let names: Vec<&str> = first.iter().map(|m| m.name.as_str()).collect();
        assert_eq!(names, ["2026-11-22-173213_add_it_1", "2026-11-22-173214_add_it_2"]);
        assert!(!first[0].transaction);
        let folder = Folder::read(&path).expect("readable");
        let next = write(&folder, "again", &[draft()], now).expect("written");
        assert_eq!(next[0].name, "2026-11-22-173215_again");
        let record = Record::read(&path).expect("readable");
        assert_eq!(record.parent("20261122173215"), Some("20261122173214"));
        let folder = Folder::read(&path).expect("readable");
        assert_eq!(record.changes(&folder), []);
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("Add the study-case's note!"), "add_the_study_case_s_note");
        assert_eq!(slug("  Größe/é 1"), "größe_é_1");
        assert_eq!(slug("!!"), "");
        assert_eq!(slug(&"ab ".repeat(99)).chars().count(), 59);
    }
}
