//! Enumerations, extensions and what is only seen.

use std::collections::BTreeMap;

use model_core::schema::{
    ConstraintName, EnumType, EnumValue, Extension, ObjectKind, ObjectName, QualifiedName,
    Reference, SchemaObject,
};

use super::definitions;
use super::names::{is_ignored, name_in};
use super::numbers::Numbers;
use super::rows::{Class, ColumnRow, ConstraintRow, EnumRow, ExtensionRow, ObjectRow};
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
pub fn objects(rows: Vec<ObjectRow>, default: &str, scope: &Scope) -> Vec<SchemaObject> {
    let named = |row: &ObjectRow| {
        let table = row.table.as_ref().map(|table| {
            name_in(default, row.table_schema.as_deref().unwrap_or(&row.schema), table)
        });
        let name = name_in(default, &row.schema, &row.name);
        ObjectName { kind: row.kind, name, table, signature: row.signature.clone() }
    };
    let known: BTreeMap<(Class, i64), ObjectName> =
        rows.iter().filter_map(|row| Some(((row.class?, row.id?), named(row)))).collect();
    rows.into_iter()
        .filter_map(|row| {
            let name = named(&row);
            if name.table.as_ref().is_some_and(|table| is_ignored(table, scope)) {
                return None;
            }
            Some(object(row, name, &known, default))
        })
        .collect()
}

fn object(
    mut row: ObjectRow,
    name: ObjectName,
    known: &BTreeMap<(Class, i64), ObjectName>,
    default: &str,
) -> SchemaObject {
    let mut references = Vec::new();
    let mut uses = Vec::new();
    for lean in row.leans.take().unwrap_or_default() {
        match known.get(&(lean.class, lean.id)) {
            Some(other) if *other == name => {}
            Some(other) => uses.push(other.clone()),
            // Tables, sequences and enumerations; what an extension brings along is nobody's.
            None if matches!(lean.kind.as_str(), "r" | "p" | "f" | "S" | "e") => {
                if let (Some(schema), Some(table)) = (&lean.schema, &lean.name) {
                    let table = name_in(default, schema, table);
                    references.push(Reference { table, column: lean.column });
                }
            }
            None => {}
        }
    }
    references.sort();
    references.dedup();
    uses.sort();
    uses.dedup();
    let constraints = row.constraints.take().unwrap_or_default().into_iter();
    let constraints = constraints
        .map(|c| ConstraintName { table: name_in(default, &c.schema, &c.table), name: c.name });
    let mut grants = row.grants.take().unwrap_or_default();
    grants.sort();
    let detail = row.detail.take().unwrap_or_default();
    let printed = row.definition.take();
    let mut object = SchemaObject {
        table: name.table,
        signature: name.signature,
        comment: row.comment,
        owner: row.owner,
        grants,
        references,
        constraints: constraints.collect(),
        uses,
        ..SchemaObject::new(name.kind, name.name)
    };
    definitions::describe(&mut object, printed, detail);
    object
}

/// A table that is seen and left alone: foreign, of a type, below one that is ignored.
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
    pub fn constraint(&mut self, row: &ConstraintRow, numbers: &Numbers, default: &str) {
        // The column says that it is required, whatever forbids NULL is called.
        if row.kind == "n" {
            return;
        }
        let text = row.definition.as_ref().or(row.expression.as_ref());
        let columns = numbers.names(row.table, row.columns.as_deref()).join(", ");
        let text = text.cloned().unwrap_or(columns);
        self.lines.push(format!("{} {} {text}", row.name, row.kind));
        if let (Some(schema), Some(parent)) = (&row.parent_schema, &row.parent) {
            let table = name_in(default, schema, parent);
            let columns = numbers.names(row.parent_table, row.parent_columns.as_deref());
            self.references.extend(
                columns
                    .into_iter()
                    .map(|column| Reference { table: table.clone(), column: Some(column) }),
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
