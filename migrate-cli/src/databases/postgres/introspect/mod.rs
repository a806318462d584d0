//! Reads PostgreSQL's own catalog, `pg_catalog`: a constant number of questions for the whole
//! database, then an assembly in memory.
//!
//! The server prints types and expressions as the search path needs them, so while it is read
//! the path is the default namespace alone: names there stand bare, all others are qualified.

mod aggregates;
mod collations;
mod definitions;
mod inheritance;
mod names;
mod object_queries;
mod objects;
mod queries;
mod rows;
mod tables;

use model_core::schema::Schema;

use crate::database::Connection;
use crate::databases::postgres::quote::{literal, quote};
use crate::databases::postgres::session::PIN;
use crate::dialect::{SchemaError, Scope};
pub use queries::Reach;

/// Reads the whole schema of a PostgreSQL database.
pub fn introspect(database: &mut dyn Connection, scope: &Scope) -> Result<Schema, SchemaError> {
    database.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
    let pinned = database.execute(PIN).map_err(SchemaError::from);
    let schema = pinned.and_then(|()| read_by_default_path(database, scope));
    // What is set in a transaction that is rolled back is as it was again.
    let closed = database.execute("ROLLBACK");
    let schema = schema?;
    closed?;
    Ok(schema)
}

fn read_by_default_path(
    database: &mut dyn Connection,
    scope: &Scope,
) -> Result<Schema, SchemaError> {
    let default = default_namespace(database)?;
    let path = literal(&quote(&default));
    database.query(&format!("SELECT set_config('search_path', {path}, true)"))?;
    let mut schema = read(database, Reach::Users, &default, scope)?;
    schema.namespaces = rows::ask::<rows::NameRow>(database, &queries::namespaces())?
        .into_iter()
        .map(|row| row.name)
        .collect();
    schema.extensions = objects::extensions(rows::ask(database, queries::EXTENSIONS)?, &default);
    let objects = rows::ask(database, &object_queries::objects())?;
    schema.objects.extend(objects::objects(objects, &default, scope));
    schema.sort();
    Ok(schema)
}

/// The namespace whose objects are named without one.
pub fn default_namespace(database: &mut dyn Connection) -> Result<String, SchemaError> {
    let rows = database.query(queries::DEFAULT_NAMESPACE)?;
    let name = rows.into_iter().next().and_then(|row| row.into_iter().next().flatten());
    Ok(name.unwrap_or_else(|| "public".to_owned()))
}

/// Tables, enumerations and sequences, as the current search path prints them.
pub fn read(
    database: &mut dyn Connection,
    reach: Reach,
    default: &str,
    scope: &Scope,
) -> Result<Schema, SchemaError> {
    let answers = tables::Answers {
        tables: rows::ask(database, &queries::tables(reach))?,
        columns: rows::ask(database, &queries::columns(reach))?,
        constraints: rows::ask(database, &queries::constraints(reach))?,
        indexes: rows::ask(database, &queries::indexes(reach))?,
        sequences: rows::ask(database, &queries::sequences(reach))?,
    };
    let mut schema = tables::assemble(answers, default, scope);
    schema.collations =
        collations::collations(rows::ask(database, &queries::collations(reach))?, default);
    schema.enums = objects::enums(rows::ask(database, &queries::enums(reach))?, default);
    schema.complete = true;
    schema.sort();
    Ok(schema)
}
