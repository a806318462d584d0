//! Rows that move from one table to another.

use crate::databases::sqlite::quote::{literal, quote};
use crate::databases::sqlite::statement::{CastTo, Value};

/// `INSERT INTO … SELECT`
pub fn copy(into: &str, or_abort: bool, columns: &[(String, Value)], from: &str) -> String {
    let insert = if or_abort { "INSERT OR ABORT INTO" } else { "INSERT INTO" };
    let target = |(name, value): &(String, Value)| match value {
        Value::Rowid(rowid) => (*rowid).to_owned(),
        _ => quote(name),
    };
    let targets: Vec<String> = columns.iter().map(target).collect();
    let sources: Vec<String> = columns.iter().map(|(_, value)| self::value(value)).collect();
    format!(
        "{insert} {} ({})\nSELECT {} FROM {}",
        quote(into),
        targets.join(", "),
        sources.join(", "),
        quote(from)
    )
}

fn value(value: &Value) -> String {
    match value {
        Value::Column(name) => quote(name),
        Value::Rowid(name) => (*name).to_owned(),
        Value::Expression(sql) => format!("({sql})"),
        Value::Cast(name, CastTo::Blob) => format!("CAST({} AS BLOB)", quote(name)),
        Value::Cast(name, CastTo::Text) => format!("CAST({} AS TEXT)", quote(name)),
        Value::Renamed(value, values) => {
            let value = self::value(value);
            let mut sql = format!("CASE {value}");
            for (old, new) in values {
                sql.push_str(&format!(" WHEN {} THEN {}", literal(old), literal(new)));
            }
            sql + &format!(" ELSE {value} END")
        }
        Value::Filled(value, fill) => format!("coalesce({}, ({fill}))", self::value(value)),
    }
}

pub fn copy_counter(from: &str, to: &str) -> String {
    format!(
        "INSERT INTO \"sqlite_sequence\" (\"name\", \"seq\") SELECT {}, \"seq\" FROM \"sqlite_sequence\" WHERE \"name\" = {}",
        literal(to),
        literal(from)
    )
}

pub fn forget_counter(of: &str) -> String {
    format!("DELETE FROM \"sqlite_sequence\" WHERE \"name\" = {}", literal(of))
}

pub fn fill_index(of: &str) -> String {
    let name = quote(of);
    format!("INSERT INTO {name} ({name}) VALUES ('rebuild')")
}
