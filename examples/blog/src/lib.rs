//! A blog: users, posts, comments that answer comments, tags.
//!
//! The models, the conditions and the queries are written once. A feature adds a database: the
//! module of its name has its connections and the queries on them, blocking and, with the feature
//! `async`, on the connections of diesel-async. All of them may be in one program.
#![deny(missing_docs)]
// The queries are one file, which is compiled for each database's connection.
#![allow(clippy::duplicate_mod)]

// The macro `auto_type` names a type that it gives no documentation.
#[allow(missing_docs)]
pub mod conditions;
pub mod models;
#[cfg(feature = "mysql")]
pub mod mysql;
#[cfg(feature = "postgres")]
pub mod postgres;
#[cfg(feature = "sqlite")]
pub mod sqlite;
