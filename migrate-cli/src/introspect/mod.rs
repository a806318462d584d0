//! Reads a live database's catalog into a [`Schema`](model_core::schema::Schema), a file per database.

pub(crate) mod mysql;
pub(crate) mod postgres;
pub(crate) mod sqlite;
