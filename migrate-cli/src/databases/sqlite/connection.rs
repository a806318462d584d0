use diesel::connection::{Connection as _, LoadConnection, SimpleConnection};
use diesel::deserialize::FromSql;
use diesel::row::{Field, Row as _};
use diesel::sql_types::Text;
use diesel::sqlite::{Sqlite as Backend, SqliteConnection};

use std::time::Duration;

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
        Ok(opened)
    }

    fn refused(&self, sql: &str, error: &diesel::result::Error) -> DatabaseError {
        let said = error.to_string();
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
        DatabaseError::Statement { reason, sql: sql.to_owned(), offset: None, kind }
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
