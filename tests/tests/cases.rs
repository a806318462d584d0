//! Cases as folders that explain themselves: `cases/<what>/<database>/` holds `before.sql`,
//! `after.sql` and `rows.sql`, and what the tool makes of them in `up.sql` and `down.sql`, kept
//! to be reviewed by reading. `refused.txt` stands in their place where the tool must say no.
//! `flags.txt` holds further words for the command, one a line.
//!
//! `CASES=text` walks only those whose path has the text in it. `UPDATE_CASES=1` writes the kept files anew.

use std::iter;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, available_parallelism};

use model_tests::Backend;
use model_tests::law::{self, Pair, Verdict};

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_default()
}

fn folders(backend: Backend) -> Vec<PathBuf> {
    let only = std::env::var("CASES").unwrap_or_default();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut found: Vec<PathBuf> = std::fs::read_dir(cases)
        .into_iter()
        .flatten()
        .flatten()
        .map(|case| case.path().join(backend.folder()))
        .filter(|folder| folder.is_dir() && folder.to_string_lossy().contains(&only))
        .collect();
    found.sort();
    found
}

fn check(folder: &Path, backend: Backend) -> Result<(), String> {
    let pair = Pair {
        before: read(folder, "before.sql"),
        after: read(folder, "after.sql"),
        rows: read(folder, "rows.sql"),
        flags: read(folder, "flags.txt").lines().map(str::to_owned).collect(),
    };
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let keep = |name: &str, text: &str| {
        if update {
            let text = if text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") };
            std::fs::write(folder.join(name), text).map_err(|e| e.to_string())?;
            return Ok(());
        }
        let kept = read(folder, name);
        if kept.trim() == text.trim() {
            return Ok(());
        }
        Err(format!("{name} is not what is kept; it is now:\n{text}"))
    };
    let binary = Path::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    let refused = folder.join("refused.txt").exists();
    match law::walk(binary, backend, &pair) {
        Verdict::Skipped => Ok(()),
        Verdict::Holds(_) if refused && !update => Err("was to be refused and is not".into()),
        Verdict::Holds(migration) => {
            keep("up.sql", &migration.up)?;
            keep("down.sql", &migration.down)
        }
        Verdict::Refused(why) if refused => keep("refused.txt", &why),
        Verdict::Refused(why) => Err(format!("refused: {why}")),
        Verdict::Broken(why) => Err(why),
    }
}

fn all(backend: Backend) {
    let folders = folders(backend);
    assert!(!folders.is_empty(), "no case for {backend:?}");
    // A case mostly waits for its server, so one at a time would leave the processors idle.
    let (lanes, next) = (available_parallelism().map_or(1, NonZero::get), AtomicUsize::new(0));
    let lane = || {
        let turn = || folders.get(next.fetch_add(1, Ordering::Relaxed));
        let told = |folder: &PathBuf| {
            let why = check(folder, backend).err()?;
            Some(format!("{}: {why}", folder.display()))
        };
        iter::from_fn(turn).filter_map(told).collect::<Vec<_>>()
    };
    let mut failures: Vec<String> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes).map(|_| scope.spawn(lane)).collect();
        lanes.into_iter().flat_map(|lane| lane.join().expect("no case panics")).collect()
    });
    failures.sort();
    assert!(
        failures.is_empty(),
        "{} of {} cases fail:\n\n{}",
        failures.len(),
        folders.len(),
        failures.join("\n\n")
    );
    println!("{} cases on {backend:?}", folders.len());
}

#[test]
fn sqlite() {
    all(Backend::Sqlite);
}

#[test]
fn postgres() {
    all(Backend::Postgres);
}

#[test]
fn mysql() {
    all(Backend::Mysql);
}
