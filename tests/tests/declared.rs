//! Views, functions, triggers and policies that models declare: made, changed where the text changed, made
//! again above a change of their tables, and gone on the way down.

use std::path::Path;
use std::process::Command;

use model_tests::{Backend, Database, Server};
use serde_json::{Value, json};

fn migrate(folder: &Path, database: &Database, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    command.args(["--database-url", &database.url]).args(words).current_dir(folder);
    let (status, said) = model_tests::said(&mut command);
    (status == Some(0), said)
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
    backend: Backend,
    title: &'static str,
    state: &'static str,
    declarations: Vec<Value>,
}

impl App {
    fn document(&self) -> Value {
        let text = json!({ "text": { "max_length": 40 } });
        let indexes = match self.backend {
            Backend::Postgres => json!([{
                "name": "ix_item_words",
                "columns": [{ "target": { "expression": format!("words({})", self.title) } }]
            }]),
            _ => json!([]),
        };
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
                "indexes": indexes
            }]
        } })
    }

    fn generate(&self, folder: &Path, database: &Database, words: &[&str]) -> (bool, String) {
        std::fs::write(folder.join("models.json"), self.document().to_string()).expect("a file");
        let all = [&["generate", "-m", "change", "--schema", "models.json"], words].concat();
        migrate(folder, database, &all)
    }
}

/// An index of the table is over it.
const WORDS: &str =
    "CREATE FUNCTION words(t text) RETURNS text IMMUTABLE LANGUAGE sql AS $$ SELECT lower(t) $$";

