//! What models only see, above what they change: kept, let go by name, or gone with its table, and back again
//! on the way down.

use std::path::Path;
use std::process::Command;

use model_tests::{Backend, Database, Server};
use serde_json::{Value, json};

/// Runs a command and gives its status and all that it said.
fn migrate(folder: &Path, database: &Database, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    command.args(["--database-url", &database.url]).args(words).current_dir(folder);
    let (status, said) = model_tests::said(&mut command);
    (status == Some(0), said)
}

/// Two tables with rows, a view over one of them, a view over that, and a trigger on the other.
fn start(server: Server) -> String {
    let tables =
        "CREATE TABLE item (id integer NOT NULL PRIMARY KEY, title varchar(20), note varchar(20));
         CREATE TABLE log (id integer NOT NULL PRIMARY KEY, seen integer);
         INSERT INTO item VALUES (1, 'a', 'b');
         INSERT INTO log VALUES (1, 0);
         CREATE VIEW note AS SELECT id, note FROM item;
         CREATE VIEW long_note AS SELECT note FROM note WHERE id > 0;";
    let trigger = match server.backend() {
        Backend::Sqlite => {
            "CREATE TRIGGER counted BEFORE DELETE ON log BEGIN UPDATE log SET seen = 1; END;"
        }
        Backend::Postgres => {
            "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
                 $$ BEGIN RETURN NEW; END $$;
             CREATE TRIGGER counted BEFORE UPDATE ON log FOR EACH ROW EXECUTE FUNCTION noted();"
        }
        Backend::Mysql => {
            "CREATE TRIGGER counted BEFORE UPDATE ON log FOR EACH ROW SET NEW.seen = 1;"
        }
    };
    format!("{tables}{trigger}")
}

fn models(columns: &[&str], with_log: bool) -> Value {
    let column = |name: &&str| match *name {
        "id" => json!({ "name": name, "type": { "logical": "integer" } }),
        "seen" => json!({ "name": name, "type": { "logical": "integer" }, "nullable": true }),
        _ => {
            json!({ "name": name, "type": { "logical": { "text": { "length": 20 } } }, "nullable": true })
        }
    };
    let table = |name: &str, columns: &[&str]| {
        json!({
            "name": { "name": name },
            "columns": columns.iter().map(column).collect::<Vec<_>>(),
            "primary_key": { "columns": [{ "name": "id" }] }
        })
    };
    let mut tables = vec![table("item", columns)];
    if with_log {
        tables.push(table("log", &["id", "seen"]));
    }
    json!({ "format": 1, "schema": { "tables": tables } })
}

struct Trial<'a> {
    folder: &'a Path,
    database: &'a Database,
}

impl Trial<'_> {
    fn generate(&self, models: &Value, words: &[&str]) -> (bool, String) {
        std::fs::write(self.folder.join("models.json"), models.to_string()).expect("a file");
        let all = [&["generate", "-m", "change", "--schema", "models.json"], words].concat();
        migrate(self.folder, self.database, &all)
    }

    fn run(&self, words: &[&str]) {
        let (ok, said) = migrate(self.folder, self.database, words);
        assert!(ok, "{words:?}: {said}");
    }

    fn answers(&self, sql: &str) -> bool {
        self.database.connect().query(sql).is_ok()
    }
}

fn a_view_over_a_dropped_column(server: Server) {
    let Some(database) = server.database() else { return };
    database.connect().execute(&start(server)).expect("the start");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let trial = Trial { folder: folder.path(), database: &database };
    let wanted = models(&["id", "title"], true);

    let (ok, said) = trial.generate(&wanted, &[]);
    assert!(!ok && said.contains("item.note") && said.contains("--drop view:note"), "{said}");
    // What stands on it is asked for by its own name.
    let (ok, said) = trial.generate(&wanted, &["--drop", "view:note"]);
    assert!(!ok && said.contains("--drop view:long_note"), "{said}");
    let (ok, said) = trial.generate(&wanted, &["--drop", "view:other"]);
    assert!(!ok && said.contains("there is no view `other`"), "{said}");

    let drops = ["--drop", "view:note", "--drop", "view:long_note"];
    let (ok, said) = trial.generate(&wanted, &drops);
    assert!(ok && said.contains("drops-object"), "{said}");
    trial.run(&["upgrade"]);
    assert!(!trial.answers("SELECT note FROM long_note"));
    let (ok, said) = trial.generate(&wanted, &[]);
    assert!(ok && said.contains("No changes"), "{said}");
    trial.run(&["downgrade"]);
    assert!(trial.answers("SELECT note FROM long_note"));
}

