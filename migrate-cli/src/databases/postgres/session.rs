//! How PostgreSQL runs migrations.
//!
//! The lock is of Diesel's table, in the transaction of the migration. An advisory lock would be the
//! session's, and a pooler in transaction mode gives each transaction another session.

use crate::databases::postgres::keywords::KEYWORDS;
use crate::dialect::{ProgressTable, ScratchDatabase, Session};
use crate::sql::{Comments, Compound, Folding, Lexis, Prefixed};

/// How PostgreSQL reads SQL while `standard_conforming_strings` is on.
pub const LEXIS: Lexis = Lexis {
    name_quotes: "\"",
    backslash_escapes: false,
    prefixes: &[
        ("e", Prefixed::Escaped),
        ("u&", Prefixed::TextOrName),
        ("n", Prefixed::Text),
        ("b", Prefixed::Bytes),
        ("x", Prefixed::Bytes),
    ],
    dollar_quotes: true,
    parameters: "$",
    digits_begin_names: false,
    comments: Comments::Nested,
    compound: Compound::Counted,
    changed_by: None,
    folding: Folding::BareToLower,
    bare_names: true,
    keywords: KEYWORDS,
};

/// What changes how the server prints and reads values, as this program sets it for a transaction: a date
/// that one session prints day first would be read month first in another.
macro_rules! pinned {
    () => {
        "SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; \
         SET LOCAL TimeZone = 'UTC'; SET LOCAL bytea_output = 'hex'; \
         SET LOCAL quote_all_identifiers = off; SET LOCAL standard_conforming_strings = on; \
         SET LOCAL extra_float_digits = 1"
    };
}

/// Pins the session for the rest of a transaction in which the catalog is read. To compile a query of the
/// catalog takes the server longer than to run it.
pub const PIN: &str = concat!(pinned!(), "; SET LOCAL jit = off");

pub const SESSION: Session = Session {
    table_exists: "SELECT 1 WHERE to_regclass('{table}') IS NOT NULL",
    // A migration means the same whoever runs it.
    begin: concat!("BEGIN; ", pinned!()),
    // Lets others read, and keeps Diesel's own command out as well.
    lock_history: Some("LOCK TABLE __diesel_schema_migrations IN SHARE ROW EXCLUSIVE MODE"),
    // A limit that is stricter stays: somebody set it for the role or the database.
    wait_in_transaction: Some(
        "SELECT set_config('lock_timeout', CASE WHEN setting::bigint BETWEEN 1 AND {ms} THEN setting ELSE '{ms}' END, true) FROM pg_settings WHERE name = 'lock_timeout'",
    ),
    // Where a pooler hands the session to another program, what is set in it goes with it.
    wait_in_session: &[],
    lexis: LEXIS,
    sent_together_is_transaction: true,
    settings: &[],
    progress: ProgressTable {
        options: "",
        now: "CAST(extract(epoch FROM clock_timestamp()) AS bigint)",
        renewed: true,
        tables_without_transactions: None,
    },
    // From template0 with the encoding and collation of the database it stands for:
    // template1 may hold objects of its own.
    scratch: ScratchDatabase::OnServer {
        create: "SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', '{name}', pg_encoding_to_char(encoding), datcollate, datctype) FROM pg_database WHERE datname = current_database()",
        drop: "DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)",
        list: "SELECT d.datname, (SELECT min(a.pid) FROM pg_stat_activity a WHERE a.datid = d.oid) FROM pg_database d WHERE left(d.datname, length('{prefix}')) = '{prefix}'",
    },
    version: "SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)",
    connect_advice: "look at the host, the user and the database's name in the URL, and that the server runs",
};
