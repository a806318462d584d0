//! The databases, a folder each: everything that only one of them needs lives in its folder.

mod blockers;
mod inherit;
mod locks;
mod mysql;
mod postgres;
mod sqlite;

use std::time::Duration;

use crate::database::{
    Connection, DatabaseError, DatabaseKind, DatabaseUrl, UrlError, scheme, secret,
};
use crate::dialect::Dialect;

/// The database of a kind: the only place that tells one kind from another.
pub fn of(kind: DatabaseKind) -> &'static dyn Dialect {
    match kind {
        DatabaseKind::Sqlite => &sqlite::Sqlite,
        DatabaseKind::Postgres => &postgres::Postgres,
        DatabaseKind::Mysql => &mysql::Mysql,
    }
}

const ALL: [DatabaseKind; 3] = [DatabaseKind::Sqlite, DatabaseKind::Postgres, DatabaseKind::Mysql];

const FORMS: &str = "write sqlite:PATH, postgres://USER@HOST/NAME or mysql://USER@HOST/NAME";

impl std::str::FromStr for DatabaseUrl {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        let given = scheme(text);
        let unfit = |reason: String| {
            secret::suspect(text);
            UrlError { given: without_secrets(text, given.as_ref()), reason }
        };
        if text.contains(char::is_control) {
            return Err(unfit(format!("it has a control character or a line break; {FORMS}")));
        }
        let (name, rest) = match &given {
            Some((name, rest)) => (name.as_str(), *rest),
            None => ("", text),
        };
        let kind = ALL.into_iter().find(|kind| of(*kind).schemes().contains(&name));
        let Some(kind) = kind else {
            return Err(unfit(format!("`{name}:` is of no database known here; {FORMS}")));
        };
        let address = of(kind).read_url(name, rest).map_err(unfit)?;
        Ok(Self::new(kind, address))
    }
}

/// As much of a text that could not be read as can't be a password.
fn without_secrets(text: &str, scheme: Option<&(String, &str)>) -> String {
    match scheme {
        Some((scheme, rest)) if rest.starts_with("//") => format!("{scheme}://…"),
        _ if text.contains(['@', '=']) => "…".to_owned(),
        _ => text.to_owned(),
    }
}
/// How long whoever else works on a database is waited for, where nobody says anything else.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Opens a connection. On SQLite a file that does not exist is made.
///
/// # Errors
///
/// Where the server or file can't be reached, or this build does without the database.
pub fn connect(url: &DatabaseUrl) -> Result<Box<dyn Connection>, DatabaseError> {
    of(url.kind()).connect(url, PATIENCE)
}
