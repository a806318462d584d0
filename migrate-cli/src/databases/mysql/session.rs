//! How MariaDB and MySQL runs migrations.

use crate::dialect::{Lock, ScratchDatabase, Session};
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
    applied_table_exists: "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '__diesel_schema_migrations'",
    begin: "START TRANSACTION",
    lexis: LEXIS,
    cuts_outside_transaction: true,
    settings: &[("SELECT @@SESSION.foreign_key_checks", "SET SESSION foreign_key_checks = ")],
    // Locks are the server's, so the database's name is in it, hashed as a lock's name is short.
    lock: Lock::Server {
        take: "SELECT GET_LOCK(CONCAT('migrate.', SHA1(DATABASE())), 0)",
        release: "SELECT RELEASE_LOCK(CONCAT('migrate.', SHA1(DATABASE())))",
    },
    scratch: ScratchDatabase::OnServer {
        create: "SELECT CONCAT('CREATE DATABASE `{name}` CHARACTER SET ', @@character_set_database, ' COLLATE ', @@collation_database)",
        drop: "DROP DATABASE IF EXISTS `{name}`",
    },
    connect_advice: "look at the host, the user and the database's name in the URL, and that the server runs",
};
