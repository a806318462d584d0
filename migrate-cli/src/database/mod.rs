//! The edge: connections to databases. Everything is asked and answered as text, so that the
//! rooms above need no driver's types.

#[cfg(feature = "mysql")]
mod mysql;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;
mod url;

pub use self::url::{DatabaseKind, DatabaseUrl, UrlError};

/// One row of an answer: each value as the database prints it, `None` for NULL.
pub type Row = Vec<Option<String>>;

/// Why a database could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// No connection came about. The URL is told without its password.
    #[error("could not connect to {url}: {reason}")]
    Connect {
        /// The URL without its password.
        url: String,
        /// What the driver said.
        reason: String,
    },
    /// The database refused a statement.
    #[error("{reason}")]
    Statement {
        /// What the database said.
        reason: String,
        /// The text that was sent, whole.
        sql: String,
        /// Where in the text, in bytes from 0, if the database says so.
        offset: Option<usize>,
    },
    /// The database answered with something that is not text.
    #[error("the database's answer could not be read: {0}")]
    Answer(String),
    /// This build does without the database.
    #[error("this `migrate` was built without {0}; install it with `--features {1}`")]
    NotBuilt(&'static str, &'static str),
}

/// An open connection.
pub trait Connection {
    /// Runs one statement and gives its rows.
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError>;
    /// Runs any number of statements, stopping at the first that fails.
    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError>;
}

/// Opens a connection. On SQLite a file that does not exist is made.
pub fn connect(url: &DatabaseUrl) -> Result<Box<dyn Connection>, DatabaseError> {
    match url.kind() {
        #[cfg(feature = "sqlite")]
        DatabaseKind::Sqlite => Ok(Box::new(sqlite::Sqlite::open(url)?)),
        #[cfg(feature = "postgres")]
        DatabaseKind::Postgres => Ok(Box::new(postgres::Postgres::open(url)?)),
        #[cfg(feature = "mysql")]
        DatabaseKind::Mysql => Ok(Box::new(mysql::Mysql::open(url)?)),
        #[allow(unreachable_patterns)]
        kind => Err(DatabaseError::NotBuilt(kind.name(), kind.feature())),
    }
}

/// An empty SQLite database in memory, to try things in.
#[cfg(feature = "sqlite")]
pub fn sqlite_in_memory() -> Result<Box<dyn Connection>, DatabaseError> {
    Ok(Box::new(sqlite::Sqlite::in_memory()?))
}
