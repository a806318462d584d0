//! Models know nothing of partitions: a table that is divided stays so, its partitions stay and change with
//! it, and those that are ignored are left alone.

use std::path::Path;
use std::process::{Command, Output};

use model_tests::{Database, Server};
use serde_json::{Value, json};

const START: &str =
    "CREATE TABLE log (id integer NOT NULL, day date NOT NULL, note text) PARTITION BY RANGE (day);
    CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
    CREATE TABLE job_2 PARTITION OF log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    CREATE INDEX log_1_note ON log_1 (note);
    CREATE TABLE place (id integer NOT NULL);
    CREATE TABLE city (people integer) INHERITS (place);
    INSERT INTO log VALUES (1, '2024-05-05', 'a'), (2, '2025-05-05', 'b');
    INSERT INTO city VALUES (3, 4);";

fn diff(folder: &Path, from: &Database, to: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["diff", "--exit-code", "--from", &from.url, "--to", to])
        .current_dir(folder)
        .output()
        .expect("migrate starts")
}

fn models(log: &[Value]) -> Value {
    let id = json!({ "name": "id", "type": { "logical": "integer" } });
    json!({ "format": 1, "schema": { "complete": false, "tables": [
        { "name": { "name": "log" }, "columns": log },
        { "name": { "name": "place" }, "columns": [id] },
    ] } })
}

fn stays_divided(server: Server) {
    let column = |name: &str, ty: &str| json!({ "name": name, "type": { "native": ty } });
    let mut note = column("note", "text");
    note["nullable"] = true.into();
    let mut text = note.clone();
    text["name"] = "text".into();
    text["renamed_from"] = "note".into();
    let (id, day) = (column("id", "integer"), column("day", "date"));
    let targets = [
        (vec![id.clone(), day.clone(), note], false),
        (vec![column("id", "bigint"), day.clone(), text], true),
        (vec![id, day], true),
    ];
    for ignored in ["", "[generate]\nignore = [\"job_*\"]\n"] {
        for (log, changes) in &targets {
            let Some(database) = server.database() else { return };
            database.run(START).expect("the start loads");
            let folder = tempfile::tempdir().expect("a folder");
            let write = |name: &str, text: String| {
                std::fs::write(folder.path().join(name), text).expect("a file");
            };
            write("models.json", models(log).to_string());
            write("migrate.toml", ignored.to_owned());
            let first = diff(folder.path(), &database, "models.json");
            let sql = String::from_utf8_lossy(&first.stdout).into_owned();
            let said = String::from_utf8_lossy(&first.stderr);
            assert_eq!(first.status.code(), Some(if *changes { 2 } else { 0 }), "{sql}{said}");
            assert!(!sql.contains("job_2") && !sql.contains("city"), "{sql}");
            if *changes {
                database.run(&sql).expect("it runs");
                let again = diff(folder.path(), &database, "models.json");
                assert_eq!(again.status.code(), Some(0), "{again:?}");
            }
            let count = "SELECT (SELECT count(*) FROM log), (SELECT count(*) FROM job_2), (SELECT count(*) FROM city)";
            let rows = database.connect().query(count).expect("the tables are there");
            let one = |text: &str| Some(text.to_owned());
            assert_eq!(rows, [[one("2"), one("1"), one("1")]]);
        }
    }
}

fn ignored_ones_are_not_taken_along(server: Server) {
    let (Some(database), Some(target)) = (server.database(), server.database()) else { return };
    database.run(START).expect("the start loads");
    target
        .run("CREATE TABLE log (id integer NOT NULL, day date NOT NULL, note text) PARTITION BY LIST (id);")
        .expect("the target loads");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("migrate.toml"), "[generate]\nignore = [\"job_*\"]\n")
        .expect("a file");
    let output = diff(folder.path(), &database, &target.url);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("table log") && said.contains("job_2"), "{said}");
}

fn left_alone(server: Server) {
    stays_divided(server);
    ignored_ones_are_not_taken_along(server);
}

model_tests::on_servers!(left_alone, postgres);
