use ::mysql::prelude::Queryable;
use ::mysql::{Conn, Opts, OptsBuilder, Value};

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

/// Reads the URL as Diesel does: `mysql://USER:PASSWORD@HOST:PORT/NAME?unix_socket=PATH`.
fn options(url: &str) -> Result<Opts, String> {
    let url = ::url::Url::parse(url).map_err(|e| e.to_string())?;
    let decoded = |text: &str| {
        percent_encoding::percent_decode_str(text)
            .decode_utf8()
            .map(|t| t.into_owned())
            .map_err(|e| e.to_string())
    };
    let some = |text: String| (!text.is_empty()).then_some(text);
    let mut socket = None;
    for (key, value) in url.query_pairs() {
        match &*key {
            "unix_socket" | "socket" => socket = Some(value.into_owned()),
            _ => {}
        }
    }
    let host = decoded(url.host_str().unwrap_or_default())?;
    let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let builder = OptsBuilder::new()
        .ip_or_hostname(some(host))
        .tcp_port(url.port().unwrap_or(3306))
        .user(some(decoded(url.username())?))
        .pass(url.password().map(decoded).transpose()?)
        .db_name(some(decoded(url.path().trim_start_matches('/'))?))
        .socket(socket)
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
