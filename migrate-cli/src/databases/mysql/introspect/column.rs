use model_core::schema::{Column, ColumnType, Computed, DefaultValue, Identity};

use super::catalog::{Catalog, ColumnRow};
use super::table::Tables;
use crate::databases::mysql::charset::charset_of;
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::options::{ColumnOptions, TableOptions};
use crate::databases::mysql::quote::literal;

/// Puts its columns into each table.
pub fn read(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.columns {
        if let Some(table) = tables.get_mut(&row.table_name) {
            let collation = TableOptions::read(&table.options).collation;
            table.columns.push(column(catalog, row, collation.as_deref()));
        }
    }
}

fn column(catalog: &Catalog, row: &ColumnRow, table_collation: Option<&str>) -> Column {
    let extra = row.extra.to_ascii_uppercase();
    let has = |word: &str| extra.contains(word);
    let mut column = Column::new(&row.column_name, ColumnType::Native(row.column_type.clone()));
    column.nullable = row.is_nullable == "YES";
    column.comment.clone_from(&row.column_comment.0);
    if has("AUTO_INCREMENT") {
        column.identity = Identity::AutoIncrement;
    }
    if let Some(expression) = &row.generation_expression.0 {
        column.computed = Some(Computed {
            expression: unqualified(&as_sql(expression, catalog.flavour), &catalog.database),
            stored: has("STORED") || has("PERSISTENT"),
        });
    } else {
        column.default = default(row, catalog.flavour)
            .map(|text| DefaultValue::Sql(unqualified(&text, &catalog.database)));
    }
    column.on_update = on_update(&row.extra);
    let collation = row.collation_name.0.as_deref();
    if let Some(collation) = collation.filter(|_| collation != table_collation) {
        let charset = row.character_set_name.0.as_deref().unwrap_or(charset_of(collation));
        column.charset = Some(charset.to_owned());
        column.collation = Some(collation.to_owned());
    }
    let options = ColumnOptions {
        invisible: has("INVISIBLE"),
        without_system_versioning: has("WITHOUT SYSTEM VERSIONING"),
    };
    column.options = options.into_map();
    column
}

/// `on update current_timestamp(3)` among other words of `extra`.
fn on_update(extra: &str) -> Option<String> {
    let at = extra.to_ascii_lowercase().find("on update ")?;
    let rest = extra.get(at + "on update ".len()..)?;
    let end = rest.find([' ', ',']).unwrap_or(rest.len());
    rest.get(..end).map(str::to_owned)
}

fn default(row: &ColumnRow, flavour: Flavour) -> Option<String> {
    let text = row.column_default.as_deref()?;
    if flavour.prints_defaults_as_sql() {
        return (text != "NULL").then(|| text.to_owned());
    }
    let lower = text.to_ascii_lowercase();
    let is_now = lower.starts_with("current_timestamp");
    if is_now && matches!(row.data_type.as_str(), "timestamp" | "datetime") {
        return Some(text.to_owned());
    }
    if row.extra.to_ascii_uppercase().contains("DEFAULT_GENERATED") {
        return Some(format!("({})", as_sql(text, flavour)));
    }
    let bare = matches!(
        row.data_type.as_str(),
        "tinyint"
            | "smallint"
            | "mediumint"
            | "int"
            | "bigint"
            | "decimal"
            | "float"
            | "double"
            | "year"
    ) || (row.data_type.as_str() == "bit" && text.starts_with("b'"))
        || text.starts_with("0x");
    Some(if bare { text.to_owned() } else { literal(text) })
}

/// MySQL prints an expression's quotes escaped once more, wherever its catalog has one:
/// `concat(_utf8mb4\'a\')`.
pub(super) fn as_sql(expression: &str, flavour: Flavour) -> String {
    if flavour.mariadb {
        return expression.to_owned();
    }
    let mut sql = String::with_capacity(expression.len());
    let mut characters = expression.chars().peekable();
    while let Some(c) = characters.next() {
        match (c, characters.peek()) {
            ('\\', Some(next @ ('\'' | '\\'))) => {
                sql.push(*next);
                characters.next();
            }
            _ => sql.push(c),
        }
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(data_type: &str, default: &str, extra: &str) -> ColumnRow {
        ColumnRow {
            column_default: Some(default.to_owned()),
            extra: extra.to_owned(),
            data_type: data_type.to_owned(),
            ..ColumnRow::default()
        }
    }

    #[test]
    fn on_update_is_found_among_others() {
        let extra = "DEFAULT_GENERATED on update CURRENT_TIMESTAMP(3) INVISIBLE";
        assert_eq!(on_update(extra).as_deref(), Some("CURRENT_TIMESTAMP(3)"));
        assert_eq!(
            on_update("on update current_timestamp(), INVISIBLE").as_deref(),
            Some("current_timestamp()")
        );
        assert_eq!(on_update("auto_increment"), None);
    }

    #[test]
    fn mysql_prints_defaults_bare() {
        let mysql = Flavour::parse("8.0.36");
        let read = |t: &str, d: &str, e: &str| default(&row(t, d, e), mysql);
        assert_eq!(read("varchar", "it's", "").as_deref(), Some("'it''s'"));
        assert_eq!(read("int", "5", "").as_deref(), Some("5"));
        assert_eq!(read("bit", "b'1'", "").as_deref(), Some("b'1'"));
        let now = read("datetime", "CURRENT_TIMESTAMP(6)", "DEFAULT_GENERATED");
        assert_eq!(now.as_deref(), Some("CURRENT_TIMESTAMP(6)"));
        let expression = read("varchar", r"concat(_utf8mb4\'a\')", "DEFAULT_GENERATED");
        assert_eq!(expression.as_deref(), Some("(concat(_utf8mb4'a'))"));
    }

    #[test]
    fn mariadb_prints_defaults_as_sql() {
        let mariadb = Flavour::parse("10.11.6-MariaDB");
        assert_eq!(default(&row("int", "NULL", ""), mariadb), None);
        assert_eq!(default(&row("varchar", "'NULL'", ""), mariadb).as_deref(), Some("'NULL'"));
    }
}
