//! The edge: connections to databases. Everything is asked and answered as text, so that the
//! rooms above need no driver's types.

pub mod secret;
pub mod tls;
pub mod uri;
mod url;

pub use self::url::{Address, DatabaseKind, DatabaseUrl, UrlError, scheme, shown_file};

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
        /// What it means for who runs it.
        kind: ErrorKind,
        /// What to do about it, where the database knows.
        advice: Option<String>,
    },
    /// The database answered with something that is not text.
    #[error("the database's answer could not be read: {0}")]
    Answer(String),
    /// This build does without the database.
    #[error("this `migrate` was built without {0}; install it with `--features {1}`")]
    NotBuilt(&'static str, &'static str),
}

/// What a refusal means for who ran the statement. Each database has numbers of its own for these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ErrorKind {
    /// None of the others.
    #[default]
    Other,
    /// What it makes is there already.
    Exists,
    /// What it names is not there.
    Missing,
    /// Another session holds what it needs, and did not let go of it in time.
    Locked,
    /// The transaction lost against another one and is undone; it can be tried again.
    Conflict,
    /// It can't run in a transaction.
    NotInTransaction,
    /// The connection is gone: nobody knows what became of the statement.
    Lost,
}

impl DatabaseError {
    /// What the refusal means for who ran the statement.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Statement { kind, .. } => *kind,
            _ => ErrorKind::Other,
        }
    }

    /// What to do about it, where the database knows.
    pub fn advice(&self) -> Option<&str> {
        match self {
            Self::Statement { advice, .. } => advice.as_deref(),
            _ => None,
        }
    }
}

/// Stops the statement that a connection runs, from another thread.
pub type Cancel = Box<dyn FnOnce() + Send>;

/// An open connection.
pub trait Connection {
    /// Runs one statement and gives its rows. On MariaDB and MySQL several are asked at once, too,
    /// and their rows come one after the other.
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError>;
    /// Asks several questions, each one statement, and gives the rows of each: in one message where the database takes
    /// that.
    fn query_all(&mut self, questions: &[String]) -> Result<Vec<Vec<Row>>, DatabaseError> {
        questions.iter().map(|question| self.query(question)).collect()
    }
    /// Runs any number of statements, stopping at the first that fails.
    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError>;
    /// Gives what stops the statement that runs, where the database can do that.
    fn cancel(&self) -> Option<Cancel> {
        None
    }
}
