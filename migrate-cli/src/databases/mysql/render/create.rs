use std::collections::BTreeMap;

use model_core::schema::{Check, ForeignKey, Table};

use super::{column, index, literal, name, names, primary_key, quote};
use crate::databases::mysql::{charset_of, effective_options, option_applies};

/// `CREATE TABLE` with its indexes: here they are part of it.
pub fn table(table: &Table) -> String {
    let mut lines: Vec<String> = table
        .columns
        .iter()
        .map(|c| {
            let mut sql = column::definition(c);
            let check = table.checks.iter().find(|k| k.column.as_ref() == Some(&c.name));
            if let Some(check) = check.filter(|_| !c.options.contains_key("check")) {
                sql += &format!(" CHECK ({})", check.expression);
            }
            sql
        })
        .collect();
    lines.extend(table.primary_key.iter().map(primary_key));
    lines.extend(table.indexes.iter().map(index));
    lines.extend(table.foreign_keys.iter().map(foreign_key));
    lines.extend(table.checks.iter().filter(|c| c.column.is_none()).map(check));
    let mut sql = format!("CREATE TABLE {} (\n  {}\n)", name(&table.name), lines.join(",\n  "));
    for option in options(&BTreeMap::new(), &table.options) {
        sql += &format!(" {option}");
    }
    if let Some(comment) = &table.comment {
        sql += &format!(" COMMENT={}", literal(comment));
    }
    if table.options.contains_key("system_versioning") {
        sql += " WITH SYSTEM VERSIONING";
    }
    if let Some(partitions) = table.options.get("partition_by") {
        sql += &format!("\nPARTITION BY {partitions}");
    }
    sql
}

/// The table options that lead from one set to the other, each as SQL.
pub(crate) fn options(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Vec<String> {
    let engine = after.get("engine").map(String::as_str);
    let is_plain = |key: &str| !matches!(key, "system_versioning" | "partition_by");
    let wanted = effective_options(after);
    let mut sql: Vec<String> = wanted
        .iter()
        .filter(|(key, value)| {
            is_plain(key) && before.get(**key).map(String::as_str) != Some(**value)
        })
        .map(|(key, value)| option(key, value))
        .collect();
    let gone = before.iter().filter(|(key, _)| {
        is_plain(key) && !wanted.contains_key(key.as_str()) && option_applies(key, engine)
    });
    sql.extend(gone.filter_map(|(key, value)| {
        option_default(key).filter(|default| default != value).map(|default| option(key, default))
    }));
    sql
}

fn option(key: &str, value: &str) -> String {
    match key {
        "collation" => format!("DEFAULT CHARACTER SET {} COLLATE {value}", charset_of(value)),
        key if key.starts_with('`') => format!("{key}={value}"),
        key => format!("{}={value}", key.to_ascii_uppercase()),
    }
}

/// What takes an option away again; none where every table has one.
fn option_default(key: &str) -> Option<&'static str> {
    match key {
        "engine" | "collation" => None,
        "row_format" | "stats_persistent" | "stats_auto_recalc" | "pack_keys"
        | "stats_sample_pages" => Some("DEFAULT"),
        "transactional" | "page_checksum" => Some("1"),
        "insert_method" => Some("NO"),
        "delay_key_write" | "checksum" | "key_block_size" | "max_rows" | "min_rows"
        | "avg_row_length" => Some("0"),
        "connection" | "compression" => Some("''"),
        "encryption" => Some("'N'"),
        _ => Some("DEFAULT"),
    }
}

/// A foreign key as a clause.
pub fn foreign_key(key: &ForeignKey) -> String {
    let mut sql = String::new();
    if let Some(name) = &key.name {
        sql += &format!("CONSTRAINT {} ", quote(name));
    }
    sql += &format!(
        "FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {} ON UPDATE {}",
        names(&key.columns),
        name(&key.references),
        names(&key.referenced_columns),
        key.on_delete.sql(),
        key.on_update.sql()
    );
    sql
}

/// A table's check as a clause.
pub fn check(check: &Check) -> String {
    match &check.name {
        Some(name) => format!("CONSTRAINT {} CHECK ({})", quote(name), check.expression),
        None => format!("CHECK ({})", check.expression),
    }
}
