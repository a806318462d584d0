//! Changes that would damage what is only seen.

use model_core::schema::{Column, Table};

use crate::diff::{SchemaDiff, TableChange, TableDiff};
use crate::plan::PlanError;

/// Refuses the first change that a period would not survive.
pub fn check(diff: &SchemaDiff) -> Result<(), PlanError> {
    for change in &diff.tables {
        match change {
            TableChange::Added(table) => new_period(table)?,
            TableChange::Dropped(_) => {}
            TableChange::Renamed(table) | TableChange::Altered(table) => changed_period(table)?,
        }
    }
    Ok(())
}

fn is_period(column: &Column) -> bool {
    column.computed.as_ref().is_some_and(|g| g.expression.starts_with("ROW "))
}

fn new_period(table: &Table) -> Result<(), PlanError> {
    match table.columns.iter().find(|c| is_period(c)) {
        None => Ok(()),
        Some(column) => Err(PlanError::Refused {
            object: format!("column {}.{}", table.name, column.name),
            problem: "is the period of a system-versioned table, which can't be written yet".into(),
            advice: "create this table by hand".into(),
        }),
    }
}

/// A table's other columns can change while its period stays what it is.
fn changed_period(table: &TableDiff) -> Result<(), PlanError> {
    let changed =
        table.columns.iter().flat_map(|change| change.before().into_iter().chain(change.after()));
    match { changed }.find(|c| is_period(c)) {
        None => Ok(()),
        Some(column) => Err(PlanError::Refused {
            object: format!("column {}.{}", table.before.name, column.name),
            problem: "is the period of a system-versioned table, which can't be changed yet".into(),
            advice: "write this migration by hand".into(),
        }),
    }
}
