use diesel::connection::{Connection as _, LoadConnection, SimpleConnection};
use diesel::deserialize::FromSql;
use diesel::row::{Field, Row as _};
use diesel::sql_types::Text;
use diesel::sqlite::{Sqlite as Backend, SqliteConnection};

use std::time::Duration;

use super::file_error::file_error;
use crate::database::{Connection, DatabaseError, DatabaseUrl, ErrorKind, Row};

/// SQLite through Diesel, so that an application that embeds the command line links one SQLite.
pub struct Sqlite {
    connection: SqliteConnection,
    path: String,
    patience: Duration,
}

impl Sqlite {
    /// Waits so long for whoever else works on the file, whatever is asked of it.
    pub fn open(url: &DatabaseUrl, patience: Duration) -> Result<Self, DatabaseError> {
        Self::establish(url.secret(), patience)
    }

    pub fn in_memory() -> Result<Self, DatabaseError> {
        Self::establish(":memory:", Duration::ZERO)
    }

    fn establish(path: &str, patience: Duration) -> Result<Self, DatabaseError> {
        let connection = SqliteConnection::establish(path).map_err(|e| DatabaseError::Connect {
            url: format!("sqlite:{path}"),
            reason: e.to_string(),
        })?;
        let mut opened = Self { connection, path: path.to_owned(), patience };
        let limit = i32::try_from(patience.as_millis()).unwrap_or(i32::MAX);
        opened.execute(&format!("PRAGMA busy_timeout = {limit}"))?;
        opened.refuse_logs_by_name()?;
        Ok(opened)
    }

    /// The log of a database in WAL mode is a file named after the database, and so is what its locks are
    /// in. Where the file has several hard links, each name would have a log and locks of its own, and what
    /// is written by one would damage what is written by another.
    fn refuse_logs_by_name(&mut self) -> Result<(), DatabaseError> {
        let names = self.query("SELECT file FROM pragma_database_list WHERE name = 'main'")?;
        let Some(file) = names.into_iter().flatten().flatten().next() else { return Ok(()) };
        // Before the first statement that reads the file: closing it here would let go of its locks.
        if links(&file) < 2 || !is_in_wal_mode(&file) {
            return Ok(());
        }
        Err(DatabaseError::Connect {
            url: format!("sqlite:{}", self.path),
            reason: format!(
                "{file} has several names (hard links) and is in WAL mode, in which each name has a log of its own; \
                 use a symbolic link instead, or set PRAGMA journal_mode = DELETE"
            ),
        })
    }

    fn refused(&self, sql: &str, error: &diesel::result::Error) -> DatabaseError {
        let said = error.to_string();
        let file_error = file_error(&self.path, &said);
        let (reason, kind) = match said.as_str() {
            "database is locked" | "database table is locked" => {
                let (path, waited) = (&self.path, self.patience.as_secs());
                let reason = format!(
                    "{path} is locked ({said}): another program works on it, and did not let go of it within {waited} s"
                );
                (reason, ErrorKind::Locked)
            }
            _ => (said, ErrorKind::Other),
        };
        let (reason, advice) = match file_error {
            Some((reason, advice)) => (reason, Some(advice)),
            None => (reason, None),
        };
        DatabaseError::Statement { reason, sql: sql.to_owned(), offset: None, kind, advice }
    }
}

impl Connection for Sqlite {
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError> {
        let rows = rows(&mut self.connection, sql);
        rows.map_err(|error| match error {
            Failed::Refused(error) => self.refused(sql, &error),
            Failed::Unreadable(reason) => DatabaseError::Answer(reason),
        })
    }

    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError> {
        let result = self.connection.batch_execute(sql);
        result.map_err(|error| self.refused(sql, &error))
    }
}

#[cfg(unix)]
fn links(file: &str) -> u64 {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(file).map_or(0, |metadata| metadata.nlink())
}

#[cfg(not(unix))]
fn links(_: &str) -> u64 {
    1
}

/// As the header of the file says.
fn is_in_wal_mode(file: &str) -> bool {
    use std::io::Read;
    let mut header = [0; 20];
    let read = std::fs::File::open(file).and_then(|mut file| file.read_exact(&mut header));
    read.is_ok() && header[18] == 2
}

enum Failed {
    Refused(diesel::result::Error),
    Unreadable(String),
}

fn rows(connection: &mut SqliteConnection, sql: &str) -> Result<Vec<Row>, Failed> {
    let cursor =
        LoadConnection::load(connection, diesel::sql_query(sql)).map_err(Failed::Refused)?;
    let mut rows = Vec::new();
    for row in cursor {
        let row = row.map_err(Failed::Refused)?;
        let mut values = Vec::with_capacity(row.field_count());
        for index in 0..row.field_count() {
            let missing = || Failed::Unreadable("a column is missing".into());
            values.push(match row.get(index).ok_or_else(missing)?.value() {
                // SQLite itself turns any value into text when asked for text.
                Some(value) => Some(
                    <String as FromSql<Text, Backend>>::from_sql(value)
                        .map_err(|e| Failed::Unreadable(e.to_string()))?,
                ),
                None => None,
            });
        }
        rows.push(values);
    }
    Ok(rows)
}
