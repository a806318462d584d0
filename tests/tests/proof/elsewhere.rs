//! Scratch databases on another server: nobody has to make one beside the database that is worked on.

use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use migrate_cli::DatabaseUrl;
use model_tests::servers::Private;
use model_tests::{Backend, Server};
use serde_json::json;

use crate::{Plain, models, said};

fn migrate(folder: &Path, url: &str, words: &[&str]) -> Output {
    command(folder, url, words).output().expect("migrate starts")
}

fn command(folder: &Path, url: &str, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    command.args(words).env("DATABASE_URL", url).current_dir(folder);
    command
}

/// A database that is always there.
fn first(private: &Private) -> String {
    match private.server.backend() {
        Backend::Postgres => private.url("root", "postgres"),
        _ => private.url("u", "mysql"),
    }
}

/// The scratch databases on a server.
fn left(url: &str) -> Vec<String> {
    let parsed: DatabaseUrl = url.parse().expect("a URL");
    let question = match url.starts_with("postgres") {
        true => "SELECT datname FROM pg_database",
        false => "SELECT schema_name FROM information_schema.schemata",
    };
    let rows = migrate_cli::connect(&parsed).expect("a connection").query(question);
    let names = rows.expect("names").into_iter().flatten().flatten();
    names.filter(|name| name.starts_with("migrate_scratch_")).collect()
}

/// Models with something that only a scratch database can tell the print of, where there is such a thing.
fn with_a_view(backend: Backend) -> serde_json::Value {
    let mut document = models();
    if backend == Backend::Mysql {
        return document;
    }
    document["format"] = 3.into();
    document["schema"]["declarations"] = json!([{
        "sql": "CREATE VIEW teams AS SELECT id FROM team",
        "origin": { "rust_type": "app::Models", "file": "src/models.rs", "line": 1 }
    }]);
    document
}

fn is_where_they_are_made(server: Server) {
    if server == Server::Sqlite {
        return;
    }
    let (Some(database), Some(private)) =
        (server.database(), server.private("elsewhere", |_| Vec::new()))
    else {
        return;
    };
    let (role, scratch) = (Plain::of(&database), first(&private));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |words: &[&str]| migrate(folder.path(), &role.url, words);
    let models = with_a_view(server.backend());
    std::fs::write(folder.path().join("models.json"), models.to_string()).expect("a file");
    let schema = ["--schema", "models.json"];
    let here = run(&["verify", "--schema", "models.json"]);
    assert!(said(&here).contains("could not make a scratch database"), "{}", said(&here));

    let flag = [&schema[..], &["--scratch-url", &scratch]].concat();
    let generated = said(&run(&[&["generate", "-m", "a"], &flag[..]].concat()));
    assert!(generated.contains("Tried in a scratch database"), "{generated}");
    let file = format!("[database]\nscratch_url = \"{scratch}\"\n");
    std::fs::write(folder.path().join("migrate.toml"), file).expect("a file");
    for words in [
        &["upgrade"][..],
        &["check", "--schema", "models.json"],
        &["verify", "--schema", "models.json"],
        &["lint", "head"],
        &["diff", "--from", "database", "--to", "migrations", "--exit-code"],
        &[
            "diff",
            "--from",
            "migrations",
            "--to",
            "models",
            "--schema",
            "models.json",
            "--exit-code",
        ],
        &["generate", "-m", "b", "--against", "migrations", "--schema", "models.json"],
    ] {
        let output = run(words);
        let said = said(&output);
        assert!(output.status.success(), "{words:?}: {said}");
        assert!(!said.contains("scratch"), "{words:?}: {said}");
    }
    // Where no database is named at all, a replay needs none.
    let mut alone = command(folder.path(), "", &["verify", "--schema", "models.json"]);
    let alone = alone.env_remove("DATABASE_URL").output().expect("migrate starts");
    assert!(alone.status.success(), "{}", said(&alone));
    assert_eq!(left(&scratch), [""; 0]);

    // One that was killed leaves its own behind, for the next that makes one there.
    let slow = match server.backend() {
        Backend::Postgres => "SELECT pg_sleep(60);",
        _ => "SELECT SLEEP(60);",
    };
    let migration = folder.path().join("migrations/9999-01-01-000000_slow");
    std::fs::create_dir(&migration).expect("a folder");
    std::fs::write(migration.join("up.sql"), slow).expect("a file");
    std::fs::write(migration.join("down.sql"), "SELECT 1;").expect("a file");
    for (signal, leaves) in [("-TERM", 0), ("-KILL", 1)] {
        let mut child =
            command(folder.path(), &role.url, &["lint", "head"]).spawn().expect("migrate starts");
        while left(&scratch).is_empty() {
            assert_eq!(child.try_wait().expect("a state"), None, "it makes no scratch database");
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(200));
        let mut kill = Command::new("kill");
        assert!(kill.args([signal, &child.id().to_string()]).status().expect("kill").success());
        assert!(child.wait().expect("it ends").signal().is_some());
        assert_eq!(left(&scratch).len(), leaves, "{signal}");
    }
    std::fs::remove_dir_all(&migration).expect("it goes");
    assert!(run(&["lint", "head"]).status.success());
    assert_eq!(left(&scratch), [""; 0]);
}

model_tests::on_servers!(is_where_they_are_made);

fn other_version(a: Server, b: Server) {
    let (Some(database), Some(other)) = (a.database(), b.database()) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let models = with_a_view(a.backend());
    std::fs::write(folder.path().join("models.json"), models.to_string()).expect("a file");
    let words = ["verify", "--schema", "models.json", "--scratch-url", &other.url];
    let output = migrate(folder.path(), &database.url, &words);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(errors.matches("scratch databases are made at").count(), 1, "{errors}");
    for version in [a.version(), b.version()].into_iter().flatten() {
        assert!(errors.contains(&version.to_string()), "{version}: {errors}");
    }
}

#[test]
fn another_version_of_postgres_is_said_once() {
    other_version(Server::Postgres, Server::Postgres18);
}

#[test]
fn mariadb_for_mysql_is_said_once() {
    other_version(Server::Mysql9, Server::MariaDb);
}

#[test]
fn another_kind_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (database, scratch) = ("sqlite:a.db", "postgres://me:hunt3r-s3cond@127.0.0.1:1/app");
    for words in [&["upgrade"][..], &["generate", "-m", "a"], &["verify"], &["current"]] {
        let output =
            migrate(folder.path(), database, &[words, &["--scratch-url", scratch]].concat());
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("it is of PostgreSQL, and sqlite:a.db of SQLite"), "{said}");
        assert!(said.contains("--scratch-url") && !said.contains("hunt3r"), "{said}");
        assert!(!folder.path().join("a.db").exists());
    }
}

/// A server that a person named has to be there: what was to be tried is not passed over in silence.
#[test]
fn one_that_is_not_there_stops_the_command() {
    let Some(database) = Server::Postgres.database() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("models.json"), models().to_string()).expect("a file");
    let scratch = ["--scratch-url", "postgres://me:hunt3r-s3cond@127.0.0.1:1/app"];
    let generate = ["generate", "-m", "a", "--schema", "models.json"];
    for words in [&generate[..], &["check", "--schema", "models.json"]] {
        let output = migrate(folder.path(), &database.url, &[words, &scratch].concat());
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("127.0.0.1:1") && !said.contains("hunt3r"), "{said}");
    }
    let untried = [&generate[..], &["--no-proof"], &scratch].concat();
    let output = migrate(folder.path(), &database.url, &untried);
    assert!(output.status.success(), "{}", said(&output));
}
