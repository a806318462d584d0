//! The databases, a folder each: everything that only one of them needs lives in its folder.

mod blockers;

/// What every database answers in the same way: by its room of that name.
macro_rules! answered_by_rooms {
    ($name:literal, $feature:literal, $open:expr, $equivalence:expr) => {
        fn name(&self) -> &'static str {
            $name
        }

        fn capabilities(&self) -> &'static Capabilities {
            &CAPABILITIES
        }

        fn session(&self) -> &'static Session {
            &session::SESSION
        }

        #[cfg(feature = $feature)]
        fn connect(
            &self,
            url: &DatabaseUrl,
            patience: Duration,
        ) -> Result<Box<dyn Connection>, DatabaseError> {
            Ok(Box::new($open(url, patience)?))
        }

        #[cfg(not(feature = $feature))]
        fn connect(
            &self,
            _: &DatabaseUrl,
            _: Duration,
        ) -> Result<Box<dyn Connection>, DatabaseError> {
            Err(DatabaseError::NotBuilt($name, $feature))
        }

        fn effect(&self, sql: &str) -> Effect {
            effect::effect(sql)
        }

        fn quote(&self, identifier: &str) -> String {
            quote::quote(identifier)
        }

        fn literal(&self, text: &str) -> String {
            quote::literal(text)
        }

        fn introspect(
            &self,
            database: &mut dyn Connection,
            scope: &Scope,
        ) -> Result<Schema, SchemaError> {
            introspect::introspect(database, scope)
        }

        fn lower(&self, logical: Schema) -> Result<Schema, SchemaError> {
            lower::lower(logical)
        }

        fn normalize(
            &self,
            database: Option<&mut dyn Connection>,
            desired: Schema,
            actual: &Schema,
        ) -> Result<Schema, SchemaError> {
            normalize::normalize(database, desired, actual)
        }

        fn equivalence(&self) -> &dyn Equivalence {
            &$equivalence
        }

        fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
            plan::plan(diff, fills)
        }

        fn view_columns(
            &self,
            database: &mut dyn Connection,
            view: &QualifiedName,
        ) -> Result<Vec<ViewColumn>, DatabaseError> {
            view_columns::view_columns(database, view)
        }

        fn retype(&self, before: &str, after: &str) -> Retype {
            retype::retype(before, after)
        }
    };
}

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
