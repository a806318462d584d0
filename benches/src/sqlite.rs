//! On SQLite.

use diesel::connection::SimpleConnection;
use diesel::{Connection as _, ConnectionResult};

pub use diesel::SqliteConnection as Connection;

#[path = "pairs.rs"]
pub mod pairs;

/// A database in memory with both tables, filled.
///
/// # Errors
/// None in practice: a database in memory needs no server.
pub fn database() -> ConnectionResult<Connection> {
    let mut connection = Connection::establish(":memory:")?;
    connection
        .batch_execute(
            "CREATE TABLE author (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL);
             CREATE TABLE book (
                 id INTEGER PRIMARY KEY NOT NULL,
                 title TEXT NOT NULL,
                 pages INTEGER NOT NULL,
                 author_id INTEGER NOT NULL REFERENCES author (id),
                 note TEXT
             );
             CREATE INDEX ix_book_author_id ON book (author_id);",
        )
        .and_then(|()| connection.batch_execute(&crate::fill()))
        .map_err(diesel::ConnectionError::CouldntSetupConfiguration)?;
    Ok(connection)
}
