//! How SQLite runs migrations.
//!
//! The lock is SQLite's own write lock, taken when a migration's transaction begins. It is of the
//! database, whatever name its file goes by: a URL, a symbolic link, a hard link.
//!
//! `migrate` leaves `foreign_keys` and `legacy_alter_table` as it found them, whatever a script did with
//! them. Diesel's own command does not: a script that makes a table anew with foreign keys off ends with
//! `PRAGMA foreign_keys = ON`, as plain SQL can't know what was set before. An application that runs such
//! a migration by `embed_migrations!` on a connection where it wants no enforcement sets it to `OFF` again
//! afterwards. The SQLite that `libsqlite3-sys` bundles enforces foreign keys unless told otherwise.

use crate::dialect::{ProgressTable, ScratchDatabase, Session};
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
    changed_by: None,
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
    table_exists: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{table}'",
    // What another process writes between the reading of the history and this would otherwise
    // surface in the middle of the migration.
    begin: "BEGIN IMMEDIATE",
    // For scripts that begin their own transaction, perhaps without the write lock: a statement that
    // could write takes it, and waits for it.
    lock_history: Some("UPDATE __diesel_schema_migrations SET version = version WHERE 0"),
    wait_in_transaction: None,
    wait_in_session: &[],
    lexis: LEXIS,
    sent_together_is_transaction: false,
    settings: &[
        ("PRAGMA foreign_keys", "PRAGMA foreign_keys = "),
        ("PRAGMA legacy_alter_table", "PRAGMA legacy_alter_table = "),
    ],
    progress: ProgressTable {
        options: "",
        now: "CAST(strftime('%s', 'now') AS INTEGER)",
        renewed: false,
        tables_without_transactions: None,
    },
    scratch: ScratchDatabase::InMemory(":memory:"),
    version: "SELECT 'SQLite ' || sqlite_version()",
    connect_advice: "look at the path; its folder has to be there and writable",
};
