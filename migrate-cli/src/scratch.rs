//! Databases to try things in, gone afterwards.

use crate::database::{self, Connection, DatabaseKind, DatabaseUrl};
use crate::problem::{Problem, Result};

/// A database on a server that is dropped with this value.
pub struct Scratch {
    server: Box<dyn Connection>,
    drop: String,
}

impl Scratch {
    /// Makes an empty database of the same kind: in memory for SQLite, on the same server otherwise.
    pub fn create(url: &DatabaseUrl) -> Result<(DatabaseUrl, Box<dyn Connection>, Option<Self>)> {
        let (create, drop) = match url.kind() {
            DatabaseKind::Sqlite => {
                let memory = ":memory:".parse::<DatabaseUrl>()?;
                return Ok((memory, in_memory()?, None));
            }
            // From template0 with the encoding and collation of the database it stands for:
            // template1 may hold objects of its own.
            DatabaseKind::Postgres => (
                "SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', '{name}', pg_encoding_to_char(encoding), datcollate, datctype) FROM pg_database WHERE datname = current_database()",
                "DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)",
            ),
            DatabaseKind::Mysql => (
                "SELECT CONCAT('CREATE DATABASE `{name}` CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database)",
                "DROP DATABASE IF EXISTS `{name}`",
            ),
        };
        let name = name();
        let refused = |e: database::DatabaseError| {
            Problem::new(format!("could not make a scratch database on the server of {url}"))
                .because(e)
                .help("the user needs the right to create databases (CREATEDB, or CREATE on *.*)")
        };
        let mut server = database::connect(url)?;
        let statement = server.query(&create.replace("{name}", &name)).map_err(refused)?;
        let statement =
            statement.into_iter().flatten().flatten().next().ok_or_else(|| {
                Problem::new(format!("{url} does not say how its database was made"))
            })?;
        server.execute(&statement).map_err(refused)?;
        let scratch = Self { server, drop: drop.replace("{name}", &name) };
        let url = url.with_database(&name)?;
        let connection = database::connect(&url)?;
        Ok((url, connection, Some(scratch)))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nobody is left to be told; the name says what it is.
        let _ = self.server.execute(&self.drop);
    }
}

fn name() -> String {
    let now = jiff::Timestamp::now().as_nanosecond();
    format!("migrate_scratch_{}_{now}", std::process::id())
}

/// An empty SQLite database in memory.
#[cfg(feature = "sqlite")]
pub fn in_memory() -> Result<Box<dyn Connection>> {
    Ok(database::sqlite_in_memory()?)
}

/// This build does without SQLite.
#[cfg(not(feature = "sqlite"))]
pub fn in_memory() -> Result<Box<dyn Connection>> {
    Err(database::DatabaseError::NotBuilt("SQLite", "sqlite").into())
}
