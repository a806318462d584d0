//! Compares models with a live database and writes the migration between them.
//!
//! Data flows one way: two [`Schema`](model_core::schema::Schema) values, from the registry or
//! [`introspect`], are compared by [`diff`], ordered into steps by [`plan`] and
//! written as SQL by [`render`]. What databases do differently is behind [`dialect::Dialect`].
#![deny(missing_docs)]

mod cli;
pub mod commands;
pub mod config;
pub mod context;
pub mod database;
pub mod dialect;
pub mod diff;
mod files;
mod fills;
pub mod history;
pub mod introspect;
pub mod lint;
pub mod lower;
pub mod migration;
pub mod models;
pub mod output;
pub mod pipeline;
pub mod plan;
pub mod problem;
mod prompt;
pub mod render;
pub mod runner;
mod scratch;
pub mod source;

pub use cli::main;
