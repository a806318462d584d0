//! Where a schema comes from: the models, a database, the migrations, a file, nothing.

use std::path::PathBuf;

use model_core::schema::Schema;

use crate::context::{Context, Database};
use crate::database::{DatabaseKind, DatabaseUrl, UrlError};
use crate::history::{Applied, Migration};
use crate::models::{self, Models};
use crate::problem::Result;
use crate::runner::{self, Direction};

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

    fn from_str(text: &str) -> std::result::Result<Self, UrlError> {
        Ok(match text {
            "models" => Self::Models,
            "database" => Self::Database,
            "migrations" => Self::Migrations,
            "empty" => Self::Empty,
            path if path.ends_with(".json") => Self::File(path.into()),
            url => Self::Url(url.parse().map_err(|error: UrlError| UrlError {
                reason: format!(
                    "{}; a source is models, database, migrations, empty, a URL or a JSON file",
                    error.reason
                ),
                ..error
            })?),
        })
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Models => f.write_str("the models"),
            Self::Database => f.write_str("the database"),
            Self::Migrations => f.write_str("the migrations"),
            Self::Empty => f.write_str("an empty schema"),
            Self::Url(url) => write!(f, "{url}"),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// One end of a comparison, read.
pub struct SchemaState {
    /// Which one.
    pub source: Source,
    /// What stands there.
    pub schema: Schema,
    /// Where it can be asked, if it is a database.
    pub database: Option<Database>,
    /// Where it was built, if it is of models: it still has to be put in a database's words.
    pub models: Option<models::Origin>,
}

impl SchemaState {
    /// Reads a source.
    pub fn read(source: &Source, context: &Context) -> Result<Self> {
        let (schema, database) = match source {
            Source::Models => return Ok(Self::models(source.clone(), models::load(context)?)),
            Source::File(path) => {
                let document = models::document::read(path)?;
                return Ok(Self::models(source.clone(), document.into()));
            }
            Source::Empty => (Schema { complete: true, ..Schema::default() }, None),
            Source::Database => live(context.open()?, context)?,
            Source::Url(url) => live(Database::open(url, context.patience())?, context)?,
            Source::Migrations => {
                let folder = context.folder()?;
                live(replay(context.scratch()?, &folder.migrations)?, context)?
            }
        };
        Ok(Self { source: source.clone(), schema, database, models: None })
    }

    /// Models that are read already.
    pub fn models(source: Source, models: Models) -> Self {
        Self { source, schema: models.schema, database: None, models: Some(models.origin) }
    }

    /// A database that is open already.
    pub fn live(source: Source, database: Database, context: &Context) -> Result<Self> {
        let (schema, database) = live(database, context)?;
        Ok(Self { source, schema, database, models: None })
    }

    /// Which database it is of; models are of any.
    pub fn kind(&self) -> Option<DatabaseKind> {
        self.database.as_ref().map(Database::kind)
    }
}

fn live(mut database: Database, context: &Context) -> Result<(Schema, Option<Database>)> {
    let schema = database.introspect(&context.scope())?;
    Ok((schema, Some(database)))
}

/// Runs migrations on a scratch database.
pub fn replay(mut scratch: Database, migrations: &[Migration]) -> Result<Database> {
    let Database { connection, dialect, .. } = &mut scratch;
    Applied::make_table(connection.as_mut(), dialect.session())?;
    for migration in migrations {
        runner::replay(connection.as_mut(), *dialect, migration, Direction::Up).map_err(
            |problem| problem.within("the migrations can't be replayed in a scratch database"),
        )?;
    }
    Ok(scratch)
}
