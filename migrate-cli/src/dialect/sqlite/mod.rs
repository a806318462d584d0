//! SQLite, one value with all its ways.

#[cfg(feature = "sqlite")]
mod copy;
mod equivalence;
pub(crate) mod option;
#[cfg(feature = "sqlite")]
mod prove;
#[cfg(feature = "sqlite")]
mod references;
pub(crate) mod tokens;

pub(crate) use equivalence::{same_meaning, same_type_loosely, unparenthesised};

use model_core::schema::Schema;

use super::{Capabilities, Dialect, Fills, SchemaError, Scope};
#[cfg(feature = "sqlite")]
use super::{Proof, ProofError};
use crate::database::Connection;
use crate::diff::{Equivalence, SchemaDiff};
#[cfg(feature = "sqlite")]
use crate::history::Draft;
use crate::plan::{Plan, PlanError, Step};
use crate::{introspect, lower, plan, render};

/// SQLite's ways.
pub struct Sqlite;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: true,
    identifier_limit: None,
    identifier_limit_in_bytes: false,
    constraint_names_are_global: false,
    add_foreign_key: false,
};

impl Dialect for Sqlite {
    fn name(&self) -> &'static str {
        "SQLite"
    }

    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn quote(&self, identifier: &str) -> String {
        render::sqlite::quote(identifier)
    }

    fn literal(&self, text: &str) -> String {
        render::sqlite::literal(text)
    }

    fn introspect(
        &self,
        database: &mut dyn Connection,
        scope: &Scope,
    ) -> Result<Schema, SchemaError> {
        #[cfg_attr(not(feature = "sqlite"), expect(unused_mut))]
        let mut schema = introspect::sqlite::introspect(database, scope)?;
        #[cfg(feature = "sqlite")]
        references::confirm(&mut schema);
        Ok(schema)
    }

    fn lower(&self, logical: Schema) -> Result<Schema, SchemaError> {
        lower::sqlite::lower(logical)
    }

    fn settle(
        &self,
        database: Option<&mut dyn Connection>,
        desired: Schema,
        actual: &Schema,
    ) -> Result<Schema, SchemaError> {
        lower::sqlite::settle(database, desired, actual)
    }

    fn equivalence(&self) -> &dyn Equivalence {
        self
    }

    fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
        plan::sqlite::plan(diff, fills)
    }

    fn render(&self, step: &Step) -> String {
        render::sqlite::render(step)
    }

    #[cfg(feature = "sqlite")]
    fn prove(&self, diff: &SchemaDiff, migration: &[Draft]) -> Result<Proof, ProofError> {
        prove::prove(diff, migration)
    }
}
