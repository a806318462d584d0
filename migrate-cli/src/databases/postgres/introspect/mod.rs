//! Reads PostgreSQL's own catalog, `pg_catalog`: a constant number of questions for the whole
//! database, then an assembly in memory.
//!
//! The server prints types and expressions as the search path needs them, so while it is read
//! the path is the default namespace alone: names there stand bare, all others are qualified.

mod aggregates;
mod answer;
mod collations;
mod definitions;
mod inheritance;
mod names;
mod numbers;
mod object_queries;
mod objects;
mod queries;
mod rows;
mod sequences;
mod tables;

use model_core::schema::Schema;

use crate::database::{Connection, Row};
use crate::databases::postgres::session::PIN;
use crate::dialect::{SchemaError, Scope};
pub use queries::Reach;

/// Reads the whole schema of a PostgreSQL database.
pub fn introspect(database: &mut dyn Connection, scope: &Scope) -> Result<Schema, SchemaError> {
    let schema = read_by_default_path(database, scope);
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
    let mut questions = vec!["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned()];
    questions.extend(PIN.split("; ").map(str::to_owned));
    let place_of_default = questions.len();
    questions.push(queries::DEFAULT_NAMESPACE.to_owned());
    questions.push(queries::BY_DEFAULT_PATH.to_owned());
    let opening = questions.len();
    questions.extend(about_tables(Reach::Users));
    questions.extend([
        queries::namespaces(),
        queries::EXTENSIONS.to_owned(),
        object_queries::objects(),
    ]);
    let mut answers = database.query_all(&questions)?;
    let default = answers.get_mut(place_of_default).map(std::mem::take).unwrap_or_default();
    let default = first_value(default);
    let mut answers = answers.into_iter().skip(opening);
    let mut schema = assemble(&mut answers, &default, scope)?;
    let mut next = || answers.next().unwrap_or_default();
    schema.namespaces =
        answer::read::<rows::NameRow>(next())?.into_iter().map(|row| row.name).collect();
    schema.extensions = objects::extensions(answer::read(next())?, &default);
    schema.objects.extend(objects::objects(answer::read(next())?, &default, scope));
    schema.sort();
    Ok(schema)
}

/// The namespace whose objects are named without one.
pub fn default_namespace(database: &mut dyn Connection) -> Result<String, SchemaError> {
    Ok(first_value(database.query(queries::DEFAULT_NAMESPACE)?))
}

fn first_value(rows: Vec<Row>) -> String {
    let name = rows.into_iter().next().and_then(|row| row.into_iter().next().flatten());
    name.unwrap_or_else(|| "public".to_owned())
}

/// Tables, enumerations and sequences, as the current search path prints them.
pub fn read(
    database: &mut dyn Connection,
    reach: Reach,
    default: &str,
    scope: &Scope,
) -> Result<Schema, SchemaError> {
    let answers = database.query_all(&about_tables(reach))?;
    let mut schema = assemble(&mut answers.into_iter(), default, scope)?;
    schema.sort();
    Ok(schema)
}

/// In the order in which [`assemble`] takes the answers.
fn about_tables(reach: Reach) -> [String; 8] {
    [
        queries::tables(reach),
        queries::columns(reach),
        queries::constraints(reach),
        queries::indexes(reach),
        queries::index_parts(reach),
        queries::sequences(reach),
        queries::collations(reach),
        queries::enums(reach),
    ]
}

fn assemble(
    answers: &mut impl Iterator<Item = Vec<Row>>,
    default: &str,
    scope: &Scope,
) -> Result<Schema, SchemaError> {
    let mut next = || answers.next().unwrap_or_default();
    let about_tables = tables::Answers {
        tables: answer::read(next())?,
        columns: answer::read(next())?,
        constraints: answer::read(next())?,
        indexes: answer::read(next())?,
        index_parts: answer::read(next())?,
        sequences: answer::read(next())?,
    };
    let mut schema = tables::assemble(about_tables, default, scope);
    schema.collations = collations::collations(answer::read(next())?, default);
    schema.enums = objects::enums(answer::read(next())?, default);
    schema.complete = true;
    Ok(schema)
}
