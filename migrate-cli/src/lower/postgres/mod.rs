use model_core::schema::Schema;

use crate::database::Connection;
use crate::dialect::SchemaError;

/// A logical schema in PostgreSQL's own words.
pub fn lower(logical: Schema) -> Result<Schema, SchemaError> {
    Ok(logical)
}

/// See [`Dialect::settle`](crate::dialect::Dialect::settle).
pub fn settle(
    _database: Option<&mut dyn Connection>,
    desired: Schema,
    _actual: &Schema,
) -> Result<Schema, SchemaError> {
    Ok(desired)
}
