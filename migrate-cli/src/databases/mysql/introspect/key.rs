use model_core::schema::{
    Check, ForeignKey, Index, IndexColumn, IndexTarget, KeyColumn, PrimaryKey, QualifiedName,
    ReferentialAction, SortOrder,
};

use super::catalog::{Catalog, CheckRow, IndexRow};
use super::expression::{as_sql, whole};
use super::table::Tables;
use crate::databases::mysql::options::{IndexOptions, TableOptions};
use crate::databases::mysql::show_create::ShownIndex;

/// Puts keys, indexes and checks into each table.
pub fn read(catalog: &Catalog, tables: &mut Tables) {
    indexes(catalog, tables);
    foreign_keys(catalog, tables);
    checks(catalog, tables);
}

fn indexes(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.indexes {
        let Some(table) = tables.get_mut(&row.table_name) else { continue };
        let part = part(row, catalog);
        if row.index_name == "PRIMARY" {
            let key = table.primary_key.get_or_insert_with(PrimaryKey::default);
            key.comment.clone_from(&row.index_comment.0);
            if let IndexTarget::Column(name) = part.target {
                let rest = KeyColumn::new(name);
                key.columns.push(KeyColumn { order: part.order, prefix: part.prefix, ..rest });
            }
            continue;
        }
        match table.indexes.iter_mut().find(|i| i.name == row.index_name) {
            Some(index) => index.columns.push(part),
            None => {
                let engine = TableOptions::read(&table.options).engine;
                let in_memory = engine.as_deref() == Some("MEMORY");
                let shown = catalog.statements.get(&row.table_name);
                let shown = shown.and_then(|t| t.indexes.iter().find(|i| i.name == row.index_name));
                let options = IndexOptions {
                    hidden: row.is_hidden.then_some(catalog.flavour.hiding()),
                    ..shown.map(ShownIndex::options).unwrap_or_default()
                };
                table.indexes.push(index(row, part, in_memory, options));
            }
        }
    }
}

fn index(row: &IndexRow, part: IndexColumn, in_memory: bool, options: IndexOptions) -> Index {
    Index {
        name: row.index_name.clone(),
        columns: vec![part],
        unique: !row.non_unique,
        // B-tree is the default everywhere but in memory.
        method: Some(row.index_type.clone()).filter(|m| in_memory || m != "BTREE"),
        comment: row.index_comment.0.clone(),
        options: options.into_map(),
        ..Index::default()
    }
}

fn part(row: &IndexRow, catalog: &Catalog) -> IndexColumn {
    let mut part = match &row.ordered_expression {
        Some(expression) => IndexColumn {
            target: IndexTarget::Expression(as_sql(expression, catalog.flavour, &catalog.database)),
            ..IndexColumn::new("")
        },
        None => IndexColumn::new(&row.column_name),
    };
    if row.collation.as_deref() == Some("D") {
        part.order = SortOrder::Descending;
    }
    // A spatial index always says 32 and can't be told otherwise.
    if row.index_type != "SPATIAL" {
        part.prefix = row.sub_part;
    }
    part
}

fn foreign_keys(catalog: &Catalog, tables: &mut Tables) {
    for row in &catalog.foreign_keys {
        let Some(table) = tables.get_mut(&row.table_name) else { continue };
        let mut key = ForeignKey {
            name: Some(row.constraint_name.clone()),
            on_update: action(&row.update_rule),
            on_delete: action(&row.delete_rule),
            ..ForeignKey::default()
        };
        let columns = catalog.foreign_key_columns.iter().filter(|column| {
            column.table_name == row.table_name && column.constraint_name == row.constraint_name
        });
        for column in columns {
            key.columns.push(column.column_name.clone());
            let schema = Some(column.referenced_table_schema.clone());
            key.references = QualifiedName {
                schema: schema.filter(|schema| *schema != catalog.database),
                name: column.referenced_table_name.clone(),
            };
            key.referenced_columns.push(column.referenced_column_name.clone());
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
        let Some(table) = tables.get_mut(&row.table_name) else { continue };
        let text = match catalog.flavour.mariadb {
            true => whole(&row.check_clause, shown_check(catalog, row)),
            false => &row.check_clause,
        };
        let expression = as_sql(text, catalog.flavour, &catalog.database);
        let name = Some(row.constraint_name.clone());
        let not_enforced = row.enforced == "NO";
        let check = Check { expression, not_enforced, ..Check::default() };
        table.checks.push(match row.level.as_str() {
            "Column" => Check { column: name, ..check },
            _ => Check { name, ..check },
        });
    }
}

/// The condition of a check as the statement of its table has it.
fn shown_check<'a>(catalog: &'a Catalog, row: &CheckRow) -> Option<&'a str> {
    let shown = catalog.statements.get(&row.table_name)?;
    if row.level == "Column" {
        let column = shown.columns.iter().find(|column| column.name == row.constraint_name)?;
        return column.check.as_deref();
    }
    let check = shown.checks.iter().find(|check| check.name == row.constraint_name)?;
    Some(&check.condition)
}
