//! What the start says, in the names of the target: an object that differs in its names alone
//! needs nothing or a rename.

use model_core::schema::{Column, DefaultValue, Identity, QualifiedName};

use crate::databases::postgres::render::{beside, literal};
use crate::databases::postgres::words;

/// The default that the database keeps for a column, a serial's being one like any other.
pub fn default_of(table: &QualifiedName, column: &Column) -> Option<String> {
    match &column.identity {
        Identity::Serial { sequence, .. } => Some(next_of(&beside(table, sequence))),
        _ => column.default.as_ref().and_then(DefaultValue::sql).map(str::to_owned),
    }
}

/// `nextval('…'::regclass)`, as the server prints it.
pub fn next_of(sequence: &QualifiedName) -> String {
    let name = words::printed(&sequence.name);
    let name = match &sequence.schema {
        Some(schema) => format!("{}.{name}", words::printed(schema)),
        None => name,
    };
    format!("nextval({}::regclass)", literal(&name))
}
