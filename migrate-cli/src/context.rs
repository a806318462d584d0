//! What every command is told, worked out once.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

use model_core::schema::ObjectKind;

use crate::config::{self, Located};
use crate::database::{Connection, DatabaseError, DatabaseKind, DatabaseUrl};
use crate::databases;
use crate::dialect::{Dialect, Scope};
use crate::history::{Applied, Folder, FolderLock};
use crate::output::{Color, Format, Output};
use crate::problem::{Problem, Result};
use crate::scratch::{self, Scratch, ScratchServer};

/// The options that every command takes.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Global {
    /// The migrations folder [default: migrations]
    #[arg(short, long, global = true, value_name = "DIR", help_heading = "Where")]
    pub directory: Option<PathBuf>,
    /// sqlite:PATH, PATH, postgres://… or mysql://… [default: DATABASE_URL from the environment,
    /// then .env, then migrate.toml]
    #[arg(long, global = true, value_name = "URL", help_heading = "Where")]
    pub database_url: Option<DatabaseUrl>,
    /// Another server of the same kind and version, on which scratch databases are made
    #[arg(long, global = true, value_name = "URL", help_heading = "Where")]
    pub scratch_url: Option<DatabaseUrl>,
    /// The package whose models are read
    #[arg(short, long, global = true, value_name = "SPEC", help_heading = "Models")]
    pub package: Option<String>,
    /// Its Cargo.toml
    #[arg(long, global = true, value_name = "PATH", help_heading = "Models")]
    pub manifest_path: Option<PathBuf>,
    /// Its features, separated by commas
    #[arg(long, global = true, value_name = "FEATURES", help_heading = "Models")]
    pub features: Vec<String>,
    /// All of its features
    #[arg(long, global = true, help_heading = "Models")]
    pub all_features: bool,
    /// Without its default features
    #[arg(long, global = true, help_heading = "Models")]
    pub no_default_features: bool,
    /// Its binary, where the models are in that
    #[arg(long, global = true, value_name = "NAME", help_heading = "Models")]
    pub bin: Option<String>,
    /// Take the models from this JSON (what `migrate models` prints): no build
    #[arg(long, global = true, value_name = "FILE", help_heading = "Models")]
    pub schema: Option<PathBuf>,
    /// How long to wait for another migrator, and for whoever holds what a migration needs
    /// [default: 60]
    #[arg(long, global = true, value_name = "SECONDS", help_heading = "Where")]
    pub lock_timeout: Option<u64>,
    /// How the answer is written
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Output")]
    pub format: Format,
    /// Never ask; where a question would be needed, fail and name the flag that answers it
    #[arg(long, global = true, help_heading = "Output")]
    pub no_input: bool,
    /// Say more
    #[arg(short, long, global = true, help_heading = "Output")]
    pub verbose: bool,
    /// Say nothing but answers and errors
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = "Output")]
    pub quiet: bool,
    /// When to use colors
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        value_name = "WHEN",
        help_heading = "Output"
    )]
    pub color: Color,
}

/// The options, the configuration and what follows from both.
pub struct Context {
    /// As given.
    pub global: Global,
    /// `migrate.toml`
    pub located: Located,
    /// Where words go.
    pub output: Output,
    /// The migrations folder.
    pub directory: PathBuf,
    /// Where scratch databases are made.
    pub scratch_server: ScratchServer,
    url: Option<DatabaseUrl>,
}

/// A database with everything that is needed to work on it.
pub struct Database {
    /// What to call it in messages.
    pub url: DatabaseUrl,
    /// What it does differently from the others.
    pub dialect: &'static dyn Dialect,
    /// The connection.
    pub connection: Box<dyn Connection>,
    // After the connection, which is closed first.
    _scratch: Option<Scratch>,
}

impl Context {
    /// Works out everything that needs no database.
    pub fn new(global: Global) -> Result<Self> {
        let output = Output::new(global.format, global.color, global.verbose, global.quiet);
        let here = std::env::current_dir()
            .map_err(|e| Problem::new("could not find out the current folder").because(e))?;
        let located = config::find(&here)?;
        let directory = match (&global.directory, &located.config.generate.directory) {
            (Some(given), _) => given.clone(),
            (None, Some(configured)) => shortened(&located.folder.join(configured), &here),
            (None, None) => shortened(&located.folder.join("migrations"), &here),
        };
        let url = config::database_url(global.database_url.as_ref(), &located, &here)?;
        let elsewhere = config::scratch_url(global.scratch_url.as_ref(), &located, &here)?;
        let scratch_server = ScratchServer::new(elsewhere, output);
        if let Some(url) = &url {
            scratch_server.check(url)?;
        }
        Ok(Self { global, located, output, directory, scratch_server, url })
    }

    /// The database's URL, if one was given anywhere.
    pub fn known_url(&self) -> Option<&DatabaseUrl> {
        self.url.as_ref()
    }

    /// The database's URL.
    pub fn url(&self) -> Result<&DatabaseUrl> {
        self.url.as_ref().ok_or_else(|| {
            Problem::new("no database was named").help(
                "give --database-url sqlite:app.db (or postgres://…, mysql://…), or set DATABASE_URL in the environment or in .env, or url under [database] in migrate.toml",
            )
        })
    }

    /// The migrations.
    pub fn folder(&self) -> Result<Folder> {
        Folder::read(&self.directory)
    }

