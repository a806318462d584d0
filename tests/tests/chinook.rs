//! Chinook, the sample database with about 15,600 rows, against the models of `examples/chinook`.

use std::path::Path;
use std::process::Command;

use model_tests::{Backend, Database, Server, catalog, chinook};

struct Project {
    folder: tempfile::TempDir,
    database: Database,
}

impl Project {
    fn new(server: Server) -> Option<Self> {
        let database = server.database()?;
        Some(Self { folder: tempfile::tempdir().expect("a temporary folder"), database })
    }

    fn load(&self, ddl: &str, camel: bool) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/chinook/ddl").join(ddl);
        let ddl = std::fs::read_to_string(path).expect("the DDL");
        self.database.run(&ddl).expect("the DDL loads");
        self.database
            .run(&chinook::rows(self.database.server.backend(), camel))
            .expect("the rows load");
    }

    /// Runs `migrate`, which has to end with the status.
    fn migrate(&self, status: i32, words: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-chinook"));
        command
            .args(["--no-input", "--database-url", &self.database.url])
            .args(words)
            .current_dir(self.folder.path());
        let (ended, said) = model_tests::said(&mut command);
        assert_eq!(ended, Some(status), "migrate {words:?}:\n{said}");
        said
    }

    fn rows(&self, camel: bool) -> Vec<Vec<String>> {
        let mut connection = self.database.connect();
        let quote = |name: &str| match self.database.server.backend() {
            Backend::Mysql => format!("`{name}`"),
            _ => format!("\"{name}\""),
        };
        let tables = chinook::tables(camel);
        let query = |table: &String| format!("SELECT * FROM {}", quote(table));
        let mut rows = Vec::new();
        for table in &tables {
            let lines = catalog::rows(connection.as_mut(), &query(table));
            // A moment is the same moment with more digits to it.
            rows.push(lines.iter().map(|line| line.replace(".000000", "")).collect());
        }
        rows
    }

    fn up_sql(&self) -> String {
        let folder = std::fs::read_dir(self.folder.path().join("migrations"))
            .expect("migrations")
            .flatten()
            .map(|entry| entry.path().join("up.sql"))
            .find(|path| path.exists())
            .expect("a migration");
        std::fs::read_to_string(folder).expect("up.sql")
    }
}

fn total(rows: &[Vec<String>]) -> usize {
    rows.iter().map(Vec::len).sum()
}

/// What stands there as PostgreSQL's own script makes it differs in the names of the foreign keys
/// and in the indexes that the script lacks, and in nothing else.
fn differs_in_key_names_and_indexes_only(server: Server) {
    let Some(project) = Project::new(server) else { return };
    project.load("postgres.sql", false);
    let (rows, start) = (project.rows(false), catalog::read(&project.database));
    assert_eq!(total(&rows), chinook::count());

    project.migrate(0, &["init"]);
    project.migrate(0, &["generate", "-m", "adopt"]);
    let up = project.up_sql();
    let statements: Vec<&str> = up.lines().filter(|l| !l.starts_with("--")).collect();
    let statements = statements.join("\n");
    assert_eq!(statements.matches("RENAME CONSTRAINT").count(), 11, "{up}");
    assert_eq!(statements.matches("CREATE INDEX").count(), 3, "{up}");
    assert_eq!(statements.matches(';').count(), 14, "{up}");

    project.migrate(0, &["upgrade"]);
    assert_eq!(project.rows(false), rows);
    let said = project.migrate(0, &["generate", "-m", "again"]);
    assert!(said.contains("No changes"), "{said}");
    project.migrate(0, &["downgrade"]);
    assert_eq!(project.rows(false), rows);
    assert_eq!(catalog::read(&project.database), start);
}

mod as_postgres_has_it {
    model_tests::on_servers!(super::differs_in_key_names_and_indexes_only, postgres);
}

/// `Album.AlbumId` becomes `album.album_id` with every row, and back.
fn renamed_from_camel_case(server: Server) {
    let Some(project) = Project::new(server) else { return };
    project.load(&format!("{}.sql", server.backend().folder()), true);
    let (rows, start) = (project.rows(true), catalog::read(&project.database));
    assert_eq!(total(&rows), chinook::count());

    project.migrate(0, &["init"]);
    project.migrate(0, &["generate", "-m", "adopt"]);
    project.migrate(0, &["upgrade"]);
    assert_eq!(project.rows(false), rows);
    let said = project.migrate(0, &["generate", "-m", "again"]);
    assert!(said.contains("No changes"), "{said}");
    project.migrate(0, &["downgrade"]);
    assert_eq!(project.rows(true), rows);
    assert_eq!(catalog::read(&project.database), start);
}

mod from_camel_case {
    model_tests::on_servers!(super::renamed_from_camel_case, sqlite);
    model_tests::on_servers!(super::renamed_from_camel_case, mysql);
}

/// From empty, then filled, then a parent is changed in a way that needs a rebuild where the
/// database knows no other way, while its children would cascade.
fn made_filled_and_changed(server: Server) {
    let Some(project) = Project::new(server) else { return };
    project.migrate(0, &["init"]);
    project.migrate(0, &["generate", "-m", "first"]);
    project.migrate(0, &["upgrade"]);
    project.migrate(0, &["check"]);
    project.database.run(&chinook::rows(server.backend(), false)).expect("the rows load");
    let (rows, start) = (project.rows(false), catalog::read(&project.database));
    assert_eq!(total(&rows), chinook::count());

    // The models as JSON, with cascading keys to a changed `artist`.
    let models = project.migrate(0, &["models"]);
    let start_of_json = models.find('{').expect("a document");
    let mut document: serde_json::Value =
        serde_json::from_str(&models[start_of_json..]).expect("JSON");
    let tables = document["schema"]["tables"].as_array_mut().expect("tables");
    for table in tables {
        let name = table["name"]["name"].clone();
        if let Some(keys) = table.get_mut("foreign_keys").and_then(|keys| keys.as_array_mut()) {
            for key in keys.iter_mut().filter(|k| k["references"]["name"] == "artist") {
                key["on_delete"] = "cascade".into();
            }
        }
        if name == "artist" {
            table["checks"] = serde_json::json!([
                {"name": "ck_artist_id", "expression": "artist_id > 0"}
            ]);
            for column in table["columns"].as_array_mut().expect("columns") {
                if column["name"] == "name" {
                    column["type"] = serde_json::json!({"logical": {"text": {"max_length": 200}}});
                    column["nullable"] = false.into();
                    column["default"] = serde_json::json!({"literal": {"text": "nobody"}});
                }
            }
        }
    }
    let file = project.folder.path().join("models.json");
    std::fs::write(&file, document.to_string()).expect("the models are written");
    let file = file.display().to_string();

    project.migrate(0, &["--schema", &file, "generate", "-m", "change a parent"]);
    project.migrate(0, &["--schema", &file, "upgrade"]);
    assert_eq!(project.rows(false), rows);
    project.migrate(0, &["--schema", &file, "check"]);
    project.migrate(0, &["downgrade"]);
    assert_eq!(project.rows(false), rows);
    assert_eq!(catalog::read(&project.database), start);
}

mod from_empty {
    model_tests::on_servers!(super::made_filled_and_changed);
}
