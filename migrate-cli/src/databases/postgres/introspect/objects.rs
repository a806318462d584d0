//! Enumerations, extensions and what is only seen.

use model_core::schema::{
    EnumType, EnumValue, Extension, ObjectKind, QualifiedName, Reference, SchemaObject,
};

use super::names::{is_ignored, name_in};
use super::rows::{ColumnRow, ConstraintRow, EnumRow, ExtensionRow, OtherRow};
use crate::databases::postgres::types::{Type, TypeKind};
use crate::databases::postgres::words;
use crate::dialect::Scope;

pub fn enums(rows: Vec<EnumRow>, default: &str) -> Vec<EnumType> {
    rows.into_iter()
        .map(|row| EnumType {
            // One that a type of the server's own hides is only found with its namespace.
            name: match row.visible || row.schema != default {
                true => name_in(default, &row.schema, &row.name),
                false => QualifiedName::qualified(row.schema, row.name),
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
pub fn others(rows: Vec<OtherRow>, default: &str, scope: &Scope) -> Vec<SchemaObject> {
    rows.into_iter()
        .filter_map(|row| {
            let table: Option<QualifiedName> =
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
            Some(SchemaObject {
                table,
                definition: row.definition,
                references,
                ..SchemaObject::new(row.kind, name_in(default, &row.schema, &row.name))
            })
        })
        .collect()
}

/// A table that is seen and left alone: partitioned, inherited, foreign.
#[derive(Debug, Default)]
pub struct UnmanagedTable {
    lines: Vec<String>,
    references: Vec<Reference>,
}

impl UnmanagedTable {
    /// Adds one of its columns.
    pub fn column(&mut self, row: &ColumnRow) {
        let mut line = format!("{} {}", row.name, row.ty);
        if !row.nullable {
            line.push_str(" NOT NULL");
        }
        if let Some(expression) = &row.expression {
            line.push_str(&format!(" DEFAULT {expression}"));
        }
        line.push_str(&row.generated);
        line.push_str(&row.identity);
        self.lines.push(line);
        // An enumeration, maybe.
        if Type::read(&row.ty).kind == TypeKind::Other {
            let (schema, name, _) = words::type_name(&row.ty);
            self.references.push(Reference { table: QualifiedName { schema, name }, column: None });
        }
    }

    /// Adds one of its constraints, with the columns that a foreign key leads to.
    pub fn constraint(&mut self, row: &ConstraintRow, default: &str) {
        // The column says that it is required, whatever forbids NULL is called.
        if row.kind == "n" {
            return;
        }
        let text = row.definition.as_ref().or(row.expression.as_ref());
        let columns = row.columns.clone().unwrap_or_default().join(", ");
        let text = text.cloned().unwrap_or(columns);
        self.lines.push(format!("{} {} {text}", row.name, row.kind));
        if let (Some(schema), Some(parent)) = (&row.parent_schema, &row.parent) {
            let table = name_in(default, schema, parent);
            self.references.extend(
                row.parent_columns
                    .iter()
                    .flatten()
                    .map(|column| Reference { table: table.clone(), column: Some(column.clone()) }),
            );
        }
    }

    /// The object that it is to the rest.
    pub fn object(mut self, name: QualifiedName) -> SchemaObject {
        // A partition may have its columns in another order.
        self.lines.sort();
        self.references.retain(|r| r.table != name);
        self.references.sort();
        self.references.dedup();
        SchemaObject {
            definition: Some(self.lines.join("\n")),
            references: self.references,
            ..SchemaObject::new(ObjectKind::Table, name)
        }
    }
}
