//! Functions, triggers and policies as files of SQL.

use std::collections::BTreeSet;

use model_core::schema::{ObjectKind, Schema, SchemaObject};

use super::name;

/// A file of SQL.
pub struct ObjectFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// A file for each object that is neither a table nor a view and whose statement the database has.
pub fn files(schema: &Schema) -> Vec<ObjectFile> {
    let mut taken = BTreeSet::new();
    let written = schema.objects.iter().filter(|object| is_written(object));
    written
        .filter_map(|object| {
            let definition = object.definition.as_ref()?;
            let on = object.table.as_ref().map(|table| format!("{}_", name::snake(&table.name)));
            let kind = object.kind.word().replace(' ', "_");
            let base =
                format!("{kind}_{}{}", on.unwrap_or_default(), name::snake(&object.name.name));
            let name = name::free_with(base, &mut taken, "_") + ".sql";
            let mut text = definition.trim_end().trim_end_matches(';').to_owned() + ";\n";
            for setting in &object.settings {
                text.push_str(setting.trim_end().trim_end_matches(';'));
                text.push_str(";\n");
            }
            Some(ObjectFile { name, text })
        })
        .collect()
}

fn is_written(object: &SchemaObject) -> bool {
    matches!(
        object.kind,
        ObjectKind::Trigger
            | ObjectKind::Rule
            | ObjectKind::Policy
            | ObjectKind::Function
            | ObjectKind::Procedure
            | ObjectKind::Event
    )
}
