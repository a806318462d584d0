//! `generate` tries its migration before it is written, on every server: what a database would refuse is
//! refused at once, and nothing stays behind of the trial.

mod elsewhere;

use std::path::Path;
use std::process::{Command, Output};

use model_tests::{Backend, Database, Server};
use serde_json::{Value, json};

fn models() -> Value {
    let id = json!({
        "name": "id", "type": { "logical": "integer" },
        "identity": { "auto": { "strict": false } }
    });
    let key = |name: &str| json!({ "name": name, "columns": [{ "name": "id" }] });
    json!({ "format": 1, "schema": { "tables": [
        { "name": { "name": "team" }, "columns": [id], "primary_key": key("pk_team") },
        {
            "name": { "name": "player" },
            "columns": [
                id,
                { "name": "name", "type": { "logical": { "text": { "max_length": 80 } } } },
                { "name": "team_id", "type": { "logical": "integer" } }
            ],
            "primary_key": key("pk_player"),
            "foreign_keys": [{
                "name": "fk_player_team_id", "columns": ["team_id"],
                "references": { "name": "team" }, "referenced_columns": ["id"]
            }],
            "checks": [{ "name": "ck_player_name", "expression": "name <> ''" }]
        }
    ] } })
}

fn generate(folder: &Path, url: &str, models: &Value) -> Output {
    std::fs::write(folder.join("models.json"), models.to_string()).expect("a file");
    Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["generate", "-m", "first", "--schema", "models.json", "--database-url", url])
        .current_dir(folder)
        .output()
        .expect("migrate starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

type Edit = fn(&mut Value);

fn what_a_database_refuses_is_not_written(server: Server) {
    let Some(database) = server.database() else { return };
    // What is wrong, what has to be named, and how it comes about.
    let mut wrong: Vec<(&str, &str, Edit)> = vec![
        ("an unknown function", "no_such_fn(name) > 0", |m| {
            m["schema"]["tables"][1]["checks"][0]["expression"] = "no_such_fn(name) > 0".into();
        }),
        ("a key to a missing column", "nobody", |m| {
            m["schema"]["tables"][1]["foreign_keys"][0]["referenced_columns"][0] = "nobody".into();
        }),
        ("a NUL", "a column of table player: it has a NUL", |m| {
            m["schema"]["tables"][1]["columns"][1]["name"] = "na\0me".into();
        }),
        ("a NUL in a comment", "the comment of column player.name", |m| {
            m["schema"]["tables"][1]["columns"][1]["comment"] = "na\0me".into();
        }),
        ("an empty name", "a column of table player is empty", |m| {
            m["schema"]["tables"][1]["columns"][1]["name"] = "".into()
        }),
        ("Diesel's own table", "give it another name", |m| {
            m["schema"]["tables"][1]["name"]["name"] = "__diesel_schema_migrations".into();
        }),
    ];
    let only_servers: [(&str, &str, Edit); 1] = [("an unknown collation", "nobody_ci", |m| {
        m["schema"]["tables"][1]["columns"][1]["collation"] = "nobody_ci".into();
    })];
    match server.backend() {
        // A function or collation may be the application's own there.
        Backend::Sqlite => {
            wrong.remove(0);
        }
        Backend::Postgres => wrong.extend(only_servers),
        Backend::Mysql => {
            wrong.extend(only_servers);
            wrong.push(("an unknown engine", "NoSuchEngine", |m| {
                m["schema"]["tables"][1]["options"] = json!({ "engine": "NoSuchEngine" });
            }));
            wrong.push(("a trailing blank", "`name `", |m| {
                m["schema"]["tables"][1]["columns"][1]["name"] = "name ".into();
            }));
        }
    }
    for (what, named, edit) in wrong {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut models = models();
        edit(&mut models);
        let output = generate(folder.path(), &database.url, &models);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{what}: {said}");
        assert!(said.contains(named), "{what}: {said}");
        assert!(!folder.path().join("migrations").exists(), "{what}: {said}");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = generate(folder.path(), &database.url, &models());
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("Tried in a scratch database"), "{}", said(&output));
}

mod what_a_database_refuses {
    model_tests::on_servers!(super::what_a_database_refuses_is_not_written);
}

/// Models say nothing of sequences that stand alone: a migration makes none and drops none, either way.
fn sequences_stay(server: Server) {
    let Some(database) = server.database() else { return };
    let made = database.connect().execute("CREATE SEQUENCE team_seq");
    if made.is_err() {
        // MySQL knows none.
        return assert_eq!(server, Server::Mysql9);
    }
    let mut owned = false;
    if server.backend() == Backend::Postgres {
        owned = true;
        let sql =
            "CREATE TABLE old (x bigint NOT NULL DEFAULT nextval('team_seq'), y bytea, n smallint);
            CREATE SEQUENCE old_n_seq OWNED BY old.n;";
        database.connect().execute(sql).expect("a table");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = generate(folder.path(), &database.url, &models());
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("Tried in a scratch database"), "{}", said(&output));
    for entry in std::fs::read_dir(folder.path().join("migrations")).expect("migrations") {
        for file in ["up.sql", "down.sql"] {
            let text = std::fs::read_to_string(entry.as_ref().expect("an entry").path().join(file));
            let text = text.unwrap_or_default();
            assert!(!text.contains("SEQUENCE \"team_seq\""), "{text}");
            let is_made = owned && file == "down.sql" && !text.is_empty();
            assert_eq!(text.contains("CREATE SEQUENCE \"old_n_seq\""), is_made, "{text}");
        }
    }
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
        command.args(words).args(["--database-url", &database.url]).current_dir(folder.path());
        let (status, said) = model_tests::said(&mut command);
        assert_eq!(status, Some(0), "{words:?}: {said}");
        said
    };
    run(&["upgrade"]);
    let again = run(&["generate", "-m", "again", "--schema", "models.json"]);
    assert!(again.contains("No changes"), "{again}");
    run(&["downgrade"]);
    run(&["upgrade"]);
}

