//! A migration tried before it is written, and what came of that.

use serde::Serialize;

use crate::database::DatabaseError;

/// What came of a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// Up led exactly to the target and down exactly back.
    Closed,
    /// It was not tried: the database has no copy for free, or no copy could be made.
    Untried(String),
}

/// A migration that does not do what it should, and must not be written.
#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    /// The database refuses it.
    #[error("the {direction} migration fails on an empty copy of the schema: {reason}")]
    Refused {
        /// `up` or `down`
        direction: &'static str,
        /// What the database said.
        reason: String,
        /// The statement that it said this of.
        statement: String,
        /// Where in the statement, in bytes from 0, if the database says so.
        offset: Option<usize>,
    },
    /// It leads somewhere else.
    #[error("the {direction} migration leaves differences on a copy of the schema: {differences}")]
    Differs {
        /// `up` or `down`
        direction: &'static str,
        /// What is still to be done, with commas.
        differences: String,
    },
    /// Something that is only seen worked before it and does not work after it.
    #[error(
        "{object} no longer works after the {direction} migration: {reason}; if it is to go, say so by `--drop {flag}`; else drop or change it first, in a migration made by `migrate revision`"
    )]
    #[cfg_attr(
        not(feature = "sqlite"),
        allow(dead_code, reason = "only SQLite finds this on a copy")
    )]
    Breaks {
        /// The view or trigger.
        object: String,
        /// What names it after `--drop`.
        flag: String,
        /// `up` or `down`
        direction: &'static str,
        /// What the database said.
        reason: String,
    },
    /// The copy could not be read back.
    #[error("a copy of the schema could not be read after the {direction} migration: {reason}")]
    Unreadable {
        /// `up` or `down`
        direction: &'static str,
        /// Why.
        reason: String,
    },
}

impl ProofError {
    /// What becomes of a refusal.
    pub fn refused(direction: &'static str, error: DatabaseError) -> Self {
        let reason = error.to_string();
        let (statement, offset) = match error {
            DatabaseError::Statement { sql, offset, .. } => (sql, offset),
            _ => (String::new(), None),
        };
        Self::Refused { direction, reason, statement, offset }
    }
}
