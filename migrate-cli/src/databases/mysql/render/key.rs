use model_core::schema::{
    Check, ForeignKey, Index, IndexColumn, IndexTarget, KeyColumn, PrimaryKey, SortOrder,
};

use crate::databases::mysql::options::{Hiding, IndexOptions};
use crate::databases::mysql::quote::{literal, name, quote};

/// An index as a clause.
pub fn index(index: &Index) -> String {
    let columns: Vec<String> = index.columns.iter().map(index_column).collect();
    let method = index.method.as_deref().unwrap_or_default();
    let kind = match method {
        "FULLTEXT" | "SPATIAL" => format!("{method} "),
        _ if index.unique => "UNIQUE ".to_owned(),
        _ => String::new(),
    };
    let mut sql = format!("{kind}INDEX {} ({})", quote(&index.name), columns.join(", "));
    if matches!(method, "HASH" | "BTREE") {
        sql += &format!(" USING {method}");
    }
    if let Some(comment) = &index.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    sql += match IndexOptions::read(&index.options).hidden {
        Some(Hiding::Ignored) => " IGNORED",
        Some(Hiding::Invisible) => " INVISIBLE",
        None => "",
    };
    sql
}

fn index_column(column: &IndexColumn) -> String {
    let target = match &column.target {
        IndexTarget::Column(name) => quote(name),
        IndexTarget::Expression(expression) => format!("({expression})"),
    };
    target + &suffix(column.prefix, column.order)
}

/// A primary key as a clause.
pub fn primary_key(key: &PrimaryKey) -> String {
    let columns: Vec<String> = key.columns.iter().map(key_column).collect();
    let mut sql = format!("PRIMARY KEY ({})", columns.join(", "));
    if let Some(comment) = &key.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    sql
}

fn key_column(column: &KeyColumn) -> String {
    quote(&column.name) + &suffix(column.prefix, column.order)
}

fn suffix(prefix: Option<u32>, order: SortOrder) -> String {
    let length = prefix.map(|length| format!("({length})")).unwrap_or_default();
    let order = if order.is_ascending() { "" } else { " DESC" };
    length + order
}

/// A foreign key as a clause.
pub fn foreign_key(key: &ForeignKey) -> String {
    let names = |columns: &[String]| {
        let quoted: Vec<String> = columns.iter().map(|column| quote(column)).collect();
        quoted.join(", ")
    };
    let constraint = key.name.as_ref().map(|name| format!("CONSTRAINT {} ", quote(name)));
    format!(
        "{}FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {} ON UPDATE {}",
        constraint.unwrap_or_default(),
        names(&key.columns),
        name(&key.references),
        names(&key.referenced_columns),
        key.on_delete.sql(),
        key.on_update.sql()
    )
}

/// A table's check as a clause.
pub fn check(check: &Check) -> String {
    match &check.name {
        Some(name) => format!("CONSTRAINT {} CHECK ({})", quote(name), check.expression),
        None => format!("CHECK ({})", check.expression),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_has_all_its_parts() {
        let mut name = IndexColumn::new("name");
        name.prefix = Some(10);
        let mut at = IndexColumn::new("at");
        at.order = SortOrder::Descending;
        let index = Index {
            name: "ix".into(),
            columns: vec![name, at],
            unique: true,
            comment: Some("it's".into()),
            options: IndexOptions { hidden: Some(Hiding::Ignored) }.into_map(),
            ..Index::default()
        };
        let sql = "UNIQUE INDEX `ix` (`name`(10), `at` DESC) COMMENT 'it''s' IGNORED";
        assert_eq!(super::index(&index), sql);
    }
}
