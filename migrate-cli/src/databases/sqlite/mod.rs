//! SQLite, one value with all its ways.

mod address;
mod affinity;
#[cfg(feature = "sqlite")]
mod connection;
#[cfg(feature = "sqlite")]
mod copy;
mod effect;
mod equivalence;
mod introspect;
mod lower;
mod normalize;
pub(crate) mod options;
mod plan;
#[cfg(feature = "sqlite")]
mod prove;
#[cfg(feature = "sqlite")]
mod references;
mod render;
mod retype;
mod session;
mod statement;

pub(crate) use equivalence::{same_meaning, same_type_loosely, unparenthesised};

use std::time::Duration;

use model_core::schema::Schema;

use crate::database::{Address, Connection, DatabaseError, DatabaseUrl};
use crate::dialect::{Capabilities, Dialect, Effect, Fills, SchemaError, Scope, Session};
#[cfg(feature = "sqlite")]
use crate::dialect::{Proof, ProofError};
use crate::diff::{Equivalence, SchemaDiff};
#[cfg(feature = "sqlite")]
use crate::draft::Draft;
use crate::plan::{IdentifierLimit, Plan, PlanError};
use crate::retype::{Retype, RetypedRows};
use equivalence::SqliteEquivalence;

/// SQLite's ways.
pub struct Sqlite;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: true,
    backend: "sqlite",
    identifier_limit: IdentifierLimit::None,
    enum_value_limit: IdentifierLimit::None,
    constraint_names_are_global: false,
};

impl Dialect for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite"
    }

    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn session(&self) -> &'static Session {
        &session::SESSION
    }

    fn schemes(&self) -> &'static [&'static str] {
        &["sqlite", "file", ""]
    }

    fn read_url(&self, scheme: &str, rest: &str) -> Result<Address, String> {
        address::read(scheme, rest)
    }

    #[cfg(feature = "sqlite")]
    fn connect(
        &self,
        url: &DatabaseUrl,
        patience: Duration,
    ) -> Result<Box<dyn Connection>, DatabaseError> {
        Ok(Box::new(connection::Sqlite::open(url, patience)?))
    }

    #[cfg(not(feature = "sqlite"))]
    fn connect(&self, _: &DatabaseUrl, _: Duration) -> Result<Box<dyn Connection>, DatabaseError> {
        Err(DatabaseError::NotBuilt("SQLite", "sqlite"))
    }

    fn effect(&self, sql: &str) -> Effect {
        effect::effect(sql)
    }

    fn quote(&self, identifier: &str) -> String {
        render::quote(identifier)
    }

    fn literal(&self, text: &str) -> String {
        render::literal(text)
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
        &SqliteEquivalence
    }

    fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
        plan::plan(diff, fills)
    }

    fn retype(&self, before: &str, after: &str) -> Retype {
        retype::retype(before, after)
    }

    fn retyped_rows(&self, column: &str, before: &str, after: &str, _: &Schema) -> RetypedRows {
        retype::retyped_rows(&render::quote(column), before, after)
    }

    #[cfg(feature = "sqlite")]
    fn prove(&self, diff: &SchemaDiff, migration: &[Draft]) -> Result<Proof, ProofError> {
        prove::prove(diff, migration)
    }
}
