//! Statements whose order nobody knows, run in an empty database: what fails for want of another is tried
//! again after that.

use model_core::schema::{DeclaredView, Origin, Schema, Table};

use super::at;
use crate::database::{Connection, DatabaseError};
use crate::dialect::{Dialect, Fills};
use crate::diff::{self, Renames};
use crate::problem::{Problem, Result};

/// One statement.
pub(super) struct Step<'a> {
    sql: String,
    origin: Option<&'a Origin>,
}

impl<'a> Step<'a> {
    /// A statement that models wrote.
    pub fn declared(sql: &str, origin: &'a Origin) -> Self {
        Self { sql: sql.to_owned(), origin: Some(origin) }
    }
}

/// All of them.
pub(super) struct Steps<'a>(Vec<Step<'a>>);

impl<'a> Steps<'a> {
    /// Those that make a schema out of nothing.
    pub fn of(schema: &Schema, dialect: &dyn Dialect) -> Result<Self> {
        let empty = Schema { complete: true, ..Schema::default() };
        let statements = statements(&empty, schema, dialect)?;
        Ok(Self(statements.into_iter().map(|sql| Step { sql, origin: None }).collect()))
    }

    /// One more.
    pub fn push(&mut self, step: Step<'a>) {
        self.0.push(step);
    }

    /// Runs all of them, as often round as that gets on.
    pub fn run(mut self, connection: &mut dyn Connection) -> Result<()> {
        loop {
            let before = self.0.len();
            let mut refused: Vec<(Step<'a>, DatabaseError)> = Vec::new();
            for step in std::mem::take(&mut self.0) {
                if let Err(error) = connection.execute(&step.sql) {
                    refused.push((step, error));
                }
            }
            if refused.is_empty() {
                return Ok(());
            }
            if refused.len() == before {
                // What somebody wrote is more likely to be wrong than what stands beside it.
                refused.sort_by_key(|(step, _)| step.origin.is_none());
                let (step, error) = refused.swap_remove(0);
                return Err(refusal(&step, error));
            }
            self.0.extend(refused.into_iter().map(|(step, _)| step));
        }
    }
}

fn refusal(step: &Step<'_>, error: DatabaseError) -> Problem {
    match step.origin {
        Some(origin) => at(origin, "the database refuses it".to_owned()).because(error),
        None => Problem::new(format!(
            "what the models declare could not be read in a scratch database: `{}` is refused",
            step.sql
        ))
        .because(error),
    }
}

/// The statements from one schema to another.
fn statements(from: &Schema, to: &Schema, dialect: &dyn Dialect) -> Result<Vec<String>> {
    let diff = diff::diff(from, to, &Renames::default(), dialect.equivalence());
    let plan = dialect.plan(&diff, &Fills::new())?;
    let statements = plan.parts.iter().flat_map(|part| &part.statements);
    Ok(statements.map(|statement| statement.sql()).collect())
}

/// The statements that make the indexes of a materialized view: those of a table of its shape.
pub(super) fn index_statements(
    view: &DeclaredView,
    desired: &Schema,
    dialect: &dyn Dialect,
) -> Result<Vec<String>> {
    if view.indexes.is_empty() {
        return Ok(Vec::new());
    }
    let table = Table {
        name: view.name.clone(),
        columns: view.columns.clone(),
        indexes: view.indexes.clone(),
        ..Table::default()
    };
    let of_models = Schema {
        namespaces: view.name.schema.iter().cloned().collect(),
        enums: desired.enums.clone(),
        tables: vec![table],
        ..Schema::default()
    };
    let with = Schema { complete: true, ..dialect.lower(of_models)? };
    let mut without = with.clone();
    without.tables.iter_mut().for_each(|table| table.indexes.clear());
    statements(&without, &with, dialect)
}
