//! On SQLite.

use diesel_migrations::{EmbeddedMigrations, embed_migrations};

pub use diesel::SqliteConnection as Connection;
/// A connection that doesn't block.
#[cfg(feature = "async")]
pub type AsyncConnection = diesel_async::sync_connection_wrapper::SyncConnectionWrapper<Connection>;

/// What `migrate generate` wrote.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

#[path = "queries.rs"]
pub mod queries;
#[cfg(feature = "async")]
#[path = "queries_async.rs"]
pub mod queries_async;
