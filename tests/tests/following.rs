//! Views and triggers of an application follow the models' new names, as SQLite writes them, through tables
//! that are made anew; what can't follow is refused by name.

use std::path::Path;
use std::process::Command;

use model_tests::{Database, Server};
use serde_json::{Value, json};

const START: &str = "
    CREATE TABLE item (id integer NOT NULL PRIMARY KEY, title text, price integer);
    CREATE TABLE log (id integer NOT NULL PRIMARY KEY, said text);
    INSERT INTO item VALUES (1, 'pen', 5), (2, 'ink', 20);
    CREATE VIEW cheap AS SELECT id, title FROM item WHERE price < 10;
    CREATE TRIGGER cheap_named INSTEAD OF UPDATE OF id ON cheap
    BEGIN
        UPDATE item SET title = 'title' WHERE id = OLD.id;
    END;
    CREATE TRIGGER renamed AFTER UPDATE OF title ON item WHEN NEW.title <> OLD.title
    BEGIN
        INSERT INTO log (said) VALUES (OLD.title || ' is ' || NEW.title);
    END;";

/// The models once `item.title` is required and called something else, and so is its table.
fn models() -> Value {
    let column = |name: &str, logical: Value, nullable: bool| json!({ "name": name, "type": { "logical": logical }, "nullable": nullable });
    let text = json!({ "text": { "length": null } });
    let key = json!({ "columns": [{ "name": "id" }] });
    let id = || column("id", json!("integer"), false);
    let thing =
        [id(), column("name", text.clone(), false), column("price", json!("integer"), true)];
    let log = [id(), column("said", text, true)];
    json!({ "format": 1, "schema": { "tables": [
        { "name": { "name": "thing" }, "columns": thing, "primary_key": key },
        { "name": { "name": "log" }, "columns": log, "primary_key": key }
    ] } })
}

fn generate(folder: &Path, database: &Database) -> (bool, String) {
    std::fs::write(folder.join("models.json"), models().to_string()).expect("a file");
    let words = ["generate", "-m", "change", "--schema", "models.json"];
    let renames = ["--rename", "table:item=thing", "--rename", "column:thing.title=name"];
    run(folder, database, &[&words[..], &renames].concat())
}

fn run(folder: &Path, database: &Database, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    command.args(["--database-url", &database.url]).args(words).current_dir(folder);
    let (status, said) = model_tests::said(&mut command);
    (status == Some(0), said)
}

fn answers(database: &Database, sql: &str) -> Vec<String> {
    let rows = database.connect().query(sql).expect("an answer");
    rows.into_iter().flatten().map(Option::unwrap_or_default).collect()
}

const TEXTS: &str = "SELECT sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name";

fn names_follow(server: Server) {
    let Some(database) = server.database() else { return };
    database.connect().execute(START).expect("the start");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    let start = answers(&database, TEXTS);
    let (ok, said) = generate(folder, &database);
    assert!(ok && said.contains("Tried"), "{said}");
    let (ok, said) = run(folder, &database, &["upgrade"]);
    assert!(ok, "{said}");
    database.connect().execute("UPDATE thing SET name = 'quill' WHERE id = 1").expect("a change");
    assert_eq!(answers(&database, "SELECT said FROM log"), ["pen is quill"]);
    assert_eq!(answers(&database, "SELECT name FROM cheap"), ["quill"]);
    // The text of a value is no name.
    database.connect().execute("UPDATE cheap SET id = 3").expect("a change");
    assert_eq!(answers(&database, "SELECT name FROM thing ORDER BY id"), ["title", "ink"]);
    let again = ["generate", "-m", "again", "--schema", "models.json"];
    let (ok, said) = run(folder, &database, &again);
    assert!(ok && said.contains("No changes"), "{said}");
    let (ok, said) = run(folder, &database, &["downgrade"]);
    assert!(ok, "{said}");
    let unquoted = |texts: Vec<String>| -> Vec<String> {
        texts.into_iter().map(|text| text.replace('"', "")).collect()
    };
    assert_eq!(unquoted(answers(&database, TEXTS)), start);
}

fn what_cannot_follow_is_refused(server: Server) {
    for (above, says) in [
        ("CREATE VIEW w AS SELECT title FROM cheap", "view w: it reads column cheap.title"),
        (
            "CREATE VIEW every AS SELECT * FROM item; CREATE VIEW w AS SELECT title FROM every",
            "view w: it reads column every.title",
        ),
        (
            "CREATE VIEW w AS WITH c AS (SELECT title FROM item) SELECT title FROM c",
            "view w: it reads column item.title",
        ),
        (
            "CREATE TRIGGER w INSTEAD OF UPDATE OF title ON cheap BEGIN SELECT 1; END",
            "trigger w on cheap: it reads column cheap.title",
        ),
        ("CREATE VIRTUAL TABLE w USING fts5(title, content='item')", "virtual table w"),
    ] {
        let Some(database) = server.database() else { return };
        database.connect().execute(&format!("{START}{above}")).expect("the start");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (ok, said) = generate(folder.path(), &database);
        assert!(!ok && said.contains(says), "{above}: {said}");
        assert!(!folder.path().join("migrations").exists(), "{said}");
    }
}

mod follow {
    model_tests::on_servers!(super::names_follow, sqlite);
}

mod refused {
    model_tests::on_servers!(super::what_cannot_follow_is_refused, sqlite);
}
