use super::address::{self, Settings};
use super::advice::advice;
use super::wire::{self, Wire, WireError};
use crate::database::{Connection, DatabaseError, DatabaseUrl, ErrorKind, Row, secret};

/// What Diesel sets on its own connections, so that a migration means the same under both.
const AS_DIESEL: [&str; 4] = [
    "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',PIPES_AS_CONCAT')",
    "SET SESSION time_zone = '+00:00'",
    "SET NAMES utf8mb4",
    "SET SESSION autocommit = 1",
];

/// MariaDB and MySQL over their wire protocol, without a client library of the system.
pub struct Mysql {
    wire: Wire,
}

impl Mysql {
    pub fn open(url: &DatabaseUrl) -> Result<Self, DatabaseError> {
        Self::connect(url.secret())
            .map_err(|reason| DatabaseError::Connect { url: url.to_string(), reason })
    }

    fn connect(url: &str) -> Result<Self, String> {
        let mut settings = address::settings(url.strip_prefix("mysql:").unwrap_or(url))?;
        if settings.database.is_none() {
            return Err("it names no database; write one behind the host: mysql://USER@HOST/NAME"
                .to_owned());
        }
        fill_in(&mut settings)?;
        let mut wire = wire::connect(&settings).map_err(|e| e.to_string())?;
        for statement in AS_DIESEL {
            wire.run(statement).map_err(|e| format!("{statement}: {e}"))?;
        }
        let limit =
            wire.query(LONGEST_STATEMENT).map_err(|e| format!("{LONGEST_STATEMENT}: {e}"))?;
        let limit = limit.into_iter().flatten().flatten().next();
        if let Some(limit) = limit.and_then(|limit| limit.parse().ok()) {
            wire.limit(limit);
        }
        Ok(Self { wire })
    }
}

const LONGEST_STATEMENT: &str = "SELECT @@max_allowed_packet";

/// What the client library takes from its variables where the URL leaves it open.
fn fill_in(settings: &mut Settings) -> Result<(), String> {
    if settings.password.is_none()
        && let Some(password) = variable("MYSQL_PWD")?
    {
        let public = [&settings.user, &settings.host, &settings.database];
        let public: Vec<&str> = public.into_iter().flatten().map(String::as_str).collect();
        secret::keep(&password, &public);
        settings.password = Some(password);
    }
    // Of this machine's server alone.
    let is_here = settings.host.as_deref().is_none_or(|host| host == "localhost");
    if is_here && settings.socket.is_none() && settings.port.is_none() {
        settings.socket = variable("MYSQL_UNIX_PORT")?.map(Into::into);
    }
    if settings.port.is_none()
        && settings.socket.is_none()
        && let Some(port) = variable("MYSQL_TCP_PORT")?
    {
        settings.port = Some(port.parse().map_err(|_| "MYSQL_TCP_PORT is no port")?);
    }
    Ok(())
}

fn variable(name: &str) -> Result<Option<String>, String> {
    match std::env::var_os(name).map(std::ffi::OsString::into_string) {
        None => Ok(None),
        Some(Ok(value)) => Ok(Some(value).filter(|value| !value.is_empty())),
        Some(Err(_)) => Err(format!("{name} of the environment is not UTF-8")),
    }
}

fn refused(sql: &str, error: &WireError) -> DatabaseError {
    let (kind, advice) = match error {
        WireError::Refused { code, .. } => (kind(*code), advice(*code)),
        WireError::Lost(_) | WireError::Unexpected(_) => (ErrorKind::Lost, None),
        WireError::Tls(_) | WireError::Login(_) | WireError::TooLong { .. } => {
            (ErrorKind::Other, None)
        }
    };
    let reason = match error {
        WireError::Lost(why) => format!("the connection to the server was lost ({why})"),
        other => other.to_string(),
    };
    DatabaseError::Statement { reason, sql: sql.to_owned(), offset: None, kind, advice }
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

impl Connection for Mysql {
    fn query(&mut self, sql: &str) -> Result<Vec<Row>, DatabaseError> {
        self.wire.query(sql).map_err(|e| refused(sql, &e))
    }

    fn execute(&mut self, sql: &str) -> Result<(), DatabaseError> {
        self.wire.run(sql).map(drop).map_err(|e| refused(sql, &e))
    }
}
