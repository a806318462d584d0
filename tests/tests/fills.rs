//! Rows that get a value from a migration keep all else: no column that a server sets by itself moves, and
//! whose triggers run is told.

use std::path::Path;
use std::process::Command;

use model_tests::{Backend, Database, Server};
use serde_json::{Value, json};

fn generate(folder: &Path, database: &Database, models: &Value, words: &[&str]) -> String {
    std::fs::write(folder.join("models.json"), models.to_string()).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    command.args(["--database-url", &database.url]).args(words).current_dir(folder);
    let (status, said) = model_tests::said(&mut command);
    assert_eq!(status, Some(0), "{words:?}: {said}");
    said
}

/// A table with rows, and a log of what a trigger saw.
fn start(server: Server) -> &'static str {
    match server.backend() {
        Backend::Sqlite => {
            "CREATE TABLE thing (id INTEGER NOT NULL PRIMARY KEY);
             CREATE TABLE log (id INTEGER NOT NULL PRIMARY KEY);
             INSERT INTO thing VALUES (1), (2);
             CREATE TRIGGER seen AFTER UPDATE ON thing BEGIN INSERT INTO log VALUES (NULL); END;"
        }
        Backend::Postgres => {
            "CREATE TABLE thing (id integer NOT NULL PRIMARY KEY);
             CREATE TABLE log (id serial PRIMARY KEY);
             INSERT INTO thing VALUES (1), (2);
             CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                 $$ BEGIN INSERT INTO log DEFAULT VALUES; RETURN NEW; END $$;
             CREATE TRIGGER seen AFTER UPDATE ON thing FOR EACH ROW EXECUTE FUNCTION note();"
        }
        Backend::Mysql => {
            "CREATE TABLE thing (id int NOT NULL PRIMARY KEY,
                 at timestamp NOT NULL DEFAULT '2001-02-03 04:05:06' ON UPDATE CURRENT_TIMESTAMP);
             CREATE TABLE log (id int NOT NULL PRIMARY KEY AUTO_INCREMENT);
             INSERT INTO thing (id) VALUES (1), (2);
             CREATE TRIGGER seen AFTER UPDATE ON thing FOR EACH ROW INSERT INTO log VALUES (NULL);"
        }
    }
}

fn models(server: Server, added: &[&str]) -> Value {
    let integer = |name: &str| json!({ "name": name, "type": { "logical": "integer" } });
    let mut columns = vec![integer("id")];
    if server.backend() == Backend::Mysql {
        columns.push(json!({
            "name": "at", "type": { "native": "timestamp" },
            "default": { "sql": "'2001-02-03 04:05:06'" }, "on_update": "current_timestamp()"
        }));
    }
    columns.extend(added.iter().map(|name| integer(name)));
    let mut id = integer("id");
    id["identity"] = json!({ "auto": { "strict": false } });
    let id = if server.backend() == Backend::Postgres { id } else { integer("id") };
    let counted = match server.backend() {
        Backend::Mysql => json!({
            "name": "id", "type": { "logical": "integer" },
            "identity": { "auto": { "strict": false } }
        }),
        _ => id,
    };
    let key = json!({ "columns": [{ "name": "id" }] });
    json!({ "format": 1, "schema": { "tables": [
        { "name": { "name": "thing" }, "columns": columns, "primary_key": key },
        { "name": { "name": "log" }, "columns": [counted], "primary_key": key }
    ] } })
}

fn count(database: &Database, sql: &str) -> String {
    let rows = database.connect().query(sql).expect("an answer");
    rows.into_iter().flatten().flatten().next().unwrap_or_default()
}

fn rows_keep_what_they_have(server: Server) {
    let Some(database) = server.database() else { return };
    database.connect().execute(start(server)).expect("the start");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |models: &Value, words: &[&str]| generate(folder.path(), &database, models, words);
    let words = ["generate", "-m", "one", "--schema", "models.json", "--fill", "thing.n=7"];
    let said = run(&models(server, &["n"]), &words);
    assert!(!said.contains("fires-triggers"), "{said}");
    run(&models(server, &["n"]), &["upgrade"]);
    assert_eq!(count(&database, "SELECT count(*) FROM thing WHERE n = 7"), "2");
    assert_eq!(count(&database, "SELECT count(*) FROM log"), "0");

    let words = ["generate", "-m", "two", "--schema", "models.json", "--fill", "thing.m=id + 1"];
    let said = run(&models(server, &["n", "m"]), &words);
    run(&models(server, &["n", "m"]), &["upgrade"]);
    assert_eq!(count(&database, "SELECT count(*) FROM thing WHERE m = id + 1"), "2");
    let fired = count(&database, "SELECT count(*) FROM log") != "0";
    assert_eq!(fired, said.contains("fires-triggers"), "{said}");
    if server.backend() == Backend::Mysql {
        let kept = "SELECT count(*) FROM thing WHERE at = '2001-02-03 04:05:06'";
        assert_eq!(count(&database, kept), "2");
    }
}

model_tests::on_servers!(rows_keep_what_they_have);
