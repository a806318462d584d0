//! Which columns views and triggers really read. SQLite rewrites their text when a column is renamed: what it
//! leaves alone does not name the column, whatever words it has in it.

use std::collections::BTreeSet;

use model_core::schema::{ObjectKind, QualifiedName, Schema, SchemaObject};

use super::copy::copy;
use crate::database::{Connection, DatabaseError};
use crate::databases::sqlite::quote::{literal, quote};
use crate::databases::sqlite::session::LEXIS;

/// Takes back the columns that were found by their words alone. Where no copy can be made, or SQLite does
/// not rename, they stay: too much is safer than too little.
pub(super) fn confirm(schema: &mut Schema) {
    let whole = schema.clone();
    for object in &mut schema.objects {
        let read = matches!(object.kind, ObjectKind::View | ObjectKind::Trigger);
        if !read || object.references.iter().all(|r| r.column.is_none()) {
            continue;
        }
        let Ok(mut copy) = copy(&part(&whole, object)) else { continue };
        let name = &object.name.name;
        let Ok(Some(before)) = text(copy.as_mut(), name) else { continue };
        object.references.retain(|reference| {
            let Some(column) = &reference.column else { return true };
            !matches!(
                renamed(copy.as_mut(), &reference.table.name, column, name),
                Ok(Some(after)) if after == before
            )
        });
    }
}

/// What an object can't be made without, and itself. SQLite reads a whole schema again for each
/// name that it changes, and most of it has nothing to do with the object.
fn part(whole: &Schema, object: &SchemaObject) -> Schema {
    let lower = |name: &QualifiedName| name.name.to_ascii_lowercase();
    let mut words: BTreeSet<String> = words(object).collect();
    let mut needed = BTreeSet::from([(object.kind, lower(&object.name))]);
    while let Some(next) = whole.objects.iter().find(|o| {
        let name = lower(&o.name);
        o.kind != ObjectKind::Trigger && words.contains(&name) && !needed.contains(&(o.kind, name))
    }) {
        needed.insert((next.kind, lower(&next.name)));
        words.extend(self::words(next));
    }
    let tables = whole.tables.iter().filter(|t| words.contains(&lower(&t.name)));
    let others = whole.objects.iter().filter(|o| needed.contains(&(o.kind, lower(&o.name))));
    Schema {
        tables: tables.cloned().collect(),
        objects: others.cloned().collect(),
        ..Schema::default()
    }
}

fn words(object: &SchemaObject) -> impl Iterator<Item = String> {
    let tokens = LEXIS.tokens(object.definition.as_deref().unwrap_or_default()).into_iter();
    tokens.filter_map(|t| t.name().or_else(|| t.value()).map(|n| n.to_ascii_lowercase()))
}

/// The text of a view or trigger while a column has another name.
fn renamed(
    copy: &mut dyn Connection,
    table: &str,
    column: &str,
    object: &str,
) -> Result<Option<String>, DatabaseError> {
    copy.execute("SAVEPOINT \"renamed\"")?;
    let rename = format!(
        "ALTER TABLE {} RENAME COLUMN {} TO {}",
        quote(table),
        quote(column),
        quote(&format!("__migrate_{column}"))
    );
    let text = copy.execute(&rename).and_then(|()| text(copy, object));
    copy.execute("ROLLBACK TO \"renamed\"; RELEASE \"renamed\"")?;
    text
}

fn text(copy: &mut dyn Connection, object: &str) -> Result<Option<String>, DatabaseError> {
    let rows = copy.query(&format!(
        "SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger') AND name = {}",
        literal(object)
    ))?;
    Ok(rows.into_iter().flatten().next().flatten())
}
