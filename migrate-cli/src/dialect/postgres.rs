use model_core::schema::Schema;

use super::{Capabilities, Dialect, Fills, SchemaError, Scope};
use crate::database::Connection;
use crate::diff::{Equivalence, SchemaDiff};
use crate::plan::{Plan, PlanError, Step};
use crate::{introspect, lower, plan, render};

/// PostgreSQL's ways.
pub struct Postgres;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: true,
    identifier_limit: Some(63),
    identifier_limit_in_bytes: true,
    constraint_names_are_global: false,
    add_foreign_key: true,
};

impl Equivalence for Postgres {}

impl Dialect for Postgres {
    fn name(&self) -> &'static str {
        "PostgreSQL"
    }

    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn quote(&self, identifier: &str) -> String {
        render::postgres::quote(identifier)
    }

    fn literal(&self, text: &str) -> String {
        render::postgres::literal(text)
    }

    fn introspect(
        &self,
        database: &mut dyn Connection,
        scope: &Scope,
    ) -> Result<Schema, SchemaError> {
        introspect::postgres::introspect(database, scope)
    }

    fn lower(&self, logical: Schema) -> Result<Schema, SchemaError> {
        lower::postgres::lower(logical)
    }

    fn settle(
        &self,
        database: Option<&mut dyn Connection>,
        desired: Schema,
        actual: &Schema,
    ) -> Result<Schema, SchemaError> {
        lower::postgres::settle(database, desired, actual)
    }

    fn equivalence(&self) -> &dyn Equivalence {
        self
    }

    fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
        plan::postgres::plan(diff, fills)
    }

    fn render(&self, step: &Step) -> String {
        render::postgres::render(step)
    }
}
