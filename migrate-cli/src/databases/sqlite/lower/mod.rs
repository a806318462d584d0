//! A model's schema in SQLite's own words.

pub mod types;

use model_core::naming;
use model_core::schema::{
    Check, Column, ColumnType, DefaultValue, Deferrable, EnumType, Identity, Literal, LogicalType,
    PrimaryKey, Schema, Table,
};

use crate::databases::sqlite::options::{ColumnOptions, TableOptions};
use crate::databases::sqlite::quote::{bytes, literal, quote};
use crate::databases::sqlite::unparenthesised;
use crate::dialect::SchemaError;

/// A logical schema in SQLite's own words.
pub fn lower(logical: Schema) -> Result<Schema, SchemaError> {
    let Schema { complete, enums, mut tables, objects, managed, absent, declarations, .. } =
        logical;
    for table in &mut tables {
        lower_table(table, &enums)?;
    }
    let mut schema =
        Schema { complete, tables, objects, managed, absent, declarations, ..Schema::default() };
    schema.sort();
    Ok(schema)
}

fn lower_table(table: &mut Table, enums: &[EnumType]) -> Result<(), SchemaError> {
    if let Some(namespace) = &table.name.schema {
        return Err(unsupported(
            format!("table {}", table.name),
            format!("SQLite has no schema `{namespace}`"),
            "take `schema` out of the model",
        ));
    }
    refuse_foreign_ways(table)?;
    // SQLite keeps no comments, and has no more properties of tables than these.
    table.comment = None;
    TableOptions::read(table).write(table);
    // Rows that were there before are always looked at here.
    for key in &mut table.foreign_keys {
        key.not_valid = false;
    }
    for check in &mut table.checks {
        check.not_valid = false;
        check.no_inherit = false;
    }
    let strict = TableOptions::read(table).strict;
    let mut checks = Vec::new();
    for column in &mut table.columns {
        let object = format!("column {}.{}", table.name, column.name);
        let logical = match &column.ty {
            ColumnType::Logical(ty) => Some(ty.clone()),
            ColumnType::Native(_) => None,
        };
        if let Some(LogicalType::Enum(name)) = &logical {
            let values = enums.iter().find(|e| &e.name == name).ok_or_else(|| {
                unsupported(
                    object.clone(),
                    format!("the enumeration {name} is not there"),
                    "declare it with `#[derive(ModelEnum)]`",
                )
            })?;
            column.renamed_values = values.renamed_values();
            let values: Vec<String> = values.values.iter().map(|v| literal(&v.name)).collect();
            checks.push((
                column.name.clone(),
                format!("{} IN ({})", quote(&column.name), values.join(", ")),
            ));
        }
        lower_column(column, logical.as_ref(), strict, &object)?;
    }
    for (column, expression) in checks {
        let name = naming::check(&table.name.name, &column);
        let taken = table.checks.iter().any(|c| c.name.as_ref() == Some(&name));
        let name =
            if taken { naming::check(&table.name.name, &format!("{column}_values")) } else { name };
        table.checks.push(Check { name: Some(name), expression, ..Check::default() });
    }
    lower_keys(table);
    Ok(())
}

fn lower_column(
    column: &mut Column,
    logical: Option<&LogicalType>,
    strict: bool,
    object: &str,
) -> Result<(), SchemaError> {
    if column.on_update.is_some() {
        return Err(unsupported(
            object.to_owned(),
            "SQLite has no ON UPDATE for a column".into(),
            "set the value in the application or in a trigger",
        ));
    }
    if let Some(logical) = logical {
        let native = types::native(logical, strict).ok_or_else(|| {
            unsupported(
                object.to_owned(),
                "SQLite has no arrays".into(),
                "keep the values in a table of their own, or as `serde_json::Value`",
            )
        })?;
        column.ty = ColumnType::Native(native);
    }
    if let Some(default) = column.default.take() {
        column.default = Some(DefaultValue::Sql(default_sql(default, logical)));
    }
    column.comment = None;
    column.charset = None;
    ColumnOptions::read(column).write(column);
    Ok(())
}

/// A decimal number as the whole number of its smallest unit: `12.3` with two digits is 1230.
fn units(number: &str, scale: usize) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, after) = digits.split_once('.').unwrap_or((digits, ""));
    let after: String = after.chars().chain(std::iter::repeat('0')).take(scale).collect();
    let all = format!("{whole}{after}");
    match all.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    }
}

fn default_sql(default: DefaultValue, logical: Option<&LogicalType>) -> String {
    match default {
        // Written, it gets the ones that SQLite asks for.
        DefaultValue::Sql(text) => unparenthesised(&text).to_owned(),
        DefaultValue::Now => match logical {
            Some(LogicalType::Date) => "CURRENT_DATE",
            Some(LogicalType::Time) => "CURRENT_TIME",
            // Diesel reads a time with a zone only where the zone is said.
            Some(LogicalType::TimestampTz) => "strftime('%Y-%m-%d %H:%M:%S+00:00', 'now')",
            _ => "CURRENT_TIMESTAMP",
        }
        .to_owned(),
        DefaultValue::Literal(value) => match value {
            Literal::Bool(value) => u8::from(value).to_string(),
            Literal::Integer(value) => value.to_string(),
            Literal::Float(text) => match logical {
                Some(LogicalType::Units { scale, .. }) => units(&text, *scale as usize),
                _ => text,
            },
            Literal::Text(text) => literal(&text),
            Literal::Bytes(value) => bytes(&value),
        },
    }
}

