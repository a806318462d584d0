use std::collections::BTreeMap;

use model_core::schema::QualifiedName;
use nonempty::NonEmpty;

use crate::databases::mysql::quote::{literal, name, quote};
use crate::databases::mysql::statement::{Rows, Value};

/// `UPDATE`
pub fn update(
    table: &QualifiedName,
    assignments: &NonEmpty<(String, Value)>,
    rows: Option<&Rows>,
) -> String {
    let assignments: Vec<String> = assignments
        .iter()
        .map(|(column, value)| format!("{} = {}", quote(column), self::value(column, value)))
        .collect();
    let mut sql = format!("UPDATE {} SET {}", name(table), assignments.join(", "));
    if let Some(rows) = rows {
        sql += &format!(" WHERE {}", condition(rows));
    }
    sql
}

fn value(column: &str, value: &Value) -> String {
    match value {
        Value::Expression(expression) => expression.clone(),
        Value::Of(other) => quote(other),
        Value::Replaced(values) => replaced(&quote(column), values),
    }
}

fn replaced(column: &str, values: &BTreeMap<String, String>) -> String {
    let mut sql = format!("CASE {column}");
    for (old, new) in values {
        sql += &format!(" WHEN {} THEN {}", literal(old), literal(new));
    }
    sql + &format!(" ELSE {column} END")
}

fn condition(rows: &Rows) -> String {
    match rows {
        Rows::WithNull(column) => format!("{} IS NULL", quote(column)),
        Rows::WithAny(columns) => {
            let any: Vec<String> = columns
                .iter()
                .map(|(column, values)| {
                    let values: Vec<String> = values.iter().map(|value| literal(value)).collect();
                    format!("{} IN ({})", quote(column), values.join(", "))
                })
                .collect();
            any.join(" OR ")
        }
    }
}
