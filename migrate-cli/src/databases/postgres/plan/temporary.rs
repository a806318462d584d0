//! Names that are free in both schemas, for what has to make way for a while.

use model_core::schema::{EnumType, Identity, QualifiedName, Schema, Table};

use super::sequences::identity_sequence;
use crate::databases::postgres::names::{self, beside};
use crate::diff::{SchemaDiff, TableDiff};
use crate::plan::TemporaryNames;

const ENDING: &str = "__old";

/// A name for `name` to wait under.
pub fn aside(names: &mut TemporaryNames, name: &str) -> String {
    names.make(name, ENDING)
}

/// A name in the same namespace for `name` to wait under.
pub fn beside_it(names: &mut TemporaryNames, name: &QualifiedName) -> QualifiedName {
    beside(name, &aside(names, &name.name))
}

/// Free names of tables, indexes, sequences and types, which share theirs. One that is taken in any
/// namespace counts as taken in all of them.
pub fn relations(diff: &SchemaDiff) -> TemporaryNames {
    let sequences: Vec<String> = of_columns(&diff.from).chain(of_columns(&diff.to)).collect();
    let others = of_schema(&diff.from).chain(of_schema(&diff.to));
    TemporaryNames::new(names::LIMIT, others.chain(sequences.iter().map(String::as_str)))
}

/// Free names of columns.
pub fn columns(diff: &TableDiff) -> TemporaryNames {
    let columns = diff.before.columns.iter().chain(&diff.after.columns);
    TemporaryNames::new(names::LIMIT, columns.map(|c| c.name.as_str()))
}

/// Free names of a table's constraints.
pub fn constraints(diff: &TableDiff) -> TemporaryNames {
    let constraints = of_constraints(&diff.before).chain(of_constraints(&diff.after));
    TemporaryNames::new(names::LIMIT, constraints)
}

/// Free names of an enumeration's values.
pub fn values(before: &EnumType, after: &EnumType) -> TemporaryNames {
    let values = before.values.iter().chain(&after.values);
    TemporaryNames::new(names::LIMIT, values.map(|v| v.name.as_str()))
}

fn of_schema(schema: &Schema) -> impl Iterator<Item = &str> {
    let collations = schema.collations.iter().map(|c| &c.name);
    let enums = schema.enums.iter().map(|e| &e.name).chain(collations);
    let sequences = schema.sequences.iter().map(|s| &s.name);
    let objects = schema.objects.iter().map(|o| &o.name);
    let tables = schema.tables.iter().map(|t| &t.name);
    let names = enums.chain(sequences).chain(objects).chain(tables).map(|n| n.name.as_str());
    let indexes = schema.tables.iter().flat_map(|t| &t.indexes).map(|i| i.name.as_str());
    names.chain(indexes).chain(schema.tables.iter().flat_map(of_constraints))
}

/// The sequences that belong to columns.
fn of_columns(schema: &Schema) -> impl Iterator<Item = String> {
    let columns = schema.tables.iter().flat_map(|t| t.columns.iter().map(move |c| (&t.name, c)));
    columns.filter_map(|(table, column)| match &column.identity {
        Identity::Standard { .. } => Some(identity_sequence(table, column).name),
        Identity::Serial { sequence, .. } => Some(sequence.clone()),
        _ => None,
    })
}

fn of_constraints(table: &Table) -> impl Iterator<Item = &str> {
    let required = table.columns.iter().filter_map(|c| c.not_null.as_ref());
    named_constraints(table).chain(required.map(|n| n.name.as_str()))
}

/// The names of all constraints but those that forbid NULL.
pub fn named_constraints(table: &Table) -> impl Iterator<Item = &str> {
    let key = table.primary_key.iter().filter_map(|k| k.name.as_deref());
    let uniques = table.uniques.iter().filter_map(|u| u.name.as_deref());
    let foreign_keys = table.foreign_keys.iter().filter_map(|k| k.name.as_deref());
    let checks = table.checks.iter().filter_map(|c| c.name.as_deref());
    let exclusions = table.exclusions.iter().map(|e| e.name.as_str());
    key.chain(uniques).chain(foreign_keys).chain(checks).chain(exclusions)
}
