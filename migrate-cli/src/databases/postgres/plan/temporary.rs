//! Names that are free in both schemas, for what has to make way for a while.

use model_core::schema::{EnumType, Identity, QualifiedName, Schema, Table};

use crate::databases::postgres::names::{self, beside};
use crate::databases::postgres::option;
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
    TemporaryNames::new(names::LIMIT, of_schema(&diff.from).chain(of_schema(&diff.to)))
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
    let enums = schema.enums.iter().map(|e| &e.name);
    let sequences = schema.sequences.iter().map(|s| &s.name);
    let objects = schema.objects.iter().map(|o| &o.name);
    let names = enums.chain(sequences).chain(objects).map(|name| name.name.as_str());
    names.chain(schema.tables.iter().flat_map(of_table))
}

/// The table, its indexes and its sequences.
fn of_table(table: &Table) -> impl Iterator<Item = &str> {
    let indexes = table.indexes.iter().map(|i| i.name.as_str());
    let sequences = table.columns.iter().filter_map(|column| match &column.identity {
        Identity::Serial { sequence, .. } => Some(sequence.as_str()),
        _ => column.options.get(option::SEQUENCE).map(String::as_str),
    });
    std::iter::once(table.name.name.as_str())
        .chain(indexes)
        .chain(sequences)
        .chain(of_constraints(table))
}

fn of_constraints(table: &Table) -> impl Iterator<Item = &str> {
    let key = table.primary_key.iter().filter_map(|k| k.name.as_deref());
    let uniques = table.uniques.iter().filter_map(|u| u.name.as_deref());
    let foreign_keys = table.foreign_keys.iter().filter_map(|k| k.name.as_deref());
    let checks = table.checks.iter().filter_map(|c| c.name.as_deref());
    let exclusions = table.exclusions.iter().map(|e| e.name.as_str());
    key.chain(uniques).chain(foreign_keys).chain(checks).chain(exclusions)
}
