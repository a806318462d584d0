//! Rows that two may change at once: optimistic locking with `#[model(version)]`.
//!
//! ```
//! # use diesel::connection::SimpleConnection;
//! use diesel::prelude::*;
//! use model_core::prelude::*;
//! use model_core::version::SaveError;
//!
//! #[derive(Model)]
//! #[model(table = "post")]
//! pub struct Post {
//!     pub id: i32,
//!     pub title: String,
//!     #[model(version)]
//!     pub version: i32,
//! }
//!
//! # fn main() -> Result<(), SaveError> {
//! # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
//! # connection.batch_execute(
//! #     "CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT NOT NULL,
//! #      version INTEGER NOT NULL DEFAULT 1)",
//! # )?;
//! NewPost::builder().title("First").build().insert().execute(connection)?;
//! let mut mine = Post::query().first(connection)?;
//! let theirs = Post::query().first(connection)?;
//!
//! mine.title = "Mine".into();
//! mine.save().execute(connection).or_stale()?;
//! // Their row is from before: its version is 1, and the one in the database 2.
//! let changes = PostChanges { title: Some("Theirs".into()) };
//! let saved = changes.update(&theirs).execute(connection).or_stale();
//! assert!(matches!(saved, Err(SaveError::Stale)));
//! assert_eq!(Post::find(1).first(connection)?.version, 2);
//! # Ok(())
//! # }
//! ```
//!
//! The row is written only where it still has the version that was read, and its version is one
//! more then. `changes.update(&row)` takes the row that was read instead of a key; where only the
//! numbers are there, say `Changes::update(changes, key).filter(post::version.eq(version))`.

use std::fmt;

use diesel::QueryResult;
use diesel::dsl::{Eq, Filter};
use diesel::query_builder::{AsChangeset, IntoUpdateTarget, UpdateStatement};

use crate::Model;
use crate::query::Save;

/// The statement of `row.save()` where the column `C` is the row's version.
pub type SaveVersion<'r, M, C, V> = Filter<Save<'r, M>, Eq<C, V>>;

/// The statement of `changes.update(&row)` where the column `C` is the row's version.
pub type UpdateVersion<'r, M, X, C, V> = Filter<
    UpdateStatement<
        <M as Model>::Table,
        <&'r M as IntoUpdateTarget>::WhereClause,
        <X as AsChangeset>::Changeset,
    >,
    Eq<C, V>,
>;

/// Why a row was not saved.
#[derive(Debug)]
#[non_exhaustive]
pub enum SaveError {
    /// Somebody else changed or deleted it since it was read.
    Stale,
    /// The statement failed.
    Query(diesel::result::Error),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stale => f.write_str(
                "the row was changed or deleted since it was read: read it again and repeat the \
                 change",
            ),
            Self::Query(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SaveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Stale => None,
            Self::Query(error) => Some(error),
        }
    }
}

impl From<diesel::result::Error> for SaveError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Query(error)
    }
}

/// What a statement for one row gives, blocking or not, with no row as [`SaveError::Stale`]:
/// the number of rows after `execute`, or the row itself after `get_result`.
pub trait OrStale {
    /// What there is of a row that was saved.
    type Saved;

    /// The row that was saved.
    ///
    /// # Errors
    /// [`SaveError::Stale`] where no row was written, and what the database says.
    fn or_stale(self) -> Result<Self::Saved, SaveError>;
}

impl OrStale for QueryResult<usize> {
    type Saved = ();

    fn or_stale(self) -> Result<(), SaveError> {
        match self? {
            0 => Err(SaveError::Stale),
            _ => Ok(()),
        }
    }
}

impl<M: Model> OrStale for QueryResult<M> {
    type Saved = M;

    fn or_stale(self) -> Result<M, SaveError> {
        self.map_err(|error| match error {
            diesel::result::Error::NotFound => SaveError::Stale,
            error => SaveError::Query(error),
        })
    }
}
