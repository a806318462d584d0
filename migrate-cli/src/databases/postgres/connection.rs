use ::postgres::{Client, NoTls, SimpleQueryMessage};

use super::advice::advice;
use super::failure::reason;
use super::login::{self, LoggedIn};
use super::tls::Connector;
use crate::database::{Cancel, Connection, DatabaseError, DatabaseUrl, ErrorKind, Row};

/// PostgreSQL over its own wire protocol, without a client library of the system.
pub struct Postgres {
    client: Client,
    /// What encrypts connections to the same server.
    connector: Option<Connector>,
    /// Who was logged in, for messages.
    role: String,
}

impl Postgres {
    pub fn open(url: &DatabaseUrl) -> Result<Self, DatabaseError> {
        let rest = url.secret().trim_start_matches("postgres:");
        let LoggedIn { client, connector, user } = login::connect(rest)
            .map_err(|reason| DatabaseError::Connect { url: url.to_string(), reason })?;
        Ok(Self { client, connector, role: user.unwrap_or_default() })
    }
}

fn refused(role: &str, sql: &str, error: &::postgres::Error) -> DatabaseError {
    let position = error.as_db_error().and_then(|db| db.position());
    let offset = match position {
        // The server counts characters from 1.
        Some(::postgres::error::ErrorPosition::Original(at)) => {
            sql.char_indices().nth((*at as usize).saturating_sub(1)).map(|(byte, _)| byte)
        }
        _ => None,
    };
    let kind = kind(error);
    let mut reason = reason(error);
    if kind == ErrorKind::Lost {
        reason = format!("the connection to the server was lost ({reason})");
    }
    let advice = error.as_db_error().and_then(|e| advice(e.code().code(), e.message(), role));
    DatabaseError::Statement { reason, sql: sql.to_owned(), offset, kind, advice }
}

/// The driver calls the connection lost where a text has one.
fn without_nul(sql: &str) -> Result<(), DatabaseError> {
    let Some(at) = sql.find('\0') else { return Ok(()) };
    Err(DatabaseError::Statement {
        reason: "PostgreSQL takes no NUL character in a text".into(),
        sql: sql.to_owned(),
        offset: Some(at),
        kind: ErrorKind::Other,
        advice: None,
    })
}

fn kind(error: &::postgres::Error) -> ErrorKind {
    let Some(code) = error.code() else { return ErrorKind::Lost };
    match code.code() {
        // Table, column, object, schema, function, database; a row, as of two that make one table at once.
        "42P07" | "42701" | "42710" | "42P06" | "42723" | "42P04" | "23505" => ErrorKind::Exists,
        "42P01" | "42703" | "42704" | "3F000" | "42883" | "3D000" => ErrorKind::Missing,
        "55P03" => ErrorKind::Locked,
        "40P01" | "40001" => ErrorKind::Conflict,
        // Also a routine that ends transactions, and a value of an enumeration that is new in this one.
        "25001" | "2D000" | "55P04" => ErrorKind::NotInTransaction,
        "25P03" => ErrorKind::Lost,
        code if code.starts_with("08") || code.starts_with("57P") => ErrorKind::Lost,
        _ => ErrorKind::Other,
    }
}

fn row(message: SimpleQueryMessage) -> Option<Row> {
    match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|i| row.get(i).map(str::to_owned)).collect())
        }
        _ => None,
    }
}

impl Connection for Postgres {
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError> {
        without_nul(sql)?;
        let messages = self.client.simple_query(sql).map_err(|e| refused(&self.role, sql, &e))?;
        Ok(messages.into_iter().filter_map(row).collect())
    }

    fn query_all(&mut self, questions: &[String]) -> Result<Vec<Vec<Row>>, DatabaseError> {
        let sql = questions.join(";\n");
        let messages = self.client.simple_query(&sql).map_err(|e| refused(&self.role, &sql, &e))?;
        let mut answers = Vec::with_capacity(questions.len());
        let mut rows = Vec::new();
        for message in messages {
            match message {
                SimpleQueryMessage::CommandComplete(_) => answers.push(std::mem::take(&mut rows)),
                message => rows.extend(row(message)),
            }
        }
        Ok(answers)
    }

    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError> {
        without_nul(sql)?;
        self.client.batch_execute(sql).map_err(|e| refused(&self.role, sql, &e))
    }

    fn cancel(&self) -> Option<Cancel> {
        let token = self.client.cancel_token();
        let connector = self.connector.clone();
        // What can't be stopped goes on.
        Some(Box::new(move || match connector {
            Some(connector) => drop(token.cancel_query(connector)),
            None => drop(token.cancel_query(NoTls)),
        }))
    }
}
