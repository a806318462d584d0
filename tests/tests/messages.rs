//! What servers say in few words, told with a name, a cause and a next step.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use model_tests::{Backend, Server};

/// Runs `migrate upgrade` with one migration, which must not end well, and gives what it said.
fn refused(url: &str, up: &str) -> String {
    let project = tempfile::tempdir().unwrap();
    let folder = project.path().join("migrations/2026-01-01-000001_one");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("up.sql"), up).unwrap();
    std::fs::write(folder.join("down.sql"), "SELECT 1;").unwrap();
    let out = Command::new(Path::new(env!("CARGO_BIN_EXE_migrate-under-test")))
        .arg("upgrade")
        .env("DATABASE_URL", url)
        .current_dir(project.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1), "{said}");
    said
}

fn assert_said(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part:?} is not in:\n{said}");
    }
}

/// The same place for another user.
fn url_of(url: &str, user: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap();
    let (_, place) = rest.split_once('@').unwrap();
    format!("{scheme}://{user}@{place}")
}

fn name_of(url: &str) -> &str {
    url.rsplit('/').next().unwrap()
}

fn denied(server: Server) {
    let Some(database) = server.database() else { return };
    let name = name_of(&database.url);
    let (user, create, drop) = match server.backend() {
        Backend::Postgres => {
            let user = format!("r_{name}");
            let create = format!(
                "CREATE ROLE {user} LOGIN; GRANT USAGE ON SCHEMA public TO {user}; CREATE TABLE theirs (id int); GRANT SELECT ON theirs TO {user};"
            );
            let drop = format!("DROP OWNED BY {user}; DROP ROLE {user};");
            (user, create, drop)
        }
        _ => {
            let user = format!("r_{}", name.replace("t", ""));
            let create = format!(
                "CREATE TABLE theirs (id int); CREATE USER '{user}'@'%'; GRANT SELECT ON `{name}`.* TO '{user}'@'%';"
            );
            let drop = format!("DROP USER '{user}'@'%';");
            (user, create, drop)
        }
    };
    database.run(&create).unwrap();
    let said = refused(&url_of(&database.url, &user), "SELECT 1;");
    let table = "the table __diesel_schema_migrations could not be made in";
    match server.backend() {
        Backend::Postgres => {
            let grant = format!("GRANT USAGE, CREATE ON SCHEMA public TO {user}");
            assert_said(&said, &[table, name, "permission denied for schema public", &grant]);
            database.run(&format!("GRANT CREATE ON SCHEMA public TO {user}")).unwrap();
            let said = refused(&url_of(&database.url, &user), "ALTER TABLE theirs ADD n int;");
            let lacks = format!("The role {user} lacks that right");
            assert_said(&said, &["statement 1 of 1", "must be owner of table theirs", &lacks]);
        }
        _ => {
            assert_said(&said, &[table, name, "command denied", "GRANT ALL PRIVILEGES"]);
        }
    }
    database.run(&drop).unwrap();
}

mod a_right_is_lacking {
    use super::*;

    model_tests::on_servers!(denied, postgres);
    model_tests::on_servers!(denied, mysql);
}

fn read_only(server: Server) {
    let Some(database) = server.database() else { return };
    let name = name_of(&database.url);
    database.run(&format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).unwrap();
    let said = refused(&database.url, "SELECT 1;");
    let mut writer = database.connect();
    writer.execute("SET default_transaction_read_only = off").unwrap();
    writer.execute(&format!("ALTER DATABASE {name} RESET default_transaction_read_only")).unwrap();
    assert_said(&said, &[name, "read-only transaction", "give the URL of the primary"]);
}

mod a_server_that_is_only_read {
    use super::*;

    model_tests::on_servers!(read_only, postgres);
}

fn without_a_database(server: Server) {
    let Some(database) = server.database() else { return };
    let place = database.url.rsplit_once('/').unwrap().0;
    for url in [place.to_owned(), format!("{place}/")] {
        let start = Instant::now();
        let said = refused(&url, "SELECT 1;");
        assert!(start.elapsed() < Duration::from_secs(5), "it waits for nobody");
        assert_said(&said, &["it names no database", "mysql://USER@HOST/NAME"]);
        assert!(!said.contains("another migrator"), "{said}");
    }
}

mod a_url_without_a_database {
    use super::*;

    model_tests::on_servers!(without_a_database, mysql);
}

fn byte_order_mark(server: Server) {
    let Some(database) = server.database() else { return };
    let said = refused(&database.url, "\u{feff}CREATE TABLE a (id int);");
    assert_said(
        &said,
        &["2026-01-01-000001_one/up.sql begins with a byte order mark", "help: save"],
    );
}

mod a_byte_order_mark {
    use super::*;

    model_tests::on_servers!(byte_order_mark);
}

fn delimiter(server: Server) {
    let Some(database) = server.database() else { return };
    database.run("CREATE TABLE a (id int)").unwrap();
    let script = "DELIMITER $$\nCREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.id = 1; END$$\nDELIMITER ;\n";
    let said = refused(&database.url, script);
    assert_said(
        &said,
        &["up.sql has a command of the client `mysql` in line 1: DELIMITER", "END;"],
    );
}

mod a_delimiter {
    use super::*;

    model_tests::on_servers!(delimiter, mysql);
}
