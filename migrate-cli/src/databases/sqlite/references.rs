//! What views and triggers really name, of all that they have the words of.

use std::collections::BTreeSet;

use model_core::schema::{
    ObjectKind, ObjectName, QualifiedName, Reference, Schema, SchemaObject, Table,
};

use super::alone::{Alone, words};
use super::copy::part;
use super::statement::Statement;
use crate::database::Connection;
use crate::databases::sqlite::quote::literal;

/// Fills in the columns of the views, and takes back what was found by its words alone. Where SQLite does not
/// rename, everything stays: too much is safer than too little.
pub(super) fn confirm(schema: &mut Schema) {
    if !schema.objects.iter().any(|o| is_read(o.kind)) {
        return;
    }
    if let Ok(mut copy) = part(&below_views(schema)) {
        fill_in_columns(copy.as_mut(), &mut schema.objects);
    }
    let whole = schema.clone();
    for object in schema.objects.iter_mut().filter(|o| is_read(o.kind)) {
        add_columns_of_views(&whole, object);
        if let Some(mut alone) = Alone::new(&whole, object)
            && let Some(before) = alone.text()
        {
            confirm_one(&mut alone, &before, object);
        }
    }
}

/// The views, and the tables that they may read.
fn below_views(schema: &Schema) -> Schema {
    let objects = schema.objects.iter().filter(|o| o.kind != ObjectKind::Trigger);
    let objects: Vec<SchemaObject> = objects.cloned().collect();
    let definitions = objects.iter().filter_map(|o| o.definition.as_deref());
    let words: BTreeSet<String> = definitions.flat_map(words).collect();
    let tables = schema.tables.iter().filter(|t| words.contains(&t.name.name.to_ascii_lowercase()));
    let tables = tables.map(|t| Table { indexes: Vec::new(), ..t.clone() }).collect();
    Schema { tables, objects, ..Schema::default() }
}

/// Whether the text of such an object reads tables.
pub(super) fn is_read(kind: ObjectKind) -> bool {
    matches!(kind, ObjectKind::View | ObjectKind::Trigger)
}

/// Reads the columns of the views.
pub(super) fn fill_in_columns(copy: &mut dyn Connection, objects: &mut [SchemaObject]) {
    for view in objects.iter_mut().filter(|o| o.kind == ObjectKind::View) {
        let name = literal(&view.name.name);
        let columns = copy.query(&format!("SELECT name FROM pragma_table_xinfo({name})"));
        let columns = columns.unwrap_or_default().into_iter().flatten().flatten();
        view.interface = columns.collect();
    }
}

fn add_columns_of_views(whole: &Schema, object: &mut SchemaObject) {
    let words = words(object.definition.as_deref().unwrap_or_default());
    for view in whole.objects.iter().filter(|o| o.kind == ObjectKind::View) {
        if object.uses.contains(&view.object_name()) {
            let named = view.interface.iter().filter(|c| words.contains(&c.to_ascii_lowercase()));
            let table = || view.name.clone();
            let columns = named.map(|c| Reference { table: table(), column: Some(c.clone()) });
            object.references.extend(columns);
        }
    }
}

fn confirm_one(alone: &mut Alone, before: &str, object: &mut SchemaObject) {
    let mut names = |rename: Statement| alone.text_after(&[rename]).as_deref() != Some(before);
    object.references.retain(|reference| match &reference.column {
        None => true,
        Some(column) => names(Statement::RenameColumn {
            table: reference.table.name.clone(),
            from: column.clone(),
            to: format!("__migrate_{column}"),
        }),
    });
    let hangs_on = object.table.clone();
    let with_columns: Vec<QualifiedName> = object
        .references
        .iter()
        .filter(|r| r.column.is_some())
        .map(|r| r.table.clone())
        .chain(hangs_on)
        .collect();
    let mut is_named = |table: &QualifiedName| {
        let (from, to) = (table.name.clone(), format!("__migrate_{}", table.name));
        with_columns.contains(table) || names(Statement::RenameTable { from, to })
    };
    object.references.retain(|r| r.column.is_some() || is_named(&r.table));
    object.uses.retain(|view: &ObjectName| is_named(&view.name));
}
