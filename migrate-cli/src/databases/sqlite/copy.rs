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
    let mut copy: Box<dyn Connection> = Box::new(Database::in_memory().map_err(|e| e.to_string())?);
    let mut make = |sql: &str| copy.execute(sql).map_err(|e| e.to_string());
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

/// The views and what they may read, as far as they can be made here.
pub(super) fn views(schema: &Schema) -> Result<Box<dyn Connection>, String> {
    let mut copy: Box<dyn Connection> = Box::new(Database::in_memory().map_err(|e| e.to_string())?);
    for table in &schema.tables {
        let _ = copy.execute(&render(&Statement::CreateTable(table.clone())));
    }
    for object in &schema.objects {
        let _ = match (object.kind, &object.definition) {
            (ObjectKind::Trigger, _) | (_, None) => Ok(()),
            (_, Some(sql)) => copy.execute(sql),
        };
    }
    Ok(copy)
}
