//! Turns what models say into a database's own words, a file per database.

pub(crate) mod mysql;
mod options;
pub(crate) mod postgres;
pub(crate) mod sqlite;
