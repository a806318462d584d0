use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

/// A folder of its own to run commands in.
pub struct Project {
    folder: tempfile::TempDir,
}

/// A file of models beside these tests.
pub fn models(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    folder.join(format!("{name}.json")).display().to_string()
}

impl Project {
    /// An empty folder, with `app.db` as the database.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// A migration by hand.
    pub fn migration(&self, name: &str, up: &str, down: &str) {
        self.write(&format!("migrations/{name}/up.sql"), up);
        self.write(&format!("migrations/{name}/down.sql"), down);
    }

    /// The folders of migrations, in order.
    pub fn migrations(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.path("migrations")) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.path().is_dir())
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    pub fn command(&self, args: &[&str]) -> assert_cmd::Command {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_migrate"));
        command
            .current_dir(self.folder.path())
            .env_remove("DATABASE_URL")
            .env_remove("CLICOLOR_FORCE")
            .env("DATABASE_URL", "sqlite:app.db")
            .args(args);
        command
    }

    /// Runs a command and gives all that comes back, for a snapshot.
    pub fn run(&self, args: &[&str]) -> String {
        told(&mut self.command(args))
    }

    /// Runs a command that has to succeed and gives its standard output.
    pub fn succeed(&self, args: &[&str]) -> String {
        let output = self.command(args).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success(),
            "{args:?}: {text}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        text
    }

    /// The database, opened as an application does.
    pub fn database(&self) -> SqliteConnection {
        SqliteConnection::establish(&self.path("app.db").display().to_string()).unwrap()
    }

    pub fn execute(&self, sql: &str) {
        self.database().batch_execute(sql).unwrap();
    }

    /// One number that the database answers with.
    pub fn number(&self, sql: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Number {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let rows: Vec<Number> = diesel::sql_query(sql).load(&mut self.database()).unwrap();
        rows[0].n
    }
}

pub fn told(command: &mut assert_cmd::Command) -> String {
    let output = command.output().unwrap();
    let mut text = format!("exit {}\n", output.status.code().unwrap());
    for (name, bytes) in [("stdout", output.stdout), ("stderr", output.stderr)] {
        if !bytes.is_empty() {
            let _ = write!(text, "-- {name}\n{}", String::from_utf8(bytes).unwrap());
        }
    }
    text
}

/// Compares with the snapshot, without what differs from day to day and from place to place.
macro_rules! snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({
            filters => vec![
                (r"\d{4}-\d{2}-\d{2}-\d{6}", "[stamp]"),
                (r"\b20\d{12}\b", "[version]"),
                (r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}", "[time]"),
                (r"\(\d+(\.\d+)? m?s\)", "([duration])"),
                (r#""milliseconds": \d+"#, r#""milliseconds": "[duration]""#),
                (r"\b[0-9a-f]{64}\b", "[hash]"),
                (r"[^\s`]*/tests/fixtures/", "[fixtures]/"),
                (r"[^\s`]*/\.tmp\w+", "[folder]"),
            ],
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $text) });
    };
}
pub(crate) use snapshot;
