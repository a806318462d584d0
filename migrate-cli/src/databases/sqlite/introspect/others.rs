//! What is more than a table: views, triggers, virtual tables; and, only seen, what is behind these or outside the
//! scope.

use model_core::schema::{
    ObjectKind, ObjectName, QualifiedName, Reference, Schema, SchemaObject, Table,
};

use crate::databases::sqlite::session::LEXIS;
use crate::sql::Token;

/// A built-in collation in the spelling of the manual; others are the application's own.
pub(super) fn collation(name: String) -> String {
    let upper = name.to_ascii_uppercase();
    if ["BINARY", "NOCASE", "RTRIM"].contains(&upper.as_str()) { upper } else { name }
}

pub(super) fn virtual_table(name: &str, sql: &str) -> SchemaObject {
    other(ObjectKind::Table, name, None, sql)
}

/// A table behind a virtual one.
pub(super) fn shadow(name: &str) -> SchemaObject {
    SchemaObject::new(ObjectKind::Dependent, QualifiedName::new(name))
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

/// A view outside the scope.
pub(super) fn ignored_view(name: &str, sql: &str) -> SchemaObject {
    other(ObjectKind::Dependent, name, None, sql)
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

/// Whether a view or trigger of a database names this, going by its words.
pub(super) fn is_named(objects: &[SchemaObject], name: &str) -> bool {
    objects.iter().any(|o| {
        let sql = o.definition.as_deref().unwrap_or_default();
        LEXIS.tokens(sql).iter().any(|token| is_name(token, name))
    })
}

/// Where SQLite needs a name, it takes a text for one.
fn is_name(token: &Token<'_>, name: &str) -> bool {
    token.names(name) || token.value().is_some_and(|n| LEXIS.same_name(&n, name))
}

/// Fills in which tables, columns and other objects the views, triggers and virtual tables
/// name. Without knowing what
/// each word means in its place this finds too much rather than too little.
pub(super) fn find_references(schema: &mut Schema) {
    let is_relation = |o: &&SchemaObject| matches!(o.kind, ObjectKind::View | ObjectKind::Table);
    let relations: Vec<ObjectName> =
        schema.objects.iter().filter(is_relation).map(SchemaObject::object_name).collect();
    for object in schema.objects.iter_mut().filter(|o| o.kind != ObjectKind::Dependent) {
        let sql = object.definition.clone().unwrap_or_default();
        let words = LEXIS.tokens(&sql);
        let is_there = |name: &str| words.iter().any(|token| is_name(token, name));
        for table in schema.tables.iter().filter(|t| is_there(&t.name.name)) {
            object.references.push(Reference { table: table.name.clone(), column: None });
            for column in table.columns.iter().filter(|c| is_there(&c.name)) {
                let column = Some(column.name.clone());
                object.references.push(Reference { table: table.name.clone(), column });
            }
        }
        let own = object.object_name();
        let used = relations.iter().filter(|other| **other != own && is_there(&other.name.name));
        object.uses.extend(used.cloned());
    }
}
