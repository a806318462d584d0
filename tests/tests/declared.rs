//! Views, functions, triggers and policies that models declare: made, changed where the text changed, made
//! again above a change of their tables, and gone on the way down.

use std::path::Path;
use std::process::Command;

use model_tests::{Database, Server};
use serde_json::{Value, json};

fn migrate(folder: &Path, database: &Database, words: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["--database-url", &database.url])
        .args(words)
        .current_dir(folder)
        .output()
        .expect("migrate starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

fn column(name: &str, logical: Value, nullable: bool) -> Value {
    json!({ "name": name, "type": { "logical": logical }, "nullable": nullable })
}

fn origin(line: u32) -> Value {
    json!({ "rust_type": "app::Models", "file": "src/models.rs", "line": line })
}

fn statement(line: u32, sql: &str) -> Value {
    json!({ "sql": sql, "origin": origin(line) })
}

fn view(line: u32, name: &str, columns: &[Value], sql: &str) -> Value {
    json!({
        "view": { "name": { "name": name }, "columns": columns },
        "sql": sql, "origin": origin(line)
    })
}

struct App {
    title: &'static str,
    state: &'static str,
    declarations: Vec<Value>,
}

impl App {
    fn document(&self) -> Value {
        let text = json!({ "text": { "max_length": null } });
        json!({ "format": 3, "schema": {
            "declarations": self.declarations,
            "tables": [{
                "name": { "name": "item" },
                "columns": [
                    column("id", json!("integer"), false),
                    column(self.title, text.clone(), false),
                    column("changed", json!("integer"), true),
                    column("state", json!(self.state), false),
                ],
                "primary_key": { "columns": [{ "name": "id" }] },
                "indexes": [{
                    "name": "ix_item_words",
                    "columns": [{ "target": { "expression": format!("words({})", self.title) } }]
                }]
            }]
        } })
    }

    fn generate(&self, folder: &Path, database: &Database, words: &[&str]) -> (bool, String) {
        std::fs::write(folder.join("models.json"), self.document().to_string()).expect("a file");
        let all = [&["generate", "-m", "change", "--schema", "models.json"], words].concat();
        migrate(folder, database, &all)
    }
}

fn declarations(title: &str, least: u32) -> Vec<Value> {
    let id = || column("id", json!("integer"), false);
    vec![
        // In an order in which none could be made.
        view(1, "titles", &[id()], "SELECT id, shown FROM shown_item"),
        view(
            2,
            "shown_item",
            &[id()],
            &format!("SELECT id, {title} AS shown, state FROM item WHERE id > {least}"),
        ),
        statement(
            3,
            "CREATE TRIGGER touched BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch()",
        ),
        statement(
            4,
            "create function touch() returns trigger language plpgsql as $$ begin new.changed = 1; return new; end $$",
        ),
        statement(
            5,
            "CREATE FUNCTION words(t text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT lower(t) $$",
        ),
        statement(6, "CREATE POLICY mine ON item USING (id > 0);"),
        json!({
            "view": {
                "name": { "name": "counted" }, "materialized": true,
                "columns": [column("state", json!("integer"), false)],
                "indexes": [{ "name": "ix_counted", "unique": true, "columns": [{ "target": { "column": "state" } }] }]
            },
            "sql": "SELECT state, count(*) AS n FROM item GROUP BY state;", "origin": origin(7)
        }),
    ]
}

/// Takes the last migration out of the folder.
fn forget_the_last(folder: &Path) {
    let all = std::fs::read_dir(folder.join("migrations")).expect("a folder");
    let all = all.filter_map(|entry| entry.ok()).map(|entry| entry.path());
    let last = all.filter(|path| path.is_dir()).max().expect("a migration");
    std::fs::remove_dir_all(last).expect("removed");
}

fn the_whole_life(server: Server) {
    let Some(database) = server.database() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    let run = |words: &[&str]| {
        let (ok, said) = migrate(folder, &database, words);
        assert!(ok, "{words:?}: {said}");
        said
    };
    let settled = |app: &App| {
        let (ok, said) = app.generate(folder, &database, &[]);
        assert!(ok && said.contains("No changes"), "{said}");
    };
    let count = |sql: &str| {
        let rows = database.connect().query(sql).expect("an answer");
        rows.into_iter().flatten().flatten().next().unwrap_or_default()
    };
    let first = App { title: "title", state: "integer", declarations: declarations("title", 0) };
    let (ok, said) = first.generate(folder, &database, &[]);
    assert!(ok && said.contains("Tried in a scratch database"), "{said}");
    run(&["upgrade"]);
    settled(&first);
    database
        .connect()
        .execute("INSERT INTO item VALUES (1, 'A', 0, 1), (2, 'B', 0, 1)")
        .expect("rows");
    database.connect().execute("GRANT SELECT ON titles TO pg_monitor").expect("a grant");
    settled(&first);
    database
        .connect()
        .execute("UPDATE item SET id = id; REFRESH MATERIALIZED VIEW counted")
        .expect("changes");
    assert_eq!(count("SELECT sum(changed) FROM item"), "2");
    assert_eq!(count("SELECT n FROM counted"), "2");

    // Another type and another name below all of them, and another text.
    let second = App { title: "name", state: "big_int", declarations: declarations("name", 1) };
    let (ok, said) = second.generate(folder, &database, &["--rename", "column:item.title=name"]);
    assert!(ok && said.contains("Tried in a scratch database"), "{said}");
    run(&["upgrade"]);
    settled(&second);
    assert_eq!(count("SELECT string_agg(shown, ',') FROM titles"), "B");
    assert_eq!(count("SELECT has_table_privilege('pg_monitor', 'titles', 'SELECT')"), "t");
    run(&["downgrade"]);
    forget_the_last(folder);
    settled(&first);
    assert_eq!(count("SELECT string_agg(shown, ',' ORDER BY id) FROM titles"), "A,B");

    // What is not declared any more is kept, unless it is managed.
    let mut fewer = declarations("title", 0);
    fewer.remove(0);
    let third = App { title: "title", state: "integer", declarations: fewer };
    settled(&third);
    std::fs::write(folder.join("migrate.toml"), "[generate]\nmanage = [\"views\"]\n")
        .expect("a file");
    let (ok, said) = third.generate(folder, &database, &[]);
    assert!(ok && said.contains("drop view titles"), "{said}");
    assert!(said.contains("granted to pg_monitor"), "{said}");
    forget_the_last(folder);
    std::fs::remove_file(folder.join("migrate.toml")).expect("removed");
    run(&["downgrade", "base"]);
    assert_eq!(count("SELECT count(*) FROM pg_proc WHERE proname IN ('words', 'touch')"), "0");
}

fn mistakes(server: Server) {
    let Some(database) = server.database() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (wrong, says) in [
        (statement(9, "DROP TABLE item"), "does not create"),
        (statement(9, "CREATE TABLE other (id int)"), "does not create"),
        (view(9, "v", &[], "SELECT 1; DROP TABLE item"), "not one SELECT"),
        (view(9, "v", &[], "SELECT nothing FROM item"), "nothing"),
        (
            view(9, "v", &[column("id", json!("integer"), false)], "SELECT 1 AS other"),
            "has no column id",
        ),
        (statement(9, "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1"), "has no events"),
        (view(9, "titles", &[], "SELECT 1 AS one"), "declared twice"),
    ] {
        let mut all = declarations("title", 0);
        all.push(wrong.clone());
        let app = App { title: "title", state: "integer", declarations: all };
        let (ok, said) = app.generate(folder.path(), &database, &[]);
        assert!(!ok && said.contains(says), "{wrong}: {said}");
        assert!(said.contains("src/models.rs:"), "{said}");
    }
}

mod life {
    model_tests::on_servers!(super::the_whole_life, postgres);
}

mod wrong {
    model_tests::on_servers!(super::mistakes, postgres);
}
