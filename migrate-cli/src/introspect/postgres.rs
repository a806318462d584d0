use model_core::schema::Schema;

use crate::database::Connection;
use crate::dialect::{SchemaError, Scope};

/// Reads the whole schema of a PostgreSQL database.
pub fn introspect(_database: &mut dyn Connection, _scope: &Scope) -> Result<Schema, SchemaError> {
    Err(SchemaError::Unsupported {
        object: "database".into(),
        problem: "can't be read yet".into(),
        advice: "wait for the next version".into(),
    })
}
