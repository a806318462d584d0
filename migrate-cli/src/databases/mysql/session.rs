//! How MariaDB and MySQL run migrations.
//!
//! What changes the schema commits at once here, so that no transaction can hold the lock: one row of
//! [`PROGRESS_TABLE`](crate::dialect::PROGRESS_TABLE) is the lock (see `runner`). It is a row and not
//! `GET_LOCK`, which a cluster of several nodes has once a node and a pool hands on with the session.

use crate::dialect::{ProgressTable, ScratchDatabase, Session};
use crate::sql::{Comments, Compound, Folding, Lexis, Prefixed, Token, TokenKind};

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
    compound: Compound::Named,
    changed_by: Some(changed_by),
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
        compound: if has("ORACLE") { Compound::Rest } else { LEXIS.compound },
        ..LEXIS
    }
}

/// How the server reads what follows a statement that sets `sql_mode`. What it had before can't be told, and
/// is taken for nothing that counts.
fn changed_by(statement: &str) -> Option<Lexis> {
    let tokens = LEXIS.tokens(statement);
    tokens.first().filter(|first| first.is("set"))?;
    let is_mode = |at: usize| {
        let name = tokens[at].text.rsplit(['.', '@']).next().unwrap_or_default();
        let is_own = tokens[at].kind == TokenKind::Word || tokens[at].text.starts_with("@@");
        is_own && name.eq_ignore_ascii_case("sql_mode")
    };
    let is_set = |at: &usize| {
        is_mode(*at) && tokens.get(at + 1).is_some_and(|t| t.is_symbol("=") || t.is_symbol(":="))
    };
    let value = (0..tokens.len()).rfind(is_set)? + 2;
    // `REPLACE` takes out what its texts say.
    let is_taken_out = tokens.get(value).is_some_and(|token| token.is("replace"));
    let texts = tokens.get(value..).into_iter().flatten().filter_map(Token::value);
    let mode: Vec<String> = texts.filter(|_| !is_taken_out).collect();
    Some(lexis_under(&mode.join(",")))
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
    version: "SELECT CONCAT(IF(VERSION() LIKE '%MariaDB%', 'MariaDB ', 'MySQL '), SUBSTRING_INDEX(VERSION(), '-', 1))",
    connect_advice: "look at the host, the user and the database's name in the URL, and that the server runs",
};
