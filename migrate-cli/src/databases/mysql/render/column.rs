use std::collections::BTreeMap;

use model_core::schema::{Column, ColumnType, DefaultValue, Identity, Literal};

use super::{literal, quote};

/// The whole column as CREATE TABLE and MODIFY take it. What is left out here is lost in a MODIFY.
pub fn definition(column: &Column) -> String {
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
        None => value(&mut sql, column, native),
    }
    if column.options.contains_key("invisible") {
        sql += " INVISIBLE";
    }
    if column.options.contains_key("without_system_versioning") {
        sql += " WITHOUT SYSTEM VERSIONING";
    }
    if let Some(comment) = &column.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    if let Some(check) = column.options.get("check") {
        sql += &format!(" CHECK ({check})");
    }
    sql
}

fn value(sql: &mut String, column: &Column, native: &str) {
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
        DefaultValue::Literal(value) => self::value_literal(value),
    }
}

/// A model's literal as SQL.
pub fn value_literal(value: &Literal) -> String {
    match value {
        Literal::Bool(true) => "1".to_owned(),
        Literal::Bool(false) => "0".to_owned(),
        Literal::Integer(number) => number.to_string(),
        Literal::Float(text) => text.clone(),
        Literal::Text(text) => literal(text),
        Literal::Bytes(bytes) => {
            let digits: String = bytes.iter().map(|b| format!("{b:02X}")).collect();
            format!("X'{digits}'")
        }
    }
}

/// The words that put an added column in its place.
pub fn position(options: &BTreeMap<String, String>) -> String {
    match options.get("after") {
        Some(column) => format!(" AFTER {}", quote(column)),
        None if options.contains_key("first") => " FIRST".to_owned(),
        None => String::new(),
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
        column.options.insert("invisible".into(), "1".into());
        assert_eq!(
            definition(&column),
            "`at` timestamp(3) NULL DEFAULT NULL ON UPDATE current_timestamp(3) INVISIBLE \
             COMMENT 'a\\\\b'"
        );
    }
}
