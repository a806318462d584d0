//! Table names on servers that take `BigItem` and `bigitem` for one, as on Windows and macOS, or
//! wherever `lower_case_table_names` says so.

use model_core::schema::{QualifiedName, Schema};

use crate::database::{Connection, DatabaseError};

/// Gives the desired tables the names that the server has or would keep.
pub fn fold(
    database: &mut dyn Connection,
    desired: &mut Schema,
    actual: &Schema,
) -> Result<(), DatabaseError> {
    let is_lower = |name: &QualifiedName| name.name == name.name.to_lowercase();
    if desired.tables.iter().chain(&actual.tables).all(|table| is_lower(&table.name)) {
        return Ok(());
    }
    let rows = database.query("SELECT @@lower_case_table_names")?;
    let setting = rows.into_iter().flatten().flatten().next();
    // 0: names are told apart; 1: all are kept in lower case; 2: as they were given.
    let keeps_lower = match setting.as_deref() {
        Some("1") => true,
        Some("2") => false,
        _ => return Ok(()),
    };
    let folded = |name: &QualifiedName| {
        let lower = |name: &QualifiedName| {
            (name.schema.as_ref().map(|schema| schema.to_lowercase()), name.name.to_lowercase())
        };
        let is_same = |other: &QualifiedName| lower(name) == lower(other);
        let there = actual.tables.iter().map(|table| &table.name).find(|other| is_same(other));
        match there {
            Some(there) => there.clone(),
            None if keeps_lower => {
                let (schema, name) = lower(name);
                QualifiedName { schema, name }
            }
            None => name.clone(),
        }
    };
    for table in &mut desired.tables {
        table.name = folded(&table.name);
        table.renamed_from = table.renamed_from.as_ref().map(folded);
        for key in &mut table.foreign_keys {
            key.references = folded(&key.references);
        }
    }
    Ok(())
}
