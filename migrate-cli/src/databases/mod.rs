//! The databases, a folder each: everything that only one of them needs lives in its folder.

mod inherit;
mod locks;
mod mysql;
mod postgres;
mod sqlite;

use crate::database::{Connection, DatabaseError, DatabaseKind, DatabaseUrl};
use crate::dialect::Dialect;

/// The database of a kind: the only place that tells one kind from another.
pub fn of(kind: DatabaseKind) -> &'static dyn Dialect {
    match kind {
        DatabaseKind::Sqlite => &sqlite::Sqlite,
        DatabaseKind::Postgres => &postgres::Postgres,
        DatabaseKind::Mysql => &mysql::Mysql,
    }
}

/// Opens a connection. On SQLite a file that does not exist is made.
///
/// # Errors
///
/// Where the server or file can't be reached, or this build does without the database.
pub fn connect(url: &DatabaseUrl) -> Result<Box<dyn Connection>, DatabaseError> {
    of(url.kind()).connect(url)
}
