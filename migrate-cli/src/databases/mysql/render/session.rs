//! Settings of the session.

use crate::databases::mysql::quote::literal;
use crate::databases::mysql::statement::SqlMode;

pub const RESTORE_SQL_MODE: &str = "SET SESSION sql_mode = @migrate_sql_mode";

pub const SUSPEND_FOREIGN_KEY_CHECKS: &str = "SET @migrate_foreign_key_checks = @@SESSION.foreign_key_checks, \
     SESSION foreign_key_checks = 0";

pub const RESTORE_FOREIGN_KEY_CHECKS: &str =
    "SET SESSION foreign_key_checks = @migrate_foreign_key_checks";

pub const CHANGE_TIME_ZONE: &str =
    "SET @migrate_time_zone = @@SESSION.time_zone, SESSION time_zone = '+00:00'";

pub const RESTORE_TIME_ZONE: &str = "SET SESSION time_zone = @migrate_time_zone";

pub const ALLOW_CHANGES_OF_HISTORY: &str = "SET @migrate_alter_history = @@SESSION.system_versioning_alter_history, \
     SESSION system_versioning_alter_history = KEEP";

pub const RESTORE_CHANGES_OF_HISTORY: &str =
    "SET SESSION system_versioning_alter_history = @migrate_alter_history";

pub const RESTORE_COLLATION: &str =
    "SET SESSION collation_connection = @migrate_collation_connection";

pub fn use_sql_mode(mode: Option<&str>) -> String {
    let mode = mode.map_or_else(|| "@@GLOBAL.sql_mode".to_owned(), literal);
    format!("SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = {mode}")
}

pub fn use_time_zone(zone: &str) -> String {
    let zone = literal(zone);
    format!("SET @migrate_time_zone = @@SESSION.time_zone, SESSION time_zone = {zone}")
}

pub fn use_collation(collation: &str) -> String {
    let collation = literal(collation);
    format!(
        "SET @migrate_collation_connection = @@SESSION.collation_connection, SESSION \
         collation_connection = {collation}"
    )
}

pub fn change_sql_mode(without: &[SqlMode], with: &[SqlMode]) -> String {
    let mut mode = "@@SESSION.sql_mode".to_owned();
    for gone in without {
        mode = format!("REPLACE({mode}, '{}', '')", word(*gone));
    }
    if !with.is_empty() {
        let words: Vec<&str> = with.iter().map(|mode| word(*mode)).collect();
        mode = format!("CONCAT({mode}, ',{}')", words.join(","));
    }
    format!("SET @migrate_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = {mode}")
}

fn word(mode: SqlMode) -> &'static str {
    match mode {
        SqlMode::NoBackslashEscapes => "NO_BACKSLASH_ESCAPES",
        SqlMode::StrictAllTables => "STRICT_ALL_TABLES",
        SqlMode::NoAutoValueOnZero => "NO_AUTO_VALUE_ON_ZERO",
        SqlMode::NoZeroDate => "NO_ZERO_DATE",
        SqlMode::NoZeroInDate => "NO_ZERO_IN_DATE",
        SqlMode::AnsiQuotes => "ANSI_QUOTES",
    }
}
