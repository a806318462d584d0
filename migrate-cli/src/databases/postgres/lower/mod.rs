//! A logical schema in PostgreSQL's own words, and those words in the server's own spelling.

mod extensions;
mod types;

use model_core::schema::{
    Column, ColumnType, DefaultValue, Identity, Schema, SequenceOptions, Table,
};

use crate::databases::postgres::names;
use crate::dialect::SchemaError;

/// A logical schema in PostgreSQL's own words.
pub fn lower(logical: Schema) -> Result<Schema, SchemaError> {
    let mut schema = logical;
    for table in &mut schema.tables {
        for index in 0..table.columns.len() {
            let column = lower_column(table, &table.columns[index])?;
            table.columns[index] = column;
        }
        name_constraints(table);
        for index in &mut table.indexes {
            index.method = index.method.take().filter(|m| m != "btree");
        }
    }
    extensions::add(&mut schema);
    schema.sort();
    Ok(schema)
}

fn lower_column(table: &Table, column: &Column) -> Result<Column, SchemaError> {
    let mut column = column.clone();
    let native = match &column.ty {
        ColumnType::Logical(ty) => types::native(ty),
        ColumnType::Native(text) => text.clone(),
    };
    column.default = column.default.map(|value| DefaultValue::Sql(types::default(&value, &native)));
    // To the server it is none.
    let is_null =
        |d: &DefaultValue| d.sql().is_some_and(|text| text.trim().eq_ignore_ascii_case("null"));
    column.default = column.default.filter(|default| !is_null(default));
    if let Identity::Auto { always, options, .. } = column.identity {
        column.identity = match native.as_str() {
            "smallint" | "integer" | "bigint" => {
                let options = SequenceOptions { ty: Some(native.clone()), ..options };
                Identity::Standard { always, options }
            }
            _ => {
                return Err(SchemaError::Unsupported {
                    object: format!("column {}.{}", table.name, column.name),
                    problem: format!("PostgreSQL can't count a {native} up by itself"),
                    advice: "make it an i16, i32 or i64, or write `auto = false`".to_owned(),
                });
            }
        };
    }
    column.ty = ColumnType::Native(native);
    Ok(column)
}

/// Gives what has no name the one that the server would give it.
fn name_constraints(table: &mut Table) {
    let own = table.name.name.clone();
    if let Some(key) = &mut table.primary_key {
        key.name.get_or_insert_with(|| names::made_of(&own, None, "pkey"));
    }
    let joined = |columns: &[String]| columns.join("_");
    for unique in &mut table.uniques {
        let columns: Vec<String> = unique.columns.iter().map(|c| c.name.clone()).collect();
        unique.name.get_or_insert_with(|| names::made_of(&own, Some(&joined(&columns)), "key"));
    }
    for key in &mut table.foreign_keys {
        let columns = joined(&key.columns);
        key.name.get_or_insert_with(|| names::made_of(&own, Some(&columns), "fkey"));
    }
    for (place, check) in table.checks.iter_mut().enumerate() {
        let label = if place == 0 { "check".to_owned() } else { format!("check{place}") };
        check.name.get_or_insert_with(|| names::made_of(&own, None, &label));
    }
}
