//! How PostgreSQL spells the types that Rust types mean.

use model_core::schema::{DefaultValue, Literal, LogicalType, QualifiedName};

use crate::databases::postgres::quote::literal;
use crate::databases::postgres::words::printed;

/// The type as `format_type` prints it.
pub fn native(ty: &LogicalType) -> String {
    match ty {
        LogicalType::Bool => "boolean".to_owned(),
        LogicalType::TinyInt | LogicalType::SmallInt | LogicalType::UnsignedTinyInt => {
            "smallint".to_owned()
        }
        LogicalType::Integer | LogicalType::UnsignedSmallInt => "integer".to_owned(),
        LogicalType::BigInt | LogicalType::UnsignedInteger => "bigint".to_owned(),
        LogicalType::UnsignedBigInt => "numeric(20,0)".to_owned(),
        LogicalType::Float => "real".to_owned(),
        LogicalType::Double => "double precision".to_owned(),
        LogicalType::Decimal { precision: None, .. } => "numeric".to_owned(),
        LogicalType::Decimal { precision: Some(precision), scale } => {
            format!("numeric({precision},{})", scale.unwrap_or(0))
        }
        LogicalType::Units { precision, scale } => format!("numeric({precision},{scale})"),
        LogicalType::Text { max_length: None } => "text".to_owned(),
        LogicalType::Text { max_length: Some(length) } => format!("character varying({length})"),
        LogicalType::Binary { .. } => "bytea".to_owned(),
        LogicalType::Date => "date".to_owned(),
        LogicalType::Time => "time without time zone".to_owned(),
        LogicalType::Timestamp => "timestamp without time zone".to_owned(),
        LogicalType::TimestampTz => "timestamp with time zone".to_owned(),
        LogicalType::Uuid => "uuid".to_owned(),
        LogicalType::Json => "json".to_owned(),
        LogicalType::Jsonb => "jsonb".to_owned(),
        LogicalType::Array(element) => format!("{}[]", native(element)),
        LogicalType::Enum(name) => enumeration(name),
        LogicalType::Native(text) => text.clone(),
    }
}

/// An enumeration's name, as `format_type` prints it.
pub fn enumeration(name: &QualifiedName) -> String {
    match &name.schema {
        Some(schema) => format!("{}.{}", printed(schema), printed(&name.name)),
        None => printed(&name.name),
    }
}

/// A default as SQL, in the server's own spelling where that is known for sure.
pub fn default(value: &DefaultValue, native: &str) -> String {
    match value {
        DefaultValue::Sql(text) => text.clone(),
        DefaultValue::Now if native == "date" => "CURRENT_DATE".to_owned(),
        DefaultValue::Now if native.starts_with("time ") => "LOCALTIME".to_owned(),
        DefaultValue::Now => "CURRENT_TIMESTAMP".to_owned(),
        DefaultValue::Literal(Literal::Bool(value)) => value.to_string(),
        DefaultValue::Literal(Literal::Integer(value)) if *value >= 0 => value.to_string(),
        DefaultValue::Literal(Literal::Integer(value)) => format!("'{value}'::{native}"),
        DefaultValue::Literal(Literal::Float(text))
            if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') =>
        {
            text.clone()
        }
        DefaultValue::Literal(Literal::Float(text)) => format!("{}::{native}", literal(text)),
        DefaultValue::Literal(Literal::Text(text)) => {
            // Without its length: the server leaves it out where it prints the cast.
            let ty = native.split('(').next().unwrap_or(native).trim_end();
            let ty = if native.contains("with") { native } else { ty };
            format!("{}::{ty}", literal(text))
        }
        DefaultValue::Literal(Literal::Bytes(bytes)) => {
            let digits: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            format!("{}::bytea", literal(&format!("\\x{digits}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelt_as_the_server_prints() {
        let text = LogicalType::Text { max_length: Some(80) };
        assert_eq!(native(&text), "character varying(80)");
        let array = LogicalType::Array(Box::new(LogicalType::Enum(QualifiedName::new("Mood"))));
        assert_eq!(native(&array), "\"Mood\"[]");
        let value = DefaultValue::Literal(Literal::Text("it's".into()));
        assert_eq!(default(&value, "character varying(80)"), "'it''s'::character varying");
    }
}
