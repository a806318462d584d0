use model_core::schema::Schema;

use super::{Capabilities, Dialect, Fills, SchemaError, Scope};
use crate::database::Connection;
use crate::diff::{Equivalence, SchemaDiff};
use crate::plan::{Plan, PlanError, Step};
use crate::{introspect, lower, plan, render};

/// MariaDB/MySQL's ways.
pub struct Mysql;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: false,
    identifier_limit: Some(64),
    identifier_limit_in_bytes: false,
    constraint_names_are_global: true,
    add_foreign_key: true,
};

impl Equivalence for Mysql {}

impl Dialect for Mysql {
    fn name(&self) -> &'static str {
        "MariaDB/MySQL"
    }

    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn quote(&self, identifier: &str) -> String {
        render::mysql::quote(identifier)
    }

    fn literal(&self, text: &str) -> String {
        render::mysql::literal(text)
    }

    fn introspect(
        &self,
        database: &mut dyn Connection,
        scope: &Scope,
    ) -> Result<Schema, SchemaError> {
        introspect::mysql::introspect(database, scope)
    }

    fn lower(&self, logical: Schema) -> Result<Schema, SchemaError> {
        lower::mysql::lower(logical)
    }

    fn settle(
        &self,
        database: Option<&mut dyn Connection>,
        desired: Schema,
        actual: &Schema,
    ) -> Result<Schema, SchemaError> {
        lower::mysql::settle(database, desired, actual)
    }

    fn equivalence(&self) -> &dyn Equivalence {
        self
    }

    fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
        plan::mysql::plan(diff, fills)
    }

    fn render(&self, step: &Step) -> String {
        render::mysql::render(step)
    }
}
