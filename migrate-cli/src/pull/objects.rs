//! What stands beside tables as files of SQL.

use std::collections::BTreeSet;

use model_core::schema::{Declaration, ObjectKind, ObjectName, Origin, Schema, SchemaObject};

use super::name;

/// A file of SQL.
#[derive(Debug, Clone)]
pub struct ObjectFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// What it makes.
    pub object: ObjectName,
    /// Whether the crate registers it.
    pub is_registered: bool,
    /// Where it would be declared, for messages.
    origin: Origin,
}

/// Where it is declared, by a name that no other has.
pub fn origin(object: &SchemaObject) -> Origin {
    Origin { rust_type: object.object_name().to_string(), file: "pull".to_owned(), line: 0 }
}

/// The file's name without its ending.
pub fn base_name(object: &SchemaObject) -> String {
    let on = object.table.as_ref().map(|table| format!("{}_", name::snake(&table.name)));
    let kind = object.kind.word().replace(' ', "_");
    let schema = object.name.schema.as_ref().map(|schema| format!("{}_", name::snake(schema)));
    let (schema, on) = (schema.unwrap_or_default(), on.unwrap_or_default());
    format!("{kind}_{schema}{on}{}", name::snake(&object.name.name))
}

/// A file for each object that is no table and whose statement the database has, but for these views, whose
/// files have their queries.
pub fn files(schema: &Schema, structs: &[&SchemaObject]) -> Vec<ObjectFile> {
    let mut taken: BTreeSet<String> = structs.iter().map(|view| base_name(view)).collect();
    let is_struct = |o: &SchemaObject| structs.iter().any(|s| s.object_name() == o.object_name());
    let written = schema.objects.iter().filter(|o| is_written(o) && !is_struct(o));
    written
        .filter_map(|object| {
            let definition = object.definition.as_ref()?;
            let name = name::free_with(base_name(object), &mut taken, "_") + ".sql";
            let mut text = definition.trim_end().trim_end_matches(';').to_owned() + ";\n";
            let indexes = object.indexes.iter().filter_map(|index| index.definition.as_ref());
            let rest: Vec<&String> = object.settings.iter().chain(indexes).collect();
            for statement in &rest {
                text.push_str(statement.trim_end().trim_end_matches(';'));
                text.push_str(";\n");
            }
            Some(ObjectFile {
                name,
                text,
                object: object.object_name(),
                // What follows it is no statement that can be declared.
                is_registered: rest.is_empty(),
                origin: origin(object),
            })
        })
        .collect()
}

impl ObjectFile {
    /// What the registry will have of it.
    pub fn declaration(&self) -> Declaration {
        Declaration {
            view: None,
            sql: self.text.clone(),
            only: Vec::new(),
            origin: self.origin.clone(),
        }
    }
}

fn is_written(object: &SchemaObject) -> bool {
    !matches!(object.kind, ObjectKind::Table | ObjectKind::Publication | ObjectKind::Dependent)
}
