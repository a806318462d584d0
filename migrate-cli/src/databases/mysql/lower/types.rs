//! What each Rust type is on MariaDB and MySQL, and how a value of it is written.
//!
//! | Rust | here | why |
//! | --- | --- | --- |
//! | `bool` | `tinyint(1)` | there is no other |
//! | `String` | `text`; `varchar(n)` with `max_length`; `varchar(255)` in a key | a key needs a length |
//! | `Vec<u8>` | `blob`; `varbinary(n)` with `max_length`; `varbinary(255)` in a key | the same |
//! | `NaiveDateTime` | `datetime(6)` | all years and all of a microsecond |
//! | `DateTime<Utc>` | `timestamp(6)` | kept in UTC, as Diesel sets the session; 1970 to 2038 |
//! | `NaiveTime` | `time(6)` | |
//! | `Decimal<n>` | `decimal(p,n)`, where 19 digits are all if nothing says it | the number itself |
//! | `BigDecimal` | `decimal(65,30)`; `decimal(p,s)` where given | the widest; the server's own default has no fraction |
//! | `Uuid` | `binary(16)` | what Diesel can read and write here |
//! | `serde_json::Value` | `json` | MariaDB keeps it as `longtext` with a check |

use model_core::schema::{DefaultValue, EnumType, LogicalType, QualifiedName};

use crate::databases::mysql::enumeration::enumeration_type;
use crate::databases::mysql::quote;
use crate::dialect::SchemaError;

/// The longest text in a `varchar`, in characters of four bytes.
const LONGEST_VARCHAR: u32 = 16_383;
const LONGEST_VARBINARY: u32 = 65_535;
const LONGEST_MEDIUM: u32 = 16_777_215;

/// The native type. `in_key` is for a column that a key or index orders.
pub fn native(
    ty: &LogicalType,
    in_key: bool,
    enums: &[EnumType],
    object: &str,
) -> Result<String, SchemaError> {
    let fixed = |name: &str| Ok(name.to_owned());
    match ty {
        LogicalType::Bool => fixed("tinyint(1)"),
        LogicalType::TinyInt => fixed("tinyint"),
        LogicalType::SmallInt => fixed("smallint"),
        LogicalType::Integer => fixed("int"),
        LogicalType::BigInt => fixed("bigint"),
        LogicalType::UnsignedTinyInt => fixed("tinyint unsigned"),
        LogicalType::UnsignedSmallInt => fixed("smallint unsigned"),
        LogicalType::UnsignedInteger => fixed("int unsigned"),
        LogicalType::UnsignedBigInt => fixed("bigint unsigned"),
        LogicalType::Float => fixed("float"),
        LogicalType::Double => fixed("double"),
        LogicalType::Decimal { precision, scale } => Ok(match (precision, scale) {
            (Some(precision), scale) => format!("decimal({precision},{})", scale.unwrap_or(0)),
            (None, Some(scale)) => format!("decimal(65,{scale})"),
            (None, None) => "decimal(65,30)".to_owned(),
        }),
        LogicalType::Units { precision, scale } => Ok(format!("decimal({precision},{scale})")),
        LogicalType::Text { max_length: None } if in_key => fixed("varchar(255)"),
        LogicalType::Text { max_length: None } => fixed("text"),
        LogicalType::Text { max_length: Some(length) } => Ok(match *length {
            0..=LONGEST_VARCHAR => format!("varchar({length})"),
            n if n <= LONGEST_MEDIUM / 4 => "mediumtext".to_owned(),
            _ => "longtext".to_owned(),
        }),
        LogicalType::Binary { max_length: None } if in_key => fixed("varbinary(255)"),
        LogicalType::Binary { max_length: None } => fixed("blob"),
        LogicalType::Binary { max_length: Some(length) } => Ok(match *length {
            0..=LONGEST_VARBINARY => format!("varbinary({length})"),
            n if n <= LONGEST_MEDIUM => "mediumblob".to_owned(),
            _ => "longblob".to_owned(),
        }),
        LogicalType::Date => fixed("date"),
        LogicalType::Time => fixed("time(6)"),
        LogicalType::Timestamp => fixed("datetime(6)"),
        LogicalType::TimestampTz => fixed("timestamp(6)"),
        LogicalType::Uuid => fixed("binary(16)"),
        LogicalType::Json | LogicalType::Jsonb => fixed("json"),
        LogicalType::Native(text) => Ok(text.clone()),
        LogicalType::Enum(name) => enumeration(name, enums, object),
        LogicalType::Array(_) => Err(SchemaError::Unsupported {
            object: object.to_owned(),
            problem: "is a list, and MariaDB and MySQL have no arrays".to_owned(),
            advice: "make it JSON (`serde_json::Value`) or a table of its own".to_owned(),
        }),
    }
}

