use model_core::schema::Table;

use super::column;
use super::key::{check, foreign_key, index, primary_key};
use crate::databases::mysql::charset::charset_of;
use crate::databases::mysql::options::{TableOptions, TableSetting};
use crate::databases::mysql::quote::{literal, name};
use crate::databases::mysql::statement::ColumnDefinition;

/// `CREATE TABLE` with its indexes: here they are part of it.
pub fn create(words: &str, table: &Table) -> String {
    let column = |c| column::definition(&ColumnDefinition::new(table, c));
    let mut lines: Vec<String> = table.columns.iter().map(column).collect();
    lines.extend(table.primary_key.iter().map(primary_key));
    lines.extend(table.indexes.iter().map(index));
    lines.extend(table.foreign_keys.iter().map(foreign_key));
    lines.extend(table.checks.iter().filter(|c| c.column.is_none()).map(check));
    let mut sql = format!("{words} {} (\n  {}\n)", name(&table.name), lines.join(",\n  "));
    let options = TableOptions::read(&table.options);
    for setting in TableOptions::default().changes(&options) {
        sql += &format!(" {}", self::setting(&setting));
    }
    if let Some(comment) = &table.comment {
        sql += &format!(" {}", setting(&TableSetting::Comment(comment.clone())));
    }
    if options.system_versioned {
        sql += " WITH SYSTEM VERSIONING";
    }
    if let Some(partitions) = &options.partition_by {
        sql += &format!("\nPARTITION BY {partitions}");
    }
    sql
}

/// One of the table's own settings.
pub fn setting(setting: &TableSetting) -> String {
    match setting {
        TableSetting::Collation(collation) => {
            format!("DEFAULT CHARACTER SET {} COLLATE {collation}", charset_of(collation))
        }
        TableSetting::Comment(comment) => format!("COMMENT={}", literal(comment)),
        TableSetting::OfEngine(name, value) => format!("{name}={value}"),
        TableSetting::Named(name, value) => format!("{}={value}", name.to_ascii_uppercase()),
    }
}
