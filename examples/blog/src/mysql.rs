//! On MariaDB and MySQL.

use diesel_migrations::{EmbeddedMigrations, embed_migrations};

pub use diesel::MysqlConnection as Connection;
#[cfg(feature = "async")]
pub use diesel_async::AsyncMysqlConnection as AsyncConnection;

/// What `migrate generate` wrote.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/mysql");

#[path = "queries.rs"]
pub mod queries;
#[cfg(feature = "async")]
#[path = "queries_async.rs"]
pub mod queries_async;
