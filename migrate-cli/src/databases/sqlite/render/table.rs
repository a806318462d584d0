//! `CREATE TABLE` and the column of `ADD COLUMN`.

use model_core::schema::{
    Check, Column, Deferrable, ForeignKey, Identity, KeyColumn, PrimaryKey, SortOrder, Table,
};

use super::{parenthesised, quoted_list};
use crate::databases::sqlite::options::{CONFLICTS, ColumnOptions, TableOptions};
use crate::databases::sqlite::quote::quote;
use crate::databases::sqlite::session::LEXIS;
use crate::sql::TokenKind;

/// The whole statement, indexes excepted.
pub(super) fn create_table(table: &Table) -> String {
    let key_column = table.primary_key.as_ref().and_then(|key| column_of_key(table, key));
    let mut lines = Vec::new();
    for column in &table.columns {
        let mut line = column_definition(column);
        if let (Some(key), true) = (&table.primary_key, key_column == Some(&column.name)) {
            line.push_str(&constraint(key.name.as_deref()));
            line.push_str(" PRIMARY KEY");
            if ColumnOptions::read(column).is_not_rowid {
                line.push_str(" DESC");
            }
            line.push_str(&conflict(key.on_conflict.as_deref()));
            if column.identity == Identity::RowidAutoincrement {
                line.push_str(" AUTOINCREMENT");
            }
        }
        lines.push(line);
    }
    if let (Some(key), None) = (&table.primary_key, key_column) {
        let columns = key_columns(&key.columns);
        let conflict = conflict(key.on_conflict.as_deref());
        let name = constraint(key.name.as_deref());
        lines.push(format!("{name} PRIMARY KEY ({columns}){conflict}").trim_start().to_owned());
    }
    for unique in &table.uniques {
        let columns = key_columns(&unique.columns);
        let conflict = conflict(unique.on_conflict.as_deref());
        let name = constraint(unique.name.as_deref());
        lines.push(format!("{name} UNIQUE ({columns}){conflict}").trim_start().to_owned());
    }
    for key in &table.foreign_keys {
        let columns = quoted_list(key.columns.iter().map(String::as_str));
        let name = constraint(key.name.as_deref());
        let line = format!("{name} FOREIGN KEY ({columns}){}", references(key));
        lines.push(line.trim_start().to_owned());
    }
    for check in &table.checks {
        lines.push(check_definition(check).trim_start().to_owned());
    }
    let mut options = Vec::new();
    let TableOptions { strict, without_rowid } = TableOptions::read(table);
    for (is_on, words) in [(strict, "STRICT"), (without_rowid, "WITHOUT ROWID")] {
        if is_on {
            options.push(words);
        }
    }
    let options =
        if options.is_empty() { String::new() } else { format!(" {}", options.join(", ")) };
    format!("CREATE TABLE {} (\n    {}\n){options}", quote(&table.name.name), lines.join(",\n    "))
}

/// The column that carries the primary key in its own definition: `AUTOINCREMENT` and the key that
/// isn't the rowid can only be said there, and a key of one column reads best there.
fn column_of_key<'a>(table: &Table, key: &'a PrimaryKey) -> Option<&'a String> {
    let [only] = key.columns.as_slice() else { return None };
    let column = table.column(&only.name)?;
    let downwards =
        only.order == SortOrder::Descending && !ColumnOptions::read(column).is_not_rowid;
    (only.collation.is_none() && !downwards).then_some(&only.name)
}

/// `ADD COLUMN` with the keys and checks that belong to that column alone.
pub(super) fn add_column(column: &Column, keys: &[ForeignKey], checks: &[Check]) -> String {
    let mut sql = format!("ADD COLUMN {}", column_definition(column));
    for key in keys {
        sql.push_str(&constraint(key.name.as_deref()));
        sql.push_str(&references(key));
    }
    for check in checks {
        sql.push_str(&check_definition(check));
    }
    sql
}

