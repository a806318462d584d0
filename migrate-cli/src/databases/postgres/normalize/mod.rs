//! Brings a lowered schema as near to the actual one as its meaning allows.

mod children;
mod inherit;
mod scratch;
mod spelling;

use std::collections::BTreeSet;

use model_core::schema::{Identity, QualifiedName, Schema};

use crate::database::Connection;
use crate::databases::postgres::introspect::default_namespace;
use crate::databases::postgres::sequence::complete;
use crate::dialect::SchemaError;

/// See [`Dialect::normalize`](crate::dialect::Dialect::normalize).
pub fn normalize(
    database: Option<&mut dyn Connection>,
    desired: Schema,
    actual: &Schema,
) -> Result<Schema, SchemaError> {
    let mut desired = spelt(database, desired, actual)?;
    children::take_over(&mut desired, actual);
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
        .filter(|t| {
            inherit::counterpart(t, actual).is_some_and(|there| spelling::differs(t, there))
        })
        .map(|t| t.name.clone())
        .collect();
    if doubtful.is_empty() {
        return Ok(desired);
    }
    let spelt = scratch::spell(database, &desired, actual, &doubtful, &default)?;
    for table in &mut desired.tables {
        if let Some(spelt) = spelt.get(&table.name) {
            spelling::take(table, spelt);
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
