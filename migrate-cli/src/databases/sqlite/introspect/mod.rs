//! Reads a SQLite database: its statements from `sqlite_master`, what SQLite made of the columns from its
//! pragmas, three questions whatever the number of tables.

mod create_index;
mod create_table;
mod cursor;
mod others;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Schema, Table};

use crate::database::{Connection, Row};
#[cfg(feature = "sqlite")]
use crate::databases::sqlite::references;
use crate::databases::sqlite::virtual_table::is_virtual;
use crate::dialect::{SchemaError, Scope};

/// Reads the whole schema of a SQLite database.
pub fn introspect(database: &mut dyn Connection, scope: &Scope) -> Result<Schema, SchemaError> {
    let master = database.query(
        "SELECT type, name, tbl_name, sql FROM sqlite_master \
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
    )?;
    let columns = database.query(
        "SELECT m.name, c.name, c.\"notnull\" FROM sqlite_master AS m \
         JOIN pragma_table_xinfo(m.name, 'main') AS c \
         WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL %' ORDER BY m.name, c.cid",
    )?;
    let shadows = database
        .query("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'")?;
    let shadows: BTreeSet<&str> = shadows.iter().map(|row| text(row, 0)).collect();
    let mut facts: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in &columns {
        facts.entry(text(row, 0)).or_default().push(row);
    }

    let mut schema = Schema { complete: true, ..Schema::default() };
    let mut ignored = Vec::new();
    for object in master.iter().filter(|o| text(o, 0) == "table") {
        let (name, sql) = (text(object, 1), text(object, 3));
        if shadows.contains(name) {
            schema.objects.push(others::shadow(name));
            continue;
        }
        if is_virtual(sql) {
            if !scope.ignores(name) {
                schema.objects.push(others::virtual_table(name, sql));
            }
            continue;
        }
        let mut table = match create_table::read(sql) {
            Ok(table) => table,
            Err(_) if scope.ignores(name) => continue,
            Err(reason) => return Err(unreadable("table", name, reason)),
        };
        table.name.name = name.to_owned();
        complete_columns(&mut table, facts.get(name).map_or(&[], Vec::as_slice))?;
        if scope.ignores(name) {
            ignored.push(table);
        } else {
            schema.tables.push(table);
        }
    }
    let places: BTreeMap<String, usize> =
        schema.tables.iter().enumerate().map(|(place, t)| (t.name.name.clone(), place)).collect();
    for object in master.iter().filter(|o| text(o, 0) == "index") {
        let (name, on, sql) = (text(object, 1), text(object, 2), text(object, 3));
        let table = places.get(on).and_then(|place| schema.tables.get_mut(*place));
        let Some(table) = table else { continue };
        let columns: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        let mut index = create_index::read(sql, &columns)
            .map_err(|reason| unreadable("index", name, reason))?;
        index.name = name.to_owned();
        table.indexes.push(index);
    }
    for object in &master {
        let (kind, name, on, sql) =
            (text(object, 0), text(object, 1), text(object, 2), text(object, 3));
        let object = match kind {
            "view" if scope.ignores(name) => others::ignored_view(name, sql),
            "view" => others::view_or_trigger(name, None, sql),
            "trigger" if !scope.ignores(on) => others::view_or_trigger(name, Some(on), sql),
            _ => continue,
        };
        schema.objects.push(object);
    }
    // Not ours, but the keys of such a table decide how a parent of it can be rebuilt, and a view of ours
    // may read it.
    ignored.retain(|table: &Table| {
        !table.foreign_keys.is_empty() || others::is_named(&schema.objects, &table.name.name)
    });
    schema.objects.extend(ignored.iter().map(others::ignored_table));
    others::find_references(&mut schema);
    schema.sort();
    #[cfg(feature = "sqlite")]
    references::confirm(&mut schema);
    Ok(schema)
}

fn text(row: &Row, index: usize) -> &str {
    row.get(index).and_then(Option::as_deref).unwrap_or_default()
}

fn unreadable(kind: &str, name: &str, reason: String) -> SchemaError {
    SchemaError::Unsupported {
        object: format!("{kind} {name}"),
        problem: format!("its statement in sqlite_master could not be read: {reason}"),
        advice: format!("leave it out with `[generate] ignore = [\"{name}\"]` in migrate.toml"),
    }
}

/// Takes over what SQLite made of the columns, and gives the columns of constraints the names that they
/// have where they are declared.
fn complete_columns(table: &mut Table, facts: &[&Row]) -> Result<(), SchemaError> {
    if facts.len() != table.columns.len() {
        let problem = format!("{} columns read, {} there", table.columns.len(), facts.len());
        return Err(unreadable("table", &table.name.name, problem));
    }
    for (column, fact) in table.columns.iter_mut().zip(facts) {
        column.name = text(fact, 1).to_owned();
        column.nullable = text(fact, 2) == "0";
        column.collation = column.collation.take().map(others::collation).filter(|c| c != "BINARY");
    }
    let names: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
    let declared = |name: &mut String| {
        if let Some(found) = names.iter().find(|n| n.eq_ignore_ascii_case(name)) {
            name.clone_from(found);
        }
    };
    let keys = table.primary_key.iter_mut().flat_map(|k| &mut k.columns);
    for column in keys.chain(table.uniques.iter_mut().flat_map(|u| &mut u.columns)) {
        declared(&mut column.name);
        column.collation = column.collation.take().map(others::collation);
    }
    table.foreign_keys.iter_mut().flat_map(|k| &mut k.columns).for_each(declared);
    Ok(())
}
