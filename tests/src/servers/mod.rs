//! Starting and ending the servers, and databases in them.

mod mariadb;
mod postgres;
mod process;

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use migrate_cli::{Connection, DatabaseUrl};

/// A kind of database that the tests run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in a temporary folder.
    Sqlite,
    /// A private PostgreSQL.
    Postgres,
    /// A private MariaDB.
    Mysql,
}

impl Backend {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sqlite, Self::Postgres, Self::Mysql];

    /// The name of its folders among the cases.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
        }
    }

    /// A new, empty database. `None`, with a line that says why, where the server isn't
    /// installed; in CI that is a failure instead.
    pub fn database(self) -> Option<Database> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let made = match self {
            Self::Sqlite => Ok(Database::sqlite(&name)),
            Self::Postgres => postgres::server().map(|server| server.database(&name)),
            Self::Mysql => mariadb::server().map(|server| server.database(&name)),
        };
        match made {
            Ok(database) => Some(database),
            Err(why) => {
                assert!(std::env::var_os("CI").is_none(), "{self:?} may not be skipped: {why}");
                eprintln!("skipped on {self:?}: {why}");
                None
            }
        }
    }
}

/// A database of its own for one test, dropped with the value.
pub struct Database {
    /// Where it is, as `migrate` takes it.
    pub url: String,
    /// The server it is in.
    pub backend: Backend,
    name: String,
}

impl Database {
    fn sqlite(name: &str) -> Self {
        let path = scratch_folder().join(format!("{name}.db"));
        Self {
            url: format!("sqlite:{}", path.display()),
            backend: Backend::Sqlite,
            name: name.into(),
        }
    }

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
        match self.backend {
            Backend::Sqlite => {
                let _ = std::fs::remove_file(self.url.trim_start_matches("sqlite:"));
            }
            Backend::Postgres => postgres::drop_database(&self.name),
            Backend::Mysql => mariadb::drop_database(&self.name),
        }
    }
}

fn connect(url: &str) -> Box<dyn Connection> {
    let parsed: DatabaseUrl = url.parse().unwrap_or_else(|e| panic!("{e}"));
    migrate_cli::connect(&parsed).unwrap_or_else(|e| panic!("{e}"))
}

/// A folder for everything that this process's servers write; removed by the watcher that ends them.
fn scratch_folder() -> &'static PathBuf {
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
