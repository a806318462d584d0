//! A schema made again in memory, for questions that only SQLite itself can answer.

use model_core::schema::{ObjectKind, Schema};

use super::connection::Sqlite as Database;
use super::render::render;
use super::statement::Statement;
use crate::database::Connection;
use crate::plan::creation_order;

/// The schema anew and empty, or why it can't be made here: an extension's function, collation or
/// module may be missing.
pub(super) fn copy(schema: &Schema) -> Result<Box<dyn Connection>, String> {
    made(schema, |copy, sql| copy.execute(sql).map_err(|e| e.to_string()))
}

/// As much of the schema anew as can be made here.
pub(super) fn part(schema: &Schema) -> Result<Box<dyn Connection>, String> {
    made(schema, |copy, sql| {
        let _ = copy.execute(sql);
        Ok(())
    })
}

fn made(
    schema: &Schema,
    make: impl Fn(&mut dyn Connection, &str) -> Result<(), String>,
) -> Result<Box<dyn Connection>, String> {
    let mut copy: Box<dyn Connection> = Box::new(Database::in_memory().map_err(|e| e.to_string())?);
    let mut make = |sql: &str| make(copy.as_mut(), sql);
    make("PRAGMA foreign_keys = ON")?;
    let order = creation_order(&schema.tables.iter().collect::<Vec<_>>());
    for name in &order.tables {
        let Some(table) = schema.table(name) else { continue };
        make(&render(&Statement::CreateTable(table.clone())))?;
        for index in &table.indexes {
            let table = name.name.clone();
            let step = Statement::CreateIndex { table, index: index.clone() };
            make(&render(&step))?;
        }
    }
    for kind in [ObjectKind::Dependent, ObjectKind::Table, ObjectKind::View, ObjectKind::Trigger] {
        let some = schema.objects.iter().filter(|o| o.kind == kind);
        some.filter_map(|o| o.definition.as_deref()).try_for_each(&mut make)?;
    }
    Ok(copy)
}
