//! MariaDB and MySQL.

mod flavour;
mod text;
mod tokens;

pub(crate) use flavour::Flavour;
pub(crate) use text::{charset_of, has_charset};
pub(crate) use tokens::{Kind, Token, mentions, rename, tokens, unqualified};

use model_core::schema::Schema;

use super::{Capabilities, Dialect, Fills, SchemaError, Scope};
use crate::database::Connection;
use crate::diff::{Equivalence, SchemaDiff};
use crate::lint::{self, Hazard};
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

impl Equivalence for Mysql {
    /// True of columns and indexes everywhere. Of tables it depends on the file system; where
    /// `Item` and `item` are two tables, both are there to the letter and nothing is guessed.
    fn same_identifier(&self, a: &str, b: &str) -> bool {
        a.to_lowercase() == b.to_lowercase()
    }

    fn renamed_expression(&self, expression: &str, columns: &[(String, String)]) -> String {
        rename(expression, |name| {
            columns
                .iter()
                .find(|(before, after)| before == name && before != after)
                .map(|(_, after)| after.clone())
        })
    }
}

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

    fn locks(&self, diff: &SchemaDiff) -> Vec<Hazard> {
        lint::locks::mysql(diff, |before, after| self.retype(before, after))
    }

    fn render(&self, step: &Step) -> String {
        render::mysql::render(step)
    }
}
