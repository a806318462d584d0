use ::mysql::prelude::Queryable;
use ::mysql::{Conn, Opts, OptsBuilder, Value};

use super::address::{self, Encryption};
use super::advice::advice;
use crate::database::{Connection, DatabaseError, DatabaseUrl, ErrorKind, Row};

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
    if settings.database.is_none() {
        return Err(
            "it names no database; write one behind the host: mysql://USER@HOST/NAME".to_owned()
        );
    }
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
    let (reason, kind) = match error {
        ::mysql::Error::MySqlError(e) => (format!("{} ({})", e.message, e.code), kind(e.code)),
        ::mysql::Error::IoError(e) => (lost(e), ErrorKind::Lost),
        ::mysql::Error::CodecError(e) => (lost(e), ErrorKind::Lost),
        other => (other.to_string(), ErrorKind::Other),
    };
    let advice = match error {
        ::mysql::Error::MySqlError(e) => advice(e.code),
        _ => None,
    };
    DatabaseError::Statement { reason, sql: sql.to_owned(), offset: None, kind, advice }
}

fn lost(error: &dyn std::fmt::Display) -> String {
    format!("the connection to the server was lost ({error})")
}

/// The numbers are the same on MariaDB and MySQL.
fn kind(code: u16) -> ErrorKind {
    match code {
        // Table, key, column, routine, trigger, event, database, row.
        1050 | 1061 | 1060 | 1304 | 1359 | 1537 | 1007 | 1062 => ErrorKind::Exists,
        1051 | 1091 | 1146 | 1305 | 1360 | 1539 | 1008 | 1054 => ErrorKind::Missing,
        1205 => ErrorKind::Locked,
        1213 => ErrorKind::Conflict,
        // The server goes down, the session was killed, the server is gone.
        1053 | 1927 | 2006 | 2013 | 3169 | 4031 => ErrorKind::Lost,
        _ => ErrorKind::Other,
    }
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
