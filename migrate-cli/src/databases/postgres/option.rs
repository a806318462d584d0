//! The names of the properties of PostgreSQL's tables, columns and indexes that have no field of
//! their own.

use std::collections::BTreeMap;

/// A table: what is written to it is not logged. `true`
const UNLOGGED: &str = "unlogged";
/// A column: how it is stored, where that isn't its type's own way.
pub const STORAGE: &str = "storage";
/// A column: how its long values are compressed.
pub const COMPRESSION: &str = "compression";
/// An identity column: the name of its sequence, where that isn't the one that the server gives.
pub const SEQUENCE: &str = "sequence";
/// An index: it was not built to its end. `true`
const INVALID: &str = "invalid";

/// Whether a table is not logged.
pub fn is_unlogged(table: &BTreeMap<String, String>) -> bool {
    table.contains_key(UNLOGGED)
}

/// Says of a table that it is not logged.
pub fn set_unlogged(table: &mut BTreeMap<String, String>) {
    table.insert(UNLOGGED.to_owned(), "true".to_owned());
}

/// Says of an index that it was not built to its end.
pub fn set_invalid(index: &mut BTreeMap<String, String>) {
    index.insert(INVALID.to_owned(), "true".to_owned());
}

/// The storage parameters of a table or an index: all that has no statement of its own.
pub fn parameters(options: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    options.iter().filter(|(name, _)| ![UNLOGGED, INVALID].contains(&name.as_str()))
}

/// Storage parameters as the server keeps them, `fillfactor=70`, taken apart.
pub fn read_parameters(list: &[String]) -> impl Iterator<Item = (String, String)> {
    let pairs = list.iter().filter_map(|parameter| parameter.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
}
