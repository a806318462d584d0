//! How SQLite runs migrations.

use crate::dialect::{Lock, ScratchDatabase, Session};
use crate::sql::{Compound, Lexis};

pub const SESSION: Session = Session {
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
    lock: Lock::File,
    scratch: ScratchDatabase::InMemory(":memory:"),
    connect_advice: "look at the path; its folder has to be there and writable",
};