fn column_definition(column: &Column) -> String {
    let mut sql = quote(&column.name);
    if let Some(ty) = column.ty.native().filter(|ty| !ty.is_empty()) {
        sql.push(' ');
        sql.push_str(ty);
    }
    if !column.nullable {
        let options = ColumnOptions::read(column);
        sql.push_str(&constraint(options.not_null_name.as_deref()));
        sql.push_str(" NOT NULL");
        sql.push_str(&conflict(options.not_null_conflict.as_deref()));
    }
    if let Some(default) = column.default.as_ref().and_then(|d| d.sql()) {
        sql.push_str(" DEFAULT ");
        sql.push_str(&if is_plain_default(default) {
            default.to_owned()
        } else {
            parenthesised(default)
        });
    }
    if let Some(collation) = &column.collation {
        sql.push_str(" COLLATE ");
        sql.push_str(&collation_name(collation));
    }
    if let Some(computed) = &column.computed {
        sql.push_str(" GENERATED ALWAYS AS ");
        sql.push_str(&parenthesised(&computed.expression));
        sql.push_str(if computed.stored { " STORED" } else { " VIRTUAL" });
    }
    sql
}

/// Whether a default can stand without parentheses: one value, or a number with its sign.
pub(super) fn is_plain_default(default: &str) -> bool {
    match LEXIS.tokens(default).as_slice() {
        [only] => {
            !matches!(only.kind, TokenKind::Symbol | TokenKind::Parameter) && only.text == default
        }
        [sign, number] => {
            (sign.is_symbol("-") || sign.is_symbol("+"))
                && number.kind == TokenKind::Number
                && sign.start == 0
                && number.end() == default.len()
        }
        _ => false,
    }
}

fn check_definition(check: &Check) -> String {
    format!("{} CHECK {}", constraint(check.name.as_deref()), parenthesised(&check.expression))
}

fn references(key: &ForeignKey) -> String {
    let mut sql = format!(" REFERENCES {}", quote(&key.references.name));
    if !key.referenced_columns.is_empty() {
        let columns = quoted_list(key.referenced_columns.iter().map(String::as_str));
        sql.push_str(&format!(" ({columns})"));
    }
    if key.match_full {
        sql.push_str(" MATCH FULL");
    }
    if !key.on_delete.is_no_action() {
        sql.push_str(&format!(" ON DELETE {}", key.on_delete.sql()));
    }
    if !key.on_update.is_no_action() {
        sql.push_str(&format!(" ON UPDATE {}", key.on_update.sql()));
    }
    sql.push_str(match key.deferrable {
        Deferrable::No => "",
        Deferrable::Immediate => " DEFERRABLE INITIALLY IMMEDIATE",
        Deferrable::Deferred => " DEFERRABLE INITIALLY DEFERRED",
    });
    sql
}

fn constraint(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" CONSTRAINT {}", quote(name)))
}

fn conflict(algorithm: Option<&str>) -> String {
    match algorithm {
        Some(algorithm) if CONFLICTS.contains(&algorithm) => format!(" ON CONFLICT {algorithm}"),
        _ => String::new(),
    }
}

fn key_columns(columns: &[KeyColumn]) -> String {
    let parts: Vec<String> = columns
        .iter()
        .map(|column| {
            let mut sql = quote(&column.name);
            push_collation_and_order(&mut sql, column.collation.as_deref(), column.order);
            sql
        })
        .collect();
    parts.join(", ")
}

pub(super) fn push_collation_and_order(
    sql: &mut String,
    collation: Option<&str>,
    order: SortOrder,
) {
    if let Some(collation) = collation {
        sql.push_str(" COLLATE ");
        sql.push_str(&collation_name(collation));
    }
    if order == SortOrder::Descending {
        sql.push_str(" DESC");
    }
}

/// The built-in ones are keywords to a reader, whatever the grammar says.
fn collation_name(name: &str) -> String {
    if ["BINARY", "NOCASE", "RTRIM"].contains(&name) { name.to_owned() } else { quote(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_has_parentheses_where_it_needs_them() {
        for plain in ["1", "-1.5", "+ 2", "'a b'", "NULL", "CURRENT_TIMESTAMP", "X'00'", "\"a\""] {
            assert!(is_plain_default(plain), "{plain}");
        }
        for other in ["1 + 1", "- 'a'", "datetime('now')", "1 -- one", "/* */ 1"] {
            assert!(!is_plain_default(other), "{other}");
        }
    }
}
