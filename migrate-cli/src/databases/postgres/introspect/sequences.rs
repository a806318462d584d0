//! Sequences, and which columns count by them.

use std::collections::BTreeMap;

use model_core::schema::{Grant, QualifiedName, Reference, Schema, Sequence, SequenceOptions};

use super::names::name_in;
use super::rows::{ColumnRow, SequenceRow};

/// A sequence that belongs to a column.
pub struct Counter {
    pub sequence: Sequence,
    /// How a default that draws from it is printed.
    next: String,
    is_identity: bool,
}

/// Sorts sequences: those tied to a column by that column, all others into the schema.
pub fn counters(
    rows: Vec<SequenceRow>,
    default: &str,
    schema: &mut Schema,
) -> BTreeMap<QualifiedName, BTreeMap<String, Vec<Counter>>> {
    let mut counters: BTreeMap<_, BTreeMap<String, Vec<Counter>>> = BTreeMap::new();
    for row in rows {
        let name = name_in(default, &row.schema, &row.name);
        let owner = match (&row.owner_schema, row.owner, row.owner_column) {
            (Some(schema), Some(table), Some(column)) => {
                Some((name_in(default, schema, &table), column))
            }
            _ => None,
        };
        let sequence = Sequence {
            name,
            options: SequenceOptions {
                ty: Some(row.ty),
                start: Some(row.start),
                increment: Some(row.increment),
                min: Some(row.min),
                max: Some(row.max),
                cache: Some(row.cache),
                cycle: Some(row.cycle),
            },
            owned_by: owner
                .clone()
                .map(|(table, column)| Reference { table, column: Some(column) }),
            grants: sorted(row.grants),
        };
        let is_identity = row.tie.as_deref() == Some("i");
        let counter = Counter { sequence, next: row.next, is_identity };
        match owner {
            None => schema.sequences.push(counter.sequence),
            Some((table, column)) => {
                counters.entry(table).or_default().entry(column).or_default().push(counter);
            }
        }
    }
    counters
}

/// Whether the column counts by this sequence, as an identity or a serial column does.
pub fn draws(row: &ColumnRow, counter: &Counter, table: &QualifiedName) -> bool {
    match row.identity.as_str() {
        "a" | "d" => counter.is_identity,
        _ => {
            row.generated.is_empty()
                && row.expression.as_ref() == Some(&counter.next)
                && counter.sequence.name.schema == table.schema
        }
    }
}

/// Grants in their order.
pub fn sorted(grants: Option<Vec<Grant>>) -> Vec<Grant> {
    let mut grants = grants.unwrap_or_default();
    grants.sort();
    grants
}