/// In an order in which none could be made.
fn declarations(backend: Backend, title: &str, state: &str, least: u32) -> Vec<Value> {
    let id = || column("id", json!("integer"), false);
    let query = format!("SELECT id, {title} AS shown, state FROM item WHERE id > {least}");
    let mut all = vec![
        view(1, "titles", &[id()], "SELECT id, shown FROM shown_item"),
        view(2, "shown_item", &[id()], &query),
    ];
    let statements: &[&str] = match backend {
        Backend::Postgres => &[
            "CREATE TRIGGER touched BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION touch()",
            "create function touch() returns trigger language plpgsql as
                 $$ begin new.changed = 1; return new; end $$",
            WORDS,
            "CREATE POLICY mine ON item USING (id > 0);",
        ],
        Backend::Sqlite => &["CREATE TRIGGER touched AFTER UPDATE OF state ON item BEGIN
                 UPDATE item SET changed = 1 WHERE id = new.id;
             END;"],
        Backend::Mysql => &[
            "CREATE TRIGGER touched BEFORE UPDATE ON item FOR EACH ROW SET NEW.changed = twice(1) - 1",
            "CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2",
            "CREATE PROCEDURE untouch() BEGIN UPDATE item SET changed = 0; END",
        ],
    };
    all.extend(statements.iter().map(|sql| statement(3, sql)));
    if backend == Backend::Postgres {
        all.push(json!({
            "view": {
                "name": { "name": "counted" }, "materialized": true,
                "columns": [column("state", json!(state), false)],
                "indexes": [{
                    "name": "ix_counted", "unique": true,
                    "columns": [{ "target": { "column": "state" } }]
                }]
            },
            "sql": "SELECT state, count(*) AS n FROM item GROUP BY state;", "origin": origin(7)
        }));
    }
    all
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
    let backend = server.backend();
    let app = |title, state, least| App {
        backend,
        title,
        state,
        declarations: declarations(backend, title, state, least),
    };
    let is_postgres = backend == Backend::Postgres;
    let execute = |sql: &str| database.connect().execute(sql).expect("runs");
    let first = app("title", "integer", 0);
    let (ok, said) = first.generate(folder, &database, &[]);
    assert!(ok && said.contains("Tried in a scratch database"), "{said}");
    run(&["upgrade"]);
    settled(&first);
    execute("INSERT INTO item VALUES (1, 'A', 0, 1), (2, 'B', 0, 1)");
    if is_postgres {
        execute("GRANT SELECT ON titles TO pg_monitor");
        settled(&first);
    }
    execute("UPDATE item SET state = 2");
    assert_eq!(count("SELECT sum(changed) FROM item"), "2");
    if is_postgres {
        execute("REFRESH MATERIALIZED VIEW counted");
        assert_eq!(count("SELECT n FROM counted"), "2");
    }

    // Another type and another name below all of them, and another text.
    let second = app("name", "big_int", 1);
    let (ok, said) = second.generate(folder, &database, &["--rename", "column:item.title=name"]);
    assert!(ok && said.contains("Tried in a scratch database"), "{said}");
    run(&["upgrade"]);
    settled(&second);
    assert_eq!(count("SELECT min(shown) FROM titles"), "B");
    if is_postgres {
        assert_eq!(count("SELECT has_table_privilege('pg_monitor', 'titles', 'SELECT')"), "t");
    }
    run(&["downgrade"]);
    forget_the_last(folder);
    settled(&first);
    assert_eq!(count("SELECT min(shown) FROM titles"), "A");
    execute("UPDATE item SET changed = 0, state = 3");
    assert_eq!(count("SELECT sum(changed) FROM item"), "2");

    // What is not declared any more is kept, unless it is managed.
    let mut third = app("title", "integer", 0);
    third.declarations.remove(0);
    settled(&third);
    std::fs::write(folder.join("migrate.toml"), "[generate]\nmanage = [\"views\"]\n")
        .expect("a file");
    let (ok, said) = third.generate(folder, &database, &[]);
    assert!(ok && said.contains("drop view titles"), "{said}");
    assert!(!is_postgres || said.contains("granted to pg_monitor"), "{said}");
    forget_the_last(folder);
    std::fs::remove_file(folder.join("migrate.toml")).expect("removed");
    run(&["downgrade", "base"]);
    let left = match backend {
        Backend::Postgres => "SELECT count(*) FROM pg_proc WHERE proname IN ('words', 'touch')",
        Backend::Sqlite => "SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')",
        Backend::Mysql => {
            "SELECT count(*) FROM information_schema.routines WHERE routine_schema = database()"
        }
    };
    assert_eq!(count(left), "0");
}

fn mistakes(server: Server) {
    let Some(database) = server.database() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let backend = server.backend();
    let id = || column("id", json!("integer"), false);
    let elsewhere = match backend {
        Backend::Postgres => {
            (statement(9, "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1"), "has no events")
        }
        _ => (statement(9, "CREATE POLICY p ON item USING (true)"), "has no policies"),
    };
    for (wrong, says) in [
        (statement(9, "DROP TABLE item"), "does not create"),
        (statement(9, "CREATE TABLE other (id int)"), "does not create"),
        (view(9, "v", &[], "SELECT 1; DROP TABLE item"), "not one SELECT"),
        (view(9, "v", &[id()], "SELECT nothing AS id FROM item"), "nothing"),
        (view(9, "v", &[id()], "SELECT 1 AS other"), "has no column id"),
        elsewhere,
        (view(9, "titles", &[], "SELECT 1 AS one"), "declared twice"),
    ] {
        let mut all = declarations(backend, "title", "integer", 0);
        all.push(wrong.clone());
        let app = App { backend, title: "title", state: "integer", declarations: all };
        let (ok, said) = app.generate(folder.path(), &database, &[]);
        assert!(!ok && said.contains(says), "{wrong}: {said}");
        assert!(said.contains("src/models.rs:"), "{said}");
    }
}

/// What a struct reads is what its view gives, as exactly as the database knows it.
fn columns(server: Server) {
    let Some(database) = server.database() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let backend = server.backend();
    let app = |columns: &[Value], sql: &str| App {
        backend,
        title: "title",
        state: "integer",
        declarations: match backend {
            Backend::Postgres => vec![view(9, "v", columns, sql), statement(3, WORDS)],
            _ => vec![view(9, "v", columns, sql)],
        },
    };
    let joined = "SELECT a.id, b.title FROM item a LEFT JOIN item b ON b.id = a.changed";
    let id = |logical: &str| column("id", json!(logical), false);
    let text = |name: &str| column(name, json!({ "text": { "max_length": null } }), false);
    let changed = |nullable| column("changed", json!("integer"), nullable);
    let number = |logical: &str| column("n", json!(logical), false);
    for (columns, sql) in [
        (vec![id("integer"), text("title")], "SELECT * FROM item"),
        (vec![column("id", json!("integer"), true)], "SELECT id FROM item"),
        (vec![changed(true)], "SELECT changed FROM item"),
        (vec![changed(false)], "SELECT changed FROM item WHERE changed IS NOT NULL"),
        (vec![changed(false)], "SELECT coalesce(changed, 0) AS changed FROM item"),
        (vec![number("big_int")], "SELECT count(*) AS n FROM item"),
        (vec![text("title")], "SELECT upper(title) AS title FROM item"),
        (vec![text("title")], &format!("{joined} WHERE b.id > 0")),
    ] {
        let (ok, said) = app(&columns, sql).generate(folder.path(), &database, &["--dry-run"]);
        assert!(ok, "{sql}: {said}");
    }
    let exact = backend == Backend::Postgres;
    for (columns, sql, says) in [
        (vec![text("id")], "SELECT id FROM item", &["id is `int", "write `id: i32`"][..]),
        (
            vec![column("title", json!("date"), true)],
            "SELECT title FROM item",
            &["the field reads `date`: write `title: Option<String>`"][..],
        ),
        (vec![changed(false)], "SELECT changed FROM item", &["changed can be NULL", "`Option`"]),
        (vec![text("title")], joined, &["title can be NULL", "come without one of item"]),
        (
            vec![id("bool"), text("state")],
            "SELECT id, state FROM item",
            match exact {
                true => &["id is `integer`", "state is `integer`"],
                false => &["state is `int"],
            },
        ),
    ] {
        let app = app(&columns, sql);
        let (ok, said) = app.generate(folder.path(), &database, &["--dry-run"]);
        // To SQLite a date is a text.
        let (ok, says) = match backend {
            Backend::Sqlite if sql == "SELECT title FROM item" => (!ok, &[][..]),
            _ => (ok, says),
        };
        assert!(!ok, "{sql}: {said}");
        let lower = said.replace("INTEGER", "integer");
        assert!(says.iter().all(|text| lower.contains(text)), "{sql}: {said}");
        assert!(says.is_empty() || said.contains("(src/models.rs:9)"), "{said}");
    }
    let count = app(&[number("integer")], "SELECT count(*) AS n FROM item");
    let (ok, said) = count.generate(folder.path(), &database, &["--dry-run"]);
    assert!(ok != exact && (ok || said.contains("write `n: i64`")), "{said}");
}

mod life {
    model_tests::on_servers!(super::the_whole_life, sqlite);
    model_tests::on_servers!(super::the_whole_life, postgres);
    model_tests::on_servers!(super::the_whole_life, mysql);
}

mod wrong {
    model_tests::on_servers!(super::mistakes, sqlite);
    model_tests::on_servers!(super::mistakes, postgres);
    model_tests::on_servers!(super::mistakes, mysql);
}

mod read {
    model_tests::on_servers!(super::columns, sqlite);
    model_tests::on_servers!(super::columns, postgres);
    model_tests::on_servers!(super::columns, mysql);
}
