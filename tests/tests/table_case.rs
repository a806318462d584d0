//! A server that takes `BigItem` and `bigitem` for one table: models with such names settle, and
//! migrations go up and down.
#![allow(missing_docs, reason = "the models are of this test only")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use migrate_cli::{Connection, DatabaseUrl};
use model_core::prelude::*;
use model_core::registry;
use model_core::schema::{QualifiedName, Schema};
use model_tests::Server;

#[derive(Model)]
#[model(schema_only, table = "BigItem")]
pub struct BigItem {
    pub id: i32,
    #[model(max_length = 20)]
    pub name: String,
}

#[derive(Model)]
#[model(schema_only, table = "Kid", check("number > 0", name = "ck_kid_number"))]
pub struct Kid {
    pub id: i32,
    pub number: i32,
    #[model(foreign_key(big_item::id, name = "fk_Kid_item"))]
    pub item: i32,
}

struct Project {
    folder: tempfile::TempDir,
    url: String,
}

impl Project {
    fn schema(&self, change: impl FnOnce(&mut Schema)) -> PathBuf {
        let mut schema = registry::schema();
        change(&mut schema);
        let path = self.folder.path().join("models.json");
        let document = serde_json::json!({ "format": 1, "schema": schema }).to_string();
        std::fs::write(&path, document).expect("the models are written");
        path
    }

    fn run(&self, words: &[&str], models: &Path) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
            .args(words)
            .arg("--schema")
            .arg(models)
            .env("DATABASE_URL", &self.url)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .output()
            .expect("migrate starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        (output.status.code(), said)
    }

    fn succeed(&self, words: &[&str], models: &Path) -> String {
        let (status, said) = self.run(words, models);
        assert_eq!(status, Some(0), "{words:?}: {said}");
        said
    }

    fn connect(&self) -> Box<dyn Connection> {
        connect(&self.url)
    }

    fn tables(&self) -> Vec<String> {
        let question = "SELECT table_name FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_name NOT LIKE '\\_\\_%' ORDER BY 1";
        let rows = self.connect().query(question).expect("the tables");
        rows.into_iter().flatten().flatten().collect()
    }
}

fn connect(url: &str) -> Box<dyn Connection> {
    let url: DatabaseUrl = url.parse().expect("a URL");
    migrate_cli::connect(&url).expect("a connection")
}

fn settles(server: Server) {
    let settings = |_: &Path| vec!["--lower-case-table-names=1".to_owned()];
    let Some(private) = server.private("lower", settings) else { return };
    let url = private.url("u", "Configured");
    connect(&private.url("u", "information_schema"))
        .execute("CREATE DATABASE Configured CHARACTER SET utf8mb4")
        .expect("a database");
    let project = Project { folder: tempfile::tempdir().expect("a folder"), url };

    let models = project.schema(|_| {});
    project.succeed(&["generate", "-m", "first"], &models);
    project.succeed(&["upgrade"], &models);
    project.succeed(&["check"], &models);
    let said = project.succeed(&["generate", "-m", "again"], &models);
    assert!(said.contains("No changes"), "{said}");
    assert_eq!(project.tables(), ["bigitem", "kid"]);
    let rows = "INSERT INTO BigItem (id, name) VALUES (1, 'one');
                INSERT INTO Kid (id, number, item) VALUES (1, 2, 1)";
    project.connect().execute(rows).expect("rows");

    // A column more, and a name that differs to the server, too.
    let models = project.schema(|schema| {
        for table in &mut schema.tables {
            let columns = &mut table.columns;
            columns.extend(columns.last().cloned().map(|mut column| {
                column.name = "more".into();
                column.nullable = true;
                column
            }));
            for key in &mut table.foreign_keys {
                key.references = QualifiedName::new("BigThing");
            }
            if table.name.name == "BigItem" {
                table.renamed_from = Some(QualifiedName::new("BigItem"));
                table.name = QualifiedName::new("BigThing");
            }
        }
    });
    project.succeed(&["generate", "-m", "second"], &models);
    project.succeed(&["upgrade"], &models);
    project.succeed(&["check"], &models);
    assert_eq!(project.tables(), ["bigthing", "kid"]);
    project.succeed(&["downgrade"], &models);
    assert_eq!(project.tables(), ["bigitem", "kid"]);
    let counted =
        project.connect().query("SELECT COUNT(*) FROM Kid JOIN BigItem ON item = BigItem.id");
    assert_eq!(counted.expect("rows"), [[Some("1".to_owned())]]);
    project.succeed(&["downgrade", "base"], &models);
    assert_eq!(project.tables(), [""; 0]);
}

model_tests::on_servers!(settles, mysql);
