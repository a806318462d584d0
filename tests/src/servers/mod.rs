//! Starting and ending the servers, and databases in them.

mod choice;
mod fetched;
mod mysql;
mod postgres;
mod private;
pub mod process;
mod template;
mod version;

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use migrate_cli::{Connection, DatabaseUrl};

pub use mysql::{Programs as MysqlPrograms, programs as mysql_programs};
pub use postgres::programs as postgres_programs;
pub use private::Private;
pub use version::Version;

/// A kind of database: what understands the same SQL, by and large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in a temporary folder.
    Sqlite,
    /// PostgreSQL of any version.
    Postgres,
    /// MariaDB and MySQL.
    Mysql,
}

impl Backend {
    /// The name of its folders among the cases.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
        }
    }
}

/// One of the servers that the tests run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// The library that `migrate` is linked with.
    Sqlite,
    /// The newest PostgreSQL that is installed.
    Postgres,
    /// PostgreSQL 18, which `tests/fetch-server` brings.
    Postgres18,
    /// The MariaDB that is installed.
    MariaDb,
    /// MySQL 9, which `tests/fetch-server` brings.
    Mysql9,
}

impl Server {
    /// All of them; of each kind, the one that the others are measured by comes first.
    pub const ALL: [Self; 5] =
        [Self::Sqlite, Self::Postgres, Self::Postgres18, Self::MariaDb, Self::Mysql9];

    /// Its name: in `TEST_SERVERS`, in the names of the tests, in the names of files of cases.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Postgres18 => "postgres_18",
            Self::MariaDb => "mariadb",
            Self::Mysql9 => "mysql_9",
        }
    }

    /// Whose SQL it understands.
    pub fn backend(self) -> Backend {
        match self {
            Self::Sqlite => Backend::Sqlite,
            Self::Postgres | Self::Postgres18 => Backend::Postgres,
            Self::MariaDb | Self::Mysql9 => Backend::Mysql,
        }
    }

    /// The name of its program, as a case tells for which versions it is.
    pub fn product(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres | Self::Postgres18 => "postgres",
            Self::MariaDb => "mariadb",
            Self::Mysql9 => "mysql",
        }
    }

    /// The version that it says it is. `None` where [`Server::database`] is.
    pub fn version(self) -> Option<Version> {
        static VERSIONS: [OnceLock<Option<Version>>; Server::ALL.len()] =
            [const { OnceLock::new() }; Server::ALL.len()];
        let ask = || {
            let question = match self.backend() {
                Backend::Sqlite => "SELECT sqlite_version()",
                Backend::Postgres => "SHOW server_version",
                Backend::Mysql => "SELECT version()",
            };
            let answer = self.database()?.connect().query(question);
            let answer = answer.unwrap_or_else(|e| panic!("{question}: {e}"));
            let text = answer.into_iter().flatten().next().flatten().unwrap_or_default();
            Some(text.parse().unwrap_or_else(|e| panic!("{}: {e}", self.name())))
        };
        VERSIONS[self as usize].get_or_init(ask).clone()
    }

    /// A new, empty database. `None`, with a line that says why, where the server wasn't asked for
    /// or isn't there; in CI the latter is a failure instead.
    pub fn database(self) -> Option<Database> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        if !self.is_chosen() {
            return None;
        }
        let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let url = match self.backend() {
            Backend::Sqlite => {
                Ok(format!("sqlite:{}", scratch_folder().join(format!("{name}.db")).display()))
            }
            Backend::Postgres => postgres::running(self).map(|server| server.database(&name)),
            Backend::Mysql => mysql::running(self).map(|server| server.database(&name)),
        };
        self.or_skipped(url).map(|url| Database { url, server: self })
    }

    /// Whether it is asked for; a line says why where it is not.
    fn is_chosen(self) -> bool {
        let why = choice::skipped(self);
        if let Some(why) = why {
            eprintln!("skipped on {}: {why}", self.name());
        }
        why.is_none()
    }

    /// What is there; a line says why where it is not, and in CI that is a failure.
    fn or_skipped<T>(self, made: Result<T, String>) -> Option<T> {
        if let Err(why) = &made {
            assert!(std::env::var_os("CI").is_none(), "{} is missing: {why}", self.name());
            eprintln!("skipped on {}: {why}", self.name());
        }
        made.ok()
    }
}

/// A database of its own for one test, dropped with the value.
pub struct Database {
    /// Where it is, as `migrate` takes it.
    pub url: String,
    /// The server it is in.
    pub server: Server,
}

impl Database {
    /// A connection to it.
    pub fn connect(&self) -> Box<dyn Connection> {
        connect(&self.url)
    }

    /// Runs statements in it.
    ///
    /// # Errors
    /// What the database says.
    pub fn run(&self, sql: &str) -> Result<(), String> {
        if sql.trim().is_empty() {
            return Ok(());
        }
        self.connect().execute(sql).map_err(|e| e.to_string())
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // A database that can't be dropped goes with its server.
        let name = self.url.rsplit('/').next().unwrap_or_default();
        match self.server.backend() {
            Backend::Sqlite => {
                let _ = std::fs::remove_file(self.url.trim_start_matches("sqlite:"));
            }
            Backend::Postgres => {
                let _ = postgres::running(self.server).map(|server| server.take_back(name));
            }
            Backend::Mysql => {
                let _ = mysql::running(self.server).map(|server| server.take_back(name));
            }
        }
    }
}

fn connect(url: &str) -> Box<dyn Connection> {
    let parsed: DatabaseUrl = url.parse().unwrap_or_else(|e| panic!("{e}"));
    migrate_cli::connect(&parsed).unwrap_or_else(|e| panic!("{e}"))
}

/// A folder for everything that this process's servers write; removed by the watcher that ends them.
pub fn scratch_folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        // Nothing here has to outlive a power cut, and waiting for a disk is most of what a small
        // database does.
        let memory = std::path::Path::new("/dev/shm");
        let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = tempfile::Builder::new()
            .prefix("model-tests-")
            .tempdir_in(parent)
            .unwrap_or_else(|e| panic!("no temporary folder: {e}"))
            .keep();
        process::allow_everyone(&folder);
        process::clean_up_after_this_process(&folder);
        folder
    })
}
