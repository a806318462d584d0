//! Views and triggers as SQLite writes them once what they read has another name.

use model_core::schema::{ObjectKind, Reference, Schema, SchemaObject};

#[cfg(feature = "sqlite")]
use super::rewritten::text_after;
#[cfg(not(feature = "sqlite"))]
use super::session::LEXIS;
use crate::diff::Renames;

/// See [`Equivalence::objects_after`](crate::diff::Equivalence::objects_after).
pub(super) fn objects_after(schema: &Schema, renames: &Renames) -> Vec<SchemaObject> {
    if renames.tables.is_empty() && renames.columns.is_empty() {
        return schema.objects.clone();
    }
    let after = schema.objects.iter().map(|object| {
        let mut after = object.clone();
        let names_it = |r: &&Reference| is_renamed(r, renames);
        let is_touched = object.references.iter().any(|r| names_it(&r))
            || object.table.as_ref().is_some_and(|table| renames.table(table) != *table);
        if is_touched && matches!(object.kind, ObjectKind::View | ObjectKind::Trigger) {
            after.definition = text_after(schema, object, renames);
        }
        after.table = object.table.as_ref().map(|table| renames.table(table));
        for reference in &mut after.references {
            if let Some(column) = &mut reference.column {
                *column = renames.column(&reference.table, column).to_owned();
            }
            reference.table = renames.table(&reference.table);
        }
        after
    });
    after.collect()
}

fn is_renamed(reference: &Reference, renames: &Renames) -> bool {
    let table = &reference.table;
    let column = reference.column.as_deref();
    renames.kept_table(table).as_ref() != Some(table)
        || column.is_some_and(|c| renames.kept_column(table, c) != Some(c))
}

/// The text by its words alone.
#[cfg(not(feature = "sqlite"))]
fn text_after(_: &Schema, object: &SchemaObject, renames: &Renames) -> Option<String> {
    let mut names = Vec::new();
    for reference in &object.references {
        let after = renames.table(&reference.table).name;
        names.push((reference.table.name.clone(), after));
        if let Some(column) = &reference.column {
            let after = renames.column(&reference.table, column).to_owned();
            names.push((column.clone(), after));
        }
    }
    names.retain(|(before, after)| before != after);
    let definition = object.definition.as_deref()?;
    Some(LEXIS.with_names(definition, &names, super::quote::quote))
}