fn enumeration(
    name: &QualifiedName,
    enums: &[EnumType],
    object: &str,
) -> Result<String, SchemaError> {
    let found = enums.iter().find(|e| &e.name == name);
    let found = found.ok_or_else(|| SchemaError::Unsupported {
        object: object.to_owned(),
        problem: format!("is of the enumeration {name}, which no model declares"),
        advice: "derive `ModelEnum` on it".to_owned(),
    })?;
    let values: Vec<String> = found.values.iter().map(|v| v.name.clone()).collect();
    Ok(enumeration_type(&values))
}

/// A default as SQL for a column of this native type.
pub fn default(value: &DefaultValue, native: &str) -> String {
    let name: String = native.chars().take_while(char::is_ascii_alphabetic).collect();
    let name = name.to_ascii_lowercase();
    match value {
        DefaultValue::Sql(text) => text.clone(),
        DefaultValue::Now => {
            let precision = precision(native);
            match name.as_str() {
                "date" => "(curdate())".to_owned(),
                "time" => format!("(curtime({precision}))"),
                _ => format!("current_timestamp({precision})"),
            }
        }
        DefaultValue::Literal(value) => {
            let text = quote::value(value);
            // MySQL takes a default of these as an expression only.
            match name.ends_with("text") || name.ends_with("blob") || name == "json" {
                true => format!("({text})"),
                false => text,
            }
        }
    }
}

/// `6` of `datetime(6)`, empty without.
fn precision(native: &str) -> &str {
    let inner = native.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    inner.map(|(digits, _)| digits).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use model_core::schema::{EnumValue, Literal};

    use super::*;

    fn of(ty: LogicalType) -> String {
        native(&ty, false, &[], "column t.c").unwrap_or_default()
    }

    #[test]
    fn lengths_choose_the_type() {
        assert_eq!(of(LogicalType::Text { max_length: None }), "text");
        assert_eq!(of(LogicalType::Text { max_length: Some(80) }), "varchar(80)");
        assert_eq!(of(LogicalType::Text { max_length: Some(20_000) }), "mediumtext");
        assert_eq!(of(LogicalType::Binary { max_length: Some(20_000) }), "varbinary(20000)");
        assert_eq!(of(LogicalType::Decimal { precision: Some(10), scale: None }), "decimal(10,0)");
    }

    #[test]
    fn an_enumeration_is_written_out() {
        let value = |name: &str| EnumValue { name: name.to_owned(), renamed_from: None };
        let mood = EnumType {
            name: QualifiedName::new("mood"),
            values: vec![value("ok"), value("it's")],
            renamed_from: None,
        };
        let ty = LogicalType::Enum(QualifiedName::new("mood"));
        let text = native(&ty, false, &[mood], "column t.c").unwrap_or_default();
        assert_eq!(text, "enum('ok','it''s')");
        assert!(native(&ty, false, &[], "column t.c").is_err());
    }

    #[test]
    fn now_has_the_precision_of_its_column() {
        assert_eq!(default(&DefaultValue::Now, "datetime(6)"), "current_timestamp(6)");
        assert_eq!(default(&DefaultValue::Now, "timestamp"), "current_timestamp()");
        assert_eq!(default(&DefaultValue::Now, "date"), "(curdate())");
        let text = DefaultValue::Literal(Literal::Text("a\\b".into()));
        assert_eq!(default(&text, "text"), "('a\\\\b')");
        assert_eq!(default(&text, "varchar(5)"), "'a\\\\b'");
    }
}
