use model_core::schema::{Column, ColumnType, Computed, DefaultValue, Identity};

use super::catalog::{Catalog, ColumnRow};
use super::expression::{as_sql, whole};
use super::table::Tables;
use crate::databases::mysql::charset::charset_of;
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::options::{ColumnOptions, TableOptions};
use crate::databases::mysql::show_create::ShownColumn;

/// Puts its columns into each table.
pub fn read(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.columns {
        if let Some(table) = tables.get_mut(&row.table_name) {
            let collation = TableOptions::read(&table.options).collation;
            let shown = catalog.statements.get(&row.table_name);
            let shown = shown.and_then(|t| t.columns.iter().find(|c| c.name == row.column_name));
            table.columns.push(column(catalog, row, shown, collation.as_deref()));
        }
    }
}

fn column(
    catalog: &Catalog,
    row: &ColumnRow,
    shown: Option<&ShownColumn>,
    table_collation: Option<&str>,
) -> Column {
    let expression = |text: &str| as_sql(text, catalog.flavour, &catalog.database);
    let extra = row.extra.to_ascii_uppercase();
    let has = |word: &str| extra.contains(word);
    let mut column = Column::new(&row.column_name, ColumnType::Native(row.column_type.clone()));
    column.nullable = row.is_nullable == "YES";
    column.comment.clone_from(&row.column_comment.0);
    if has("AUTO_INCREMENT") {
        column.identity = Identity::AutoIncrement;
    }
    if let Some(text) = &row.generation_expression.0 {
        let stored = has("STORED") || has("PERSISTENT");
        let text = match catalog.flavour.mariadb {
            true => whole(text, shown.and_then(|shown| shown.computed.as_deref())),
            false => text,
        };
        column.computed = Some(Computed { expression: expression(text), stored });
    } else {
        let default = match catalog.flavour.prints_defaults_as_sql() {
            true => row
                .column_default
                .as_deref()
                .filter(|text| *text != "NULL")
                .map(|text| whole(text, shown.and_then(|shown| shown.default.as_deref())))
                .map(str::to_owned),
            false => bare_default(row, shown, expression),
        };
        column.default =
            default.map(|text| DefaultValue::Sql(unqualified(&text, &catalog.database)));
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
        ..shown.map(ShownColumn::options).unwrap_or_default()
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

/// MySQL prints the value of a default, and does not tell what it was: `0x41` is a text or a byte.
/// So that is taken from the statement, and the expressions alone from here.
fn bare_default(
    row: &ColumnRow,
    shown: Option<&ShownColumn>,
    expression: impl Fn(&str) -> String,
) -> Option<String> {
    let text = row.column_default.as_deref()?;
    let is_now = text.to_ascii_lowercase().starts_with("current_timestamp");
    if is_now && matches!(row.data_type.as_str(), "timestamp" | "datetime") {
        return Some(text.to_owned());
    }
    if row.extra.to_ascii_uppercase().contains("DEFAULT_GENERATED") {
        return Some(format!("({})", expression(text)));
    }
    shown.and_then(ShownColumn::literal_default)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
