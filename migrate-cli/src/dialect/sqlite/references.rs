//! Which columns views and triggers really read. SQLite rewrites their text when a column is renamed: what it
//! leaves alone does not name the column, whatever words it has in it.

use std::collections::BTreeMap;

use model_core::schema::{OtherKind, Reference, Schema};

use super::copy::copy;
use crate::database::{Connection, DatabaseError};
use crate::render::sqlite::quote;

/// Takes back the columns that were found by their words alone. Where no copy can be made, or SQLite does
/// not rename, they stay: too much is safer than too little.
pub(super) fn confirm(schema: &mut Schema) {
    let read = |kind| matches!(kind, OtherKind::View | OtherKind::Trigger);
    let mut found: Vec<Reference> = schema
        .others
        .iter()
        .filter(|o| read(o.kind))
        .flat_map(|o| o.references.iter().filter(|r| r.column.is_some()).cloned())
        .collect();
    found.sort();
    found.dedup();
    if found.is_empty() {
        return;
    }
    let Ok(mut copy) = copy(schema) else { return };
    let Ok(before) = texts(copy.as_mut()) else { return };
    for reference in found {
        let Some(column) = &reference.column else { continue };
        let Ok(after) = renamed(copy.as_mut(), &reference.table.name, column) else { continue };
        for object in schema.others.iter_mut().filter(|o| read(o.kind)) {
            let name = &object.name.name;
            if before.contains_key(name) && before.get(name) == after.get(name) {
                object.references.retain(|r| r != &reference);
            }
        }
    }
}

/// The texts of all views and triggers while a column has another name.
fn renamed(
    copy: &mut dyn Connection,
    table: &str,
    column: &str,
) -> Result<BTreeMap<String, String>, DatabaseError> {
    copy.execute("SAVEPOINT \"renamed\"")?;
    let rename = format!(
        "ALTER TABLE {} RENAME COLUMN {} TO {}",
        quote(table),
        quote(column),
        quote(&format!("__migrate_{column}"))
    );
    let texts = copy.execute(&rename).and_then(|()| texts(copy));
    copy.execute("ROLLBACK TO \"renamed\"; RELEASE \"renamed\"")?;
    texts
}

fn texts(copy: &mut dyn Connection) -> Result<BTreeMap<String, String>, DatabaseError> {
    let rows = copy.query(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY 1",
    )?;
    let pair = |row: Vec<Option<String>>| {
        let mut cells = row.into_iter().flatten();
        Some((cells.next()?, cells.next()?))
    };
    Ok(rows.into_iter().filter_map(pair).collect())
}
