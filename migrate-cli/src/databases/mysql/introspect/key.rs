use model_core::schema::{
    Check, ForeignKey, Index, IndexColumn, IndexTarget, KeyColumn, PrimaryKey, QualifiedName,
    ReferentialAction, SortOrder,
};

use super::Tables;
use super::catalog::{Answer, Catalog};
use super::column::as_sql;
use crate::databases::mysql::{Flavour, unqualified};

/// Puts keys, indexes and checks into each table.
pub fn read(catalog: &Catalog, tables: &mut Tables) {
    indexes(catalog, tables);
    foreign_keys(catalog, tables);
    checks(catalog, tables);
}

fn indexes(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.indexes {
        let Some(table) = tables.get_mut(row.text(0)) else { continue };
        let part = part(row, catalog.flavour);
        if row.text(1) == "PRIMARY" {
            let key = table.primary_key.get_or_insert_with(PrimaryKey::default);
            key.comment = row.filled(7);
            if let IndexTarget::Column(name) = part.target {
                let rest = KeyColumn::new(name);
                key.columns.push(KeyColumn { order: part.order, prefix: part.prefix, ..rest });
            }
            continue;
        }
        match table.indexes.iter_mut().find(|i| i.name == row.text(1)) {
            Some(index) => index.columns.push(part),
            None => {
                let memory = table.options.get("engine").is_some_and(|e| e == "MEMORY");
                table.indexes.push(index(row, part, memory, catalog.flavour.invisible_index()));
            }
        }
    }
}

fn index(row: &Answer, part: IndexColumn, memory: bool, hidden_word: &str) -> Index {
    let mut index = Index {
        name: row.text(1).to_owned(),
        columns: vec![part],
        unique: row.text(2) == "0",
        // B-tree is the default everywhere but in memory.
        method: Some(row.text(6).to_owned()).filter(|m| memory || m != "BTREE"),
        comment: row.filled(7),
        ..Index::default()
    };
    if row.text(9) == "1" {
        index.options.insert("invisible".to_owned(), hidden_word.to_owned());
    }
    index
}

fn part(row: &Answer, flavour: Flavour) -> IndexColumn {
    let mut part = match row.get(8) {
        Some(expression) => IndexColumn {
            target: IndexTarget::Expression(as_sql(expression, flavour)),
            ..IndexColumn::new("")
        },
        None => IndexColumn::new(row.text(3)),
    };
    if row.get(4) == Some("D") {
        part.order = SortOrder::Descending;
    }
    // A spatial index always says 32 and can't be told otherwise.
    if row.text(6) != "SPATIAL" {
        part.prefix = row.get(5).and_then(|p| p.parse().ok());
    }
    part
}

fn foreign_keys(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.foreign_keys {
        let Some(table) = tables.get_mut(row.text(0)) else { continue };
        let mut key = ForeignKey {
            name: row.filled(1),
            on_update: action(row.text(2)),
            on_delete: action(row.text(3)),
            ..ForeignKey::default()
        };
        let columns = catalog
            .foreign_key_columns
            .iter()
            .filter(|c| c.text(0) == row.text(0) && c.text(1) == row.text(1));
        for column in columns {
            key.columns.push(column.text(2).to_owned());
            key.references = QualifiedName {
                schema: column.filled(3).filter(|s| s != &catalog.database),
                name: column.text(4).to_owned(),
            };
            key.referenced_columns.push(column.text(5).to_owned());
        }
        table.foreign_keys.push(key);
    }
}

fn action(rule: &str) -> ReferentialAction {
    match rule {
        "CASCADE" => ReferentialAction::Cascade,
        "SET NULL" => ReferentialAction::SetNull,
        "SET DEFAULT" => ReferentialAction::SetDefault,
        "RESTRICT" => ReferentialAction::Restrict,
        _ => ReferentialAction::NoAction,
    }
}

fn checks(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.checks {
        let Some(table) = tables.get_mut(row.text(0)) else { continue };
        let expression = as_sql(row.text(3), catalog.flavour);
        let expression = unqualified(&expression, &catalog.database);
        table.checks.push(match row.text(2) {
            "Column" => Check { column: row.filled(1), expression, ..Check::default() },
            _ => Check { name: row.filled(1), expression, ..Check::default() },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mysql_escapes_what_an_index_orders_once_more() {
        let mut row = vec![None; 10];
        row[8] = Some(r"json_extract(`a`,_utf8mb4\'$.x\')".to_owned());
        let part = part(&Answer(row), Flavour::parse("8.0.36"));
        let expression = "json_extract(`a`,_utf8mb4'$.x')".to_owned();
        assert_eq!(part.target, IndexTarget::Expression(expression));
    }
}