    /// What is read of a database.
    pub fn scope(&self) -> Scope {
        Scope { ignore: self.located.config.generate.ignore.clone() }
    }

    /// The kinds of objects that are dropped where the models do not declare them.
    pub fn managed(&self) -> Vec<ObjectKind> {
        let managed = self.located.config.generate.manage.iter();
        managed.flat_map(|managed| managed.kinds()).copied().collect()
    }

    /// How long whoever else works on a database is waited for.
    pub fn patience(&self) -> Duration {
        let configured = self.located.config.database.lock_timeout;
        self.global.lock_timeout.or(configured).map_or(databases::PATIENCE, Duration::from_secs)
    }

    /// Keeps other commands from writing into the folder of migrations.
    pub fn lock_folder(&self) -> Result<FolderLock> {
        FolderLock::take(&self.directory, self.patience(), self.output)
    }

    /// Whether there is a person to ask.
    pub fn can_ask(&self) -> bool {
        !self.global.no_input
            && !self.output.is_json()
            && std::io::stdin().is_terminal()
            && std::io::stderr().is_terminal()
    }

    /// Opens the database to change it. A file that is missing is an error.
    pub fn open(&self) -> Result<Database> {
        self.swept(Database::open(self.url()?, self.patience())?)
    }

    /// Opens the database to change it. A file that is missing is made, and that is said.
    pub fn open_or_make(&self) -> Result<Database> {
        let url = self.url()?;
        let is_new = Database::is_missing(url);
        let database = self.swept(Database::connect(url, self.patience())?)?;
        if is_new {
            self.output.note(format!("{url} was not there; it is a new database"));
        }
        Ok(database)
    }

    /// Opens the database to look at it. A file that is missing is not made and counts as empty, and that is
    /// said.
    pub fn look(&self) -> Result<Database> {
        let url = self.url()?;
        if !Database::is_missing(url) {
            return self.swept(Database::connect(url, self.patience())?);
        }
        self.output.note(format!("{url} is not there yet, and counts as empty"));
        // Made in memory: looking leaves nothing behind.
        let connection = databases::connect(&":memory:".parse()?)?;
        Ok(Database::with(url.clone(), connection, None))
    }

    fn swept(&self, mut database: Database) -> Result<Database> {
        scratch::sweep(database.connection.as_mut(), database.dialect);
        Ok(database)
    }

    /// An empty database that can stand for the database, or for one of the scratch databases' server where
    /// no database was named.
    pub fn scratch(&self) -> Result<Database> {
        match (&self.url, self.scratch_server.elsewhere()) {
            (None, Some(elsewhere)) => self.scratch_for(elsewhere),
            _ => self.scratch_for(self.url()?),
        }
    }

    /// Whether a person named the server for scratch databases: then one has to come from there.
    pub fn names_scratch_server(&self) -> bool {
        self.scratch_server.elsewhere().is_some()
    }

    /// An empty database that can stand for another one, gone when this value is.
    pub fn scratch_for(&self, database: &DatabaseUrl) -> Result<Database> {
        let (url, connection, scratch) = self.scratch_server.make(database)?;
        Ok(Database::with(url, connection, scratch))
    }
}

fn shortened(path: &Path, here: &Path) -> PathBuf {
    path.strip_prefix(here).unwrap_or(path).to_owned()
}

impl Database {
    fn with(url: DatabaseUrl, connection: Box<dyn Connection>, scratch: Option<Scratch>) -> Self {
        Self { dialect: databases::of(url.kind()), url, connection, _scratch: scratch }
    }

    /// Opens a database. A file that is missing is an error: a path with a mistake in it must not
    /// look like a database with nothing in it.
    pub fn open(url: &DatabaseUrl, patience: Duration) -> Result<Self> {
        match Self::is_missing(url) {
            true => Err(Problem::new(format!("there is no database at {url}")).help(
                "correct the path; `migrate upgrade` makes a new database, and the source `empty` stands for one with nothing in it",
            )),
            false => Self::connect(url, patience),
        }
    }

    /// Whether it is a file that isn't there.
    fn is_missing(url: &DatabaseUrl) -> bool {
        url.sqlite_file().is_some_and(|file| !file.exists())
    }

    fn connect(url: &DatabaseUrl, patience: Duration) -> Result<Self> {
        let connection =
            databases::of(url.kind()).connect(url, patience).map_err(|e| unreachable(url, &e))?;
        Ok(Self::with(url.clone(), connection, None))
    }

    /// Which database it is.
    pub fn kind(&self) -> DatabaseKind {
        self.url.kind()
    }

    /// The versions that it has.
    pub fn applied(&mut self) -> Result<Applied> {
        Ok(Applied::read(self.connection.as_mut(), self.dialect.session())?)
    }

    /// Its whole schema.
    pub fn introspect(&mut self, scope: &Scope) -> Result<model_core::schema::Schema> {
        Ok(self.dialect.introspect(self.connection.as_mut(), scope)?)
    }
}

fn unreachable(url: &DatabaseUrl, error: &DatabaseError) -> Problem {
    match error {
        DatabaseError::NotBuilt(..) => Problem::new(error.to_string()),
        error => {
            let general = databases::of(url.kind()).session().connect_advice;
            Problem::new(error.to_string()).help(error.advice().unwrap_or(general))
        }
    }
}
