//! Types in SQLite's words, chosen so that Diesel's backend reads what it wrote and
//! `diesel print-schema` finds the type that the model has.
//!
//! | model | SQLite | in a STRICT table |
//! | --- | --- | --- |
//! | `bool` | `BOOLEAN` | `INTEGER` |
//! | `i8`, `u8`, `i16` | `SMALLINT` | `INTEGER` |
//! | `u16`, `i32` | `INTEGER` | `INTEGER` |
//! | `u32`, `i64` | `BIGINT`; a generated key is `INTEGER`, which alone is the rowid | `INTEGER` |
//! | `Decimal<n>` | `BIGINT` of the smallest unit | `INTEGER` |
//! | `u64`, `BigDecimal` | `NUMERIC`, with its digits | `ANY` |
//! | `f32`, `f64` | `FLOAT`, `DOUBLE` | `REAL` |
//! | `String` | `TEXT`, `VARCHAR(n)` | `TEXT` |
//! | `Vec<u8>`, `Uuid` | `BLOB` | `BLOB` |
//! | dates and times | `DATE`, `TIME`, `TIMESTAMP`, `TIMESTAMPTZ`; kept as text | `TEXT` |
//! | `serde_json::Value` | `JSON` as text, `JSONB` as bytes | `TEXT`, `BLOB` |
//! | an enumeration | `TEXT` with a check of its values | `TEXT` |

use model_core::schema::LogicalType;

use crate::databases::sqlite::session::LEXIS;
use crate::sql::TokenKind;

/// The name of a type, or `None` where SQLite has nothing like it.
pub(super) fn native(ty: &LogicalType, strict: bool) -> Option<String> {
    let free = match ty {
        LogicalType::Bool => "BOOLEAN",
        LogicalType::TinyInt | LogicalType::UnsignedTinyInt | LogicalType::SmallInt => "SMALLINT",
        LogicalType::UnsignedSmallInt | LogicalType::Integer => "INTEGER",
        LogicalType::UnsignedInteger | LogicalType::BigInt | LogicalType::Units { .. } => "BIGINT",
        LogicalType::UnsignedBigInt => "NUMERIC(20)",
        LogicalType::Float => "FLOAT",
        LogicalType::Double => "DOUBLE",
        LogicalType::Decimal { precision, scale } => &match (precision, scale) {
            (Some(precision), Some(scale)) => format!("NUMERIC({precision}, {scale})"),
            (Some(precision), None) => format!("NUMERIC({precision})"),
            (None, _) => "NUMERIC".to_owned(),
        },
        LogicalType::Text { max_length: Some(length) } => &format!("VARCHAR({length})"),
        LogicalType::Text { max_length: None } | LogicalType::Enum(_) => "TEXT",
        LogicalType::Binary { .. } | LogicalType::Uuid => "BLOB",
        LogicalType::Date => "DATE",
        LogicalType::Time => "TIME",
        LogicalType::Timestamp => "TIMESTAMP",
        LogicalType::TimestampTz => "TIMESTAMPTZ",
        LogicalType::Json => "JSON",
        LogicalType::Jsonb => "JSONB",
        LogicalType::Native(text) => text,
        LogicalType::Array(_) => return None,
    };
    let given = matches!(ty, LogicalType::Native(_));
    Some(if strict && !given { in_strict_table(free).to_owned() } else { free.to_owned() })
}

/// The one of the few types of a STRICT table that holds the values of a type made here.
pub fn in_strict_table(native: &str) -> &str {
    match base(native).as_str() {
        "BOOLEAN" | "SMALLINT" | "INTEGER" | "BIGINT" => "INTEGER",
        "FLOAT" | "DOUBLE" => "REAL",
        "VARCHAR" | "TEXT" | "DATE" | "TIME" | "TIMESTAMP" | "TIMESTAMPTZ" | "JSON" => "TEXT",
        "BLOB" | "JSONB" => "BLOB",
        "NUMERIC" => "ANY",
        _ => native,
    }
}

fn base(native: &str) -> String {
    let name = native.split('(').next().unwrap_or_default();
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_uppercase()
}

/// Whether a type that is there says the same as one made here, in another of the names that people use:
/// Diesel and SQLite take both alike.
pub fn is_alias(made: &str, there: &str) -> bool {
    let same: &[&str] = match base(made).as_str() {
        "BOOLEAN" => &["BOOL"],
        "SMALLINT" => &["INT2"],
        "INTEGER" => &["INT", "INT4", "MEDIUMINT"],
        "BIGINT" => &["INT8"],
        "FLOAT" => &["REAL"],
        // To SQLite it has eight bytes.
        "DOUBLE" => &["DOUBLE PRECISION", "REAL"],
        "NUMERIC" => &["DECIMAL"],
        "VARCHAR" => &["NVARCHAR", "CHARACTER VARYING", "VARYING CHARACTER"],
        "TEXT" => &["CLOB", "VARCHAR", "NVARCHAR"],
        "TIMESTAMP" => &["DATETIME"],
        "TIMESTAMPTZ" => &["TIMESTAMP WITH TIME ZONE", "DATETIME"],
        _ => &[],
    };
    let numbers = |ty: &str| -> Vec<String> {
        LEXIS
            .tokens(ty)
            .iter()
            .filter(|t| t.kind == TokenKind::Number)
            .map(|t| t.text.to_owned())
            .collect()
    };
    let there_base = base(there);
    numbers(made) == numbers(there)
        && (there_base == base(made) || same.contains(&there_base.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_names_for_the_same() {
        assert!(is_alias("VARCHAR(160)", "nvarchar(160)"));
        assert!(is_alias("NUMERIC(10, 2)", "NUMERIC(10,2)"));
        assert!(!is_alias("VARCHAR(160)", "NVARCHAR(80)"));
        assert!(!is_alias("TEXT", "VARCHAR(80)"));
        assert!(!is_alias("INTEGER", "BIGINT"));
        assert!(!is_alias("NVARCHAR(9)", "VARCHAR(9)"));
    }

    #[test]
    fn a_strict_table_has_few_types() {
        let text = LogicalType::Text { max_length: Some(80) };
        assert_eq!(native(&text, false).as_deref(), Some("VARCHAR(80)"));
        assert_eq!(native(&text, true).as_deref(), Some("TEXT"));
        assert_eq!(native(&LogicalType::Array(Box::new(text)), false), None);
    }
}
