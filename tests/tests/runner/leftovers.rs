//! Scratch databases go: when a command ends, when a signal ends it, and where it was killed with the next one.

use std::os::unix::process::ExitStatusExt;
use std::process::Command;
use std::time::{Duration, Instant};

use model_tests::{Backend, Server};

use crate::project::{Project, connect, value};

/// Those that this test's commands made: other tests of the server have their own.
fn scratch(url: &str, backend: Backend, pid: u32) -> usize {
    let question = match backend {
        Backend::Postgres => {
            "SELECT datname FROM pg_database WHERE datname LIKE 'migrate\\_scratch\\_%'"
        }
        _ => {
            "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'migrate\\_scratch\\_%'"
        }
    };
    let rows = connect(url).query(question).unwrap_or_else(|e| panic!("{e}"));
    let mine = format!("_{pid}_");
    rows.into_iter().flatten().flatten().filter(|name| name.contains(&mine)).count()
}

fn slow(server: Server) -> Option<(model_tests::Database, Project)> {
    let database = server.database()?;
    let project = Project::new(&database.url);
    let sleep = match server.backend() {
        Backend::Postgres => "CREATE TABLE s AS SELECT 1 AS x FROM pg_sleep(3);",
        _ => "CREATE TABLE s AS SELECT SLEEP(3) AS s;",
    };
    project.migration("2026-01-01-000001_slow", true, sleep, "DROP TABLE s;");
    project.succeed(&["stamp", "head"]);
    let models = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrate-cli/tests/fixtures/study.json");
    std::fs::copy(models, project.path("models.json")).unwrap();
    Some((database, project))
}

fn ended(server: Server) {
    let Some((database, project)) = slow(server) else { return };
    let backend = server.backend();
    for (words, signal) in [("check", 2), ("verify", 15), ("check", 1), ("verify", 9)] {
        let words = [words, "--schema", "models.json"];
        let mut child = project.command(&words).spawn().unwrap();
        let start = Instant::now();
        while scratch(&database.url, backend, child.id()) == 0 {
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "{words:?} makes no scratch database"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(200));
        let status =
            Command::new("kill").args([format!("-{signal}"), child.id().to_string()]).status();
        assert!(status.unwrap().success());
        let pid = child.id();
        let status = child.wait().unwrap();
        let said = child.wait_with_output().unwrap();
        assert_eq!(status.signal(), Some(signal), "{words:?}: {status} {said:?}");
        let left = scratch(&database.url, backend, pid);
        if signal == 9 {
            assert_eq!(left, 1);
            project.succeed(&["current"]);
            assert_eq!(scratch(&database.url, backend, pid), 0);
        } else {
            assert_eq!(left, 0, "signal {signal}");
        }
    }
    // One of a process that lives is nobody's to drop.
    let mut child = project.command(&["verify", "--schema", "models.json"]).spawn().unwrap();
    while scratch(&database.url, backend, child.id()) == 0 {
        std::thread::sleep(Duration::from_millis(20));
    }
    project.succeed(&["current"]);
    assert_eq!(scratch(&database.url, backend, child.id()), 1);
    child.wait().unwrap();
    assert_eq!(scratch(&database.url, backend, child.id()), 0);
    assert_eq!(value(&database.url, "SELECT count(*) FROM __diesel_schema_migrations"), "1");
}

model_tests::on_servers!(ended, postgres);
model_tests::on_servers!(ended, mysql);
