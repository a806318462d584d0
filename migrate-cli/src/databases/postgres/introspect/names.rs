use model_core::schema::QualifiedName;

use crate::dialect::Scope;

/// A name, without its namespace where that is the default one.
pub fn name_in(default: &str, schema: &str, name: &str) -> QualifiedName {
    if schema == default {
        QualifiedName::new(name)
    } else {
        QualifiedName::qualified(schema, name)
    }
}

/// Whether the table is somebody else's: a tool's or one that the person keeps out.
pub fn is_ignored(name: &QualifiedName, scope: &Scope) -> bool {
    scope.ignores(&name.name) || name.schema.is_some() && scope.ignores(&name.to_string())
}