fn a_trigger_of_a_dropped_table(server: Server) {
    let Some(database) = server.database() else { return };
    database.connect().execute(&start(server)).expect("the start");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let trial = Trial { folder: folder.path(), database: &database };

    let (ok, said) = trial.generate(&models(&["id", "title", "note"], false), &[]);
    assert!(ok && said.contains("drops-object"), "{said}");
    assert!(said.contains("trigger counted goes with log"), "{said}");
    trial.run(&["upgrade"]);
    assert!(trial.answers("SELECT note FROM long_note"));
    trial.run(&["downgrade"]);
    let fires = match server.backend() {
        Backend::Sqlite => {
            "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = 'counted'"
        }
        Backend::Postgres => "SELECT 1 FROM pg_trigger WHERE tgname = 'counted'",
        Backend::Mysql => {
            "SELECT 1 FROM information_schema.triggers WHERE trigger_name = 'counted' \
             AND trigger_schema = database()"
        }
    };
    assert_eq!(database.connect().query(fires).expect("an answer").len(), 1);
}

/// Where nothing follows a rename by itself, what names the column still answers, on the way up and back.
fn a_view_over_a_renamed_column(server: Server) {
    let Some(database) = server.database() else { return };
    let run = |sql: &str| database.connect().execute(sql).expect("it runs");
    run(&start(server));
    run("CREATE TRIGGER noted BEFORE UPDATE ON item FOR EACH ROW
             SET NEW.title = concat(OLD.note, 'x');
         CREATE FUNCTION notes() RETURNS int READS SQL DATA
             RETURN (SELECT count(note) FROM item);");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let trial = Trial { folder: folder.path(), database: &database };
    let wanted = models(&["id", "title", "remark"], true);
    let answers = || {
        assert!(trial.answers("SELECT note FROM long_note"));
        run("UPDATE item SET id = 2 WHERE id = 1; UPDATE item SET id = 1 WHERE id = 2");
        assert!(trial.answers("SELECT notes()"));
    };

    let (ok, said) = trial.generate(&wanted, &["--rename", "column:item.note=remark"]);
    assert!(ok, "{said}");
    trial.run(&["upgrade"]);
    answers();
    let (ok, said) = trial.generate(&wanted, &[]);
    assert!(ok && said.contains("No changes"), "{said}");
    trial.run(&["downgrade"]);
    answers();
}

/// A way for more people to see rows is told, one that closes is not.
fn rows_are_opened(server: Server) {
    let Some(database) = server.database() else { return };
    let start = "CREATE TABLE t (id integer PRIMARY KEY);
        ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE POLICY kept ON t AS RESTRICTIVE USING (id > 0);";
    let told = |change: &str| {
        let before = server.database().expect("a database");
        let after = server.database().expect("a database");
        before.connect().execute(start).expect("the start");
        after.connect().execute(start).expect("the start");
        after.connect().execute(change).expect("the change");
        let ends = ["diff", "--from", &before.url, "--to", &after.url, "--format", "json"];
        let (ok, said) = migrate(Path::new("."), &database, &ends);
        assert!(ok, "{change}: {said}");
        said.contains("\"opens-rows\"")
    };
    for opening in [
        "ALTER TABLE t DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY p ON t FOR SELECT USING (true)",
        "DROP POLICY kept ON t",
        "ALTER POLICY kept ON t USING (id > 1)",
        "GRANT SELECT ON t TO pg_monitor",
        "GRANT UPDATE (id) ON t TO PUBLIC",
        "CREATE VIEW v AS SELECT * FROM t; GRANT SELECT ON v TO pg_monitor",
    ] {
        assert!(told(opening), "{opening}");
    }
    for closing in [
        "ALTER TABLE t FORCE ROW LEVEL SECURITY",
        "CREATE POLICY \"p AS RESTRICTIVE\" ON t AS RESTRICTIVE FOR SELECT USING (true)",
        "GRANT TRUNCATE ON t TO pg_monitor",
        "CREATE TABLE u (id integer); CREATE POLICY p ON u USING (true)",
    ] {
        assert!(!told(closing), "{closing}");
    }
}

mod rows {
    model_tests::on_servers!(super::rows_are_opened, postgres);
}

mod view {
    model_tests::on_servers!(super::a_view_over_a_dropped_column, sqlite);
    model_tests::on_servers!(super::a_view_over_a_dropped_column, postgres);
    model_tests::on_servers!(super::a_view_over_a_dropped_column, mysql);
}

mod trigger {
    model_tests::on_servers!(super::a_trigger_of_a_dropped_table, sqlite);
    model_tests::on_servers!(super::a_trigger_of_a_dropped_table, postgres);
    model_tests::on_servers!(super::a_trigger_of_a_dropped_table, mysql);
}

mod renamed {
    model_tests::on_servers!(super::a_view_over_a_renamed_column, mysql);
}
