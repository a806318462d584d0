//! A folder of migrations of one's own, and the command in it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use migrate_cli::{Connection, DatabaseUrl};

pub struct Project {
    folder: tempfile::TempDir,
    pub url: String,
}

/// How a command ended, and all that it said.
#[derive(Debug)]
pub struct Ran {
    pub ok: bool,
    pub said: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let said = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        Self { ok: output.status.success(), said }
    }
}

impl Project {
    pub fn new(url: &str) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), url: url.to_owned() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// A migration, which runs in a transaction or not.
    pub fn migration(&self, name: &str, transaction: bool, up: &str, down: &str) {
        self.write(&format!("migrations/{name}/up.sql"), up);
        self.write(&format!("migrations/{name}/down.sql"), down);
        if !transaction {
            let text = "run_in_transaction = false\n";
            self.write(&format!("migrations/{name}/metadata.toml"), text);
        }
    }

    pub fn command_at(&self, url: &str, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
        command
            .args(words)
            .env("DATABASE_URL", url)
            .env_remove("CLICOLOR_FORCE")
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn command(&self, words: &[&str]) -> Command {
        self.command_at(&self.url, words)
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        self.command(words).output().expect("migrate starts").into()
    }

    pub fn succeed(&self, words: &[&str]) -> String {
        let ran = self.run(words);
        assert!(ran.ok, "migrate {words:?} on {}:\n{}", self.url, ran.said);
        ran.said
    }

    /// So many of the same at once, the URLs in turn.
    pub fn at_once(&self, count: usize, urls: &[String], words: &[&str]) -> Vec<Ran> {
        let started: Vec<_> = (0..count)
            .map(|n| self.command_at(&urls[n % urls.len()], words).spawn().expect("it starts"))
            .collect();
        started.into_iter().map(|c| c.wait_with_output().expect("it ends").into()).collect()
    }
}

pub fn connect(url: &str) -> Box<dyn Connection> {
    let parsed: DatabaseUrl = url.parse().unwrap_or_else(|e| panic!("{e}"));
    migrate_cli::connect(&parsed).unwrap_or_else(|e| panic!("{e}"))
}

/// The first value of an answer.
pub fn value(url: &str, question: &str) -> String {
    let rows = connect(url).query(question).unwrap_or_else(|e| panic!("{question}: {e}"));
    rows.into_iter().flatten().next().flatten().unwrap_or_default()
}

/// How often a trial is made: a few times by itself, `TRIALS` times where that is set.
pub fn trials(few: usize) -> usize {
    match std::env::var("TRIALS") {
        Ok(text) => text.parse().unwrap_or_else(|e| panic!("TRIALS: {e}")),
        Err(_) => few,
    }
}

/// What says how many times a statement was run: a table that two make is an error, and a number that two
/// add to is a wrong one.
pub fn counting(project: &Project) {
    for n in 1..=4 {
        project.migration(
            &format!("2026-01-01-00000{n}_m{n}"),
            true,
            &format!(
                "CREATE TABLE t{n} (id INT PRIMARY KEY, n INT);\nINSERT INTO t{n} (id, n) VALUES (1, 0);\n\
                 ALTER TABLE t{n} ADD COLUMN x INT;\nUPDATE t{n} SET n = n + 1;\nCREATE INDEX i{n} ON t{n} (n);\n"
            ),
            &format!("DROP TABLE t{n};\n"),
        );
    }
}

pub fn assert_counted(url: &str) {
    for n in 1..=4 {
        assert_eq!(value(url, &format!("SELECT n FROM t{n}")), "1", "t{n} on {url}");
    }
    assert_eq!(value(url, "SELECT count(*) FROM __diesel_schema_migrations"), "4");
}
