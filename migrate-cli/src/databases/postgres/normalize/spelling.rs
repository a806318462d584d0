//! How a table's types and expressions are written: as a person does, or as the server prints them.

use std::collections::BTreeMap;

use model_core::schema::{Index, IndexTarget, Table};

use super::inherit;

/// Whether a type or an expression is written in another way than the server prints it.
pub fn differs(table: &Table, there: &Table) -> bool {
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
    let exclusion = table.exclusions.iter().any(|own| {
        !there.exclusions.iter().any(|e| e.name == own.name && e.definition == own.definition)
    });
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

/// Takes over the spelling of the server.
pub fn take(table: &mut Table, spelt: &Table) {
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
