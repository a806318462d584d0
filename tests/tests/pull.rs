//! `migrate pull`: what it writes of a real schema compiles, and then there is nothing to generate.

use std::path::{Path, PathBuf};
use std::process::Command;

use model_tests::{Backend, Server};

/// A package whose modules are what was pulled, each behind a feature of its own: what they need is
/// built once.
struct Package {
    /// A name that no other test has: they share the folder that cargo builds into.
    name: String,
    folder: tempfile::TempDir,
    schemas: Vec<String>,
}

const MANIFEST: &str = r#"
[package]
name = "{name}"
version = "0.1.0"
edition = "2024"

[dependencies]
diesel = { version = "2.3", default-features = false, features = ["32-column-tables"] }
libsqlite3-sys = { version = "0.38", features = ["bundled"] }
serde_json = "1"

[workspace]
"#;

const NEEDS: &str =
    "[\"chrono\", \"mysql\", \"numeric\", \"postgres\", \"serde_json\", \"sqlite\", \"uuid\"]";

impl Package {
    fn new(server: Server) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let lock = repository().join("Cargo.lock");
        std::fs::copy(lock, folder.path().join("Cargo.lock")).expect("the lock file");
        std::fs::create_dir(folder.path().join("src")).expect("a folder");
        Self { name: format!("pulled_{}", server.name()), folder, schemas: Vec::new() }
    }

    /// Makes room for a schema's models: a feature and a module.
    fn add(&mut self, schema: &str) -> PathBuf {
        self.schemas.push(schema.to_owned());
        let core = repository().join("model-core").display().to_string();
        let core = format!("[dependencies.model-core]\npath = {core:?}\nfeatures = {NEEDS}\n");
        let features: String =
            self.schemas.iter().map(|schema| format!("{schema} = []\n")).collect();
        let manifest = MANIFEST.replace("{name}", &self.name);
        let manifest = format!("{manifest}\n{core}\n[features]\n{features}");
        let modules: String = self
            .schemas
            .iter()
            .map(|schema| format!("#[cfg(feature = \"{schema}\")]\npub mod {schema};\n"))
            .collect();
        self.write("Cargo.toml", &manifest);
        self.write("src/lib.rs", &format!("#![deny(warnings)]\n{modules}"));
        self.folder.path().join("src").join(schema)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).expect("written");
    }

    /// Has all that models do not declare dropped.
    fn manage(&self) {
        let kinds = "[\"views\", \"functions\", \"procedures\", \"triggers\", \"rules\", \"policies\", \"domains\", \"types\", \"statistics\", \"events\"]";
        let toml = self.folder.path().join("migrate.toml");
        let text = std::fs::read_to_string(&toml).unwrap_or_else(|_| "[generate]\n".to_owned());
        let text = text.replacen("[generate]", &format!("[generate]\nmanage = {kinds}"), 1);
        std::fs::write(toml, text).expect("written");
    }

    /// Runs `migrate` in the package.
    fn migrate(&self, url: &str, words: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
        let variables = std::env::vars_os().map(|(name, _)| name);
        for name in variables.filter(|name| name.to_string_lossy().starts_with("CARGO_")) {
            command.env_remove(name);
        }
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
        let command = command
            .args(["--no-input", "--database-url", url])
            .args(words)
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0");
        let (status, said) = model_tests::said(command);
        (status.unwrap_or(-1), said)
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the repository")
}

/// The schemas that this kind of database has, by name.
fn schemas(backend: Backend, server: Server) -> Vec<(String, String)> {
    let folders = std::fs::read_dir(repository().join("tests/schemas")).expect("the schemas");
    let folders = folders.flatten().map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, entry.path())
    });
    let chinook = ("chinook".to_owned(), repository().join("examples/chinook/ddl"));
    let mut found: Vec<(String, String)> = folders
        .chain([chinook])
        .filter_map(|(name, folder)| {
            let own = folder.join(format!("{}.{}.sql", backend.folder(), server.name()));
            let path = folder.join(format!("{}.sql", backend.folder()));
            let text = std::fs::read_to_string(own).or_else(|_| std::fs::read_to_string(path));
            Some((name, text.ok()?))
        })
        .collect();
    found.sort();
    found
}

fn every_schema(server: Server) {
    let mut package = Package::new(server);
    for (name, sql) in schemas(server.backend(), server) {
        let Some(database) = server.database() else { return };
        database.run(&sql).unwrap_or_else(|e| panic!("{name}: {e}"));
        // Alternately one file and a folder of files.
        let is_folder = package.schemas.len() % 2 == 1;
        let path = package.add(&name);
        let output = if is_folder { path } else { path.with_extension("rs") };
        let output = output.display().to_string();
        let (status, pulled) = package.migrate(&database.url, &["pull", "--output", &output]);
        assert_eq!(status, 0, "{name}: {pulled}");
        let generate = ["generate", "-m", "nothing", "--features", &name];
        let (status, said) = package.migrate(&database.url, &generate);
        assert_eq!((status, said.contains("No changes")), (0, true), "{name}: {said}");
        let (status, said) =
            package.migrate(&database.url, &["pull", "--check", "--features", &name]);
        assert_eq!(status, 0, "{name}: {said}");
        // Views are structs, and what else there is comes from files: all of it is declared, but for what is told.
        let left: Vec<&str> = pulled
            .lines()
            .filter(|line| line.contains("stays as it is: the models declare"))
            .collect();
        let known = ["trigger off on users stays as it is"];
        assert!(
            left.iter().all(|line| known.iter().any(|it| line.contains(it))),
            "{name}: {left:?}"
        );
        if left.is_empty() {
            package.manage();
            let (status, said) = package.migrate(&database.url, &generate);
            assert_eq!((status, said.contains("No changes")), (0, true), "{name}: {said}");
        }
        // Only names differ where the models' own are to count.
        let convention = ["diff", "--from", "database", "--to", "models", "--features", &name];
        let toml = package.folder.path().join("migrate.toml");
        let _ = std::fs::remove_file(toml);
        let (status, said) = package.migrate(&database.url, &convention);
        assert_eq!(status, 0, "{name}: {said}");
    }
}

#[test]
fn every_schema_compiles_and_is_in_sync_on_sqlite() {
    every_schema(Server::Sqlite);
}

#[test]
fn every_schema_compiles_and_is_in_sync_on_postgres() {
    every_schema(Server::Postgres);
}

#[test]
fn every_schema_compiles_and_is_in_sync_on_postgres_18() {
    every_schema(Server::Postgres18);
}

#[test]
fn every_schema_compiles_and_is_in_sync_on_mariadb() {
    every_schema(Server::MariaDb);
}

#[test]
fn every_schema_compiles_and_is_in_sync_on_mysql_9() {
    every_schema(Server::Mysql9);
}
