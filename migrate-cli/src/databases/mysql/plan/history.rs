//! The history of a table's rows (MariaDB). It is kept from the moment on that the table is what it
//! is to be, and none is kept of how it stops.

use model_core::schema::Table;

use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::statement::{Clause, Statement};
use crate::diff::TableDiff;

/// Whether the history of its rows is kept.
pub fn is_kept(table: &Table) -> bool {
    TableOptions::read(&table.options).system_versioned
}

/// Stops it, before the table changes.
pub fn before(diff: &TableDiff) -> Option<Statement> {
    let stops = is_kept(&diff.before) && !is_kept(&diff.after);
    stops.then(|| Statement::alter(&diff.after.name, vec![Clause::DropSystemVersioning]))?
}

/// Begins it, when the table is what it is to be.
pub fn after(diff: &TableDiff) -> Option<Statement> {
    let begins = is_kept(&diff.after) && !is_kept(&diff.before);
    begins.then(|| Statement::alter(&diff.after.name, vec![Clause::AddSystemVersioning]))?
}
