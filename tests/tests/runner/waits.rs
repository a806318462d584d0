//! What another session holds is waited for as long as `--lock-timeout` says, and who holds it is told.

use std::time::{Duration, Instant};

use model_tests::{Backend, Server};

use crate::project::{Project, connect, value};

const CUT: &[&str] = &["upgrade", "--lock-timeout", "2"];

/// What the other one holds, and the migration that needs it.
fn held(server: Server, hold: &str, transaction: bool, up: &str) {
    let Some(database) = server.database() else { return };
    database.run("CREATE TABLE a (id INT); INSERT INTO a VALUES (1)").unwrap();
    let project = Project::new(&database.url);
    project.migration("2026-01-01-000001_first", true, "CREATE TABLE f (id INT);", "DROP TABLE f;");
    project.migration("2026-01-01-000002_second", transaction, up, "SELECT 1;");
    let mut other = connect(&database.url);
    let own = match server.backend() {
        Backend::Postgres => "SELECT pg_backend_pid()",
        _ => "SELECT connection_id()",
    };
    let id = other.query(own).unwrap().into_iter().flatten().flatten().next().unwrap();
    other.execute(hold).unwrap();
    let start = Instant::now();
    let ran = project.run(CUT);
    let (took, said) = (start.elapsed(), ran.said);
    assert!(!ran.ok, "{said}");
    assert!(took >= Duration::from_secs(2) && took < Duration::from_secs(8), "{took:?}: {said}");
    for part in [&format!("session {id}"), "Waiting for", "_second could not be applied", "held by"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    other.execute("COMMIT").unwrap();
    project.succeed(CUT);
    if server.backend() == Backend::Postgres {
        assert_eq!(value(&database.url, "SELECT count(*) FROM pg_index WHERE NOT indisvalid"), "0");
    }
}

const OPEN: &str = "BEGIN; SELECT * FROM a";

fn a_table(server: Server) {
    held(server, OPEN, true, "ALTER TABLE a ADD COLUMN n INT;");
}

fn a_row(server: Server) {
    held(server, "BEGIN; UPDATE a SET id = 2", true, "UPDATE a SET id = 3;");
}

mod tables {
    use super::*;
    model_tests::on_servers!(a_table, postgres);
    model_tests::on_servers!(a_table, mysql);
}

mod rows {
    use super::*;
    model_tests::on_servers!(a_row, postgres);
    model_tests::on_servers!(a_row, mysql);
}

#[test]
fn outside_of_a_transaction() {
    let hold = "BEGIN; LOCK TABLE a IN SHARE ROW EXCLUSIVE MODE";
    held(Server::Postgres, hold, false, "CREATE INDEX CONCURRENTLY i ON a (id);");
}

#[test]
fn another_migrator_is_named() {
    let Some(database) = Server::Postgres.database() else { return };
    let project = Project::new(&database.url);
    project.migration("2026-01-01-000001_first", true, "CREATE TABLE f (id INT);", "DROP TABLE f;");
    project.succeed(&["stamp", "base"]);
    let mut other = connect(&database.url);
    other.execute("BEGIN; LOCK TABLE __diesel_schema_migrations").unwrap();
    let ran = project.run(CUT);
    assert!(!ran.ok);
    for part in ["another migrator has been working", "session ", "LOCK TABLE"] {
        assert!(ran.said.contains(part), "{part}: {}", ran.said);
    }
    other.execute("COMMIT").unwrap();
    project.succeed(CUT);
}

/// A limit that somebody set for the role stays where it is stricter.
#[test]
fn a_stricter_limit_stays() {
    let Some(database) = Server::Postgres.database() else { return };
    let name = database.url.rsplit('/').next().unwrap();
    database
        .run(&format!("CREATE TABLE a (id INT); ALTER DATABASE {name} SET lock_timeout = '300ms'"))
        .unwrap();
    let project = Project::new(&database.url);
    project.migration("2026-01-01-000001_x", true, "ALTER TABLE a ADD n INT;", "SELECT 1;");
    let mut other = connect(&database.url);
    other.execute(OPEN).unwrap();
    let start = Instant::now();
    let ran = project.run(&["upgrade"]);
    assert!(!ran.ok && start.elapsed() < Duration::from_secs(10), "{}", ran.said);
    other.execute("COMMIT").unwrap();
    database.run(&format!("ALTER DATABASE {name} RESET lock_timeout")).unwrap();
}
