//! How MariaDB and MySQL run migrations.
//!
//! What changes the schema commits at once here, so that no transaction can hold the lock: one row of
//! [`PROGRESS_TABLE`](crate::dialect::PROGRESS_TABLE) is the lock (see `runner`). It is a row and not
//! `GET_LOCK`, which a cluster of several nodes has once a node and a pool hands on with the session.

use crate::dialect::{ProgressTable, ScratchDatabase, Session};
use crate::sql::{Comments, Compound, Folding, Lexis, Prefixed};

/// How MariaDB and MySQL read SQL while `sql_mode` says nothing else. They keep expressions with
/// every name in quotes.
pub const LEXIS: Lexis = Lexis {
    name_quotes: "`",
    backslash_escapes: true,
    prefixes: &[("n", Prefixed::Text), ("b", Prefixed::Bytes), ("x", Prefixed::Bytes)],
    dollar_quotes: false,
    parameters: "?@",
    digits_begin_names: true,
    comments: Comments::Executable,
    compound: Compound::Rest,
    folding: Folding::Case,
    bare_names: false,
    keywords: &[],
};

/// How the server reads what was made under this `sql_mode`.
pub fn lexis_under(sql_mode: &str) -> Lexis {
    let has = |mode: &str| sql_mode.split(',').any(|set| set.eq_ignore_ascii_case(mode));
    Lexis {
        name_quotes: if has("ANSI_QUOTES") { "`\"" } else { LEXIS.name_quotes },
        backslash_escapes: !has("NO_BACKSLASH_ESCAPES"),
        ..LEXIS
    }
}

pub const SESSION: Session = Session {
    table_exists: "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '{table}'",
    begin: "START TRANSACTION",
    lock_history: None,
    wait_in_transaction: None,
    wait_in_session: &[
        "SET SESSION lock_wait_timeout = {s}",
        "SET SESSION innodb_lock_wait_timeout = {s}",
    ],
    lexis: LEXIS,
    sent_together_is_transaction: false,
    settings: &[
        ("SELECT @@SESSION.foreign_key_checks", "SET SESSION foreign_key_checks = "),
        ("SELECT @@SESSION.lock_wait_timeout", "SET SESSION lock_wait_timeout = "),
        ("SELECT @@SESSION.innodb_lock_wait_timeout", "SET SESSION innodb_lock_wait_timeout = "),
    ],
    progress: ProgressTable {
        // The lock and the rows of a migration have to be in one transaction.
        options: " ENGINE=InnoDB",
        now: "UNIX_TIMESTAMP()",
        renewed: true,
        tables_without_transactions: Some(
            "SELECT 1 FROM information_schema.tables t JOIN information_schema.engines e ON e.engine = t.engine WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND e.transactions <> 'YES' LIMIT 1",
        ),
    },
    scratch: ScratchDatabase::OnServer {
        create: "SELECT CONCAT('CREATE DATABASE `{name}` CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database)",
        drop: "DROP DATABASE IF EXISTS `{name}`",
        list: "SELECT s.schema_name, (SELECT MIN(p.id) FROM information_schema.processlist p WHERE p.db = s.schema_name) FROM information_schema.schemata s WHERE LEFT(s.schema_name, LENGTH('{prefix}')) = '{prefix}'",
    },
    connect_advice: "look at the host, the user and the database's name in the URL, and that the server runs",
};
