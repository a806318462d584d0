//! Tables that come, go, or get another name.

use model_core::schema::{ForeignKey, QualifiedName, Table};
use nonempty::NonEmpty;

use super::foreign_key::ForeignKeyPlan;
use super::session;
use crate::databases::mysql::names::IDENTIFIER_LIMIT;
use crate::databases::mysql::statement::Statement;
use crate::diff::SchemaDiff;
use crate::plan::{TemporaryNames, creation_order, rename_order};

/// Tables that go: children before their parents, cycles cut first.
pub struct DroppedTables {
    /// Keys that close a cycle.
    pub cut: Vec<(QualifiedName, ForeignKey)>,
    /// In order.
    statements: Vec<Statement>,
    /// A table that stays leads to one of them, and goes on to.
    leaves_dangling: bool,
    /// A name is needed for a table that stays.
    pub first: bool,
}

impl DroppedTables {
    /// Puts them in order.
    pub fn new(diff: &SchemaDiff) -> Self {
        let tables: Vec<&Table> = diff.dropped_tables().collect();
        let order = creation_order(&tables);
        let mut keys = diff.to.tables.iter().flat_map(|table| &table.foreign_keys);
        let leaves_dangling = keys.any(|key| {
            tables.iter().any(|t| t.name == key.references)
                && diff.to.table(&key.references).is_none()
        });
        let first = tables.iter().any(|t| diff.renames.tables.values().any(|new| new == &t.name));
        Self {
            cut: order.deferred,
            statements: order.tables.into_iter().rev().map(Statement::DropTable).collect(),
            leaves_dangling,
            first,
        }
    }

    /// Drops them.
    pub fn statements(self) -> Vec<Statement> {
        match self.leaves_dangling {
            true => session::without_foreign_key_checks(self.statements),
            false => self.statements,
        }
    }
}

/// New tables, parents first. Keys that close a cycle, or lead to a table that is yet to be
/// changed, are put with those that come last.
pub fn created(diff: &SchemaDiff, keys: &mut ForeignKeyPlan) -> Vec<Statement> {
    let tables: Vec<&Table> = diff.added_tables().collect();
    let changed = |name: &QualifiedName| diff.kept_tables().any(|t| &t.after.name == name);
    let order = creation_order(&tables);
    let mut statements = Vec::new();
    for name in &order.tables {
        let Some(table) = tables.iter().find(|t| &t.name == name) else { continue };
        let mut table = (*table).clone();
        let (later, now): (Vec<_>, Vec<_>) = table.foreign_keys.drain(..).partition(|key| {
            changed(&key.references)
                || order.deferred.iter().any(|(t, k)| t == name && k == key)
                || (key.references.schema.is_none() && diff.to.table(&key.references).is_none())
        });
        table.foreign_keys = now;
        if !later.is_empty() {
            keys.adds.entry(name.clone()).or_default().extend(later);
        }
        statements.push(Statement::CreateTable(Box::new(table)));
    }
    statements
}

/// Renames, in an order in which each new name is free; where names change places, one table waits
/// under another name. All are one statement, so that all happen or none.
pub fn renamed(diff: &SchemaDiff) -> Option<Statement> {
    let renames = diff
        .kept_tables()
        .filter(|t| t.is_renamed())
        .map(|t| (t.before.name.clone(), t.after.name.clone()));
    let tables = diff.from.tables.iter().chain(&diff.to.tables);
    let mut names = TemporaryNames::new(IDENTIFIER_LIMIT, tables.map(|t| t.name.name.as_str()));
    let waiting = |table: &QualifiedName| QualifiedName {
        schema: table.schema.clone(),
        name: names.make(&table.name, "_renamed_1"),
    };
    let ordered = rename_order(renames.collect(), |a, b| a == b, waiting);
    NonEmpty::from_vec(ordered).map(Statement::RenameTables)
}
