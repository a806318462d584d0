use ::mysql::prelude::Queryable;
use ::mysql::{Conn, Opts, Value};

use super::{Connection, DatabaseError, DatabaseUrl, Row};

/// MariaDB and MySQL over their wire protocol, without a client library of the system.
pub struct Mysql {
    connection: Conn,
}

impl Mysql {
    pub fn open(url: &DatabaseUrl) -> Result<Self, DatabaseError> {
        let failed = |reason: String| DatabaseError::Connect { url: url.to_string(), reason };
        let opts = Opts::from_url(url.secret()).map_err(|e| failed(e.to_string()))?;
        let connection = Conn::new(opts).map_err(|e| failed(e.to_string()))?;
        Ok(Self { connection })
    }
}

fn refused(sql: &str, error: &::mysql::Error) -> DatabaseError {
    let reason = match error {
        ::mysql::Error::MySqlError(e) => format!("{} ({})", e.message, e.code),
        other => other.to_string(),
    };
    DatabaseError::Statement { reason, sql: sql.to_owned(), offset: None }
}

fn text(value: Value) -> Result<Option<String>, DatabaseError> {
    match value {
        Value::NULL => Ok(None),
        Value::Bytes(bytes) => {
            String::from_utf8(bytes).map(Some).map_err(|e| DatabaseError::Answer(e.to_string()))
        }
        other => Ok(Some(other.as_sql(true).trim_matches('\'').to_owned())),
    }
}

impl Connection for Mysql {
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError> {
        let rows: Vec<::mysql::Row> = self.connection.query(sql).map_err(|e| refused(sql, &e))?;
        rows.into_iter().map(|row| row.unwrap().into_iter().map(text).collect()).collect()
    }

    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError> {
        let mut result = self.connection.query_iter(sql).map_err(|e| refused(sql, &e))?;
        // Each statement of the batch has a result of its own, and may be the one that failed.
        while let Some(set) = result.iter() {
            for row in set {
                row.map_err(|e| refused(sql, &e))?;
            }
        }
        Ok(())
    }
}