mod sequences {
    model_tests::on_servers!(super::sequences_stay, postgres);
    model_tests::on_servers!(super::sequences_stay, mysql);
}

/// Somebody who may do everything in a database and make no other.
struct Plain<'a> {
    database: &'a Database,
    role: String,
    url: String,
}

impl<'a> Plain<'a> {
    fn of(database: &'a Database) -> Self {
        let name = database.url.rsplit('/').next().unwrap_or_default();
        let role = format!("plain_{name}");
        let grants = match database.server.backend() {
            Backend::Postgres => format!(
                "CREATE ROLE {role} LOGIN PASSWORD 'a'; GRANT ALL ON SCHEMA public TO {role}; \
                 GRANT ALL ON DATABASE {name} TO {role}"
            ),
            _ => format!(
                "CREATE USER '{role}'@'%' IDENTIFIED BY 'a'; GRANT ALL ON {name}.* TO '{role}'@'%'"
            ),
        };
        database.connect().execute(&grants).expect("the grants");
        let (scheme, rest) = database.url.split_once("://").expect("a URL");
        let place = rest.split_once('@').map_or(rest, |(_, place)| place);
        let url = format!("{scheme}://{role}:a@{place}");
        Self { database, role, url }
    }
}

impl Drop for Plain<'_> {
    fn drop(&mut self) {
        let role = &self.role;
        let drop = match self.database.server.backend() {
            Backend::Postgres => format!("DROP OWNED BY {role}; DROP ROLE {role}"),
            _ => format!("DROP USER '{role}'@'%'"),
        };
        self.database.connect().execute(&drop).expect("the role goes");
    }
}

fn a_role_that_may_make_no_database_is_told_so_once(server: Server) {
    let Some(database) = server.database().filter(|_| server != Server::Sqlite) else { return };
    let plain = Plain::of(&database);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = generate(folder.path(), &plain.url, &models());
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches("not tried in a scratch database").count(), 1, "{said}");
}

mod a_role_without_databases {
    model_tests::on_servers!(super::a_role_that_may_make_no_database_is_told_so_once);
}
