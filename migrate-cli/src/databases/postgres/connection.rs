use ::postgres::{Client, Config, NoTls, SimpleQueryMessage};

use super::address;
use super::settings::{Given, Settings};
use crate::database::{Connection, DatabaseError, DatabaseUrl, Row};

/// PostgreSQL over its own wire protocol, without a client library of the system.
pub struct Postgres {
    client: Client,
}

impl Postgres {
    pub fn open(url: &DatabaseUrl) -> Result<Self, DatabaseError> {
        let failed = |reason: String| DatabaseError::Connect { url: url.to_string(), reason };
        let given =
            address::given(url.secret().trim_start_matches("postgres:")).map_err(&failed)?;
        let settings =
            given.or_variables(|_| Ok(None)).and_then(Given::settings).map_err(&failed)?;
        let client = config(&settings).connect(NoTls).map_err(|e| failed(reason(&e)))?;
        Ok(Self { client })
    }
}

fn config(settings: &Settings) -> Config {
    let mut config = Config::new();
    for server in &settings.servers {
        config.host(server.host.as_deref().unwrap_or("localhost")).port(server.port);
    }
    if let Some(user) = &settings.user {
        config.user(user);
    }
    if let Some(password) = &settings.password {
        config.password(password);
    }
    if let Some(database) = &settings.database {
        config.dbname(database);
    }
    config
}

/// The driver's own text says only "db error"; the server's is behind it.
fn reason(error: &::postgres::Error) -> String {
    match error.as_db_error() {
        Some(db) => {
            let mut text = db.message().to_owned();
            for more in [db.detail(), db.hint()].into_iter().flatten() {
                text.push_str("; ");
                text.push_str(more);
            }
            text
        }
        None => match std::error::Error::source(error) {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        },
    }
}

fn refused(sql: &str, error: &::postgres::Error) -> DatabaseError {
    let position = error.as_db_error().and_then(|db| db.position());
    let offset = match position {
        // The server counts characters from 1.
        Some(::postgres::error::ErrorPosition::Original(at)) => {
            sql.char_indices().nth((*at as usize).saturating_sub(1)).map(|(byte, _)| byte)
        }
        _ => None,
    };
    DatabaseError::Statement { reason: reason(error), sql: sql.to_owned(), offset }
}

impl Connection for Postgres {
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError> {
        let messages = self.client.simple_query(sql).map_err(|e| refused(sql, &e))?;
        Ok(messages
            .into_iter()
            .filter_map(|message| match message {
                SimpleQueryMessage::Row(row) => {
                    Some((0..row.len()).map(|i| row.get(i).map(str::to_owned)).collect())
                }
                _ => None,
            })
            .collect())
    }

    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError> {
        self.client.batch_execute(sql).map_err(|e| refused(sql, &e))
    }
}
