//! A table that has another name in the models: nobody's rows go because it was not noticed, and it keeps what
//! the models leave open.

use std::path::Path;
use std::process::{Command, Output};

use model_tests::{Backend, Server};
use serde_json::{Value, json};

fn models(table: &str, types: [Value; 3], more: &[&str]) -> String {
    let column = |name: &str, ty: &Value| json!({ "name": name, "type": ty });
    let names = ["name", "n", "at"];
    let mut columns = vec![json!({
        "name": "id", "type": { "logical": "integer" }, "identity": { "auto": { "strict": false } }
    })];
    columns.extend(names.iter().zip(&types).map(|(name, ty)| column(name, ty)));
    columns.extend(
        more.iter().map(
            |name| json!({ "name": name, "type": { "logical": "integer" }, "nullable": true }),
        ),
    );
    json!({ "format": 1, "schema": { "tables": [{
        "name": { "name": table }, "columns": columns,
        "primary_key": { "columns": [{ "name": "id" }] }
    }] } })
    .to_string()
}

fn logical() -> [Value; 3] {
    let text = json!({ "text": { "max_length": 80 } });
    [text, json!("integer"), json!("timestamp")].map(|ty| json!({ "logical": ty }))
}

/// The same types by names that people write and the server does not print.
fn by_hand(backend: Backend) -> [Value; 3] {
    let names = match backend {
        Backend::Sqlite => ["varchar(80)", "integer", "TIMESTAMP"],
        Backend::Postgres => ["varchar(80)", "int4", "timestamp without time zone"],
        Backend::Mysql => ["VARCHAR(80)", "INTEGER", "DATETIME(6)"],
    };
    names.map(|name| json!({ "native": name }))
}

fn migrate(folder: &Path, url: &str, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(words)
        .args(["--no-input", "--database-url", url])
        .current_dir(folder)
        .output()
        .expect("migrate starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn renamed(server: Server) {
    for natives in [false, true] {
        let Some(database) = server.database() else { return };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let folder = folder.path();
        let run = |words: &[&str]| {
            let output = migrate(folder, &database.url, words);
            assert!(output.status.success(), "{words:?}: {}", said(&output));
            said(&output)
        };
        let write = |name: &str, text: &str| {
            std::fs::write(folder.join(name), text).expect("a file");
        };
        write("before.json", &models("study_case", logical(), &[]));
        run(&["generate", "-m", "first", "--schema", "before.json"]);
        run(&["upgrade"]);
        database.run("INSERT INTO study_case (id, name, n, at) VALUES (1, 'a', 2, '2026-01-02 03:04:05')").expect("a row");
        let types = if natives { by_hand(server.backend()) } else { logical() };
        write("after.json", &models("trial", types, &["extra"]));
        let refused =
            migrate(folder, &database.url, &["generate", "-m", "b", "--schema", "after.json"]);
        let told = said(&refused);
        assert_eq!(refused.status.code(), Some(1), "{told}");
        for flag in ["--rename table:study_case=trial", "--drop table:study_case"] {
            assert!(told.contains(flag), "{told}");
        }
        let rename = ["--rename", "table:study_case=trial"];
        let told = run(&[&["generate", "-m", "b", "--schema", "after.json"], &rename[..]].concat());
        assert!(told.contains("rename table study_case to trial"), "{told}");
        // What it is called is no reason to write anything else of it anew.
        for word in ["change ", "drops-", "rewrites-table", "needs-cast"] {
            assert!(!told.contains(word), "{word}: {told}");
        }
        run(&["upgrade"]);
        run(&["check", "--schema", "after.json"]);
        let rows = database.connect().query("SELECT n FROM trial").expect("rows");
        assert_eq!(rows, [[Some("2".to_owned())]]);
        run(&["downgrade"]);
        let rows = database.connect().query("SELECT n FROM study_case").expect("rows");
        assert_eq!(rows, [[Some("2".to_owned())]]);
    }
}

model_tests::on_servers!(renamed);
