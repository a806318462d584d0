//! What a database says was applied: Diesel's own table, made and written as Diesel does.

use super::Folder;
use crate::database::{Connection, DatabaseError};
use crate::dialect::{Dialect, Session};

/// Diesel's table.
pub const APPLIED_TABLE: &str = "__diesel_schema_migrations";

const CREATE: &str = "\
CREATE TABLE IF NOT EXISTS __diesel_schema_migrations (
       version VARCHAR(50) PRIMARY KEY NOT NULL,
       run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
)";

/// Whether a table of a tool is there.
pub fn exists(
    connection: &mut dyn Connection,
    session: &Session,
    table: &str,
) -> Result<bool, DatabaseError> {
    Ok(!connection.query(&session.table_exists.replace("{table}", table))?.is_empty())
}

/// The versions that a database has, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Each with the time at which it was run, as the database prints it.
    pub versions: Vec<(String, String)>,
}

impl Applied {
    /// Reads the table without making it.
    pub fn read(connection: &mut dyn Connection, session: &Session) -> Result<Self, DatabaseError> {
        if !exists(connection, session, APPLIED_TABLE)? {
            return Ok(Self::default());
        }
        let rows = connection.query(&Self::question())?;
        let mut versions: Vec<(String, String)> = rows
            .into_iter()
            .map(|row| {
                let mut values = row.into_iter().map(Option::unwrap_or_default);
                (values.next().unwrap_or_default(), values.next().unwrap_or_default())
            })
            .collect();
        // Not left to the server, whose collation may order otherwise.
        versions.sort();
        Ok(Self { versions })
    }

    /// What asks for them.
    pub fn question() -> String {
        format!("SELECT version, CAST(run_on AS CHAR(19)) FROM {APPLIED_TABLE}")
    }

    /// Whether a version is there.
    pub fn contains(&self, version: &str) -> bool {
        self.run_on(version).is_some()
    }

    /// The time at which a version was run.
    pub fn run_on(&self, version: &str) -> Option<&str> {
        let place = self.versions.binary_search_by(|(applied, _)| applied.as_str().cmp(version));
        place.ok().and_then(|place| self.versions.get(place)).map(|(_, run_on)| run_on.as_str())
    }

    /// The versions that no folder is of.
    pub fn unknown<'a>(&'a self, folder: &'a Folder) -> impl Iterator<Item = &'a str> {
        let versions = self.versions.iter().map(|(version, _)| version.as_str());
        versions.filter(|version| folder.find(version).is_none())
    }

    /// The greatest version.
    pub fn last(&self) -> Option<&str> {
        self.versions.last().map(|(version, _)| version.as_str())
    }

    /// Makes the table where it isn't there.
    pub fn make_table(
        connection: &mut dyn Connection,
        session: &Session,
    ) -> Result<(), DatabaseError> {
        if exists(connection, session, APPLIED_TABLE)? {
            return Ok(());
        }
        match connection.execute(CREATE) {
            // Two at once: PostgreSQL looks whether it is there before it waits for the other one.
            Err(error) if !exists(connection, session, APPLIED_TABLE)? => Err(error),
            _ => Ok(()),
        }
    }

    /// The statement that makes the table where it isn't there.
    pub fn create() -> &'static str {
        CREATE
    }

    /// The statement that records a version.
    pub fn insert(version: &str, dialect: &dyn Dialect) -> String {
        format!("INSERT INTO {APPLIED_TABLE} (version) VALUES ({})", dialect.literal(version))
    }

    /// The statement that forgets a version.
    pub fn delete(version: &str, dialect: &dyn Dialect) -> String {
        format!("DELETE FROM {APPLIED_TABLE} WHERE version = {}", dialect.literal(version))
    }
}
