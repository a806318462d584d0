//! Brings a lowered schema as near to the actual one as its meaning allows.

mod inherit;
mod scratch;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Identity, Index, IndexTarget, QualifiedName, Schema, Table};

use super::lower::complete;
use crate::database::Connection;
use crate::databases::postgres::introspect::default_namespace;
use crate::dialect::SchemaError;

/// See [`Dialect::normalize`](crate::dialect::Dialect::normalize).
pub fn normalize(
    database: Option<&mut dyn Connection>,
    desired: Schema,
    actual: &Schema,
) -> Result<Schema, SchemaError> {
    let mut desired = spelt(database, desired, actual)?;
    let columns = desired.tables.iter_mut().flat_map(|t| &mut t.columns);
    for column in columns {
        if let Identity::Standard { options, .. } = &mut column.identity {
            *options = complete(options);
        }
    }
    Ok(desired)
}

/// The schema with all that it leaves open taken from the actual one, in the server's own spelling
/// where there is one to ask.
fn spelt(
    database: Option<&mut dyn Connection>,
    mut desired: Schema,
    actual: &Schema,
) -> Result<Schema, SchemaError> {
    let Some(database) = database else {
        inherit::inherit(&mut desired, actual);
        return Ok(desired);
    };
    let default = default_namespace(database)?;
    unqualify(&mut desired, &default);
    inherit::inherit(&mut desired, actual);
    let doubtful: BTreeSet<QualifiedName> = desired
        .tables
        .iter()
        .filter(|t| inherit::counterpart(t, actual).is_some_and(|there| differs_in_text(t, there)))
        .map(|t| t.name.clone())
        .collect();
    if doubtful.is_empty() {
        return Ok(desired);
    }
    let spelt = scratch::spell(database, &desired, actual, &doubtful, &default)?;
    for table in &mut desired.tables {
        if let Some(spelt) = spelt.get(&table.name) {
            take_spelling(table, spelt);
        }
    }
    // Once more: what was spelt differently may turn out to be the same.
    inherit::inherit(&mut desired, actual);
    Ok(desired)
}

/// A default namespace that is spelt out is the default namespace.
fn unqualify(schema: &mut Schema, default: &str) {
    let strip = |name: &mut QualifiedName| {
        if name.schema.as_deref() == Some(default) {
            name.schema = None;
        }
    };
    schema.namespaces.retain(|n| n != default);
    for table in &mut schema.tables {
        strip(&mut table.name);
        table.renamed_from.iter_mut().for_each(strip);
        table.foreign_keys.iter_mut().for_each(|k| strip(&mut k.references));
    }
    for enumeration in &mut schema.enums {
        strip(&mut enumeration.name);
        enumeration.renamed_from.iter_mut().for_each(strip);
    }
    schema.sort();
}

/// Whether a type or an expression is written in another way than the server prints it.
fn differs_in_text(table: &Table, there: &Table) -> bool {
    let column = table.columns.iter().any(|own| match inherit::column(own, there) {
        Some(there) => {
            own.ty != there.ty
                || own.computed != there.computed
                || own.default.is_some() && own.default != there.default
                || own.collation != there.collation
        }
        None => true,
    });
    let check = table.checks.iter().any(|own| {
        !there.checks.iter().any(|c| c.name == own.name && c.expression == own.expression)
    });
    let exclusion = table.exclusions.iter().any(|own| !there.exclusions.contains(own));
    column
        || check
        || exclusion
        || table.indexes.iter().any(|own| !there.indexes.iter().any(|i| same(own, i)))
}

fn same(a: &Index, b: &Index) -> bool {
    a.name == b.name
        && a.columns == b.columns
        && a.predicate == b.predicate
        && a.options == b.options
}

/// Whether the server has anything to say about how the index is written.
pub fn is_spelt(index: &Index) -> bool {
    index.predicate.is_some()
        || !index.options.is_empty()
        || index.columns.iter().any(|part| {
            matches!(part.target, IndexTarget::Expression(_))
                || part.operator_class.is_some()
                || part.collation.is_some()
                || part.nulls.is_some()
        })
}

fn take_spelling(table: &mut Table, spelt: &Table) {
    for column in &mut table.columns {
        if let Some(spelt) = spelt.column(&column.name) {
            column.ty = spelt.ty.clone();
            column.default.clone_from(&spelt.default);
            column.computed.clone_from(&spelt.computed);
            column.collation.clone_from(&spelt.collation);
        }
    }
    let checks: BTreeMap<_, _> = spelt.checks.iter().map(|c| (&c.name, c)).collect();
    for check in &mut table.checks {
        if let Some(spelt) = checks.get(&check.name) {
            check.expression.clone_from(&spelt.expression);
        }
    }
    for exclusion in &mut table.exclusions {
        if let Some(spelt) = spelt.exclusions.iter().find(|e| e.name == exclusion.name) {
            exclusion.definition.clone_from(&spelt.definition);
        }
    }
    for index in &mut table.indexes {
        if let Some(spelt) = spelt.indexes.iter().find(|i| i.name == index.name) {
            index.columns.clone_from(&spelt.columns);
            index.predicate.clone_from(&spelt.predicate);
            index.options.clone_from(&spelt.options);
            index.method.clone_from(&spelt.method);
        }
    }
}
