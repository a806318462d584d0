//! From SQLite's types to those of fields, as Diesel reads them: the reverse of `lower::types`.

use model_core::schema::{Column, ColumnType, Identity, LogicalType, Table};

use super::options::{ColumnOptions, TableOptions};
use crate::diff::Equivalence;
use crate::rust_type::{FieldType, RustType, TypeWord, numbers};

use super::equivalence::SqliteEquivalence;

/// The ways to write a column's type, the best first. The last is always the type that is there, in its
/// own words.
pub fn field_types(table: &Table, column: &Column) -> Vec<FieldType> {
    let native = column.ty.native().unwrap_or_default();
    let mut types = Vec::new();
    let values = SqliteEquivalence.values(table, column);
    if !values.is_empty() {
        let of = FieldType::of(RustType::Values(values), LogicalType::Text { max_length: None });
        let implies = table.checks.iter().filter(|check| {
            let only = Table { checks: vec![(*check).clone()], ..table.clone() };
            !SqliteEquivalence.values(&only, column).is_empty()
        });
        let implies = implies.map(|check| check.expression.clone()).collect();
        types.push(FieldType { implies, ..of }.with(TypeWord::Enumeration));
    }
    let natural = natural(native);
    types.extend(natural.clone());
    let rust = natural.as_ref().map_or("Vec<u8>", |ty| match &ty.rust {
        RustType::Named(name) => name,
        _ => "Vec<u8>",
    });
    // A column of SQLite takes a number of any width, and a key needs the same type on both sides.
    let others: &[&str] = match rust {
        "i16" | "i32" | "i64" => &["i64", "i32", "i16", "String"],
        "String" => &["i64", "i32", "Vec<u8>"],
        _ => &["String", "i64"],
    };
    if native.is_empty() {
        // A column without a type: a text that is empty says nothing in an attribute.
        types.push(FieldType::native(rust, " "));
        return types;
    }
    if is_counted(table, column) {
        // The rowid has eight bytes and one type, whatever its number is read as.
        types.push(FieldType::named("i64", LogicalType::BigInt));
    }
    types.push(FieldType::native(rust, native));
    types.extend(
        others.iter().filter(|other| **other != rust).map(|other| FieldType::native(other, native)),
    );
    types
}

/// The type of a field for a declared type, by the rules that Diesel reads a schema by.
fn natural(native: &str) -> Option<FieldType> {
    let lower = native.to_ascii_lowercase();
    let name = lower.split('(').next().unwrap_or_default().trim();
    let mut numbers = numbers(&lower);
    let mut number = || numbers.next().flatten();
    let has = |word: &str| name.contains(word);
    let is = |words: &[&str]| words.contains(&name);
    Some(if is(&["boolean", "bool"]) || lower == "tinyint(1)" {
        FieldType::named("bool", LogicalType::Bool)
    } else if is(&["smallint", "int2", "int16", "tinyint"]) {
        FieldType::named("i16", LogicalType::SmallInt)
    } else if is(&["bigint", "int8", "int64", "unsigned big int", "big int"]) {
        FieldType::named("i64", LogicalType::BigInt)
    } else if has("jsonb") {
        FieldType::named("serde_json::Value", LogicalType::Jsonb)
            .with(TypeWord::Diesel("Jsonb".into()))
    } else if has("json") {
        FieldType::named("serde_json::Value", LogicalType::Json)
            .with(TypeWord::Diesel("Json".into()))
    } else if is(&["point"]) {
        return None;
    } else if has("int") && !has("interval") && !has("point") {
        FieldType::named("i32", LogicalType::Integer)
    } else if has("char") || has("clob") || has("text") || has("string") {
        FieldType::text(if has("char") { number() } else { None })
    } else if has("blob") || has("binary") || name.is_empty() {
        FieldType::binary(None)
    } else if is(&["float", "float4"]) {
        FieldType::named("f32", LogicalType::Float)
    } else if has("real") || has("double") || has("float") {
        FieldType::named("f64", LogicalType::Double)
    } else if has("decimal") || has("numeric") {
        // Whatever its digits, SQLite keeps what is no whole number as a float.
        return Some(FieldType::native("f64", native));
    } else if is(&["timestamptz", "timestamptzsqlite", "timestamp with time zone"]) {
        FieldType::named("DateTime<Utc>", LogicalType::TimestampTz)
    } else if has("datetime") || has("timestamp") {
        FieldType::named("NaiveDateTime", LogicalType::Timestamp)
    } else if has("date") {
        FieldType::named("NaiveDate", LogicalType::Date)
    } else if has("time") {
        FieldType::named("NaiveTime", LogicalType::Time)
    } else if has("uuid") || has("guid") {
        FieldType::text(None)
    } else {
        return None;
    })
}

/// Whether the name of a type says what its values are.
pub fn is_known(native: &str) -> bool {
    natural(native).is_some()
}

/// Whether a new row gets its number from SQLite: the column is the rowid.
pub fn is_counted(table: &Table, column: &Column) -> bool {
    let key = table.primary_key.iter().flat_map(|key| &key.columns);
    let is_key = key.map(|key| &key.name).eq([&column.name]);
    let is_integer =
        matches!(&column.ty, ColumnType::Native(native) if native.eq_ignore_ascii_case("integer"));
    column.identity == Identity::RowidAutoincrement
        || (is_key
            && is_integer
            && !TableOptions::read(table).without_rowid
            && !ColumnOptions::read(column).is_not_rowid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rust(native: &str) -> String {
        match natural(native).map(|ty| ty.rust) {
            Some(RustType::Named(name)) => name,
            _ => "none".to_owned(),
        }
    }

    #[test]
    fn types_are_told_as_diesel_tells_them() {
        let of = ["INT", "UNSIGNED BIG INT", "TINYINT(1)", "NVARCHAR(9)", "DOUBLE PRECISION"];
        assert_eq!(of.map(rust), ["i32", "i64", "bool", "String", "f64"]);
        let of = ["DATETIME", "DATE", "TIME", "DECIMAL(10,2)", "", "POINT"];
        let expected = ["NaiveDateTime", "NaiveDate", "NaiveTime", "f64", "Vec<u8>", "none"];
        assert_eq!(of.map(rust), expected);
    }
}
