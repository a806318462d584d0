//! On PostgreSQL.

use diesel_migrations::{EmbeddedMigrations, embed_migrations};

pub use diesel::PgConnection as Connection;
#[cfg(feature = "async")]
pub use diesel_async::AsyncPgConnection as AsyncConnection;

/// What `migrate generate` wrote.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

#[path = "queries.rs"]
pub mod queries;
#[cfg(feature = "async")]
#[path = "queries_async.rs"]
pub mod queries_async;
