//! PostgreSQL.

mod address;
#[cfg(feature = "postgres")]
mod advice;
mod blockers;
#[cfg(feature = "postgres")]
mod connection;
mod effect;
pub mod expressions;
#[cfg(feature = "postgres")]
mod failure;
mod introspect;
mod keywords;
mod locks;
#[cfg(feature = "postgres")]
mod login;
mod lower;
pub mod names;
mod normalize;
mod options;
#[cfg(feature = "postgres")]
mod passfile;
mod plan;
mod quote;
mod render;
pub mod retype;
mod retyped_rows;
mod row_security;
mod rust_type;
mod sequence;
mod session;
mod settings;
mod statement;
#[cfg(feature = "postgres")]
mod tls;
pub mod types;
mod view_columns;
pub mod words;

use std::time::Duration;

use model_core::schema::{
    Column, Identity, ObjectKind, QualifiedName, Schema, SchemaObject, Table,
};

use self::plan::rebuilds::is_type;
use crate::database::{Address, Connection, DatabaseError, DatabaseUrl};
use crate::dialect::{
    Blocker, Capabilities, Dialect, Effect, Fills, SchemaError, Scope, Session, ViewColumn,
};
use crate::diff::{Equivalence, SchemaDiff};
use crate::hazard::Hazard;
use crate::plan::{Plan, PlanError};
use crate::retype::{Retype, RetypedRows};
use crate::rust_type::{FieldType, ViewTypes};

/// PostgreSQL.
pub struct Postgres;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: true,
    renames_constraints: true,
    restrict_is_no_action: false,
    backend: "postgres",
    view_types: ViewTypes::Exact,
    identifier_limit: names::LIMIT,
    enum_value_limit: names::LIMIT,
};

impl Equivalence for Postgres {
    /// The name of a serial's sequence counts here: whoever draws from it by name would notice.
    fn same_identity(&self, a: &Identity, b: &Identity) -> bool {
        let comparable = |identity: &Identity| {
            let mut identity = identity.clone();
            match &mut identity {
                Identity::Standard { options, .. } | Identity::Serial { options, .. } => {
                    options.cache = None;
                }
                _ => {}
            }
            identity
        };
        comparable(a) == comparable(b)
    }

    fn alike_types(&self, a: &str, b: &str) -> bool {
        types::alike(a, b)
    }

    /// Renaming a column rewrites the expressions that name it.
    fn renamed_expression(&self, expression: &str, columns: &[(String, String)]) -> String {
        words::renamed(expression, columns)
    }

    fn renamed_definition(&self, definition: &str, names: &[(String, String)]) -> String {
        // A part of a query (`WITH`, `UNION`, one in parentheses) goes on calling its columns as they were
        // called when the view was made, and the server prints both names then.
        let queries = session::LEXIS.tokens(definition).iter().filter(|t| t.is("SELECT")).count();
        if queries > 1 {
            return definition.to_owned();
        }
        session::LEXIS.with_names(definition, names, words::printed)
    }

    fn manages(&self, kind: ObjectKind) -> bool {
        plan::objects::manages(kind)
    }

    fn same_object(&self, a: &SchemaObject, b: &SchemaObject) -> bool {
        (&a.definition, &a.settings) == (&b.definition, &b.settings)
            && (&a.domain, &a.attributes) == (&b.domain, &b.attributes)
    }

    fn is_enumeration(&self, native: &str, name: &QualifiedName) -> bool {
        is_type(native, name)
    }
}

impl Dialect for Postgres {
    answered_by_rooms!(
        "PostgreSQL",
        "postgres",
        |url, _| connection::Postgres::open(url),
        Postgres
    );

    fn schemes(&self) -> &'static [&'static str] {
        &["postgres", "postgresql"]
    }

    fn read_url(&self, _: &str, rest: &str) -> Result<Address, String> {
        address::read(rest)
    }

    fn blockers(&self, other: &mut dyn Connection, sql: &str) -> Vec<Blocker> {
        blockers::blockers(other, sql)
    }

    fn running(&self, other: &mut dyn Connection, sql: &str) -> Option<Blocker> {
        blockers::running(other, sql)
    }

    fn tidy_up(&self, connection: &mut dyn Connection, sql: &str) -> Result<(), DatabaseError> {
        blockers::tidy_up(connection, sql)
    }

    fn field_types(&self, schema: &Schema, _: &Table, column: &Column) -> Vec<FieldType> {
        rust_type::field_types(schema, column.ty.native().unwrap_or_default())
    }

    fn printed_types(
        &self,
        database: &mut dyn Connection,
        natives: Vec<String>,
    ) -> Result<Vec<String>, DatabaseError> {
        view_columns::printed_types(database, natives)
    }

    fn retyped_rows(
        &self,
        column: &str,
        before: &str,
        after: &str,
        target: &Schema,
    ) -> RetypedRows {
        retyped_rows::retyped_rows(column, before, after, target)
    }

    fn typed(&self, expression: &str, native: &str) -> String {
        format!("({expression})::{native}")
    }

    fn collated(&self, expression: &str, collation: &str) -> String {
        format!("{expression} COLLATE {}", render::column::collation(collation))
    }

    fn locks(&self, diff: &SchemaDiff) -> Vec<Hazard> {
        let mut found = locks::locks(diff, |before, after| self.retype(before, after));
        found.extend(row_security::opened(diff));
        found
    }
}
