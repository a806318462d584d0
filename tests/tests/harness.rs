//! What `migrate` writes is run by Diesel's own harness, forwards and backwards, and a database
//! that was migrated by one goes on with the other.

use std::path::Path;
use std::process::Command;

use diesel::backend::Backend as DieselBackend;
use diesel::migration::MigrationConnection;
use diesel::prelude::*;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use model_tests::{Server, catalog};

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

fn goes_on_with_diesel<DB, C>(server: Server, connect: impl Fn(&str) -> C)
where
    DB: DieselBackend,
    C: MigrationHarness<DB> + MigrationConnection<Backend = DB>,
{
    let Some(database) = server.database() else { return };
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

fn on_sqlite(server: Server) {
    goes_on_with_diesel(server, |url| {
        SqliteConnection::establish(url.trim_start_matches("sqlite:")).expect("SQLite")
    });
}

fn on_postgres(server: Server) {
    goes_on_with_diesel(server, |url| PgConnection::establish(url).expect("PostgreSQL"));
}

fn on_mysql(server: Server) {
    goes_on_with_diesel(server, |url| MysqlConnection::establish(url).expect("MariaDB or MySQL"));
}

model_tests::on_servers!(on_sqlite, sqlite);
model_tests::on_servers!(on_postgres, postgres);
model_tests::on_servers!(on_mysql, mysql);
