//! Enumerations, extensions and what is only seen.

use model_core::schema::{
    EnumType, EnumValue, Extension, OtherKind, OtherObject, Reference, TableName,
};

use super::rows::{EnumRow, ExtensionRow, OtherRow};
use super::{is_ignored, name_in};
use crate::dialect::Scope;

pub fn enums(rows: Vec<EnumRow>, default: &str) -> Vec<EnumType> {
    rows.into_iter()
        .map(|row| EnumType {
            // One that a type of the server's own hides is only found with its namespace.
            name: match row.visible || row.schema != default {
                true => name_in(default, &row.schema, &row.name),
                false => TableName::qualified(row.schema, row.name),
            },
            values: row
                .values
                .into_iter()
                .map(|name| EnumValue { name, renamed_from: None })
                .collect(),
            renamed_from: None,
        })
        .collect()
}

pub fn extensions(rows: Vec<ExtensionRow>, default: &str) -> Vec<Extension> {
    rows.into_iter()
        .map(|row| Extension {
            name: row.name,
            // The server's own namespace is on every path.
            schema: Some(row.schema).filter(|s| s != default && s != "pg_catalog"),
        })
        .collect()
}

/// What reads only ignored tables stays, as it may stand on others; what hangs on one goes.
pub fn others(rows: Vec<OtherRow>, default: &str, scope: &Scope) -> Vec<OtherObject> {
    rows.into_iter()
        .filter_map(|row| {
            let table: Option<TableName> =
                row.table.as_ref().map(|table| name_in(default, &row.schema, table));
            if table.as_ref().is_some_and(|table| is_ignored(table, scope)) {
                return None;
            }
            let mut references: Vec<Reference> = row
                .references
                .into_iter()
                .map(|r| Reference {
                    table: name_in(default, &r.schema, &r.table),
                    column: r.column,
                })
                .collect();
            references.sort();
            references.dedup();
            Some(OtherObject {
                kind: row.kind,
                name: name_in(default, &row.schema, &row.name),
                table,
                definition: row.definition,
                references,
            })
        })
        .collect()
}

/// A table that is seen and left alone.
pub fn other_table(name: TableName) -> OtherObject {
    OtherObject { kind: OtherKind::Table, name, table: None, definition: None, references: vec![] }
}
