//! Compares models with a live database and writes the migration between them.
//!
//! Data flows one way: two [`Schema`](model_core::schema::Schema) values, from the registry or
//! [`introspect`], are compared by [`diff`], ordered into steps by [`plan`] and
//! written as SQL by [`render`]. What databases do differently is behind [`dialect::Dialect`].
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod cli;
pub mod commands;
pub mod database;
pub mod dialect;
pub mod diff;
pub mod introspect;
pub mod lower;
pub mod plan;
pub mod render;
pub mod source;

pub use cli::main;
