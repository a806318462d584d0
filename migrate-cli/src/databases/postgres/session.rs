//! How PostgreSQL runs migrations.

use crate::databases::postgres::keywords::KEYWORDS;
use crate::dialect::{Lock, ScratchDatabase, Session};
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

/// Pins the session for the rest of a transaction.
pub const PIN: &str = pinned!();

pub const SESSION: Session = Session {
    applied_table_exists: "SELECT 1 WHERE to_regclass('__diesel_schema_migrations') IS NOT NULL",
    // A migration means the same whoever runs it.
    begin: concat!("BEGIN; ", pinned!()),
    lexis: LEXIS,
    cuts_outside_transaction: false,
    settings: &[],
    // An arbitrary number, the same for every version of this tool; advisory locks are per database.
    lock: Lock::Server {
        take: "SELECT pg_try_advisory_lock(7881702260482471219)",
        release: "SELECT pg_advisory_unlock(7881702260482471219)",
    },
    // From template0 with the encoding and collation of the database it stands for:
    // template1 may hold objects of its own.
    scratch: ScratchDatabase::OnServer {
        create: "SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', '{name}', pg_encoding_to_char(encoding), datcollate, datctype) FROM pg_database WHERE datname = current_database()",
        drop: "DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)",
    },
    connect_advice: "look at the host, the user and the database's name in the URL, and that the server runs",
};
