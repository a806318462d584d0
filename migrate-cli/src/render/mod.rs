//! Writes steps as SQL, a file per database.

pub(crate) mod mysql;
pub(crate) mod postgres;
pub(crate) mod sqlite;
