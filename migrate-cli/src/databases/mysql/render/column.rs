use model_core::schema::{Column, ColumnType, DefaultValue, Identity};

use super::key::attributes;
use crate::databases::mysql::options::ColumnOptions;
use crate::databases::mysql::quote::{literal, quote, value};
use crate::databases::mysql::statement::ColumnDefinition;

/// The whole column.
pub fn definition(definition: &ColumnDefinition) -> String {
    let ColumnDefinition { column, check } = definition;
    let native = match &column.ty {
        ColumnType::Native(text) => text.as_str(),
        // A plan is made of physical schemas only.
        ColumnType::Logical(_) => "",
    };
    let mut sql = format!("{} {native}", quote(&column.name));
    if let Some(charset) = &column.charset {
        sql += &format!(" CHARACTER SET {charset}");
    }
    if let Some(collation) = &column.collation {
        sql += &format!(" COLLATE {collation}");
    }
    match &column.computed {
        Some(computed) => {
            let kind = if computed.stored { "STORED" } else { "VIRTUAL" };
            sql += &format!(" GENERATED ALWAYS AS ({}) {kind}", computed.expression);
            if !column.nullable {
                sql += " NOT NULL";
            }
        }
        None => put_value(&mut sql, column, native),
    }
    let options = ColumnOptions::read(&column.options);
    if let Some(srid) = options.srid {
        sql += &format!(" SRID {srid}");
    }
    if let Some(storage) = &options.storage {
        sql += &format!(" STORAGE {storage}");
    }
    if let Some(format) = &options.column_format {
        sql += &format!(" COLUMN_FORMAT {format}");
    }
    if options.not_secondary {
        sql += " NOT SECONDARY";
    }
    if options.invisible {
        sql += " INVISIBLE";
    }
    if options.without_system_versioning {
        sql += " WITHOUT SYSTEM VERSIONING";
    }
    if let Some(comment) = &column.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    sql += &attributes(&options.attributes);
    if let Some(check) = check {
        sql += &format!(" CHECK ({check})");
    }
    sql
}

/// What a row gets that says nothing.
fn put_value(sql: &mut String, column: &Column, native: &str) {
    if !column.nullable {
        *sql += " NOT NULL";
    } else if native.starts_with("timestamp") {
        // Depending on a server setting, a timestamp that says nothing is NOT NULL.
        *sql += " NULL";
    }
    match &column.default {
        Some(default) => *sql += &format!(" DEFAULT {}", self::default(default)),
        None if column.nullable && native.starts_with("timestamp") => *sql += " DEFAULT NULL",
        None => {}
    }
    if let Some(expression) = &column.on_update {
        *sql += &format!(" ON UPDATE {expression}");
    }
    if column.identity == Identity::AutoIncrement {
        *sql += " AUTO_INCREMENT";
    }
}

fn default(default: &DefaultValue) -> String {
    match default {
        DefaultValue::Sql(expression) => expression.clone(),
        DefaultValue::Now => "current_timestamp()".to_owned(),
        DefaultValue::Literal(literal) => value(literal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_says_everything() {
        let mut column = Column::new("at", ColumnType::Native("timestamp(3)".into()));
        column.nullable = true;
        column.on_update = Some("current_timestamp(3)".into());
        column.comment = Some("a\\b".into());
        column.options = ColumnOptions { invisible: true, ..ColumnOptions::default() }.into_map();
        assert_eq!(
            definition(&ColumnDefinition { column, check: None }),
            "`at` timestamp(3) NULL DEFAULT NULL ON UPDATE current_timestamp(3) INVISIBLE \
             COMMENT 'a\\\\b'"
        );
    }
}
