//! What the runner has to know about each database, as data.

use super::split::{Compound, Lexis};
use crate::database::DatabaseKind;

/// One database's ways of running migrations.
#[derive(Debug)]
pub struct Ways {
    /// Gives a row where Diesel's table is there.
    pub applied_table_exists: &'static str,
    /// Begins a migration's transaction.
    pub begin: &'static str,
    /// How its SQL is cut into statements.
    pub lexis: Lexis,
    /// Statements sent one by one outside a transaction mean the same as sent together. Not so on
    /// PostgreSQL, which runs what is sent together in a transaction of its own.
    pub cuts_outside_transaction: bool,
    /// Settings of the connection that a migration may switch and that are put back afterwards:
    /// the question, and what sets the answer.
    pub settings: &'static [(&'static str, &'static str)],
    /// How one migrator keeps the others out.
    pub lock: LockWay,
}

impl Ways {
    /// Whether a script opens a transaction of its own around all that it changes.
    pub fn is_one_transaction(&self, sql: &str) -> bool {
        super::run::own_commit(&super::split::statements(sql, &self.lexis)).is_some()
    }
}

/// How one migrator keeps the others out.
#[derive(Debug)]
pub enum LockWay {
    /// By a lock of the server that the connection holds; the first gives `1` or `t` when it has it.
    Server {
        /// Tries to take it.
        take: &'static str,
        /// Lets go of it.
        release: &'static str,
    },
    /// By a locked file beside the database.
    File,
}

const SQLITE: Ways = Ways {
    applied_table_exists: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__diesel_schema_migrations'",
    // What another process writes between the reading of the history and this would otherwise
    // surface in the middle of the migration.
    begin: "BEGIN IMMEDIATE",
    lexis: Lexis {
        backslash_escapes: false,
        dollar_quotes: false,
        hash_comments: false,
        nested_comments: false,
        brackets: true,
        compound: Compound::Counted,
    },
    cuts_outside_transaction: true,
    settings: &[
        ("PRAGMA foreign_keys", "PRAGMA foreign_keys = "),
        ("PRAGMA legacy_alter_table", "PRAGMA legacy_alter_table = "),
    ],
    lock: LockWay::File,
};

const POSTGRES: Ways = Ways {
    applied_table_exists: "SELECT 1 WHERE to_regclass('__diesel_schema_migrations') IS NOT NULL",
    begin: "BEGIN",
    lexis: Lexis {
        backslash_escapes: false,
        dollar_quotes: true,
        hash_comments: false,
        nested_comments: true,
        brackets: false,
        compound: Compound::Counted,
    },
    cuts_outside_transaction: false,
    settings: &[],
    // An arbitrary number, the same for every version of this tool; advisory locks are per database.
    lock: LockWay::Server {
        take: "SELECT pg_try_advisory_lock(7881702260482471219)",
        release: "SELECT pg_advisory_unlock(7881702260482471219)",
    },
};

const MYSQL: Ways = Ways {
    applied_table_exists: "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '__diesel_schema_migrations'",
    begin: "START TRANSACTION",
    lexis: Lexis {
        backslash_escapes: true,
        dollar_quotes: false,
        hash_comments: true,
        nested_comments: false,
        brackets: false,
        compound: Compound::Rest,
    },
    cuts_outside_transaction: true,
    settings: &[("SELECT @@SESSION.foreign_key_checks", "SET SESSION foreign_key_checks = ")],
    // Locks are the server's, so the database's name is in it, hashed as a lock's name is short.
    lock: LockWay::Server {
        take: "SELECT GET_LOCK(CONCAT('migrate.', SHA1(DATABASE())), 0)",
        release: "SELECT RELEASE_LOCK(CONCAT('migrate.', SHA1(DATABASE())))",
    },
};

/// The ways of a database.
pub fn of(kind: DatabaseKind) -> &'static Ways {
    match kind {
        DatabaseKind::Sqlite => &SQLITE,
        DatabaseKind::Postgres => &POSTGRES,
        DatabaseKind::Mysql => &MYSQL,
    }
}
