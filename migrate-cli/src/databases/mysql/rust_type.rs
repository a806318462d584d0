//! From the types of MariaDB and MySQL to those of fields, as Diesel reads them: the reverse of
//! `lower::types`.

use model_core::schema::{
    Column, Index, IndexTarget, KeyColumn, LogicalType, SortOrder, Table, Unique,
};

use super::enumeration::enumeration_values;
use super::options::IndexOptions;
use super::serving_index::serves;
use super::session::LEXIS;
use super::types::{Type, is_geometry};
use crate::rust_type::{FieldType, RustType, TypeWord, numbers};

/// The ways to write a column's type, the best first.
pub fn field_types(table: &Table, column: &Column) -> Vec<FieldType> {
    let native = column.ty.native().unwrap_or_default();
    let mut types = Vec::new();
    if let Some(check) = json_check(table, column) {
        let json = FieldType { implies: vec![check], is_collated: true, ..json() };
        types.push(json);
    }
    let values = enumeration_values(native);
    if !values.is_empty() && values.iter().all(|value| !value.is_empty()) {
        let of = FieldType::of(RustType::Values(values), LogicalType::Text { max_length: None });
        types.push(of.with(TypeWord::Enumeration));
    }
    let natural = natural(native);
    let rust = match &natural.rust {
        RustType::Named(name) => name.clone(),
        _ => "Vec<u8>".to_owned(),
    };
    types.push(natural);
    let own = FieldType::native(&rust, native);
    if !types.contains(&own) {
        types.push(own);
    }
    types
}

fn json() -> FieldType {
    FieldType::named("serde_json::Value", LogicalType::Json)
        .with(TypeWord::Diesel("Json".to_owned()))
}

/// The check by which MariaDB knows JSON.
fn json_check(table: &Table, column: &Column) -> Option<String> {
    let is_long = column.ty.native().is_some_and(|native| native.eq_ignore_ascii_case("longtext"));
    let checks = table.checks.iter().filter(|_| is_long);
    let own = checks.filter(|check| check.column.as_ref() == Some(&column.name));
    let mut is_json = own.filter(|check| {
        let tokens = LEXIS.tokens(&check.expression);
        tokens.first().is_some_and(|word| word.is("json_valid")) && tokens.len() == 4
    });
    is_json.next().map(|check| check.expression.clone())
}

/// The type of a field for a type, without a look at the column.
fn natural(native: &str) -> FieldType {
    let lower = native.to_ascii_lowercase();
    let name: &str = lower.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    let mut numbers = numbers(&lower);
    let mut number = || numbers.next().flatten();
    let unsigned = lower.contains("unsigned");
    let integer = |signed: (&str, LogicalType), other: (&str, LogicalType)| {
        let (rust, logical) = if unsigned { other } else { signed };
        FieldType::named(rust, logical)
    };
    match name {
        "tinyint" if lower == "tinyint(1)" => FieldType::named("bool", LogicalType::Bool),
        "tinyint" => integer(("i8", LogicalType::TinyInt), ("u8", LogicalType::UnsignedTinyInt)),
        "smallint" => {
            integer(("i16", LogicalType::SmallInt), ("u16", LogicalType::UnsignedSmallInt))
        }
        "int" | "integer" | "mediumint" => {
            integer(("i32", LogicalType::Integer), ("u32", LogicalType::UnsignedInteger))
        }
        "bigint" => integer(("i64", LogicalType::BigInt), ("u64", LogicalType::UnsignedBigInt)),
        "float" => FieldType::named("f32", LogicalType::Float),
        "double" | "real" => FieldType::named("f64", LogicalType::Double),
        "decimal" | "numeric" => {
            let precision = number();
            let scale = number().filter(|scale| *scale > 0);
            FieldType::decimal(precision, scale)
        }
        "varchar" => FieldType::text(number()),
        "char" | "tinytext" | "mediumtext" | "longtext" | "set" | "enum" | "uuid" | "inet6"
        | "inet4" | "xmltype" => FieldType::native("String", native),
        "text" => FieldType::text(None),
        "varbinary" => FieldType::binary(number()),
        "blob" => FieldType::binary(None),
        "date" => FieldType::named("NaiveDate", LogicalType::Date),
        "time" => FieldType::named("NaiveTime", LogicalType::Time),
        "datetime" => FieldType::named("NaiveDateTime", LogicalType::Timestamp),
        "timestamp" => FieldType::native("NaiveDateTime", native),
        "year" => FieldType::native("i16", native),
        "json" => json(),
        _ if is_geometry(native) => FieldType::native("Vec<u8>", native),
        _ => match Type::read(native) {
            Type::Integer(..) => FieldType::native("i64", native),
            _ => FieldType::native("Vec<u8>", native),
        },
    }
}

/// The indexes that the foreign keys of a table need and that lowering makes by itself.
pub fn serving(table: &Table) -> Vec<String> {
    let keys = table.foreign_keys.iter().filter_map(|key| {
        let mut serving = table.indexes.iter().filter(|index| serves(index, key));
        let first = serving.next()?;
        let primary = table.primary_key.iter().any(|primary| {
            let own = primary.columns.iter().map(|column| &column.name);
            primary.columns.len() >= key.columns.len() && own.zip(&key.columns).all(|(a, b)| a == b)
        });
        let is_plain = !first.unique
            && first.columns.len() == key.columns.len()
            && first.options.is_empty()
            && first.comment.is_none()
            && first.method.is_none()
            && first.columns.iter().all(|part| part.order == SortOrder::Ascending);
        (is_plain && serving.next().is_none() && !primary).then(|| first.name.clone())
    });
    keys.collect()
}

/// A unique index of whole columns, which is a unique constraint here.
pub fn as_unique(index: &Index) -> Option<Unique> {
    let is_plain = index.unique
        && index.method.is_none()
        && index.comment.is_none()
        && IndexOptions::read(&index.options) == IndexOptions::default();
    let columns = index.columns.iter().map(|part| match &part.target {
        IndexTarget::Column(name)
            if part.prefix.is_none() && part.order == SortOrder::Ascending =>
        {
            Some(KeyColumn::new(name))
        }
        _ => None,
    });
    let columns: Option<Vec<KeyColumn>> = columns.collect();
    columns.filter(|_| is_plain).map(|columns| Unique {
        name: Some(index.name.clone()),
        columns,
        ..Unique::default()
    })
}
