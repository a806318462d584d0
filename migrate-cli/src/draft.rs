//! The text of one migration.

/// One folder to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The text of `up.sql`.
    pub up: String,
    /// The text of `down.sql`.
    pub down: String,
    /// Whether Diesel is to wrap it in a transaction.
    pub transaction: bool,
}
