//! Compares models with a live database and writes the migration between them.
//!
//! Data flows one way: two [`Schema`](model_core::schema::Schema) values, from the registry or a
//! database, are compared by `diff`, put into steps by a database's planner and written as SQL by
//! its renderer. `CONTRIBUTING.md` has the map of the rooms.
#![deny(missing_docs)]

mod cli;
mod commands;
mod compare;
mod config;
mod context;
mod database;
mod databases;
mod declared;
mod diagram;
mod dialect;
mod diff;
mod draft;
mod ending;
mod files;
mod hazard;
mod history;
mod lint;
mod migration;
mod models;
mod output;
mod owner;
mod plan;
mod problem;
mod prompt;
mod pull;
mod retype;
mod runner;
mod rust_type;
mod scratch;
mod source;
mod sql;

pub use cli::main;
pub use database::{
    Cancel, Connection, DatabaseError, DatabaseKind, DatabaseUrl, ErrorKind, Row, UrlError,
};
pub use databases::connect;