/// A generated key is the rowid, which only a column of the very type `INTEGER` can be.
fn lower_keys(table: &mut Table) {
    let key = match &table.primary_key {
        Some(PrimaryKey { columns, .. }) if columns.len() == 1 => columns.first().cloned(),
        _ => None,
    };
    for column in &mut table.columns {
        let Identity::Auto { strict, .. } = column.identity else { continue };
        column.identity = Identity::None;
        if key.as_ref().is_some_and(|key| key.name == column.name) {
            column.ty = ColumnType::Native("INTEGER".into());
            if strict {
                column.identity = Identity::RowidAutoincrement;
            }
        }
    }
    for column in table.primary_key.iter().flat_map(|key| &key.columns) {
        if let Some(column) = table.columns.iter_mut().find(|c| c.name == column.name) {
            column.nullable = false;
        }
    }
}

/// What other databases have and SQLite has not, and what would be lost without a word.
fn refuse_foreign_ways(table: &Table) -> Result<(), SchemaError> {
    let refuse = |what: &str, name: &str, problem: &str, advice: &str| {
        let object = format!("{what} {name} on table {}", table.name);
        Err(unsupported(object, problem.to_owned(), advice))
    };
    let unnamed = || "(unnamed)".to_owned();
    for unique in &table.uniques {
        let name = unique.name.clone().unwrap_or_else(unnamed);
        if unique.deferrable != Deferrable::No {
            return refuse(
                "unique",
                &name,
                "SQLite can't defer it",
                "take `deferrable` out of the model",
            );
        }
        if unique.nulls_not_distinct {
            return refuse(
                "unique",
                &name,
                "to SQLite two NULLs are never the same",
                "use a unique index on `coalesce(…)`",
            );
        }
    }
    for key in &table.foreign_keys {
        let name = key.name.clone().unwrap_or_else(unnamed);
        if !key.on_delete_columns.is_empty() {
            return refuse(
                "foreign key",
                &name,
                "SQLite sets all of a key's columns or none",
                "take the column list out of `on_delete`",
            );
        }
        if key.references.schema.is_some() {
            return refuse(
                "foreign key",
                &name,
                "SQLite has no schemas",
                "take `schema` out of the model that it leads to",
            );
        }
    }
    for index in &table.indexes {
        let parts = &index.columns;
        let foreign = index.method.is_some() || parts.iter().any(|c| c.operator_class.is_some());
        if foreign || !index.include.is_empty() || index.nulls_not_distinct {
            return refuse(
                "index",
                &index.name,
                "SQLite has neither index methods, operator classes, INCLUDE nor NULLS NOT DISTINCT",
                "take them out of the model",
            );
        }
        if parts.iter().any(|c| c.nulls.is_some() || c.prefix.is_some()) {
            return refuse(
                "index",
                &index.name,
                "SQLite's indexes take neither NULLS FIRST and LAST nor a prefix",
                "take them out of the model",
            );
        }
    }
    if let Some(exclusion) = table.exclusions.first() {
        return refuse(
            "exclusion",
            &exclusion.name,
            "SQLite has no exclusion constraints",
            "use a trigger",
        );
    }
    Ok(())
}

fn unsupported(object: String, problem: String, advice: &str) -> SchemaError {
    SchemaError::Unsupported { object, problem, advice: advice.to_owned() }
}

#[cfg(test)]
mod tests {
    use model_core::schema::{EnumValue, KeyColumn, QualifiedName, SequenceOptions};

    use super::*;

    fn lowered(columns: Vec<Column>) -> Table {
        let key = PrimaryKey { columns: vec![KeyColumn::new("id")], ..PrimaryKey::default() };
        let table = Table { columns, primary_key: Some(key), ..Table::new("t") };
        let value = |name: &str| EnumValue { name: name.into(), renamed_from: None };
        let colour = EnumType {
            name: QualifiedName::new("colour"),
            values: vec![value("red"), value("it's")],
            ..EnumType::default()
        };
        let schema = Schema { tables: vec![table], enums: vec![colour], ..Schema::default() };
        lower(schema).expect("SQLite has all of this").tables.remove(0)
    }

    #[test]
    fn a_generated_key_is_the_rowid_whatever_its_width() {
        let mut id = Column::new("id", ColumnType::Logical(LogicalType::BigInt));
        id.identity =
            Identity::Auto { strict: true, always: false, options: SequenceOptions::default() };
        let table = lowered(vec![id]);
        assert_eq!(table.columns[0].ty.native(), Some("INTEGER"));
        assert_eq!(table.columns[0].identity, Identity::RowidAutoincrement);
    }

    #[test]
    fn an_enumeration_is_text_with_a_check() {
        let ty = LogicalType::Enum(QualifiedName::new("colour"));
        let table = lowered(vec![Column::new("c", ColumnType::Logical(ty))]);
        assert_eq!(table.columns[0].ty.native(), Some("TEXT"));
        assert_eq!(table.checks[0].name.as_deref(), Some("ck_t_c"));
        assert_eq!(table.checks[0].expression, "\"c\" IN ('red', 'it''s')");
    }

    #[test]
    fn now_is_what_diesel_reads_back() {
        let now = |ty: LogicalType| {
            let mut column = Column::new("at", ColumnType::Logical(ty));
            column.default = Some(DefaultValue::Now);
            lowered(vec![column]).columns[0].default.clone()
        };
        assert_eq!(now(LogicalType::Date), Some(DefaultValue::Sql("CURRENT_DATE".into())));
        assert_eq!(
            now(LogicalType::Timestamp),
            Some(DefaultValue::Sql("CURRENT_TIMESTAMP".into()))
        );
    }
}
