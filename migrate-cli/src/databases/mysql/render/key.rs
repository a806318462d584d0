use model_core::schema::{
    Check, ForeignKey, Index, IndexColumn, IndexTarget, KeyColumn, PrimaryKey, ReferentialAction,
    SortOrder,
};

use crate::databases::mysql::options::{EngineAttributes, Hiding, IndexOptions};
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
    let options = IndexOptions::read(&index.options);
    if let Some(size) = options.key_block_size {
        sql += &format!(" KEY_BLOCK_SIZE={size}");
    }
    if let Some(parser) = &options.parser {
        sql += &format!(" WITH PARSER {}", quote(parser));
    }
    if let Some(comment) = &index.comment {
        sql += &format!(" COMMENT {}", literal(comment));
    }
    sql += match options.hidden {
        Some(Hiding::Ignored) => " IGNORED",
        Some(Hiding::Invisible) => " INVISIBLE",
        None => "",
    };
    sql + &attributes(&options.attributes)
}

/// What engines are told about a column or an index.
pub fn attributes(attributes: &EngineAttributes) -> String {
    let all = [
        ("ENGINE_ATTRIBUTE", &attributes.primary),
        ("SECONDARY_ENGINE_ATTRIBUTE", &attributes.secondary),
    ];
    let given = all.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    given.map(|(name, value)| format!(" {name} {}", literal(value))).collect()
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
    format!(
        "{} ON DELETE {} ON UPDATE {}",
        columns_of(key),
        key.on_delete.sql(),
        key.on_update.sql()
    )
}

/// The same, without the word `RESTRICT`.
pub fn dangling_foreign_key(key: &ForeignKey) -> String {
    let mut sql = columns_of(key);
    for (word, action) in [("DELETE", key.on_delete), ("UPDATE", key.on_update)] {
        if action != ReferentialAction::Restrict {
            sql += &format!(" ON {word} {}", action.sql());
        }
    }
    sql
}

fn columns_of(key: &ForeignKey) -> String {
    let names = |columns: &[String]| {
        let quoted: Vec<String> = columns.iter().map(|column| quote(column)).collect();
        quoted.join(", ")
    };
    let constraint = key.name.as_ref().map(|name| format!("CONSTRAINT {} ", quote(name)));
    format!(
        "{}FOREIGN KEY ({}) REFERENCES {} ({})",
        constraint.unwrap_or_default(),
        names(&key.columns),
        name(&key.references),
        names(&key.referenced_columns),
    )
}

/// A table's check as a clause.
pub fn check(check: &Check) -> String {
    let constraint = check.name.as_ref().map(|name| format!("CONSTRAINT {} ", quote(name)));
    let enforced = if check.not_enforced { " NOT ENFORCED" } else { "" };
    format!("{}CHECK ({}){enforced}", constraint.unwrap_or_default(), check.expression)
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
        let options = IndexOptions { hidden: Some(Hiding::Ignored), ..IndexOptions::default() };
        let index = Index {
            name: "ix".into(),
            columns: vec![name, at],
            unique: true,
            comment: Some("it's".into()),
            options: options.into_map(),
            ..Index::default()
        };
        let sql = "UNIQUE INDEX `ix` (`name`(10), `at` DESC) COMMENT 'it''s' IGNORED";
        assert_eq!(super::index(&index), sql);
    }
}
