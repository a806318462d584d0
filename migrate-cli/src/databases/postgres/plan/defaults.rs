//! Defaults as the server keeps them, those that draw from a sequence among them.

use model_core::schema::{Column, DefaultValue, Identity, QualifiedName};

use crate::databases::postgres::names::beside;
use crate::databases::postgres::words;

/// The default that the database keeps for a column, a serial's being one like any other.
pub fn default_of(table: &QualifiedName, column: &Column) -> Option<String> {
    match &column.identity {
        Identity::Serial { sequence, .. } => {
            Some(format!("nextval({})", words::regclass(&beside(table, sequence))))
        }
        _ => column.default.as_ref().and_then(DefaultValue::sql).map(str::to_owned),
    }
}

/// Whether a default is the next value of a sequence and no more.
pub fn counts(default: &str) -> bool {
    default.starts_with("nextval(")
}

/// Whether a default draws from the sequence.
pub fn draws_from(default: &str, sequence: &QualifiedName) -> bool {
    default.contains("nextval(") && default.contains(&format!("{})", words::regclass(sequence)))
}
