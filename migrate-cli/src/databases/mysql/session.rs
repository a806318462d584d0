//! How MariaDB and MySQL runs migrations.

use crate::dialect::{Lock, ScratchDatabase, Session};
use crate::sql::{Compound, Lexis};

pub const SESSION: Session = Session {
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
