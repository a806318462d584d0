//! The names of the properties of SQLite's tables and columns that have no field of their own.

/// A table: types are enforced. `true`
pub(crate) const STRICT: &str = "strict";
/// A table: the primary key is where the rows are. `true`
pub(crate) const WITHOUT_ROWID: &str = "without_rowid";
/// A column: `INTEGER PRIMARY KEY DESC`, which by an old bug of SQLite's is not the rowid. `false`
pub(crate) const ROWID: &str = "rowid";
/// A column: the `ON CONFLICT` algorithm of its `NOT NULL`, in upper case.
pub(crate) const NOT_NULL_CONFLICT: &str = "not_null_conflict";
/// A column: the name of its `NOT NULL`.
pub(crate) const NOT_NULL_NAME: &str = "not_null_name";
