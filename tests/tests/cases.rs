//! The cases below `tests/cases`, each on every server that it is for.
//!
//! `CASES=text` walks only those whose path has the text in it. `UPDATE_CASES=1` writes the kept files anew.

use std::iter;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, available_parallelism};

use model_tests::Server;
use model_tests::cases::{self, Case};

const MIGRATE: &str = env!("CARGO_BIN_EXE_migrate-under-test");

/// What fails of the cases. A case mostly waits for its server, so one at a time would leave the
/// processors idle.
fn failures(cases: &[&Case], check: impl Fn(&Case) -> Result<(), String> + Sync) -> Vec<String> {
    let (lanes, next) = (available_parallelism().map_or(1, NonZero::get), AtomicUsize::new(0));
    let lane = || {
        let turn = || cases.get(next.fetch_add(1, Ordering::Relaxed));
        let told = |case: &&Case| {
            let why = check(case).err()?;
            Some(format!("{}: {why}", case.folder().display()))
        };
        iter::from_fn(turn).filter_map(told).collect::<Vec<_>>()
    };
    let mut failures: Vec<String> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes).map(|_| scope.spawn(lane)).collect();
        lanes.into_iter().flat_map(|lane| lane.join().expect("no case panics")).collect()
    });
    failures.sort();
    failures
}

fn all(server: Server) {
    let Some(version) = server.version() else { return };
    let backend = server.backend();
    let cases = cases::all(backend, &std::env::var("CASES").unwrap_or_default());
    if std::env::var_os("UPDATE_CASES").is_some() {
        // The first server of a kind goes on to the others, whose files have to come after its own.
        if Server::ALL.iter().find(|s| s.backend() == backend) == Some(&server) {
            let cases: Vec<&Case> = cases.iter().collect();
            let failures = failures(&cases, |case| case.update(Path::new(MIGRATE), backend));
            assert!(failures.is_empty(), "can't be kept:\n\n{}", failures.join("\n\n"));
        }
        return;
    }
    let for_it = |case: &&Case| {
        let told = |why| panic!("{}: {why}", case.folder().display());
        case.is_for(server).unwrap_or_else(told)
    };
    let cases: Vec<&Case> = cases.iter().filter(for_it).collect();
    assert!(!cases.is_empty(), "no case for {server:?}");
    let failures = failures(&cases, |case| case.check(Path::new(MIGRATE), server));
    assert!(
        failures.is_empty(),
        "{} of {} cases fail on {} {version}:\n\n{}",
        failures.len(),
        cases.len(),
        server.name(),
        failures.join("\n\n")
    );
    println!("{} cases on {} {version}", cases.len(), server.name());
}

model_tests::on_servers!(all);
