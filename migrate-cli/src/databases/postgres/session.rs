//! How PostgreSQL runs migrations.

use crate::dialect::{Lock, ScratchDatabase, Session};
use crate::sql::{Compound, Lexis};

pub const SESSION: Session = Session {
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
