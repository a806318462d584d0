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
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-chinook"));
    command.args(["--no-input", "--database-url", url]).args(words).current_dir(folder);
    let (status, said) = model_tests::said(&mut command);
    assert_eq!(status, Some(0), "migrate {words:?}:\n{said}");
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

/// What `README.md` says of `PRAGMA foreign_keys`.
#[test]
fn foreign_keys_are_on_after_diesel_has_rebuilt_a_table() {
    use diesel::connection::SimpleConnection;

    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("app.db");
    let mut connection = SqliteConnection::establish(&file.display().to_string()).expect("SQLite");
    let tables = "CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER);
        CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE CASCADE);
        INSERT INTO a VALUES (1, 2); INSERT INTO b VALUES (3, 1);";
    connection.batch_execute(tables).expect("tables");
    let text = folder.path().join("text.db");
    let mut other = SqliteConnection::establish(&text.display().to_string()).expect("SQLite");
    other
        .batch_execute(&tables.replace("n INTEGER", "n TEXT").replace("INSERT", "-- "))
        .expect("it");
    drop(other);
    let migrations = folder.path().join("migrations/1_text");
    let output = Command::new(env!("CARGO_BIN_EXE_migrate-chinook"))
        .args(["diff", "--from", "app.db", "--to", "text.db", "--output"])
        .arg(&migrations)
        .current_dir(folder.path())
        .output()
        .expect("migrate starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        n: i32,
    }
    let number = |connection: &mut SqliteConnection, sql: &str| {
        let rows: Vec<Number> = diesel::sql_query(sql).load(connection).expect(sql);
        rows[0].n
    };
    let enforced = "SELECT foreign_keys AS n FROM pragma_foreign_keys";
    connection.batch_execute("PRAGMA foreign_keys = OFF").expect("off");
    let source =
        FileBasedMigrations::from_path(folder.path().join("migrations")).expect("a folder");
    connection.run_pending_migrations(source.clone()).expect("Diesel runs it");
    assert_eq!(number(&mut connection, enforced), 1);
    assert_eq!(number(&mut connection, "SELECT count(*) AS n FROM b"), 1);
    connection.batch_execute("PRAGMA foreign_keys = OFF").expect("off");
    connection.revert_last_migration(source).expect("Diesel reverts it");
    assert_eq!(number(&mut connection, enforced), 1);
    assert_eq!(number(&mut connection, "SELECT count(*) AS n FROM b"), 1);
}
