//! How SQLite runs migrations.

use crate::dialect::{Lock, ScratchDatabase, Session};
use crate::sql::{Comments, Compound, Folding, Lexis, Prefixed};

/// How SQLite reads SQL.
pub const LEXIS: Lexis = Lexis {
    name_quotes: "\"`[",
    backslash_escapes: false,
    prefixes: &[("x", Prefixed::Bytes)],
    dollar_quotes: false,
    parameters: "?:@$#",
    digits_begin_names: false,
    comments: Comments::Plain,
    compound: Compound::Counted,
    folding: Folding::AsciiCase,
    bare_names: true,
    keywords: KEYWORDS,
};

/// Words that it takes for a name neither where one is made nor where one is used.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate",
    "commit", "constraint", "create", "default", "deferrable", "delete", "distinct", "drop",
    "else", "escape", "except", "exists", "foreign", "from", "group", "having", "in", "index",
    "insert", "intersect", "into", "is", "isnull", "join", "limit", "not", "nothing", "notnull",
    "null", "on", "or", "order", "primary", "references", "returning", "select", "set", "table",
    "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where",
];

pub const SESSION: Session = Session {
    applied_table_exists: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__diesel_schema_migrations'",
    // What another process writes between the reading of the history and this would otherwise
    // surface in the middle of the migration.
    begin: "BEGIN IMMEDIATE",
    lexis: LEXIS,
    cuts_outside_transaction: true,
    settings: &[
        ("PRAGMA foreign_keys", "PRAGMA foreign_keys = "),
        ("PRAGMA legacy_alter_table", "PRAGMA legacy_alter_table = "),
    ],
    lock: Lock::File,
    scratch: ScratchDatabase::InMemory(":memory:"),
    connect_advice: "look at the path; its folder has to be there and writable",
};
