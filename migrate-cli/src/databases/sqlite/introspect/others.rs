//! What is seen and never written: views, triggers, virtual tables and the tables behind them.

use model_core::schema::{ObjectKind, QualifiedName, Reference, Schema, SchemaObject, Table};

use crate::databases::sqlite::session::LEXIS;
use crate::sql::Token;

/// A built-in collation in the spelling of the manual; others are the application's own.
pub(super) fn collation(name: String) -> String {
    let upper = name.to_ascii_uppercase();
    if ["BINARY", "NOCASE", "RTRIM"].contains(&upper.as_str()) { upper } else { name }
}

pub(super) fn is_virtual(sql: &str) -> bool {
    LEXIS.tokens(sql).get(1).is_some_and(|t| t.is("VIRTUAL"))
}

pub(super) fn virtual_table(name: &str, sql: &str) -> SchemaObject {
    other(ObjectKind::Table, name, None, sql)
}

/// A table outside the scope, with the tables that its keys lead to.
pub(super) fn ignored_table(table: &Table) -> SchemaObject {
    let sql = table.definition.as_deref().unwrap_or_default();
    let mut object = other(ObjectKind::Dependent, &table.name.name, None, sql);
    object.references = table
        .foreign_keys
        .iter()
        .map(|key| Reference { table: key.references.clone(), column: None })
        .collect();
    object
}

pub(super) fn view_or_trigger(name: &str, on: Option<&str>, sql: &str) -> SchemaObject {
    let kind = if on.is_some() { ObjectKind::Trigger } else { ObjectKind::View };
    other(kind, name, on.map(QualifiedName::new), sql)
}

fn other(kind: ObjectKind, name: &str, table: Option<QualifiedName>, sql: &str) -> SchemaObject {
    SchemaObject {
        table,
        definition: Some(sql.to_owned()),
        ..SchemaObject::new(kind, QualifiedName::new(name))
    }
}

/// Fills in which tables and columns the views, triggers and virtual tables name. Without knowing what
/// each word means in its place this finds too much rather than too little.
pub(super) fn find_references(schema: &mut Schema) {
    for object in schema.objects.iter_mut().filter(|o| o.kind != ObjectKind::Dependent) {
        let sql = object.definition.clone().unwrap_or_default();
        let words = LEXIS.tokens(&sql);
        let in_text = object.kind == ObjectKind::Table;
        let names = |token: &Token<'_>, name: &str| {
            token.names(name)
                || (in_text && token.value().is_some_and(|n| LEXIS.same_name(&n, name)))
        };
        for table in &schema.tables {
            if !words.iter().any(|t| names(t, &table.name.name)) {
                continue;
            }
            object.references.push(Reference { table: table.name.clone(), column: None });
            for column in &table.columns {
                if words.iter().any(|t| names(t, &column.name)) {
                    let column = Some(column.name.clone());
                    object.references.push(Reference { table: table.name.clone(), column });
                }
            }
        }
    }
}
