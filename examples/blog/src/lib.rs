//! A blog: users, posts, comments that answer comments, tags.
//!
//! The models and the queries are the same on every database; a feature chooses which one.
#![deny(missing_docs)]

pub mod models;
pub mod queries;

use diesel_migrations::{EmbeddedMigrations, embed_migrations};

/// The connection of the database that was chosen.
#[cfg(feature = "sqlite")]
pub type Connection = diesel::SqliteConnection;
/// The connection of the database that was chosen.
#[cfg(all(feature = "postgres", not(feature = "sqlite")))]
pub type Connection = diesel::PgConnection;
/// The connection of the database that was chosen.
#[cfg(all(feature = "mysql", not(any(feature = "sqlite", feature = "postgres"))))]
pub type Connection = diesel::MysqlConnection;

/// What `migrate generate` wrote for the database that was chosen.
#[cfg(feature = "sqlite")]
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
/// What `migrate generate` wrote for the database that was chosen.
#[cfg(all(feature = "postgres", not(feature = "sqlite")))]
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");
/// What `migrate generate` wrote for the database that was chosen.
#[cfg(all(feature = "mysql", not(any(feature = "sqlite", feature = "postgres"))))]
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/mysql");
