//! The extensions that well-known types, operator classes and functions come from.

use model_core::schema::{Extension, Schema};

use crate::databases::postgres::words;

const TYPES: &[(&str, &str)] = &[
    ("citext", "citext"),
    ("cube", "cube"),
    ("geography", "postgis"),
    ("geometry", "postgis"),
    ("hstore", "hstore"),
    ("ltree", "ltree"),
    ("seg", "seg"),
    ("vector", "vector"),
];

const OPERATOR_CLASSES: &[(&str, &str)] =
    &[("gin_trgm_ops", "pg_trgm"), ("gist_trgm_ops", "pg_trgm")];

const FUNCTIONS: &[(&str, &str)] = &[
    ("gen_salt", "pgcrypto"),
    ("similarity", "pg_trgm"),
    ("unaccent", "unaccent"),
    ("uuid_generate_v1", "uuid-ossp"),
    ("uuid_generate_v1mc", "uuid-ossp"),
    ("uuid_generate_v4", "uuid-ossp"),
];

fn find(list: &[(&str, &str)], name: &str) -> Option<String> {
    list.iter().find(|(known, _)| *known == name).map(|(_, extension)| (*extension).to_owned())
}

/// Adds the extensions that the schema's columns and indexes can't do without.
pub fn add(schema: &mut Schema) {
    let mut needed: Vec<String> = Vec::new();
    for table in &schema.tables {
        for column in &table.columns {
            let native = column.ty.native().unwrap_or_default();
            needed.extend(find(TYPES, &words::type_name(native).1));
            let texts = [
                column.default.as_ref().and_then(|d| d.sql()),
                column.computed.as_ref().map(|g| g.expression.as_str()),
            ];
            for word in texts.into_iter().flatten().flat_map(words::words) {
                needed.extend(find(FUNCTIONS, &word.name).filter(|_| word.called));
            }
        }
        let classes = table.indexes.iter().flat_map(|i| &i.columns);
        for class in classes.filter_map(|part| part.operator_class.as_ref()) {
            needed.extend(find(OPERATOR_CLASSES, &words::type_name(class).1));
        }
    }
    needed.retain(|name| !schema.extensions.iter().any(|e| e.name == *name));
    needed.sort();
    needed.dedup();
    schema.extensions.extend(needed.into_iter().map(|name| Extension { name, schema: None }));
}
