use ::mysql::prelude::Queryable;
use ::mysql::{Conn, Opts, OptsBuilder, Value};

use super::address::{self, Encryption};
use crate::database::{Connection, DatabaseError, DatabaseUrl, Row};

/// What Diesel sets on its own connections, so that a migration means the same under both.
const AS_DIESEL: [&str; 4] = [
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',PIPES_AS_CONCAT')",
    "SET SESSION time_zone = '+00:00'",
    "SET NAMES utf8mb4",
    "SET SESSION autocommit = 1",
];

/// MariaDB and MySQL over their wire protocol, without a client library of the system.
pub struct Mysql {
    connection: Conn,
}

impl Mysql {
    pub fn open(url: &DatabaseUrl) -> Result<Self, DatabaseError> {
        let failed = |reason: String| DatabaseError::Connect { url: url.to_string(), reason };
        let connection = Conn::new(options(url.secret()).map_err(&failed)?)
            .map_err(|e| failed(e.to_string()))?;
        Ok(Self { connection })
    }
}

fn options(url: &str) -> Result<Opts, String> {
    let settings = address::settings(url.strip_prefix("mysql:").unwrap_or(url))?;
    if let Encryption::Required(_) = settings.encryption {
        return Err("this build does not encrypt connections".to_owned());
    }
    let builder = OptsBuilder::new()
        .ip_or_hostname(settings.host)
        .tcp_port(settings.port.unwrap_or(3306))
        .user(settings.user)
        .pass(settings.password)
        .db_name(settings.database)
        .socket(settings.socket.map(|path| path.display().to_string()))
        .tcp_connect_timeout(settings.connect_timeout)
        // The URL says which way; the server's own socket may be another server's on this side.
        .prefer_socket(false)
        .init(AS_DIESEL.to_vec());
    Ok(builder.into())
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
