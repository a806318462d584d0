//! What `migrate` writes is run by Diesel's own harness, forwards and backwards, and a database
//! that was migrated by one goes on with the other.

use std::path::Path;
use std::process::Command;

use diesel::backend::Backend as DieselBackend;
use diesel::migration::MigrationConnection;
use diesel::prelude::*;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use model_tests::{Backend, catalog};

fn migrate(folder: &Path, url: &str, words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_migrate-chinook"))
        .args(["--no-input", "--database-url", url])
        .args(words)
        .current_dir(folder)
        .output()
        .expect("migrate starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "migrate {words:?}:\n{said}");
    said
}

fn goes_on_with_diesel<DB, C>(backend: Backend, connect: impl Fn(&str) -> C)
where
    DB: DieselBackend,
    C: MigrationHarness<DB> + MigrationConnection<Backend = DB>,
{
    let Some(database) = backend.database() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    let url = &database.url;
    let start = catalog::read(&database);
    migrate(folder, url, &["init"]);
    migrate(folder, url, &["generate", "-m", "first"]);

    let migrations = FileBasedMigrations::from_path(folder.join("migrations")).expect("a folder");
    let mut connection = connect(url);
    let run = connection.run_pending_migrations(migrations.clone()).expect("Diesel runs it");
    assert_eq!(run.len(), 1);

    let made = catalog::read(&database);
    migrate(folder, url, &["check"]);
    let said = migrate(folder, url, &["generate", "-m", "again"]);
    assert!(said.contains("No changes"), "{said}");
    migrate(folder, url, &["downgrade"]);
    assert_eq!(catalog::read(&database), start);
    migrate(folder, url, &["upgrade"]);
    assert_eq!(catalog::read(&database), made);
    assert!(!connection.has_pending_migration(migrations.clone()).expect("Diesel looks"));
    connection.revert_last_migration(migrations).expect("Diesel reverts it");
    assert_eq!(catalog::read(&database), start);
}

#[test]
fn sqlite() {
    goes_on_with_diesel(Backend::Sqlite, |url| {
        SqliteConnection::establish(url.trim_start_matches("sqlite:")).expect("SQLite")
    });
}

#[test]
fn postgres() {
    goes_on_with_diesel(Backend::Postgres, |url| PgConnection::establish(url).expect("PostgreSQL"));
}

#[test]
fn mysql() {
    goes_on_with_diesel(Backend::Mysql, |url| MysqlConnection::establish(url).expect("MariaDB"));
}
