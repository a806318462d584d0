use diesel::connection::{Connection as _, LoadConnection, SimpleConnection};
use diesel::deserialize::FromSql;
use diesel::row::{Field, Row as _};
use diesel::sql_types::Text;
use diesel::sqlite::{Sqlite as Backend, SqliteConnection};

use crate::database::{Connection, DatabaseError, DatabaseUrl, Row};

/// SQLite through Diesel, so that an application that embeds the command line links one SQLite.
pub struct Sqlite {
    connection: SqliteConnection,
}

impl Sqlite {
    pub fn open(url: &DatabaseUrl) -> Result<Self, DatabaseError> {
        Self::establish(url.secret())
    }

    pub fn in_memory() -> Result<Self, DatabaseError> {
        Self::establish(":memory:")
    }

    fn establish(path: &str) -> Result<Self, DatabaseError> {
        let connection = SqliteConnection::establish(path).map_err(|e| DatabaseError::Connect {
            url: format!("sqlite:{path}"),
            reason: e.to_string(),
        })?;
        Ok(Self { connection })
    }
}

fn refused(sql: &str, error: &diesel::result::Error) -> DatabaseError {
    DatabaseError::Statement { reason: error.to_string(), sql: sql.to_owned(), offset: None }
}

impl Connection for Sqlite {
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError> {
        let cursor = LoadConnection::load(&mut self.connection, diesel::sql_query(sql))
            .map_err(|e| refused(sql, &e))?;
        let mut rows = Vec::new();
        for row in cursor {
            let row = row.map_err(|e| refused(sql, &e))?;
            let mut values = Vec::with_capacity(row.field_count());
            for index in 0..row.field_count() {
                let field = row
                    .get(index)
                    .ok_or_else(|| DatabaseError::Answer("a column is missing".into()))?;
                values.push(match field.value() {
                    // SQLite itself turns any value into text when asked for text.
                    Some(value) => Some(
                        <String as FromSql<Text, Backend>>::from_sql(value)
                            .map_err(|e| DatabaseError::Answer(e.to_string()))?,
                    ),
                    None => None,
                });
            }
            rows.push(values);
        }
        Ok(rows)
    }

    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError> {
        self.connection.batch_execute(sql).map_err(|e| refused(sql, &e))
    }
}
