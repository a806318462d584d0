//! Where a schema comes from: the models, a database, a file, nothing.

use std::path::PathBuf;

use model_core::schema::Schema;

use crate::database::{self, Connection, DatabaseError, DatabaseUrl, UrlError};
use crate::dialect::{self, Dialect, SchemaError, Scope};

/// One end of a comparison, as it is written on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The models of the package.
    Models,
    /// The database of `--database-url`.
    Database,
    /// What the migrations make of an empty database.
    Migrations,
    /// No schema at all.
    Empty,
    /// Another database.
    Url(DatabaseUrl),
    /// A file of `migrate models`.
    File(PathBuf),
}

impl std::str::FromStr for Source {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        Ok(match text {
            "models" => Self::Models,
            "database" => Self::Database,
            "migrations" => Self::Migrations,
            "empty" => Self::Empty,
            path if path.ends_with(".json") => Self::File(path.into()),
            url => Self::Url(url.parse()?),
        })
    }
}

/// Why a source could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The database said no.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// Its schema can't be read.
    #[error(transparent)]
    Schema(#[from] SchemaError),
}

/// A database that was opened and read.
pub struct Live {
    /// Its ways.
    pub dialect: &'static dyn Dialect,
    /// The connection, still open.
    pub connection: Box<dyn Connection>,
    /// What stands in it.
    pub schema: Schema,
}

/// Opens a database and reads its schema.
pub fn live(url: &DatabaseUrl, scope: &Scope) -> Result<Live, SourceError> {
    let mut connection = database::connect(url)?;
    let dialect = dialect::of(url.kind());
    let schema = dialect.introspect(connection.as_mut(), scope)?;
    Ok(Live { dialect, connection, schema })
}
