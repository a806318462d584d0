//! A schema made again in memory, for questions that only SQLite itself can answer.

use model_core::schema::{ObjectKind, Schema};

use super::connection::Sqlite as Database;
use super::render::render;
use super::statement::Statement;
use crate::database::Connection;
use crate::databases::sqlite::session::LEXIS;
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
    let definitions = |kinds: &'static [ObjectKind]| {
        let some = schema.objects.iter().filter(move |o| kinds.contains(&o.kind));
        some.filter_map(|o| o.definition.as_deref())
    };
    // The tables behind a virtual table come with it.
    let is_virtual = |sql: &&str| LEXIS.tokens(sql).get(1).is_some_and(|t| t.is("VIRTUAL"));
    for sql in definitions(&[ObjectKind::Dependent]) {
        make(sql)?;
    }
    for sql in definitions(&[ObjectKind::Table]).filter(is_virtual) {
        make(sql)?;
    }
    for sql in definitions(&[ObjectKind::View]).chain(definitions(&[ObjectKind::Trigger])) {
        make(sql)?;
    }
    Ok(copy)
}
